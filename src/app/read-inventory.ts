/** An inventory as people send it, out of spreadsheets or typed: text → rows, each of them read or refused with its line. */
import { type CsvError, parse } from 'csv-parse/sync';
import type { Flag, Inventory, Row } from '../core/landscape/inventory.ts';

export interface UnreadableInventory {
  readonly ok: false;
  readonly reason: string;
}

type Kind = Inventory['kind'];

const required: Readonly<Record<Kind, readonly string[]>> = {
  integrations: ['name', 'source_application', 'target_application'],
  applications: ['name'],
};

const optional: Readonly<Record<Kind, readonly string[]>> = {
  integrations: [
    'business_process',
    'direction',
    'frequency',
    'volume',
    'method',
    'owner',
    'source_hosting',
    'target_hosting',
    'notes',
  ],
  applications: ['vendor_product', 'hosting', 'owner', 'notes'],
};

/** What other inventories call the columns that have to be there. */
const otherNames: Readonly<Record<string, string>> = {
  integration: 'name',
  integration_name: 'name',
  interface: 'name',
  interface_name: 'name',
  source: 'source_application',
  source_system: 'source_application',
  sender: 'source_application',
  from: 'source_application',
  target: 'target_application',
  target_system: 'target_application',
  receiver: 'target_application',
  to: 'target_application',
  process: 'business_process',
  interface_method: 'method',
};

const columnsOf = (kind: Kind) => [...required[kind], ...optional[kind]];

/** Words for "nobody has said yet". */
const unknownWords =
  /^(?:[-–—_.]+|\?+|tb[dac]|n\/?a|#n\/a|n\.a\.|unknown|not known|none given|to be (?:defined|confirmed|determined|decided|announced))\.?$/i;

/** A cell that spans more lines than this is a quotation mark that somebody forgot. */
const longestCell = 200;

export function readInventory(file: string, text: string): Inventory | UnreadableInventory {
  const foreign = whyNotText(text);
  if (foreign) return { ok: false, reason: foreign };
  const lines = text.replace(/^(?:\uFEFF|ï»¿)/, '').split(/\r\n|\n|\r/);
  const table = findHeader(lines);
  if (!table.ok) return table;
  const { rows, refused, flagged } = readRows(lines, table);
  const counted = table.known.filter(({ column }) => column !== 'notes');
  const cells = rows.flatMap(({ fields }) => counted.map(({ column }) => fields[column]));
  return {
    ok: true,
    kind: table.kind,
    file: file.replace(/^.*[\\/]/s, '') || 'inventory',
    rows,
    refused,
    flagged: [...table.flagged, ...lostLetters(lines), ...flagged],
    fields: cells.length,
    unknownFields: cells.filter((cell) => cell === '').length,
  };
}

function whyNotText(text: string): string | undefined {
  if (text.startsWith('PK\u0003\u0004')) return 'This is an Excel workbook. Save it as "CSV UTF-8" first.';
  if (/^(?:\uFFFE|ÿþ|þÿ)|\0/.test(text))
    return 'This is UTF-16 ("Unicode Text") or no text at all. Save it as "CSV UTF-8" first.';
  return text.replace(/\uFEFF/g, '').trim() === '' ? 'The file is empty.' : undefined;
}

/** Windows letters read as UTF-8 arrive as this sign. */
function lostLetters(lines: readonly string[]): Flag[] {
  const at = lines.findIndex((line) => line.includes('\uFFFD'));
  const note =
    'Some letters could not be read and stand as \uFFFD. Save the file as "CSV UTF-8" to keep them.';
  return at < 0 ? [] : [{ line: at + 1, note }];
}

interface Table {
  readonly ok: true;
  readonly kind: Kind;
  readonly separator: string;
  readonly headings: readonly string[];
  /** Where each known column stands. */
  readonly known: readonly { readonly column: string; readonly at: number }[];
  /** Index of the first line under the header. */
  readonly next: number;
  readonly flagged: readonly Flag[];
}

function findHeader(lines: readonly string[]): Table | UnreadableInventory {
  let at = lines.findIndex((line) => line.trim() !== '');
  // Excel's own first line, which says what separates the cells.
  const announced = /^"?sep=([^\w"])"?[,; ]*$/i.exec(lines[at] ?? '')?.[1];
  if (announced) at = lines.findIndex((line, index) => index > at && line.trim() !== '');
  if (at < 0) return { ok: false, reason: 'The file is empty.' };
  const everything = new Set([...columnsOf('integrations'), ...columnsOf('applications')]);
  const tried = [announced ?? ',', ',', ';', '\t'].map((separator) => {
    const record = readRecord(lines, at, separator);
    const headings = record.ok ? record.cells : [];
    const found = new Set(headings.map(columnName).filter((column) => everything.has(column)));
    return { separator, record, headings, found };
  });
  const { separator, record, headings, found } = tried.reduce((best, other) =>
    other.found.size > best.found.size ? other : best,
  );
  const kind = kindOf(found);
  if (!record.ok || !kind) {
    const first = shorten(lines[at]?.trim() ?? '', 80);
    return {
      ok: false,
      reason: `This is no inventory: line ${at + 1} is no header ("${first}"). ${expected()}`,
    };
  }
  const missing = required[kind].filter((column) => !found.has(column));
  if (missing.length > 0) return { ok: false, reason: missingColumns(kind, missing, headings) };
  const names = headings.map(columnName);
  const known = columnsOf(kind)
    .filter((column) => found.has(column))
    .map((column) => ({ column, at: names.indexOf(column) }));
  const flagged = columnFlags(headings, known, at + 1);
  return { ok: true, kind, separator, headings, known, next: record.next, flagged };
}

