/** lowdb's adapter for one document: what is acknowledged is on disk to stay, and the generation before it is kept. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { OperatorError } from '../error.ts';
import { codeOf, unlessMissing, unreadable, unwritable } from './disk-error.ts';
import { type Decoded, decode, encode } from './document-text.ts';
import {
  besides,
  type DurableFolders,
  linkOrCopy,
  removeIfThere,
  replace,
  syncFolder,
  writeDurably,
} from './durable.ts';
import { filesOf } from './key.ts';
import type { Kept } from './store.ts';

export interface DocumentFile extends Adapter<Kept> {
  /** Puts the previous generation in the place of a damaged or missing main file. */
  restore(): Promise<void>;
  remove(): Promise<void>;
}

/** `path` is without the extension. `passedOver` hears why `read` had to take the previous generation. */
export function documentFile(
  path: string,
  folders: DurableFolders,
  passedOver: (why: string) => void = () => {},
): DocumentFile {
  const { main, previous, damaged } = filesOf(path);
  const folder = dirname(path);

  async function changing(change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      folders.forget(folder);
      throw unwritable(main, error);
    }
  }

  /** A second name, then a rename: at every moment the main file is there, and a previous one if there was any. */
  async function keepPrevious(name: string): Promise<boolean> {
    const there = await linkOrCopy(main, name).then(() => true, unlessMissing);
    // Where both are the same file already, after a crash just here, this does nothing and the next start sweeps.
    if (there) await replace(name, previous);
    return there === true;
  }

  return {
    async read() {
      const newest = await readGeneration(main);
      if (newest.kind === 'good') return newest.kept;
      if (newest.kind === 'foreign') throw new OperatorError('data-schema-unknown', `${main}: ${newest.why}`);

      const before = await readGeneration(previous);
      if (newest.kind === 'missing' && before.kind === 'missing') return null;
      if (before.kind !== 'good')
        throw unreadable(main, `${newest.why}; its previous generation: ${before.why}`);
      passedOver(newest.why);
      return before.kept;
    },

    write: (document) =>
      changing(async () => {
        await folders.ensure(folder);
        const next = besides(main);
        const kept = besides(previous);
        try {
          await writeDurably(next, encode(document));
          const replaces = await keepPrevious(kept);
          await replace(next, main);
          await syncFolder(folder).catch(async (error) => {
            // The new name may not last, so nobody may go on from it: back to what surely does.
            await (replaces ? replace(previous, main) : removeIfThere(main));
            throw error;
          });
        } catch (error) {
          await Promise.allSettled([removeIfThere(next), removeIfThere(kept)]);
          throw error;
        }
      }),

    restore: () =>
      changing(async () => {
        const next = besides(main);
        await linkOrCopy(previous, next);
        await replace(main, damaged).catch(unlessMissing);
        await replace(next, main);
        await syncFolder(folder);
      }),

    remove: () =>
      changing(async () => {
        // The main file goes last, and surely last: a previous generation left alone would come back to life.
        await removeIfThere(previous);
        await removeIfThere(damaged);
        await syncFolder(folder);
        const gone = besides(main);
        await replace(main, gone);
        await syncFolder(folder).catch(async (error) => {
          await replace(gone, main);
          throw error;
        });
        // It has no name that counts any more; should it stay, the next start sweeps it away.
        await removeIfThere(gone).catch(() => {});
      }),
  };
}

async function readGeneration(path: string): Promise<Decoded | { kind: 'missing'; why: string }> {
  try {
    return decode(await readFile(path, 'utf8'));
  } catch (error) {
    // Only damage falls back: a disk that refuses to read may well hold the newest generation.
    if (codeOf(error) !== 'ENOENT') throw unreadable(path, error);
    return { kind: 'missing', why: 'missing' };
  }
}
