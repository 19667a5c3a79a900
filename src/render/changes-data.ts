import type { ChangedCell, ChangesReply } from '../app/project/project-reply.ts';
import { buttonRow, type ExecuteAction, pageTurns } from './action.ts';
import { counted, digits } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ChangesData {
  readonly speak: string;
  readonly file: string;
  readonly heading: string;
  readonly state: string;
  readonly changes: readonly LineData[];
  readonly conflictsHeading: string;
  readonly conflicts: readonly LineData[];
  readonly problemsHeading: string;
  readonly problems: readonly { readonly what: string; readonly why: string }[];
  readonly unknown: string;
  readonly actions: readonly ExecuteAction[];
}

interface LineData {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** More of what is not taken than that is counted. */
const mostOthers = 4;

export function changesData(reply: ChangesReply, wording: Wording): ChangesData {
  const { project, file, total, changes, conflicts, problems, unknown, page, pages } = reply;
  const heading = total === 0 ? 'Nothing I can take' : counted(total, 'change');
  return {
    speak: wording.spoken(
      `${heading} in ${file}, ${counted(conflicts.length, 'conflict')}. Nothing is written yet.`,
    ),
    file: `${wording.run(file, 80)} → ${wording.run(project.name, 80)}`,
    heading,
    state: `Nothing is written yet${pages > 1 ? ` · page ${page} of ${pages}` : ''}`,
    changes: changes.map((cell) => line(cell, wording)),
    conflictsHeading:
      conflicts.length > 0
        ? `${headingFor(conflicts.length)} changed by somebody else meanwhile, and left`
        : '',
    conflicts: conflicts.slice(0, mostOthers).map((cell) => line(cell, wording)),
    problemsHeading: problems.length > 0 ? `${headingFor(problems.length)} not understood, and left` : '',
    problems: problems.slice(0, mostOthers).map(({ why, ...cell }) => ({
      what: whatOf(cell, wording),
      why: wording.run(`${quoted(cell.to)}: ${why}`, 240),
    })),
    unknown:
      unknown.length > 0 ? wording.run(`I did not look at ${unknown.slice(0, 5).join(', ')}.`, 400) : '',
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (to) => ({ do: 'show-upload', project: project.id, page: to })),
    ),
  };
}

const headingFor = (count: number) => `${digits(count)} ${count === 1 ? 'was' : 'were'}`;
const whatOf = ({ about, field }: ChangedCell, wording: Wording) =>
  `${wording.run(about, 80)} · ${wording.run(field, 120)}`;
const quoted = (text: string) => (text ? `“${text}”` : 'empty');

function line(cell: ChangedCell, wording: Wording): LineData {
  return {
    what: whatOf(cell, wording),
    from: cell.from ? wording.run(cell.from, 160) : 'empty',
    to: cell.to ? wording.run(cell.to, 160) : 'empty',
  };
}
