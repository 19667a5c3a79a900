import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/app/project/read-inventory.ts';

const sampleText = (file: string) =>
  readFileSync(new URL(`../../../samples/florida-palm/${file}`, import.meta.url), 'utf8');
const palm = sampleText('integrations.csv');

function read(text: string, file = 'list.csv') {
  const inventory = readInventory(file, text);
  if (!inventory.ok) throw new Error(inventory.reason);
  return inventory;
}

function reasonOf(text: string): string {
  const inventory = readInventory('list.csv', text);
  return inventory.ok ? 'it was read' : inventory.reason;
}

const ends = 'name,source_application,target_application';
const full = `${ends},notes`;
const table = (...rows: string[]) => rows.join('\n');
const names = (text: string) => read(text).rows.map(({ fields }) => fields.name);
const lines = (text: string) => read(text).rows.map(({ line }) => line);
const refused = (text: string) => read(text).refused;
const tidyRead = read(palm, 'integrations.csv');

describe('the Florida PALM files', () => {
  test('are read completely, with their unknown fields counted', () => {
    expect(tidyRead).toMatchObject({
      kind: 'integrations',
      file: 'integrations.csv',
      refused: [],
      flagged: [],
      fields: 330,
      unknownFields: 141,
    });
    expect(tidyRead.rows.map(({ line }) => line)).toEqual(Array.from({ length: 30 }, (_, at) => at + 2));
    expect(read(sampleText('applications.csv'))).toMatchObject({
      kind: 'applications',
      refused: [],
      flagged: [],
      fields: 52,
      unknownFields: 36,
    });
  });

  test('keep commas and doubled quotation marks inside their cells', () => {
    const [chartFields] = tidyRead.rows.filter(({ line }) => line === 11);
    expect(chartFields?.fields.target_application).toBe('Agency Business Systems, and Enterprise partners');
    expect(chartFields?.fields.notes).toContain('reads "Agency of All(%)".');
  });

  test('say in their README how many rows and unknown fields they have', () => {
    const readme = sampleText('README.md');
    for (const said of ['13 applications', '30 integrations', '36 of 52', '141 of 330']) {
      expect(readme).toContain(said);
    }
  });

  const withSeparator = (separator: string) =>
    [Object.keys(tidyRead.rows[0]?.fields ?? {}), ...tidyRead.rows.map(({ fields }) => Object.values(fields))]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join('\n');

  test.each([
    ['a byte order mark', `\uFEFF${palm}`],
    ['a byte order mark read as Windows letters', `ï»¿${palm}`],
    ['Windows line ends', palm.replaceAll('\n', '\r\n')],
    ['line ends of an old Mac', palm.replaceAll('\n', '\r')],
    ['no line end at its end', palm.trimEnd()],
    ['semicolons', withSeparator(';')],
    ['tabs', withSeparator('\t')],
    ['a header in capitals', palm.replace(/^.*/, (header) => header.toUpperCase())],
    [
      'a header in words',
      palm.replace(/^.*/, (header) =>
        header.replace(/(^|,)(.)/g, (start) => start.toUpperCase()).replaceAll('_', ' '),
      ),
    ],
    ['a header with hyphens', palm.replace(/^.*/, (header) => header.replaceAll('_', '-'))],
    ['a header with padding', palm.replace(/^.*/, (header) => ` ${header.replaceAll(',', ' , ')} `)],
    ['trailing commas', palm.replaceAll(/$/gm, ',,,').replace(/\n,,,$/, '\n')],
  ])('read the same with %s', (_mess, text) => {
    expect(read(text, 'integrations.csv')).toEqual(tidyRead);
  });

  test('read the same with Excel’s first line, one line further down', () => {
    for (const [sign, first] of [
      [';', 'sep=;'],
      ['\t', '"sep=\t"'],
      ['|', 'SEP=|'],
    ]) {
      const inventory = read(`${first}\r\n${withSeparator(sign ?? '')}`);
      expect(inventory.rows.map(({ fields }) => fields)).toEqual(tidyRead.rows.map(({ fields }) => fields));
      expect(inventory.rows[0]?.line).toBe(3);
    }
  });
});

