/** The header of an inventory: what kind it is, what parts its cells, and where each known column stands. */
import type { Flag, Inventory } from '../../core/landscape/inventory.ts';
import { quoted, shorten, tidy } from './inventory-cells.ts';
import { readRecord } from './inventory-records.ts';

type Kind = Inventory['kind'];

export const required: Readonly<Record<Kind, readonly string[]>> = {
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

export interface UnreadableInventory {
  readonly ok: false;
  readonly reason: string;
}

export interface Table {
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

export function findHeader(lines: readonly string[]): Table | UnreadableInventory {
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
