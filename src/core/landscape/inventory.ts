/** An inventory after reading, the circumstances of its import, and what came of that. */
import type { Said } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import type { Integration, Project } from './landscape.ts';

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

interface Counts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
}

export const cell = (row: Row, column: string): string => row.fields[column] ?? '';
