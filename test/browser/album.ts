/** Pictures of cards as people meet them, on a desktop and on a phone, kept under `test-results/` to be looked at. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { shootCard, shootCardOnPhone } from './playground.ts';

export interface Album {
  /** Photographs the card at both widths. Before anything is filled in: the change of width empties it. */
  keep(card: Locator, title: string): Promise<void>;
  /** Photographs it as it stands. */
  keepAsItIs(card: Locator, title: string): Promise<void>;
}

const results = join(import.meta.dirname, '..', '..', 'test-results', 'browser');

export async function openAlbum(name: string): Promise<Album> {
  const folder = join(results, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let taken = 0;
  const next = (title: string) => {
    taken += 1;
    return join(folder, `${String(taken).padStart(2, '0')}-${title}`);
  };
  return {
    async keep(card, title) {
      const path = next(title);
      await shootCard(card, `${path}.png`);
      await shootCardOnPhone(card, `${path}.phone.png`);
    },
    keepAsItIs: (card, title) => shootCard(card, `${next(title)}.png`),
  };
}
