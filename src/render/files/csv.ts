/** A sheet as CSV, RFC 4180. The mark at its start tells Excel that it is UTF-8. */
import type { Sheet } from '../../app/export/table.ts';
import { neutral } from './neutral.ts';

export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(field).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A number is ours and may begin with a minus. */
function field(cell: string | number | undefined): string {
  if (typeof cell === 'number' || cell === undefined) return String(cell ?? '');
  const text = neutral(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
