/** `bridgekeeper import bundle.json`: an export becomes a project again. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { bundleText, restore } from '../app/export/bundle.ts';
import type { Bundle } from '../core/landscape/bundle.ts';
import { OperatorError } from '../error.ts';
import { readText, writeFile } from './files.ts';
import type { Terminal } from './terminal.ts';

const shownLines = 30;

export const isBundle = (file: string): boolean => /\.json$/i.test(file);

export interface ImportBundleOptions {
  readonly name: string | undefined;
  readonly replace: boolean;
}

export async function importBundle(
  terminal: Terminal,
  files: readonly string[],
  { name, replace }: ImportBundleOptions,
): Promise<number> {
  const [file = '', ...others] = files;
  if (others.length > 0) throw new OperatorError('usage', 'an export is imported alone');
  const bundle = terminal.readBundle(file, readText(file));
  const house = await terminal.openHouse();
  try {
    const keep = (before: Bundle) => {
      const aside = freeName(before.project.id);
      const asOf = terminal.now().toISOString().slice(0, 10);
      writeFile(aside, bundleText({ ...before, asOf }));
      terminal.print(`What was there is kept in ${aside}\n`);
    };
    const restored = await restore(house.store, bundle, { name, replace: replace ? keep : undefined });
    const { project } = restored;
    switch (restored.kind) {
      case 'restored':
        terminal.print(
          `${project.name}: ${bundle.integrations.length} integrations read from ${basename(file)}\n`,
        );
        return 0;
      case 'as-it-was':
        terminal.print(`${project.name}: no change, ${basename(file)} holds what is on file\n`);
        return 0;
      case 'in-the-way': {
        const { difference } = restored;
        const more = difference.length - shownLines;
        throw new OperatorError(
          'project-exists',
          `there is a project “${project.id}” already, and ${basename(file)} differs from it`,
          [
            ...difference.slice(0, shownLines).map((line) => `  ${line}`),
            ...(more > 0 ? [`  … and ${more} more`] : []),
          ],
        );
      }
    }
  } finally {
    await house.store.close();
  }
}

/** Beside where the command was given, and over nothing. */
function freeName(project: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${project}.before${number === 1 ? '' : `-${number}`}.json`;
    if (!existsSync(name)) return name;
  }
}
