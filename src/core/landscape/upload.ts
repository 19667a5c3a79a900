/** A workbook that came back and waits for a word: what was edited in it. One for each person and project. */
export interface Upload {
  readonly schema: 1;
  readonly id: string;
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Tells uploads apart. */
  readonly digest: string;
  readonly edits: readonly Edit[];
  /** Absent where there are none. */
  readonly added?: readonly NewRow[];
  /** Sheets, columns and rows nobody can place, in words. */
  readonly unknown: readonly string[];
}

/** A row that somebody wrote below those that were exported. */
export interface NewRow {
  readonly sheet: string;
  /** As a spreadsheet counts. */
  readonly row: number;
  /** By column, of those that may be edited. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A cell that differs from what was exported. */
export interface Edit {
  readonly sheet: string;
  readonly id: string;
  readonly column: string;
  /** As it was exported. */
  readonly from: string;
  readonly to: string;
}
