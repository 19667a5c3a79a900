/** What an edited workbook would change on file, looked at afresh each time it is asked. */
import { createHash } from 'node:crypto';
import { type Answer, type Subject, subjectKey } from '../../core/interview/answer.ts';
import { readAnswer } from '../../core/interview/read-answer.ts';
import type { Question } from '../../core/interview/topic.ts';
import type { Edit, Upload } from '../../core/landscape/upload.ts';
import { type Around, readDecision } from '../../core/register/decide.ts';
import type { Did, Treatment } from '../../core/register/deed.ts';
import type { House } from '../house.ts';
import { oneLine } from '../one-line.ts';
import { type Addition, additionFor } from './addition.ts';
import { logsOf, newestOf } from './answer-sheets.ts';
import { type ProjectRecord, recordOf } from './record.ts';
import type { Cell, Sheet } from './table.ts';
import { workbookOf } from './workbook.ts';

/** One thing to write. */
export type Work =
  | { readonly kind: 'field'; readonly subject: Subject; readonly field: Field; readonly to: string }
  | { readonly kind: 'answer'; readonly subject: Subject; readonly answer: Pick<Answer, 'question' | 'said'> }
  | { readonly kind: 'decision'; readonly subject: Subject; readonly did: Did }
  | Addition;

export type Field = 'name' | 'source' | 'target' | 'notes';

export interface Line {
  readonly about: string;
  readonly field: string;
  /** As it is on file now. */
  readonly from: string;
  readonly to: string;
}

export interface Difference {
  readonly changes: readonly (Line & { readonly work?: Work })[];
  /** Somebody else changed it since the workbook was made; it stays as it is on file. */
  readonly conflicts: readonly Line[];
  /** What cannot be taken, and why. */
  readonly problems: readonly (Line & { readonly why: string })[];
  /** Of the changes as they were shown: others need to be shown again. */
  readonly digest: string;
}

type Project = ProjectRecord['project'];
type Outcome = Work | string;

export function differenceFor(
  house: House,
  project: Project,
  integrations: ProjectRecord['integrations'],
  { edits, added = [] }: Pick<Upload, 'edits' | 'added'>,
  at: string,
): Difference {
  const record = recordOf(house, project, integrations, at);
  const around: Around = {
    people: project.people,
    today: at.slice(0, 10),
    readDate: house.readDate(new Date(at)),
  };
  const rows = rowsNow(workbookOf(record).sheets);
  const changes: (Line & { work?: Work })[] = [];
  const conflicts: Line[] = [];
  const problems: (Line & { why: string })[] = [];
  const decisions = new Map<string, { lines: Line[]; cells: Map<string, string> }>();
  for (const { sheet, id, column, from, to } of edits) {
    const row = rows.get(`${sheet} ${id}`);
    const line = {
      about: row?.get('About') ?? row?.get('Name') ?? id,
      field: nameOf(sheet, column, row),
      from,
      to,
    };
    const now = row?.get(column);
    if (now === undefined) problems.push({ ...line, why: 'That is not on file any more.' });
    else if (oneLine(now) === oneLine(to)) continue;
    else if (oneLine(now) !== oneLine(from)) conflicts.push({ ...line, from: now });
    else if (sheet === 'Risks') {
      const known = decisions.get(id) ?? { lines: [], cells: new Map(row) };
      known.lines.push(line);
      known.cells.set(column, to);
      decisions.set(id, known);
    } else {
      const work = workFor(record, around, { sheet, id, column, from, to });
      if (typeof work === 'string') problems.push({ ...line, why: work });
      else changes.push({ ...line, work });
    }
  }
  for (const [id, { lines, cells }] of decisions) {
    const work = decisionFor(record, around, id, cells);
    if (typeof work === 'string') problems.push(...lines.map((line) => ({ ...line, why: work })));
    // One decision, however many of its cells were edited.
    else changes.push(...lines.map((line, place) => (place === 0 ? { ...line, work } : line)));
  }
  for (const row of added) {
    const { line, outcome } = additionFor(record, row, changes);
    if (typeof outcome === 'string') problems.push({ ...line, why: outcome });
    else if (outcome) changes.push({ ...line, work: outcome });
  }
  const shown = JSON.stringify(changes.map(({ about, field, from, to }) => [about, field, from, to]));
  const digest = createHash('sha256').update(shown).digest('hex').slice(0, 16);
  return { changes, conflicts, problems, digest };
}

