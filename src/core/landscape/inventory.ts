/** An imported inventory becomes part of the landscape. Importing it again changes only what the file says differently. */
import { type Answer, type Said, sameSaid } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import type { Application, End, Integration, Origin, Project } from './landscape.ts';
import { lookOf, nameKey, openRegister, type Recogniser, recogniser } from './recognise.ts';

export { slugOf } from './recognise.ts';

/** What a file holds, after reading. */
export interface Inventory {
  readonly ok: true;
  readonly kind: 'integrations' | 'applications';
  /** The file's own name, without its folder. */
  readonly file: string;
  readonly rows: readonly Row[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly flagged: readonly Flag[];
  /** Cells of known columns other than notes, in the rows that were read. */
  readonly fields: number;
  readonly unknownFields: number;
}

export interface Row {
  readonly line: number;
  /** By column; a cell that says nothing, such as "TBD", is "". */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Flag {
  readonly line: number;
  readonly note: string;
  /** It is about an end that belongs to no application; absent where it is about anything else. */
  readonly end?: true;
}

/** The circumstances of one import. */
export interface Import {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The command that brought the file. */
  readonly turn: string;
  /**
   * Column → the question it fills in beforehand. A plain name is a column of integrations; `applications.owner` is the
   * column `owner` of applications, so that one owner is not taken for the other.
   */
  readonly columns: ReadonlyMap<string, QuestionKey>;
  /** What a cell says; nothing where it cannot be read as an answer. */
  readonly suggest: (column: string, text: string) => Said | undefined;
}

export interface Merged {
  /** The same object where nothing in it changed. */
  readonly project: Project;
  readonly created: readonly Integration[];
  readonly changed: readonly Integration[];
  readonly report: Report;
}

export interface Report extends Pick<Inventory, 'fields' | 'unknownFields' | 'refused' | 'flagged'> {
  readonly integrations: Counts;
  readonly applications: Counts;
  /** Answers this import put on file, to be confirmed by people. */
  readonly suggested: number;
}

type Known = Recogniser<Application>;

interface Counts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
}

export function mergeIntegrations(
  project: Project,
  existing: readonly Integration[],
  inventory: Inventory,
  run: Import,
): Merged {
  const known = recogniser(project.applications);
  // A list of applications counts as complete; only where there is none do the ends make one.
  const made = project.applications.length > 0 ? [] : applicationsAtEnds(inventory, known);
  const register = openRegister(existing);
  const created: Integration[] = [];
  const changed: Integration[] = [];
  const flagged = [...inventory.flagged];
  let suggested = 0;
  for (const row of inventory.rows) {
    const { kept, twin } = register.claim(cell(row, 'name'), row.line);
    const read = readIntegration(row, kept, known);
    const origin = originOf(row, inventory, kept);
    const answers = suggestions(row, inventory, kept?.answers ?? [], run);
    suggested += answers.length;
    if (!kept) {
      created.push({ schema: 1, id: register.idFor(read.name), ...read, ...origin, answers, recent: [] });
    } else if (answers.length > 0 || saysMore(kept, read)) {
      changed.push({ ...kept, ...read, ...origin, answers: [...kept.answers, ...answers] });
    }
    flagged.push(...equalNames(row, twin), ...endFlags(row, 'source', read.source, known));
    flagged.push(...endFlags(row, 'target', read.target, known));
  }
  const { fields, unknownFields, refused, rows } = inventory;
  const integrations = { read: rows.length, added: created.length, changed: changed.length };
  const applications = { read: 0, added: made.length, changed: 0 };
  return {
    project: made.length > 0 ? { ...project, applications: made } : project,
    created,
    changed,
    report: { integrations, applications, fields, unknownFields, suggested, refused, flagged },
  };
}

/** `existing` integrations get linked where an end names an application that is known from now on. */
export function mergeApplications(
  project: Project,
  existing: readonly Integration[],
  inventory: Inventory,
  run: Import,
): Merged {
  const list = openList(project.applications, inventory);
  const next = new Map(project.applications.map((application) => [application.id, application]));
  const flagged = [...inventory.flagged];
  let [added, changed, suggested] = [0, 0, 0];
  for (const row of inventory.rows) {
    const { kept, id, flags } = list.claim(row);
    const read = { name: cell(row, 'name'), ...mergeNotes(row, kept) };
    const origin = originOf(row, inventory, kept);
    const answers = suggestions(row, inventory, kept?.answers ?? [], run);
    suggested += answers.length;
    if (!kept) {
      added += 1;
      next.set(id, { id, ...read, ...origin, answers });
    } else if (answers.length > 0 || saysMore(kept, read)) {
      changed += 1;
      next.set(id, { ...kept, ...read, ...origin, answers: [...kept.answers, ...answers] });
    }
    flagged.push(...flags);
  }
  flagged.push(...leftFromEnds(existing, list.unclaimed()));
  const applications = added + changed > 0 ? [...next.values()] : project.applications;
  const linked = linkAll(existing, recogniser(applications));
  const { fields, unknownFields, refused, rows } = inventory;
  const counts = { read: rows.length, added, changed };
  const integrations = { read: 0, added: 0, changed: linked.length };
  return {
    project: added + changed > 0 ? { ...project, applications } : project,
    created: [],
    changed: linked,
    report: { integrations, applications: counts, fields, unknownFields, suggested, refused, flagged },
  };
}

/** Which application on file a row is about: by its name, or, where no row has that name, by a form of it. */
function openList(onFile: readonly Application[], inventory: Inventory) {
  const register = openRegister(onFile);
  const namedHere = new Set(inventory.rows.map((row) => nameKey(cell(row, 'name'))));
  const others = onFile.filter(({ name }) => !namedHere.has(nameKey(name)));
  const alike = recogniser(others);
  const near = recogniser<Pick<Application, 'id' | 'name'>>(others);
  const claimed = new Set<string>();
  return {
    claim(row: Row) {
      const name = cell(row, 'name');
      const { kept: exact, twin } = register.claim(name, row.line);
      const [similar, doubt] = exact || twin ? [] : alike.find(name);
      const kept = exact ?? (similar && !doubt && !claimed.has(similar.id) ? similar : undefined);
      const id = kept?.id ?? register.idFor(name);
      const twins = near.find(name).filter((other) => other.id !== id);
      near.add({ id, name });
      claimed.add(id);
      return { kept, id, flags: twin ? equalNames(row, twin) : maybeSame(row, twins) };
    },
    unclaimed: () => others.filter(({ id }) => !claimed.has(id)),
  };
}

/** Ends that look like one name each; spellings of the same name make one application, under the first of them. */
function applicationsAtEnds(inventory: Inventory, known: Known): Application[] {
  const register = openRegister<Application>([]);
  const made: Application[] = [];
  for (const row of inventory.rows) {
    for (const column of ['source_application', 'target_application']) {
      const written = cell(row, column);
      if (written === '' || lookOf(written) !== 'name') continue;
      const [same, doubt] = known.find(written);
      if (doubt) continue;
      if (same) {
        known.add(same, written);
        continue;
      }
      const application: Application = {
        id: register.idFor(written),
        name: written,
        origin: { file: inventory.file, line: row.line },
        answers: [],
      };
      made.push(application);
      known.add(application);
    }
  }
  return made;
}

/** What a person put on the list stays as that person wrote it: the file only fills its gaps. */
const isFirm = (kept: { readonly origin?: Origin } | undefined) => kept !== undefined && !kept.origin;

function originOf(row: Row, { file }: Inventory, kept: Application | Integration | undefined) {
  return isFirm(kept) ? {} : { origin: { file, line: row.line } };
}

function readIntegration(row: Row, kept: Integration | undefined, known: Known) {
  return {
    name: kept && isFirm(kept) ? kept.name : cell(row, 'name'),
    source: mergeEnd(cell(row, 'source_application'), kept?.source, isFirm(kept), known),
    target: mergeEnd(cell(row, 'target_application'), kept?.target, isFirm(kept), known),
    ...mergeNotes(row, kept),
  };
}

function mergeEnd(written: string, kept: End | undefined, firm: boolean, known: Known): End {
  const stays = kept && (written === '' || written === kept.written || (firm && kept.written !== ''));
  return linked(stays ? kept : { written }, known);
}

function mergeNotes(row: Row, kept: Application | Integration | undefined): { readonly notes?: string } {
  const written = cell(row, 'notes');
  const notes = written === '' || (isFirm(kept) && kept?.notes) ? kept?.notes : written;
  return notes === undefined ? {} : { notes };
}

/** A link that is there stays: somebody may have set it by hand. */
function linked(end: End, known: Known): End {
  if (end.application !== undefined || end.written === '') return end;
  const [application, doubt] = known.find(end.written);
  return application && !doubt ? { ...end, application: application.id } : end;
}

function linkAll(existing: readonly Integration[], known: Known): Integration[] {
  return existing
    .map((kept) => ({ kept, source: linked(kept.source, known), target: linked(kept.target, known) }))
    .filter(({ kept, source, target }) => saysMore(kept, { source, target }))
    .map(({ kept, source, target }) => ({ ...kept, source, target }));
}

function saysMore<T extends object>(kept: T, read: Partial<T>): boolean {
  return (Object.keys(read) as (keyof T)[]).some((field) => kept[field] !== read[field]);
}

/** What the row says that the last file did not; a cell that was emptied takes nothing back. */
function suggestions(row: Row, { kind, file }: Inventory, onFile: readonly Answer[], run: Import): Answer[] {
  const fresh = new Map<QuestionKey, Answer>();
  const prefix = kind === 'integrations' ? '' : 'applications.';
  for (const [column, question] of run.columns) {
    const text = column.startsWith(prefix) ? cell(row, column.slice(prefix.length)) : '';
    const said = text === '' || fresh.has(question) ? undefined : run.suggest(column, text);
    if (!said) continue;
    const by = { kind: 'file', name: file, line: row.line } as const;
    fresh.set(question, { question, by, at: run.at, turn: run.turn, said });
  }
  return [...fresh.values()].filter(({ question, said }) => {
    const last = onFile.findLast((answer) => answer.question === question && answer.by.kind === 'file');
    return !last || !sameSaid(last.said, said);
  });
}

function equalNames(row: Row, twin: number | undefined): Flag[] {
  const note = `"${cell(row, 'name')}" stands on line ${twin} already; the two are kept apart.`;
  return twin === undefined ? [] : [{ line: row.line, note }];
}

function maybeSame(row: Row, found: readonly Pick<Application, 'name'>[]): Flag[] {
  const names = found.map(({ name }) => `"${name}"`).join(' or ');
  const note = `"${cell(row, 'name')}" may be the same as ${names}; they are kept apart.`;
  return found.length === 0 ? [] : [{ line: row.line, note }];
}

/** Applications that an earlier import took from ends, and that the list does not have. */
function leftFromEnds(existing: readonly Integration[], unclaimed: readonly Application[]): Flag[] {
  const files = new Set(existing.map(({ origin }) => origin?.file));
  return unclaimed
    .filter(({ origin }) => origin && files.has(origin.file))
    .map(({ name, origin }) => ({
      line: 1,
      note: `"${name}" came from line ${origin?.line} of ${origin?.file} and is not on this list; it stays.`,
    }));
}

function endFlags(row: Row, side: 'source' | 'target', end: End, known: Known): Flag[] {
  const given = cell(row, `${side}_application`);
  const flags: Flag[] = [];
  if (given !== '' && given !== end.written) {
    const note = `The file says "${given}" for the ${side}; what a person wrote, "${end.written}", stays.`;
    flags.push({ line: row.line, note });
  }
  if (end.application === undefined && end.written !== '') {
    const note = `The ${side} "${end.written}" ${whyUnknown(end.written, known)}; it stays as written.`;
    flags.push({ line: row.line, note, end: true });
  }
  return flags;
}

function whyUnknown(written: string, known: Known): string {
  const candidates = known.find(written);
  if (candidates.length > 1) return `could be ${candidates.map(({ name }) => `"${name}"`).join(' or ')}`;
  const look = lookOf(written);
  if (look === 'several') return 'seems to name more than one application';
  return look === 'file' ? 'describes a file, not an application' : 'names no application on the list';
}

const cell = (row: Row, column: string): string => row.fields[column] ?? '';
