/** A workbook as XLSX: real tables with filters, a frozen header, dates as dates; and, hidden, what it held when it was made. */
import type { Worksheet, Style as XlsxStyle } from 'exceljs';
import type { Cell, Column, Sheet, Workbook } from '../../app/export/table.ts';
import { neutral } from './neutral.ts';
import { withoutTimes } from './zip-entries.ts';

/** The hidden sheet that edited cells are compared with. */
export const originSheet = 'Bridgekeeper';
/** Excel takes no longer text. */
const longestText = 32_000;

const font = { name: 'Calibri', size: 11 };
const fonts = {
  head: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
  id: { ...font, color: { argb: 'FF808080' }, size: 9 },
};
/** In points: of a line of text, and of the tallest row before its text is cut off. */
const [lineHeight, mostHeight] = [15, 240];
const heads = { plain: 'FF44546A', editable: 'FF1F5FBF' };
const formats = { date: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' };
const fills: Readonly<Record<string, string>> = {
  critical: 'FFF4B6B6',
  high: 'FFFAD7AC',
  medium: 'FFFFF2CC',
  low: 'FFE2F0D9',
};

export async function workbookBytes({ title, project, at, sheets }: Workbook): Promise<Uint8Array> {
  // Loading it takes longer than starting the bot: only who exports pays for it.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'Bridgekeeper';
  book.title = plain(title);
  book.created = new Date(at);
  book.modified = new Date(at);
  for (const sheet of sheets) drawSheet(book.addWorksheet(sheet.name), sheet);
  const origin = book.addWorksheet(originSheet, { state: 'veryHidden' });
  origin.addRows([
    ['project', project],
    ['at', at],
    ['format', 1],
    ...columnsOf(sheets),
    ...originOf(sheets),
  ]);
  // The same project gives the same bytes: its parts do not say when they were packed.
  return new Uint8Array(withoutTimes(Buffer.from(await book.xlsx.writeBuffer())));
}

function columnsOf(sheets: readonly Sheet[]): string[][] {
  return sheets.flatMap(({ name, columns }) =>
    columns.map(({ title, editable }) => ['column', name, title, editable ? 'editable' : '']),
  );
}

/** Sheet, id, column and text of every cell that may be edited and is not empty. */
function originOf(sheets: readonly Sheet[]): string[][] {
  return sheets.flatMap(({ name, columns, rows }) =>
    rows.flatMap((row) =>
      columns.flatMap((column, at) =>
        column.editable && row[at] !== undefined
          ? [['cell', name, String(row[0]), column.title, neutral(plain(String(row[at])))]]
          : [],
      ),
    ),
  );
}

function drawSheet(page: Worksheet, { name, columns, rows }: Sheet): void {
  page.views = [{ state: 'frozen', ySplit: 1 }];
  page.pageSetup = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    paperSize: 9,
    printTitlesRow: '1:1',
  };
  columns.forEach(({ width }, at) => {
    page.getColumn(at + 1).width = width + 2;
  });
  page.addTable({
    name: name.replace(/\W/g, '_'),
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleLight15', showRowStripes: false },
    columns: columns.map(({ title }) => ({ name: title, filterButton: true })),
    // A table without a row does not open.
    rows: (rows.length > 0 ? rows : [[]]).map((row) =>
      columns.map((column, at) => contentOf(row[at], column)),
    ),
  });
  rows.forEach((row, place) => {
    page.getRow(place + 2).height = heightOf(row, columns);
  });
  page.getRow(1).height = 2 * lineHeight;
  const look = looks();
  columns.forEach((column, at) => {
    const head = page.getCell(1, at + 1);
    head.font = fonts.head;
    head.fill = solid(column.editable ? heads.editable : heads.plain);
    head.alignment = { vertical: 'middle', wrapText: true };
    rows.forEach((row, place) => {
      page.getCell(place + 2, at + 1).style = look(column, row[at]);
    });
  });
}

type Style = Partial<XlsxStyle>;

/** exceljs knows a look by its object: made once for each kind of cell, thousands of cells cost next to nothing. */
function looks(): (column: Column, cell: Cell) => Style {
  const known = new Map<string, Style>();
  return ({ kind, title }, cell) => {
    const fill = kind === 'severity' ? fills[String(cell)] : undefined;
    const key = `${title === 'Id'} ${kind} ${fill}`;
    let look = known.get(key);
    if (!look) {
      look = {
        alignment: { vertical: 'top', horizontal: 'left', wrapText: title !== 'Id' },
        font: title === 'Id' ? fonts.id : font,
        ...(kind === 'date' || kind === 'time' ? { numFmt: formats[kind] } : {}),
        ...(fill ? { fill: solid(fill) } : {}),
      };
      known.set(key, look);
    }
    return look;
  };
}

/** Programs that open the file do not all measure wrapped text themselves. */
function heightOf(row: readonly Cell[], columns: readonly Column[]): number {
  const lines = columns.map(({ title, width }, at) => {
    const paragraphs = title === 'Id' || row[at] === undefined ? [] : String(row[at]).split('\n');
    return paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / width)), 0);
  });
  return Math.min(Math.max(1, ...lines) * lineHeight, mostHeight);
}

const solid = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

function contentOf(cell: Cell, { kind }: Column): string | number | Date | null {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  if ((kind === 'date' || kind === 'time') && !Number.isNaN(Date.parse(cell))) return new Date(cell);
  return neutral(plain(cell));
}

/** No longer than a cell can be, and without what XML cannot hold. */
function plain(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}
