/** What stands under the header of an inventory: rows, each read or refused with its line. */
import type { Flag, Inventory, Row } from '../../core/landscape/inventory.ts';
import { tidy } from './inventory-cells.ts';
import { required, type Table } from './inventory-header.ts';
import { inOneGo, type Layout, looksLikeRow, oneByOne } from './inventory-records.ts';

/** Words for "nobody has said yet". */
const unknownWords =
  /^(?:[-–—_.]+|\?+|tb[dac]|n\/?a|#n\/a|n\.a\.|unknown|not known|none given|to be (?:defined|confirmed|determined|decided|announced))\.?$/i;

export function readRows(
  lines: readonly string[],
  table: Table,
): Pick<Inventory, 'rows' | 'refused' | 'flagged'> {
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

function layoutOf(lines: readonly string[], { separator, headings, kind, next }: Table): Layout {
  const widths = lines
    .slice(next)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"[^"]*"/g, '').split(separator).length);
  const padded = widths.filter((width) => width >= headings.length).length * 2 >= widths.length;
  const least = Math.min(headings.length, Math.max(2, required[kind].length));
  return { separator, headings, padded, narrowest: padded ? headings.length : least };
}