function kindOf(found: ReadonlySet<string>): Kind | undefined {
  if (found.size === 0) return undefined;
  if (found.has('source_application') || found.has('target_application')) return 'integrations';
  const own = (kind: Kind, other: Kind) =>
    optional[kind].filter((column) => found.has(column) && !optional[other].includes(column)).length;
  return own('integrations', 'applications') > own('applications', 'integrations')
    ? 'integrations'
    : 'applications';
}

/** "Source Application", "SOURCE-APPLICATION", "Sender" → `source_application`. */
function columnName(heading: string): string {
  const name = tidy(heading)
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
  return otherNames[name] ?? name;
}

function missingColumns(kind: Kind, missing: readonly string[], headings: readonly string[]): string {
  const found = headings
    .filter((heading) => heading.trim() !== '')
    .map((heading) => shorten(tidy(heading), 40));
  const shown = found.length > 20 ? [...found.slice(0, 20), `${found.length - 20} more`] : found;
  const which = missing.length > 1 ? 'The columns' : 'The column';
  const are = missing.length > 1 ? 'are' : 'is';
  return `${which} ${quoted(missing)} ${are} missing. The header found: ${quoted(shown)}. ${expected([kind])}`;
}

function expected(kinds: readonly Kind[] = ['integrations', 'applications']): string {
  return kinds
    .map(
      (kind) =>
        `Expected for ${kind}: ${required[kind].join(', ')}; where known, ${optional[kind].join(', ')}.`,
    )
    .join(' ');
}

function columnFlags(headings: readonly string[], known: Table['known'], line: number): Flag[] {
  const read = new Set(known.map(({ at }) => at));
  const left = headings.filter((heading, at) => heading.trim() !== '' && !read.has(at));
  const note = `Columns that were not read: ${quoted(left.map((heading) => shorten(tidy(heading), 40)))}.`;
  return left.length === 0 ? [] : [{ line, note }];
}

