/** What a row of an inventory adds to what is known already, be it an integration or an application. */
import { type Answer, sameSaid } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import { cell, type Import, type Inventory, type Row } from './inventory.ts';
import type { Application, Integration, Origin } from './landscape.ts';

/** What a person put on the list stays as that person wrote it: the file only fills its gaps. */
export const isFirm = (kept: { readonly origin?: Origin } | undefined) => kept !== undefined && !kept.origin;

export function originOf(row: Row, { file }: Inventory, kept: Application | Integration | undefined) {
  return isFirm(kept) ? {} : { origin: { file, line: row.line } };
}

export function mergeNotes(
  row: Row,
  kept: Application | Integration | undefined,
): { readonly notes?: string } {
  const written = cell(row, 'notes');
  const notes = written === '' || (isFirm(kept) && kept?.notes) ? kept?.notes : written;
  return notes === undefined ? {} : { notes };
}

export function saysMore<T extends object>(kept: T, read: Partial<T>): boolean {
  return (Object.keys(read) as (keyof T)[]).some((field) => kept[field] !== read[field]);
}

/** What the row says that the last file did not; a cell that was emptied takes nothing back. */
export function suggestions(
  row: Row,
  { kind, file }: Inventory,
  onFile: readonly Answer[],
  run: Import,
): Answer[] {
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