/** What the cells would hold if the workbook were made now, by sheet and id, then by column. */
function rowsNow(sheets: readonly Sheet[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = (cell: Cell) => String(cell ?? '');
  return new Map(
    sheets.flatMap(({ name, columns, rows }) =>
      rows.map((row) => {
        const cells = new Map(columns.map(({ title }, at) => [title, text(row[at])] as const));
        return [`${name} ${text(row[0])}`, cells] as const;
      }),
    ),
  );
}

function nameOf(sheet: string, column: string, row: ReadonlyMap<string, string> | undefined): string {
  if (sheet === 'Risks') return `${row?.get('Risk') ?? 'Risk'}: ${column}`;
  return column === 'Answer' ? (row?.get('Question') ?? column) : column;
}

const longest: Readonly<Record<Field, number>> = { name: 120, source: 120, target: 120, notes: 2000 };

function workFor(record: ProjectRecord, around: Around, { sheet, id, column, to }: Edit): Outcome {
  switch (sheet) {
    case 'Integrations':
    case 'Applications': {
      const field = column.toLowerCase() as Field;
      const scope = sheet === 'Integrations' ? 'integration' : 'application';
      const known = scope === 'integration' ? ['name', 'source', 'target', 'notes'] : ['name', 'notes'];
      if (!known.includes(field)) return 'This cannot be changed here.';
      if (field !== 'notes' && !oneLine(to)) return `${column} cannot be empty.`;
      if (to.length > longest[field]) return `${column} has at most ${longest[field]} characters.`;
      const text = field === 'notes' ? to.trim() : oneLine(to);
      return { kind: 'field', subject: { scope, id }, field, to: text };
    }
    case 'Answers':
    case 'Open questions':
      return column === 'Answer' ? answerFor(record, around, id, to) : 'This cannot be changed here.';
    default:
      return 'This cannot be changed here.';
  }
}

/** `integration:orders#3`, an answer of the log, or `integration:orders?load.peak`, a question. */
function answerFor(record: ProjectRecord, around: Around, id: string, typed: string): Outcome {
  const [, key = '', place, question] = /^([^#?]+)(?:#(\d+)|\?(.+))$/.exec(id) ?? [];
  const log = logsOf(record).find(({ subject }) => subjectKey(subject) === key);
  const before = place ? log?.answers[Number(place) - 1] : undefined;
  const asked: Question | undefined = record.content.question.get(before?.question ?? question ?? '');
  if (!log || !asked || asked.scope !== log.subject.scope) return 'This question is not asked any more.';
  if (before && !newestOf(log.answers).has(before)) return 'It was replaced since. Change the newer answer.';
  if (!typed.trim()) return 'An answer is not taken back by an empty cell. Say what holds now.';
  const reading = readAnswer(asked, typed, around.readDate);
  if (!reading.ok) return reading.why;
  return { kind: 'answer', subject: log.subject, answer: { question: asked.key, said: reading.said } };
}

function decisionFor(
  { entries }: ProjectRecord,
  around: Around,
  id: string,
  cells: ReadonlyMap<string, string>,
): Outcome {
  const entry = entries.find(({ finding }) => finding.id === id);
  if (!entry) return 'This is no risk any more.';
  const cell = (column: string) => oneLine(cells.get(column));
  const { subject } = entry.finding;
  const treatment = cell('Treatment').toLowerCase();
  if (!treatment && entry.treatment)
    return { kind: 'decision', subject, did: { kind: 'withdrawn', finding: id } };
  if (!isTreatment(treatment)) return 'Treatment is one of avoid, reduce, share, accept.';
  const wish = {
    owner: cell('Owner'),
    due: cell('Due'),
    note: cell('Note'),
    probability: cell('Remaining likelihood'),
    impact: cell('Remaining impact'),
    reason: cell('Note'),
    approver: cell('Approved by'),
    until: cell('Due'),
  };
  const reading = readDecision(treatment, wish, entry.finding, around);
  return reading.ok ? { kind: 'decision', subject, did: reading.value } : reading.problems.join(' ');
}

const isTreatment = (text: string): text is Treatment => /^(?:avoid|reduce|share|accept)$/.test(text);
