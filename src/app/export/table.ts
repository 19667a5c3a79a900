/** What an exported sheet holds, as values; how a file writes it is decided in `render/`. */

export type Cell = string | number | undefined;

export interface Column {
  readonly title: string;
  /** `date`: `YYYY-MM-DD`; `time`: ISO 8601, UTC. `severity` is a word that is coloured as well. */
  readonly kind: 'text' | 'number' | 'date' | 'time' | 'severity';
  /** In characters. */
  readonly width: number;
  /** People may change it in the file and hand it in again. */
  readonly editable?: true;
}

export interface Sheet {
  readonly name: string;
  /** The first column of a sheet that can be handed in again holds ids. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  readonly title: string;
  readonly project: string;
  /** When it was made, ISO 8601, UTC. */
  readonly at: string;
  readonly sheets: readonly Sheet[];
}

export function column(
  title: string,
  width: number,
  kind: Column['kind'] = 'text',
  more: Pick<Column, 'editable'> = {},
): Column {
  return { title, width, kind, ...more };
}

export const editable = { editable: true } as const;
