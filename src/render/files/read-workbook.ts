/** A workbook that somebody edited → what differs from the hidden copy of what it held when it was made. */
import { inflateRawSync } from 'node:zlib';
import type { Workbook as Book, CellValue, Worksheet } from 'exceljs';
import type { HandedIn } from '../../app/export/handed-in.ts';
import type { Edit, NewRow } from '../../core/landscape/upload.ts';
import { fromNeutral } from './neutral.ts';
import { originSheet } from './workbook.ts';
import { packedPart, zipEntries } from './zip-entries.ts';

export type ReadWorkbook =
  | { readonly ok: true; readonly handedIn: HandedIn }
  | { readonly ok: false; readonly why: 'no-workbook' | 'not-ours' | 'too-large' };

/** What a workbook may grow to when it is unpacked; how many names of unknown things are worth a line; new rows at once. */
const [mostUnpacked, mostUnknown, mostAdded] = [48 * 1024 * 1024, 20, 200];

export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const size = unpackedSize(Buffer.from(bytes));
  if (size === undefined) return { ok: false, why: 'no-workbook' };
  if (size > mostUnpacked) return { ok: false, why: 'too-large' };
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  } catch {
    return { ok: false, why: 'no-workbook' };
  }
  const origin = readOrigin(book.getWorksheet(originSheet));
  return origin ? { ok: true, handedIn: compare(book, origin) } : { ok: false, why: 'not-ours' };
}

interface Origin {
  readonly project: string;
  /** Of each sheet: its columns, and whether they may be edited. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** By sheet, id and column. */
  readonly cells: ReadonlyMap<string, string>;
}

const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);

function readOrigin(page: Worksheet | undefined): Origin | undefined {
  const rows = page ? rowsOf(page) : [];
  const [first] = rows;
  if (first?.[0] !== 'project' || !first[1]) return undefined;
  const columns = new Map<string, Map<string, boolean>>();
  const cells = new Map<string, string>();
  for (const [what, sheet = '', ...rest] of rows) {
    const [one = '', two = '', three = ''] = rest;
    if (what === 'column') {
      const known = columns.get(sheet) ?? new Map<string, boolean>();
      columns.set(sheet, known.set(one, two === 'editable'));
    } else if (what === 'cell') cells.set(keyOf(sheet, one, two), three);
  }
  return { project: first[1], columns, cells };
}

function compare(book: Book, { project, columns, cells }: Origin): HandedIn {
  const edits: Edit[] = [];
  const added: NewRow[] = [];
  const unknown: string[] = [];
  for (const page of book.worksheets) {
    if (page.name === originSheet) continue;
    const known = columns.get(page.name);
    const [head = [], ...rows] = rowsOf(page);
    if (!known) {
      unknown.push(`the sheet “${page.name}”`);
      continue;
    }
    for (const title of head)
      if (title && !known.has(title)) unknown.push(`the column “${title}” of ${page.name}`);
    const idAt = head.indexOf('Id');
    const asked = head.flatMap((title, at) => (known.get(title) ? [{ title, at }] : []));
    if (asked.length === 0) continue;
    rows.forEach((row, place) => {
      const id = row[idAt] ?? '';
      if (!id) {
        const cells = asked.flatMap(({ title, at }) => (row[at] ? [[title, row[at]] as const] : []));
        if (cells.length > 0)
          added.push({ sheet: page.name, row: place + 2, cells: Object.fromEntries(cells) });
        return;
      }
      for (const { title, at } of asked) {
        const [from, to] = [cells.get(keyOf(page.name, id, title)) ?? '', row[at] ?? ''];
        if (tidy(from) !== tidy(to)) edits.push({ sheet: page.name, id, column: title, from, to });
      }
    });
  }
  if (added.length > mostAdded) unknown.push(`new rows beyond the first ${mostAdded}`);
  const more = unknown.length - mostUnknown;
  return {
    project,
    edits,
    ...(added.length > 0 ? { added: added.slice(0, mostAdded) } : {}),
    unknown: more > 0 ? [...unknown.slice(0, mostUnknown), `and ${more} more`] : unknown,
  };
}

/** What a spreadsheet does to line ends and blanks is no edit. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

function rowsOf(page: Worksheet): string[][] {
  const rows: string[][] = [];
  page.eachRow({ includeEmpty: true }, (row) => {
    const values = Array.isArray(row.values) ? row.values : [];
    rows.push(Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => textOf(values[at + 1])));
  });
  return rows;
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return fromNeutral(String(value));
  if ('richText' in value) return fromNeutral(value.richText.map(({ text }) => text).join(''));
  if ('text' in value) return textOf(value.text as CellValue);
  // A formula is never worked out here; what the spreadsheet made of it counts.
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}

/** By really unpacking each part, up to the limit: what a zip says about sizes is its maker's word. */
function unpackedSize(zip: Buffer): number | undefined {
  const entries = zipEntries(zip);
  if (!entries) return undefined;
  let size = 0;
  for (const entry of entries) {
    const part = packedPart(zip, entry);
    try {
      size +=
        entry.method === 0 ? part.length : inflateRawSync(part, { maxOutputLength: mostUnpacked }).length;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? mostUnpacked + 1 : undefined;
    }
    if (size > mostUnpacked) return size;
  }
  return size;
}