function readRows(lines: readonly string[], table: Table): Pick<Inventory, 'rows' | 'refused' | 'flagged'> {
  const { headings, known } = table;
  const rows: Row[] = [];
  const refused: { line: number; reason: string }[] = [];
  const flagged: Flag[] = [];
  const layout = layoutOf(lines, table);
  /** The line of a row with broken quotation marks: what follows may be the rest of it. */
  let broken: number | undefined;
  for (const record of inOneGo(lines, table.next, layout) ?? oneByOne(lines, table.next, layout)) {
    const { line } = record;
    if (!record.ok) {
      refused.push({ line, reason: record.reason });
      broken = line;
      continue;
    }
    const cells = record.cells.map(tidy);
    if (cells.every((cell) => cell === '')) continue;
    if (broken !== undefined && cells.length < layout.narrowest) {
      refused.push({
        line,
        reason: `looks like a part of the row on line ${broken}, whose quotation marks do not pair up`,
      });
      continue;
    }
    broken = undefined;
    const reason = whyRefused(cells, table);
    if (reason) refused.push({ line, reason });
    else rows.push({ line, fields: fieldsOf(cells, known) });
    if (flagged.length === 0 && headings.some((heading, at) => heading.trim() === '' && cells[at])) {
      flagged.push({ line, note: 'Cells in columns without a heading were not read, here and below.' });
    }
  }
  return { rows, refused, flagged };
}

function fieldsOf(cells: readonly string[], known: Table['known']): Record<string, string> {
  return Object.fromEntries(
    known.map(({ column, at }) => {
      const text = cells[at] ?? '';
      if (unknownWords.test(text)) return [column, ''];
      // Elsewhere line breaks stay: in a list of names they part one from the next.
      return [column, column === 'name' ? text.replace(/\s+/g, ' ') : text];
    }),
  );
}

function whyRefused(cells: readonly string[], table: Table): string | undefined {
  const { separator, headings, known } = table;
  if (cells.slice(headings.length).some((cell) => cell !== '')) {
    const sign = separator === '\t' ? 'a tab' : `"${separator}"`;
    return `has ${cells.length} cells, the header ${headings.length}: a cell that holds ${sign} needs quotation marks`;
  }
  if (cells.length === 1 && looksLikeRow(cells[0] ?? '', table)) {
    return 'stands in quotation marks as a whole: take the outer ones away';
  }
  return fieldsOf(cells, known).name === '' ? 'has no name' : undefined;
}

/** `next` is the index of the line that follows it. */
type Parsed = { readonly line: number; readonly next: number } & (
  | { readonly ok: true; readonly cells: readonly string[] }
  | { readonly ok: false; readonly reason: string }
);

/** What tells a row from the rest of a torn one. */
interface Layout {
  readonly separator: string;
  readonly headings: readonly string[];
  /** Most rows have all their cells; then a line with fewer is suspect where quotation marks do not pair up. */
  readonly padded: boolean;
  readonly narrowest: number;
}

function layoutOf(lines: readonly string[], { separator, headings, kind, next }: Table): Layout {
  const widths = lines
    .slice(next)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"[^"]*"/g, '').split(separator).length);
  const padded = widths.filter((width) => width >= headings.length).length * 2 >= widths.length;
  const least = Math.min(headings.length, Math.max(2, required[kind].length));
  return { separator, headings, padded, narrowest: padded ? headings.length : least };
}

/** Several times as fast; only for a file without a broken row. */
function inOneGo(lines: readonly string[], from: number, layout: Layout): Parsed[] | undefined {
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

function oneByOne(lines: readonly string[], from: number, layout: Layout): Parsed[] {
  const all: Parsed[] = [];
  for (let at = from; at < lines.length; at = all.at(-1)?.next ?? lines.length) {
    all.push(readRecord(lines, at, layout.separator, layout));
  }
  return all;
}

/** One record, which may go on over several lines. After a broken one reading goes on at the very next line. */
function readRecord(lines: readonly string[], at: number, separator: string, layout?: Layout): Parsed {
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

function looksLikeRow(
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

const tidy = (cell: string) =>
  cell
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

const shorten = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
