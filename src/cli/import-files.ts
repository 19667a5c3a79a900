/** `bridgekeeper import`: files on disk into a project. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { importInto, projectNamed } from '../app/project/import.ts';
import type { ImportReport } from '../app/project/project-reply.ts';
import { readInventory } from '../app/project/read-inventory.ts';
import type { Inventory } from '../core/landscape/inventory.ts';
import { OperatorError } from '../error.ts';
import { readBytes } from './files.ts';
import type { Terminal } from './terminal.ts';

const shownLines = 20;

export async function importFiles(
  terminal: Terminal,
  files: readonly string[],
  name?: string,
): Promise<number> {
  if (files.length === 0) throw new OperatorError('usage', 'name the file to import');
  const inventories = withSibling(files).map(readFile);
  const house = await terminal.openHouse();
  try {
    const project = await projectNamed(house, name ?? nameAfter(files[0] ?? ''));
    const turn = { id: house.newId(), at: house.now().toISOString() };
    // Applications first: then the ends of the integrations find theirs.
    const inOrder = inventories.toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
    for (const inventory of inOrder) {
      terminal.print(reportLines(inventory, await importInto(house, project.id, inventory, turn)));
    }
    terminal.print(`In project “${project.name}”. Start the bot and say: integrations\n`);
    return 0;
  } finally {
    await house.store.close();
  }
}

/** A list of applications beside the integrations belongs to them. */
function withSibling(files: readonly string[]): string[] {
  const [only] = files;
  if (files.length !== 1 || !only || basename(only) !== 'integrations.csv') return [...files];
  const sibling = join(dirname(only), 'applications.csv');
  return existsSync(sibling) ? [sibling, only] : [only];
}

function readFile(path: string): Inventory {
  const bytes = readBytes(path);
  const text = new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  const inventory = readInventory(basename(path), text);
  if (!inventory.ok) throw new OperatorError('input-unreadable', `${path}: ${inventory.reason}`);
  return inventory;
}

/** `florida-palm/integrations.csv` → "florida-palm"; `crm interfaces.csv` → "crm interfaces". */
function nameAfter(file: string): string {
  const base = basename(file, extname(file));
  return /^(integrations|applications|interfaces|inventory)$/i.test(base)
    ? basename(dirname(resolve(file)))
    : base;
}

function reportLines(inventory: Inventory, report: ImportReport): string {
  const { read, added, changed } = report[inventory.kind];
  const news = added + changed === 0 ? 'no change' : `${added} added, ${changed} changed`;
  const lines = [
    `${inventory.file}: ${read} ${inventory.kind} read, ${news}`,
    `  ${report.unknownFields} of ${report.fields} fields are unknown; nothing was made up for them`,
    ...(report.applications.added > 0 && inventory.kind === 'integrations'
      ? [`  ${report.applications.added} applications found at their ends`]
      : []),
    ...(report.suggested > 0 ? [`  ${report.suggested} answers suggested, to be confirmed by people`] : []),
    ...list(
      'not read',
      report.refused.map(({ line, reason }) => `line ${line}: ${reason}`),
    ),
    ...list(
      'worth a look',
      report.flagged.map(({ line, note }) => `line ${line}: ${note}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function list(title: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const more = entries.length > shownLines ? [`    … and ${entries.length - shownLines} more`] : [];
  return [
    `  ${entries.length} ${title}:`,
    ...entries.slice(0, shownLines).map((entry) => `    ${entry}`),
    ...more,
  ];
}
