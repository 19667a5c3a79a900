/** What people do in their spreadsheet program with a workbook that they were handed. */
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { ExportFile } from '../../src/app/export/files.ts';
import type { HandedIn } from '../../src/app/export/handed-in.ts';
import { filesOf } from '../../src/render/files/file.ts';
import { readWorkbook } from '../../src/render/files/read-workbook.ts';

export async function openWorkbook(file: ExportFile | undefined): Promise<ExcelJS.Workbook> {
  const [written] = file ? await filesOf(file) : [];
  return bookOf(written?.bytes);
}

export async function bookOf(bytes: Uint8Array | undefined): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes?.slice().buffer as ArrayBuffer);
  return book;
}

/** Sets the cell of the first row that holds this text anywhere. */
export function edit(
  book: ExcelJS.Workbook,
  sheet: string,
  row: string,
  column: string,
  value: ExcelJS.CellValue,
): void {
  const page = book.getWorksheet(sheet);
  const at = columnAt(page, column);
  let done = false;
  page?.eachRow((each) => {
    if (done || !(each.values as unknown[]).some((cell) => String(cell).includes(row))) return;
    each.getCell(at).value = value;
    done = true;
  });
  expect(done && at > 0, `${sheet}: ${row}, ${column}`).toBe(true);
}

/** Writes below the last row. */
export function addRow(book: ExcelJS.Workbook, sheet: string, cells: Readonly<Record<string, string>>): void {
  const page = book.getWorksheet(sheet);
  const row = page?.getRow(page.rowCount + 1);
  for (const [column, text] of Object.entries(cells)) {
    const at = columnAt(page, column);
    expect(at, `${sheet}: ${column}`).toBeGreaterThan(0);
    if (row) row.getCell(at).value = text;
  }
}

const columnAt = (page: ExcelJS.Worksheet | undefined, column: string): number =>
  page ? (page.getRow(1).values as string[]).indexOf(column) : -1;

export async function bytesOf(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** As a door reads it. */
export async function handedIn(book: ExcelJS.Workbook): Promise<HandedIn> {
  const result = await readWorkbook(await bytesOf(book));
  if (!result.ok) throw new Error(result.why);
  return result.handedIn;
}
