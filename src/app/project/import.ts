/** Reading an inventory into a project: what the file knows becomes suggestions that people confirm. */
import { readAnswer } from '../../core/interview/read-answer.ts';
import type { Import, Inventory, Merged } from '../../core/landscape/inventory.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { mergeApplications } from '../../core/landscape/merge-applications.ts';
import { mergeIntegrations } from '../../core/landscape/merge-integrations.ts';
import { slugOf } from '../../core/landscape/recognise.ts';
import type { Store } from '../../store/store.ts';
import type { Command } from '../command.ts';
import { change, changeProject, integrationKey, projectKey } from '../documents.ts';
import { ownFileNotice } from '../export/own-files.ts';
import type { House, Turn } from '../house.ts';
import { button, notice, problem, say } from '../notices.ts';
import { type DoneIn, deedFor, withDeeds } from '../register/deeds.ts';
import type { Button, NoticeReply, Outcome, Reply } from '../reply.ts';
import { currentOrNewProject } from './founding.ts';
import { memberOf, newProject, setCurrent } from './membership.ts';
import type { ImportReport } from './project-reply.ts';
import { readInventory } from './read-inventory.ts';

/** Documents written side by side; each waits for its own disk. */
const atOnce = 64;
const attempts = 20;

/** No project has more integrations; what has is an export of something else, and would keep everybody waiting. */
const mostRows = 5_000;

/** An attached or pasted list. */
export async function importText(
  house: House,
  turn: Turn,
  { file, text }: Extract<Command, { do: 'import' }>,
): Promise<Outcome> {
  if (!text.trim()) return say(howToImport(house));
  const own = ownFileNotice(text);
  if (own) return say(own);
  const inventory = readInventory(file || 'the pasted list', text);
  if (!inventory.ok) return say(problem('I could not read that list', [inventory.reason], 'add'));
  if (inventory.rows.length + inventory.refused.length === 0) return say(onlyHeadings(house));
  if (inventory.rows.length > mostRows) return say(tooMany(inventory.rows.length));
  const begun = await currentOrNewProject(house, turn, 'My project');
  if ('instead' in begun) return begun.instead;
  const { project } = begun;
  const report = await importInto(house, project.id, inventory, turn);
  return say({
    kind: 'imported',
    file: inventory.file,
    report,
    project: project.name,
    buttons: waysOn,
  });
}

const waysOn: readonly Button[] = [{ ...button('list'), primary: true }, button('project'), button('help')];

/** The sample of a real project, into a project of its own. */
export async function trySample(house: House, turn: Turn): Promise<Outcome> {
  const files = house.development ? (house.sample?.() ?? []) : [];
  const inventories = files
    .map(({ file, text }) => readInventory(file, text))
    .flatMap((read) => (read.ok ? [read] : []));
  const last = inventories.at(-1);
  if (!last)
    return say(
      problem('There is no sample here', ['It comes with a bot that runs without credentials.'], 'add'),
    );
  const project = await projectNamed(house, 'Florida PALM');
  await setCurrent(house, turn.caller, project.id);
  // Who begins it is the first in it, and manages it from the start.
  await memberOf(house, project, turn.caller);
  const reports: ImportReport[] = [];
  for (const inventory of inventories) reports.push(await importInto(house, project.id, inventory, turn));
  const report = reports.reduce(addUp);
  return say({
    kind: 'imported',
    file: 'the sample, a real project of the State of Florida',
    report: { ...report, applications: reports[0]?.applications ?? report.applications },
    project: project.name,
    buttons: waysOn,
  });
}

export const sampleButton: Button = { title: 'Try it on a real project', command: { do: 'try-sample' } };

function howToImport(house: House): NoticeReply {
  const asked = notice(
    'Send me your list of integrations',
    [
      'Attach a CSV file, or copy the rows and paste them here.',
      'The first line names the columns: name, source_application, target_application; and if you have them business_process, direction, frequency, volume, method, owner, notes.',
    ],
    'add',
  );
  return house.development && house.sample ? { ...asked, buttons: [sampleButton, ...asked.buttons] } : asked;
}

function tooMany(rows: number): NoticeReply {
  return problem(
    'That list is too long for a chat',
    [
      `It has ${rows.toLocaleString('en')} rows, and I take ${mostRows.toLocaleString('en')} at most. Nothing was noted.`,
      'Is it the list of integrations, one a row? If it is, whoever runs me can import it on the command line.',
    ],
    'add',
  );
}

/** Copied without what stands under it: said at once, and no project is made for it. */
function onlyHeadings(house: House): Reply {
  const lines = ['I found the line that names the columns, and no rows under it. Copy the rows as well.'];
  return { ...howToImport(house), tone: 'problem', title: 'That list has no rows', lines };
}

/** The project of this name that the command line made, or a new one: open to whoever writes, for development. */
export function projectNamed(house: House, name: string): Promise<Project> {
  const id = slugOf(name);
  return change<Project>(
    house.store,
    projectKey(id),
    (existing) => existing ?? newProject(house, name, { kind: 'anyone' }, [], id),
  );
}

