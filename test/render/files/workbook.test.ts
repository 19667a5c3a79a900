import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { recordOf } from '../../../src/app/export/record.ts';
import type { Workbook } from '../../../src/app/export/table.ts';
import { workbookOf } from '../../../src/app/export/workbook.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { csvOf } from '../../../src/render/files/csv.ts';
import { fromNeutral, neutral } from '../../../src/render/files/neutral.ts';
import { readWorkbook } from '../../../src/render/files/read-workbook.ts';
import { workbookBytes } from '../../../src/render/files/workbook.ts';
import { usualLimits } from '../../../src/teams/limits.ts';
import { oddTexts, randomProject } from '../../app/export/random-project.ts';
import { content } from '../../journeys/stage.ts';

const at = '2026-03-02T08:00:00.000Z';
const { project, integrations } = randomProject(content, 4);
const workbook = workbookOf(recordOf({ content, calculations }, project, integrations, at));

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

describe('the workbook', () => {
  let bytes: Uint8Array;
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    bytes = await workbookBytes(workbook);
    book = await opened(bytes);
  }, 60_000);

  it('has a sheet for each area, each a table with filters under a frozen header', () => {
    const shown = book.worksheets.filter(({ state }) => state === 'visible');
    expect(shown.map(({ name }) => name)).toEqual([
      ...['Summary', 'Risks', 'Next steps', 'Integrations', 'Applications'],
      ...['Answers', 'Open questions', 'Audit'],
    ]);
    for (const sheet of shown) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      // exceljs does not declare what it reads of a table.
      const [table] = sheet.getTables() as unknown as { table: { columns: { filterButton: boolean }[] } }[];
      expect(table?.table.columns.every(({ filterButton }) => filterButton)).toBe(true);
      for (let column = 1; column <= sheet.columnCount; column += 1)
        expect(sheet.getColumn(column).width ?? 9).toBeGreaterThan(5);
    }
  });

  it('holds every answer of the log with its author and time, and dates as dates', () => {
    const sheet = book.getWorksheet('Answers');
    const count = [project, ...project.applications, ...integrations].reduce(
      (sum, { answers }) => sum + answers.length,
      0,
    );
    expect(sheet?.rowCount).toBe(count + 1);
    expect(sheet?.getCell('G2').value).toBeInstanceOf(Date);
    expect(sheet?.getCell('F2').text).not.toBe('');
    expect(sheet?.getCell('E2').alignment).toMatchObject({ wrapText: true });
  });

  it('says how bad a risk is in a word, and worst first', () => {
    const words = book.getWorksheet('Risks')?.getColumn(2).values.slice(2) ?? [];
    const order = ['critical', 'high', 'medium', 'low'];
    expect(words.length).toBeGreaterThan(10);
    expect(words.map((word) => order.indexOf(String(word)))).toEqual(
      words.map((word) => order.indexOf(String(word))).sort((one, other) => one - other),
    );
  });

  it('holds no formula, and no text that a program could take for one', () => {
    const suspects: unknown[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell(({ value }) => {
          if (typeof value === 'object' && value !== null && !(value instanceof Date)) suspects.push(value);
          if (typeof value === 'string' && /^[=+\-@\t\r]/.test(value)) suspects.push(value);
        }),
      ),
    );
    expect(suspects).toEqual([]);
  });

  it('opens where there is nothing in it, and with what no XML can hold', async () => {
    const rows = [['a\u0000b\ud800c\u000b', 'x'.repeat(40_000)]];
    const odd: Workbook = {
      ...workbook,
      sheets: [
        { name: 'Empty', columns: [{ title: 'Id', kind: 'text', width: 9 }], rows: [] },
        {
          name: 'Odd',
          columns: [
            { title: 'Id', kind: 'text', width: 9 },
            { title: 'Long', kind: 'text', width: 9 },
          ],
          rows,
        },
      ],
    };
    const read = await opened(await workbookBytes(odd));
    expect(read.getWorksheet('Odd')?.getCell('A2').value).toBe('abc');
    expect(read.getWorksheet('Odd')?.getCell('B2').text.length).toBeLessThan(32_768);
  });

  it('is the same to the byte, whenever it is made of the same', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-05-06T07:08:10.000Z') });
    onTestFinished(() => void vi.useRealTimers());
    expect(Buffer.from(await workbookBytes(workbook)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('holds 5,000 answers, made in seconds, and can be handed in again', async () => {
    const large = randomProject(content, 9, 150);
    const answers = [large.project, ...large.project.applications, ...large.integrations].flatMap(
      (each) => each.answers,
    );
    expect(answers.length).toBeGreaterThan(5000);
    const record = recordOf({ content, calculations }, large.project, large.integrations, at);
    const before = process.cpuUsage();
    const made = await workbookBytes(workbookOf(record));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(8);
    // Half of it leaves room for what a spreadsheet program makes of it.
    expect(made.length).toBeLessThan(usualLimits.fileBytes / 2);
    expect(await readWorkbook(made)).toMatchObject({ ok: true, handedIn: { edits: [], unknown: [] } });
  }, 60_000);
});

describe('a text that begins like a formula', () => {
  it('becomes a plain text, and comes back as it was written', () => {
    for (const text of [...oddTexts, ...oddTexts.map((each) => `'${each}`), '', "''", '＝1', '-5', '\r']) {
      expect(neutral(text)).not.toMatch(/^[=+\-@\t\r\n＝]/);
      expect(fromNeutral(neutral(text))).toBe(text);
    }
    expect(neutral('plain')).toBe('plain');
    expect(neutral("don't")).toBe("don't");
  });

  it('is one in CSV too, where quotes, commas and line ends are kept apart', () => {
    const csv = csvOf({
      name: 'Register',
      columns: [
        { title: 'Id', kind: 'text', width: 9 },
        { title: 'A, b', kind: 'text', width: 9 },
      ],
      rows: [
        ['=1+1', 'say "hello",\nthen go'],
        [-5, undefined],
      ],
    });
    expect(csv).toBe('\ufeffId,"A, b"\r\n\'=1+1,"say ""hello"",\nthen go"\r\n-5,\r\n');
  });
});
