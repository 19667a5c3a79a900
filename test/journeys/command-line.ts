/** The other door, on the data of a journey: what a pipeline would print about it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '../../src/app/house.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { readBundle } from '../../src/store/read-bundle.ts';
import type { Shown } from './stage.ts';

/** Exports the one project there is, and runs the command on it. */
export async function commandLine(house: House, [verb = '', ...flags]: readonly string[]): Promise<Shown> {
  const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-export-'));
  const file = join(folder, 'export.json');
  const printed: string[] = [];
  const terminal = {
    openHouse: async () => house,
    peek: async () => house.store,
    loadContent: () => house.content,
    readBundle,
    calculations: house.calculations,
    now: house.now,
    print: (text: string) => void printed.push(text),
  };
  try {
    await runCommandLine(['export', '--out', file], terminal);
    printed.length = 0;
    await runCommandLine([verb, file, ...flags], terminal);
    return { card: {}, text: printed.join('') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