/** Merges an inventory into a project that is there. Importing the same again changes nothing. */
export async function importInto(
  house: House,
  project: string,
  inventory: Inventory,
  turn: DoneIn,
): Promise<ImportReport> {
  let total: ImportReport | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { report, complete } = await importOnce(house, project, inventory, turn);
    total = total ? addUp(total, report) : report;
    if (complete) {
      await note(house, project, inventory, total, turn);
      return total;
    }
  }
  throw new Error(`${project} was changed by others ${attempts} times in a row`);
}

async function note(
  house: House,
  project: string,
  { file }: Inventory,
  { integrations, applications, suggested }: ImportReport,
  turn: DoneIn,
): Promise<void> {
  const added = integrations.added + applications.added;
  const changed = integrations.changed + applications.changed;
  // The same file again is not worth an entry.
  if (added + changed + suggested === 0) return;
  const did = { kind: 'imported', file, added, changed, answers: suggested } as const;
  await changeProject(house.store, project, (current) => withDeeds(current, deedFor(house, turn, did)));
}

async function importOnce(house: House, id: string, inventory: Inventory, turn: Pick<Turn, 'id' | 'at'>) {
  const { store } = house;
  const kept = await store.read(projectKey(id));
  if (!kept) throw new Error(`project ${id} has been removed`);
  const project = kept.value as Project;
  const existing = new Map<string, { value: Integration; version: number }>();
  for (const key of await store.list(`projects/${id}/integrations/`)) {
    const document = await store.read(key);
    if (document) existing.set(key, { value: document.value as Integration, version: document.version });
  }
  const integrations = [...existing.values()].map(({ value }) => value);
  const merge = inventory.kind === 'applications' ? mergeApplications : mergeIntegrations;
  const merged = merge(project, integrations, inventory, importFrom(house, inventory.kind, turn));
  const unwritten = await writeMerged(store, id, kept.version, project, merged, existing);
  return { report: withoutUnwritten(merged, unwritten, turn.id), complete: unwritten.length === 0 };
}

/** Resolves with what others got in the way of. */
async function writeMerged(
  store: Store,
  id: string,
  version: number,
  before: Project,
  merged: Merged,
  existing: ReadonlyMap<string, { readonly version: number }>,
): Promise<readonly (Project | Integration)[]> {
  const all = [...merged.created, ...merged.changed];
  if (merged.project !== before) {
    const written = await store.write(projectKey(id), merged.project, version);
    if (!written.ok) return [merged.project, ...all];
  }
  const unwritten: Integration[] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    const written = await Promise.all(
      all.slice(at, at + atOnce).map((integration) => {
        const key = integrationKey(id, integration.id);
        const known = existing.get(key);
        return known ? store.write(key, integration, known.version) : store.create(key, integration);
      }),
    );
    unwritten.push(...all.slice(at, at + atOnce).filter((_, index) => !written[index]?.ok));
  }
  return unwritten;
}

/** What was not written is not counted: the next attempt does that. */
function withoutUnwritten(
  { report, project, created, changed }: Merged,
  unwritten: readonly (Project | Integration)[],
  turn: string,
): ImportReport {
  const unwrittenOf = (all: readonly Integration[]) => all.filter((each) => unwritten.includes(each)).length;
  const { integrations, applications } = report;
  const answers = unwritten.flatMap((document) => [
    ...document.answers,
    ...('applications' in document
      ? document.applications.flatMap((application) => application.answers)
      : []),
  ]);
  return {
    ...report,
    integrations: {
      ...integrations,
      added: integrations.added - unwrittenOf(created),
      changed: integrations.changed - unwrittenOf(changed),
    },
    applications: unwritten.includes(project) ? { ...applications, added: 0, changed: 0 } : applications,
    suggested: report.suggested - answers.filter((answer) => answer.turn === turn).length,
  };
}

/** A cell about an integration is no answer about an application, even under the same heading. */
function importFrom(house: House, kind: Inventory['kind'], turn: Pick<Turn, 'id' | 'at'>): Import {
  const scope = kind === 'integrations' ? 'integration' : 'application';
  const columns = [...house.content.inventory].filter(
    ([, key]) => house.content.question.get(key)?.scope === scope,
  );
  return {
    at: turn.at,
    turn: turn.id,
    columns: new Map(columns),
    suggest: (column, text) => {
      const question = house.content.question.get(house.content.inventory.get(column) ?? '');
      const reading = question && readAnswer(question, text, house.readDate(house.now()));
      return reading?.ok && reading.said.kind === 'value' ? reading.said : undefined;
    },
  };
}

/** A part that others got in the way of was read again: what was added before still counts. */
function addUp(one: ImportReport, other: ImportReport): ImportReport {
  const sum = (key: 'integrations' | 'applications') => ({
    read: other[key].read,
    added: one[key].added + other[key].added,
    changed: one[key].changed + other[key].changed,
  });
  return {
    ...other,
    integrations: sum('integrations'),
    applications: sum('applications'),
    suggested: one.suggested + other.suggested,
  };
}
