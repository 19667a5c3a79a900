/** `export`: the project as a file. */
import type { Project } from '../../core/landscape/landscape.ts';
import { isTrusted, managersOf } from '../../core/landscape/trust.ts';
import type { Command } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { readBundleOf } from './bundle.ts';
import { type ExportFile, exportFile, type Format } from './files.ts';

const words: readonly (readonly [Format, RegExp])[] = [
  ['xlsx', /^(?:(?:an? |as |to )*)(?:excel|xlsx|workbook|spreadsheet)(?: file| workbook)?$/i],
  ['csv', /^(?:(?:an? |as |to |the )*)(?:csv|register)(?: file)?$/i],
  ['report', /^(?:(?:an? |as |to |the )*)(?:report|markdown|md)(?: file)?$/i],
  ['json', /^(?:(?:an? |as |to )*)(?:json|bundle|copy|backup|everything)(?: file)?$/i],
];

/** The file that somebody asks for by its name. */
export function formatOf(name: string): Format | undefined {
  return words.find(([, pattern]) => pattern.test(name.trim()))?.[0];
}

/** `export`, `export excel` */
export async function exportProject(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'export' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(inPrivate());
  const format = formatOf(name);
  return format ? handOver(house, turn, project, format) : say(choices(project));
}

/** A choice on the card. */
export async function exportAs(
  house: House,
  turn: Turn,
  { project: id, format }: Extract<Command, { do: 'export-file' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(inPrivate());
  return handOver(house, turn, project, format);
}

async function handOver(house: House, turn: Turn, project: Project, format: Format): Promise<Outcome> {
  await memberOf(house, project, turn.caller);
  const trusted = isTrusted(project, turn.caller.id);
  if (format !== 'report' && !trusted) return say(notForEverybody(project));
  const bundle = await readBundleOf(house.store, project);
  const file = exportFile(() => house, bundle, format, turn.at);
  return { messages: [], file: trusted ? file : withoutQuotes(file) };
}

/** Whoever does not read everything may still owe an answer of their own to what is quoted there. */
function withoutQuotes(file: ExportFile): ExportFile {
  if (file.format !== 'report') return file;
  const risks = file.report.risks.map((risk) => ({ ...risk, because: [] }));
  return { ...file, report: { ...file.report, risks } };
}

function choices({ id, name }: Project): NoticeReply {
  const choice = (title: string, format: Format): Button => ({
    title,
    command: { do: 'export-file', project: id, format },
  });
  return {
    ...notice(`${name} as a file`, [
      'Excel workbook: everything in sheets. Change the cells with a blue heading and send it back to me.',
      'Register: the risks in CSV. Report: one page for a steering group, with a picture. Copy: all of it in JSON.',
    ]),
    buttons: [
      { ...choice('Excel workbook', 'xlsx'), primary: true },
      choice('Report', 'report'),
      choice('Register in CSV', 'csv'),
      choice('Copy in JSON', 'json'),
      button('help'),
    ],
  };
}

/** All answers of everybody are in these. */
function notForEverybody(project: Project): NoticeReply {
  const names = managersOf(project).map(({ name }) => name);
  return {
    ...notice('This file holds what everybody said', [
      `It is for those who manage the project or its security: ask ${names.slice(0, 3).join(' or ')}.`,
      'The report is for everybody.',
    ]),
    buttons: [
      {
        title: 'Report',
        command: { do: 'export-file', project: project.id, format: 'report' },
        primary: true,
      },
      { title: 'My data', command: { do: 'my-data' } },
      button('help'),
    ],
  };
}

function inPrivate(): NoticeReply {
  return notice('Files come in personal chat', [
    'Teams lets me hand out files there only, and they quote people.',
    'Open a chat with me and send: export',
  ]);
}