describe('a file that is no inventory', () => {
  test.each([
    ['', 'The file is empty.'],
    ['\uFEFF \r\n\n', 'The file is empty.'],
    ['sep=;\n', 'The file is empty.'],
  ])('is refused where it is %j', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('says which column is missing, what the header is and what was expected', () => {
    expect(reasonOf('Name;Source Application;Frequency\nA;B;C')).toBe(
      'The column "target_application" is missing. The header found: "Name", "Source Application", "Frequency". ' +
        'Expected for integrations: name, source_application, target_application; where known, business_process, ' +
        'direction, frequency, volume, method, owner, source_hosting, target_hosting, notes.',
    );
    expect(reasonOf('frequency,method\ndaily,file')).toMatch(
      /^The columns "name", "source_application", "target_application" are missing\./,
    );
    expect(reasonOf('vendor_product,hosting\nSAP,cloud')).toMatch(
      /^The column "name" is missing.*Expected for applications: name; where known, vendor_product, hosting, owner, notes\.$/,
    );
    expect(reasonOf(`source_application,${'x'.repeat(500)},${'y,'.repeat(500)}`).length).toBeLessThan(900);
  });

  test.each([
    'Dear all, please find attached the list.\nRegards',
    '<html><body>no</body></html>',
    '{"name": "x"}',
    '%PDF-1.7 garbage',
    '"',
    '""""""""\n"',
    `"open and ${'never closed\n'.repeat(500)}`,
  ])('is refused with its first line where it is no table: %j', (text) => {
    expect(reasonOf(text)).toMatch(
      /^This is no inventory: line 1 is no header \(".+"\)\. Expected for integr/s,
    );
    expect(reasonOf(text).length).toBeLessThan(500);
  });

  test('gets a clear word where it is UTF-16 or a workbook', () => {
    const utf16 = Buffer.from(`\uFEFF${palm}`, 'utf16le');
    for (const encoding of ['utf8', 'latin1'] as const) {
      expect(reasonOf(utf16.toString(encoding))).toContain('UTF-16');
      expect(reasonOf(Buffer.from(utf16).swap16().toString(encoding))).toContain('UTF-16');
    }
    expect(reasonOf('PK\u0003\u0004\u0014\0')).toContain('Excel workbook');
    expect(read(utf16.toString('utf16le')).rows).toHaveLength(30);
  });

  test('is read where only its rows are missing', () => {
    expect(read(ends)).toMatchObject({ rows: [], refused: [], fields: 0, unknownFields: 0 });
  });
});

describe('the header', () => {
  test('tells integrations from applications', () => {
    const kinds = [
      ends,
      'name',
      'name,owner,notes',
      'name,hosting,method',
      'NAME;Vendor Product',
      `${ends},hosting`,
    ].map((header) => read(header).kind);
    expect(kinds).toEqual([
      'integrations',
      'applications',
      'applications',
      'applications',
      'applications',
      'integrations',
    ]);
  });

  test('may stand below blank lines, and lines are counted as in the file', () => {
    expect(lines(table('', '', ends, '', 'A,B,C', ' ', ',,', 'D,E,F'))).toEqual([5, 8]);
  });

  test('may have columns in any order, unknown ones and equal ones; what is left out is said once', () => {
    const inventory = read(
      table(
        'Cost Centre,target_application,Name,name,source_application,,Cost Centre',
        '1,T,N,other,S,,',
        '2,,M',
      ),
    );
    expect(inventory.rows).toEqual([
      { line: 2, fields: { name: 'N', source_application: 'S', target_application: 'T' } },
      { line: 3, fields: { name: 'M', source_application: '', target_application: '' } },
    ]);
    expect(inventory.flagged).toEqual([
      { line: 1, note: 'Columns that were not read: "Cost Centre", "name", "Cost Centre".' },
    ]);
    expect([inventory.fields, inventory.unknownFields]).toEqual([6, 2]);
  });

  test('may hold line breaks in its cells', () => {
    const inventory = read(table('"name","source', 'application","target', 'application"', 'A,B,C'));
    expect(inventory.rows).toEqual([
      { line: 4, fields: { name: 'A', source_application: 'B', target_application: 'C' } },
    ]);
  });

  test('covers every cell that is read; a remark beside the table is mentioned once', () => {
    const inventory = read(table(`${ends},,`, 'A,B,C,,look here', 'D,E,F,and here,'));
    expect(inventory.rows).toHaveLength(2);
    expect(inventory.flagged).toEqual([
      { line: 2, note: 'Cells in columns without a heading were not read, here and below.' },
    ]);
  });
});

describe('a cell', () => {
  test.each(
    '|-|--|–|?|??|tbd|TBD.|Tba|TBC|n/a|N/A|NA|#N/A|unknown|UNKNOWN|None given|to be defined|To Be Confirmed'.split(
      '|',
    ),
  )('that says %j is unknown', (words) => {
    const inventory = read(table(full, `A,${words},T,${words}`));
    expect(inventory.rows[0]?.fields).toMatchObject({ source_application: '', notes: '' });
    expect([inventory.fields, inventory.unknownFields]).toEqual([3, 1]);
  });

  test.each(['none', 'no', '0', 'Natural', 'TBD by Kim', 'NAV'])('that says %j has a value', (words) => {
    expect(read(table(full, `A,${words},T,`)).rows[0]?.fields.source_application).toBe(words);
  });

  test('keeps its line breaks, but a name is one line', () => {
    const inventory = read(table(full, '"Orders', '  to ERP","SAP', 'Oracle",C,"one', '', 'two"', 'D,E,F,'));
    expect(inventory.rows).toEqual([
      {
        line: 2,
        fields: {
          name: 'Orders to ERP',
          source_application: 'SAP\nOracle',
          target_application: 'C',
          notes: 'one\ntwo',
        },
      },
      { line: 7, fields: { name: 'D', source_application: 'E', target_application: 'F', notes: '' } },
    ]);
  });

  test('loses padding, hard spaces and invisible signs', () => {
    const inventory = read(table(full, '\u00a0A\u200B , "B" ,C\t\tc, '));
    expect(Object.values(inventory.rows[0]?.fields ?? {})).toEqual(['A', 'B', 'C c', '']);
  });

  test('with lost letters is mentioned once', () => {
    const lossy = read(table(full, 'A,B,C,', 'Gr\uFFFD\uFFFDe,B,C,', 'Caf\uFFFD,B,C,'));
    expect(lossy.rows).toHaveLength(3);
    expect(lossy.flagged).toEqual([{ line: 3, note: expect.stringContaining('CSV UTF-8') }]);
  });

  test('may hold what programs stumble over', () => {
    expect(names(table(full, '__proto__,constructor,toString,', '=1+1,@a,+b,'))).toEqual([
      '__proto__',
      '=1+1',
    ]);
  });
});

describe('a row', () => {
  test('that is short lacks only what it lacks', () => {
    const inventory = read(table(full, 'A', 'B,S', 'C,S,T'));
    expect(inventory.rows.map(({ fields }) => Object.values(fields).join('|'))).toEqual([
      'A|||',
      'B|S||',
      'C|S|T|',
    ]);
    expect(inventory.unknownFields).toBe(3);
  });

  test('that is long is refused, because a comma too many shifts every cell', () => {
    const text = table(full, 'A,B,C,D', 'Orders, weekly,S,T,note', 'E,F,G,H,,');
    expect(names(text)).toEqual(['A', 'E']);
    expect(refused(text)).toEqual([
      { line: 3, reason: 'has 5 cells, the header 4: a cell that holds "," needs quotation marks' },
    ]);
  });

  test('without a name is refused with its line', () => {
    const text = table(full, 'A,B,C,', ',B,C,', 'TBD,B,C,', '"",,,x', 'D,E,F,');
    expect(names(text)).toEqual(['A', 'D']);
    expect(refused(text)).toEqual([3, 4, 5].map((line) => ({ line, reason: 'has no name' })));
    expect(read(text).fields).toBe(6);
  });

  test('that stands in quotation marks as a whole is refused', () => {
    expect(refused(table(full, '"A,B,C,D"', 'E,F,G,H'))).toEqual([
      { line: 2, reason: 'stands in quotation marks as a whole: take the outer ones away' },
    ]);
  });
});

describe('a stray quotation mark', () => {
  const rest = ['E,F,G,', 'H,"I, i",J,"k ""l"" m"', 'N,O,P,"two', 'lines"', 'Q,R,S,'];
  const restNames = ['E', 'H', 'N', 'Q'];

  test.each([
    ['in the middle of a cell', 'A,5" disk,C,', /middle of a cell in "source_application"/],
    ['at the end of a cell', 'A,B,C"', /middle of a cell in "target_application"/],
    ['that opens the first cell', '"A,B,C,', /do not pair up/],
    ['that opens a cell', 'A,"B,C,', /quotation marks in "source_application" that do not pair up/],
    ['that opens the last cell', 'A,B,C,"', /do not pair up/],
    ['inside a quoted cell', 'A,"B "b" b",C,', /quotation marks in "source_application" that do not pair up/],
    ['after a quoted cell', 'A,"B"b,C,', /do not pair up/],
  ])('%s costs its own row only', (_where, row, reason) => {
    const text = table(full, '0,1,2,', row, ...rest);
    expect(refused(text)).toEqual([{ line: 3, reason: expect.stringMatching(reason) }]);
    expect(names(text)).toEqual(['0', ...restNames]);
    expect(lines(text)).toEqual([2, 4, 5, 6, 8]);
    expect(names(table(full, ...rest, row))).toEqual(restNames);
  });

  test('and its counterpart some rows on do not swallow what is between them', () => {
    const text = table(full, 'A,"B,C,', 'D,E,F,', 'G,H,I,', 'J,K",L,', 'M,N,O,');
    expect(names(text)).toEqual(['D', 'G', 'M']);
    expect(refused(text).map(({ line }) => line)).toEqual([2, 5]);
  });

  test('costs the other lines of its own row too, so that no row is made of a torn cell', () => {
    const text = table(full, 'A,"B "b" b",C,"one', 'two', 'three, and four', 'five"', 'D,E,F,');
    expect(names(text)).toEqual(['D']);
    expect(refused(text).map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(refused(text)[1]?.reason).toContain('a part of the row on line 2');
  });

  test('spares the rows after it where all rows are short', () => {
    const text = table(`${full},owner,volume`, 'A,"B,C', 'D,E,F', 'G,H,I', 'J,K,L,m');
    expect(names(text)).toEqual(['D', 'G', 'J']);
  });

  test('costs a real row of the sample and no other', () => {
    const broken = palm.replace('Inbound Asset Spreadsheet Upload,', 'Inbound "Asset" Spreadsheet Upload,"');
    const inventory = read(broken);
    expect(inventory.refused.map(({ line }) => line)).toEqual([23]);
    expect(inventory.rows).toEqual(tidyRead.rows.filter(({ line }) => line !== 23));
  });

  test('at any place of the sample costs its own row and no other', () => {
    for (let at = palm.indexOf('\n') + 1; at < palm.length - 1; at += 11) {
      const inventory = read(`${palm.slice(0, at)}"${palm.slice(at)}`, 'integrations.csv');
      const struck = palm.slice(0, at).split('\n').length;
      const others = inventory.rows.filter(({ line }) => line !== struck);
      expect(others).toEqual(tidyRead.rows.filter(({ line }) => line !== struck));
    }
  });

  test('is not seen in a long cell of many lines', () => {
    const long = Array.from({ length: 150 }, (_, at) => `line ${at}, "" and more`).join('\n');
    expect(names(table(full, `A,B,C,"${long}"`, 'D,E,F,'))).toEqual(['A', 'D']);
    expect(
      read(table(full, `A,B,C,"${long}\n${long}"`, 'D,E,F,')).rows.map(({ fields }) => fields.name),
    ).toContain('D');
  });
});

describe('5,000 rows', () => {
  const cells = 'Orders (X1),"Agency, Business",Florida PALM,x,Inbound,,,"flat, file",,,,"One ""note"" more"';
  const [header = ''] = palm.split('\n');
  const big = table(header, ...Array.from({ length: 5000 }, (_, at) => `${at} ${cells}`));

  test('are read, every one', () => {
    expect(read(big).rows).toHaveLength(5000);
  });

  test('lose one of them to a stray quotation mark', () => {
    const broken = big.replace('2500 Orders', '2500 "Orders');
    expect(refused(broken)).toEqual([{ line: 2502, reason: expect.stringContaining('middle of a cell') }]);
    expect(names(broken)).toHaveLength(4999);
  });
});

/** Mulberry32: the same mess each time. */
function dice(seed: number) {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(roll() * limit);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const many = <T>(most: number, make: () => T) => Array.from({ length: below(most + 1) }, make);
  return { below, pick, many };
}

describe('random mess', () => {
  const scraps = [
    'a',
    'B c',
    '"',
    '""',
    ',',
    ';',
    '\t',
    ' ',
    '\u00a0',
    'é',
    '顧',
    '🚀',
    '-',
    'TBD',
    '\uFFFD',
    "'",
    '\\',
  ];
  const breaks = ['\n', '\r\n', '\r'];

  test('never throws', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const { pick, many } = dice(seed);
      const start = pick(['', '\uFEFF', 'sep=;\n', `${full}\n`, 'name\n', `${full};x\t"`, '"name"\n']);
      const text =
        start + many(80, () => pick([...scraps, ...breaks, '\0'.repeat(seed % 50 === 0 ? 1 : 0)])).join('');
      expect(() => readInventory('x', text)).not.toThrow();
    }
  });

  test('has every line read or refused, once, or inside a cell of a row that is', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const { pick, many } = dice(seed);
      const quiet = scraps.filter((scrap) => seed % 2 === 0 || !scrap.includes('"'));
      const rows = many(30, () => many(12, () => pick([...quiet, ',', ','])).join(''));
      const text = [full, ...rows].join(pick(breaks));
      const inventory = read(text);
      const all = [...inventory.rows, ...inventory.refused].map(({ line }) => line);
      expect(new Set(all).size).toBe(all.length);
      let last: number | undefined;
      for (const [at, row] of rows.entries()) {
        const line = at + 2;
        if (all.includes(line)) last = line;
        else if (/[^\s,"]/.test(row)) {
          const why = inventory.refused.find((one) => one.line === last)?.reason ?? '';
          expect([seed, line, /^has (a )?quotation mark/.test(why)]).toEqual([seed, line, false]);
          expect(rows[(last ?? 0) - 2]).toContain('"');
        }
      }
      for (const { fields } of inventory.rows) expect(fields.name).not.toBe('');
    }
  });

  test('that is quoted as it ought to be comes back as it was', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { pick, many, below } = dice(seed);
      const separator = pick([',', ';', '\t']);
      const quote = (cell: string) =>
        /[",;\t\n]/.test(cell) || below(3) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
      const cell = () => {
        // Both in one cell may look like rows that a stray mark has swallowed.
        const special = pick([[',', ';', '\t'], ['.\nb']]);
        const words = many(5, () => pick(['a', '"', ' c', 'é', ...special])).join('');
        return `v${words}`.replace(/[ \t]+/g, ' ').trim();
      };
      const rows = many(25, () => [`n${below(9)}`, cell(), cell(), cell()]);
      const text = [full.split(','), ...rows]
        .map((cells) => cells.map(quote).join(separator))
        .join(pick(breaks));
      const inventory = read(text);
      expect(inventory.refused).toEqual([]);
      expect(inventory.rows.map(({ fields }) => Object.values(fields))).toEqual(rows);
    }
  });

  test('of one stray quotation mark anywhere costs one row', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { pick, below } = dice(seed);
      const rows = Array.from({ length: 12 }, (_, at) =>
        [`n${at}`, pick(['S', '"s, t"']), pick(['T', '', '"t"']), pick(['', 'note', '"a ""b"" c"'])].join(
          ',',
        ),
      );
      const plain = rows.flatMap((row, at) => (row.includes('"') ? [] : [at]));
      if (plain.length === 0) continue;
      const at = pick(plain);
      const row = rows[at] ?? '';
      const place = below(row.length + 1);
      const broken = rows.with(at, `${row.slice(0, place)}"${row.slice(place)}`);
      const inventory = read(table(full, ...broken));
      expect([seed, inventory.refused.map(({ line }) => line)]).toEqual([seed, [at + 2]]);
      expect(inventory.rows).toHaveLength(11);
    }
  });
});

test('columns may have the names that other inventories give them', () => {
  const read = readInventory('x.csv', 'Interface,From,To,Process\nOrders,Shop,ERP,Selling\n');
  expect(read).toMatchObject({
    ok: true,
    kind: 'integrations',
    rows: [
      {
        fields: {
          name: 'Orders',
          source_application: 'Shop',
          target_application: 'ERP',
          business_process: 'Selling',
        },
      },
    ],
  });
});
