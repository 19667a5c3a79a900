/** An inventory as people send it, out of spreadsheets or typed: text → rows, each of them read or refused with its line. */
import type { Flag, Inventory } from '../../core/landscape/inventory.ts';
import { findHeader, type UnreadableInventory } from './inventory-header.ts';
import { readRows } from './inventory-rows.ts';

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
