/** The records of a file whose cells may hold line breaks in quotation marks; a broken one takes no other with it. */
import { type CsvError, parse } from 'csv-parse/sync';
import { shorten, tidy } from './inventory-cells.ts';

/** A cell that spans more lines than this is a quotation mark that somebody forgot. */
const longestCell = 200;

/** `next` is the index of the line that follows it. */
type Parsed = { readonly line: number; readonly next: number } & (
  | { readonly ok: true; readonly cells: readonly string[] }
  | { readonly ok: false; readonly reason: string }
);

/** What tells a row from the rest of a torn one. */
export interface Layout {
  readonly separator: string;
  readonly headings: readonly string[];
  /** Most rows have all their cells; then a line with fewer is suspect where quotation marks do not pair up. */
  readonly padded: boolean;
  readonly narrowest: number;
}

/** Several times as fast; only for a file without a broken row. */
export function inOneGo(lines: readonly string[], from: number, layout: Layout): Parsed[] | undefined {
  const { records, error } = parseRecords(lines.slice(from).join('\n'), layout.separator);
  if (error) return undefined;
  let start = from;
  const all = records.map(({ record, info }) => {
    const parsed = { ok: true, line: start + 1, next: from + info.lines, cells: record } as const;
    start = parsed.next;
    return parsed;
  });
  return all.some((one) => swallows(lines, one, layout)) ? undefined : all;
}

export function oneByOne(lines: readonly string[], from: number, layout: Layout): Parsed[] {
  const all: Parsed[] = [];
  for (let at = from; at < lines.length; at = all.at(-1)?.next ?? lines.length) {
    all.push(readRecord(lines, at, layout.separator, layout));
  }
  return all;
}

/** One record, which may go on over several lines. After a broken one reading goes on at the very next line. */
export function readRecord(lines: readonly string[], at: number, separator: string, layout?: Layout): Parsed {
  const line = at + 1;
  const first = lines[at] ?? '';
  if (!first.includes('"')) return { ok: true, line, next: at + 1, cells: first.split(separator) };
  let error: CsvError | undefined;
  const furthest = Math.min(lines.length, at + longestCell);
  for (let next = at + 1; next <= furthest; next += 1) {
    // Only another mark can close what is open.
    if (next > at + 1 && !lines[next - 1]?.includes('"')) continue;
    const parsed = parseRecords(lines.slice(at, next).join('\n'), separator);
    if (!parsed.error) {
      const record = { ok: true, line, next, cells: parsed.records[0]?.record ?? [] } as const;
      if (layout && swallows(lines, record, layout)) break;
      return record;
    }
    error = parsed.error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED') break;
  }
  return { ok: false, line, next: at + 1, reason: brokenQuotes(error, layout?.headings ?? []) };
}

/** A quotation mark that is closed only on a later line, after whole rows or in another column, was not meant to be. */
function swallows(lines: readonly string[], record: Parsed & { readonly ok: true }, layout: Layout): boolean {
  const { line, next, cells } = record;
  const spans = next - line + 1;
  if (spans === 1) return false;
  if (spans > longestCell || (layout.padded && cells.length < layout.headings.length)) return true;
  const inside = lines.slice(line, next - 1).filter((text) => text.trim() !== '' && !text.includes('"'));
  return inside.length > 0 && inside.every((text) => looksLikeRow(text, layout));
}

export function looksLikeRow(
  text: string,
  { separator, headings }: Pick<Layout, 'separator' | 'headings'>,
): boolean {
  const cells = text.split(separator);
  const beyond = cells.slice(headings.length).some((cell) => cell.trim() !== '');
  return headings.length > 2 && cells.length >= headings.length && !beyond;
}

function parseRecords(text: string, separator: string) {
  let error: CsvError | undefined;
  const records = parse(text, {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    ltrim: true,
    rtrim: true,
    info: true,
    skip_records_with_error: true,
    on_skip: (problem) => {
      error ??= problem;
      return undefined;
    },
  });
  return { records: records as unknown as { record: string[]; info: { lines: number } }[], error };
}

function brokenQuotes(error: CsvError | undefined, headings: readonly string[]): string {
  const heading = headings[Number(error?.column)]?.trim();
  const where = heading ? ` in "${shorten(tidy(heading), 40)}"` : '';
  return error?.code === 'INVALID_OPENING_QUOTE'
    ? `has a quotation mark in the middle of a cell${where}: put the whole cell in quotes and write the mark twice`
    : `has quotation marks${where} that do not pair up: inside a quoted cell a mark is written twice`;
}
