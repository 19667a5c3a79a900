/** The default keeper: a folder of JSON files, one a document, through lowdb. One process owns it, so reads are from memory. */
import { join, resolve } from 'node:path';
import { Low } from 'lowdb';
import { unwritable } from './disk-error.ts';
import { documentFile } from './document-file.ts';
import { durableFolders, removeIfThere } from './durable.ts';
import { lockFolder } from './folder-lock.ts';
import { freeze } from './freeze.ts';
import { inTurn } from './in-turn.ts';
import { assertKey } from './key.ts';
import { type Known, loadDocuments, nothing } from './load-documents.ts';
import { keysBelow } from './sorted-keys.ts';
import type { Document, Kept, Key, Store, Written } from './store.ts';

/** `onRecovered` hears of every document that lost its newest generation to damage. */
export async function openJsonStore(
  folder: string,
  known: Known,
  onRecovered: (key: Key, reason: string) => void = () => {},
): Promise<Store> {
  const root = resolve(folder);
  const folders = durableFolders(root);
  await folders.ensure(root).catch((error) => {
    throw unwritable(root, error);
  });
  const lock = await lockFolder(root);
  const queue = inTurn();
  /** The highest version of any removed document: one made anew must not be mistaken for it. */
  let lastRemoved = 0;
  let sorted: Key[] | undefined;
  let closed = false;

  const documents = await recover().catch(async (error) => {
    await lock.release();
    throw error;
  });

  async function recover() {
    const { documents, passedOver, leftOver } = await loadDocuments(root, folders, known);
    await Promise.all(leftOver.map(removeIfThere)).catch((error) => {
      throw unwritable(root, error);
    });
    for (const [key, reason] of passedOver) {
      await documentFile(join(root, key), folders).restore();
      onRecovered(key, reason);
    }
    return documents;
  }

  /** One change of one document, if it still stands at the version its caller knew. */
  function change(key: Key, expected: number, make: (now: Kept) => Promise<number>): Promise<Written> {
    return queue.run(key, async () => {
      const now = documents.get(key)?.data ?? nothing;
      return now.version === expected ? { ok: true, version: await make(now) } : { ok: false };
    });
  }

  async function write(key: Key, value: Document, expected: number): Promise<Written> {
    assertUsable(key);
    const flaw = known(key, value);
    // Refused now, in front of its author, and not at the next start.
    if (flaw) throw new TypeError(`document ${key} is not fit to be kept: ${flaw.why}`);
    // From here on it is shared with every reader, and must not change while it waits for its turn.
    freeze(value);

    return change(key, expected, async (now) => {
      const version = (now === nothing ? lastRemoved : now.version) + 1;
      // lowdb changes its memory before the disk. A new Low takes the old one's place once its data is there to stay.
      const low = new Low(documentFile(join(root, key), folders), freeze({ value, version }));
      await low.write();
      if (now === nothing) sorted = undefined;
      documents.set(key, low);
      return version;
    });
  }

  function assertUsable(key: Key): void {
    assertKey(key);
    if (closed) throw new Error(`the store is closed: ${key} was not changed`);
  }

  return {
    async read(key) {
      assertKey(key);
      const low = documents.get(key);
      // At the first reading and not at the start: freezing a hundred thousand answers takes a while.
      return low && freeze(low.data);
    },

    write,

    create: (key, value) => write(key, value, nothing.version),

    async list(prefix) {
      sorted ??= [...documents.keys()].sort();
      return keysBelow(prefix, sorted);
    },

    async remove(key, expected) {
      assertUsable(key);
      if (expected === nothing.version) return { ok: false };
      return change(key, expected, async ({ version }) => {
        await documentFile(join(root, key), folders).remove();
        documents.delete(key);
        lastRemoved = Math.max(lastRemoved, version);
        sorted = undefined;
        return version;
      });
    },

    async close() {
      closed = true;
      await queue.idle();
      await lock.release();
    },
  };
}
