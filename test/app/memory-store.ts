/**
 * Documents in memory, checked and conditional as a real store is: for simulations of a year, in which no disk could
 * keep up. `openProcess` gives the view of one process, which can be killed at any of its operations.
 */
import { checkDocument } from '../../src/store/document-schema.ts';
import { freeze } from '../../src/store/freeze.ts';
import { assertKey } from '../../src/store/key.ts';
import { keysBelow } from '../../src/store/sorted-keys.ts';
import type { Document, Kept, Key, Store } from '../../src/store/store.ts';

export type Shelf = Map<Key, Kept>;

/** Sorted once, and not at every look: a simulation looks a hundred thousand times. */
const sorted = new WeakMap<Shelf, Key[]>();

function keysOf(shelf: Shelf): Key[] {
  const keys = sorted.get(shelf) ?? [...shelf.keys()].sort();
  sorted.set(shelf, keys);
  return keys;
}

function insert(keys: Key[], key: Key): void {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  keys.splice(low, 0, key);
}

/** `removed` hears what was taken off the shelf. */
export function openMemoryStore(shelf: Shelf, removed: (last: Kept) => void = () => undefined): Store {
  const put = (key: Key, value: Document, expected: number) => {
    assertKey(key);
    const copy = JSON.parse(JSON.stringify(value)) as Document;
    const flaw = checkDocument(key, copy);
    if (flaw) throw new TypeError(`${key}: ${flaw.why}`);
    if ((shelf.get(key)?.version ?? 0) !== expected) return { ok: false } as const;
    if (expected === 0) insert(keysOf(shelf), key);
    shelf.set(key, freeze({ value: copy, version: expected + 1 }));
    return { ok: true, version: expected + 1 } as const;
  };
  return {
    read: async (key) => shelf.get(key),
    write: async (key, value, expected) => put(key, value, expected),
    create: async (key, value) => put(key, value, 0),
    list: async (prefix) => keysBelow(prefix, keysOf(shelf)),
    remove: async (key, expected) => {
      const last = shelf.get(key);
      if (last?.version !== expected) return { ok: false };
      removed(last);
      shelf.delete(key);
      sorted.delete(shelf);
      return { ok: true, version: expected };
    },
    close: async () => undefined,
  };
}

/** Nothing comes back to a dead process, whether what it asked for was still done or not. */
export interface Process {
  readonly store: Store;
  /** Goes through the same gate as the store. */
  does<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Settles when it was killed. */
  readonly killed: Promise<'killed'>;
}

/** `dies`: asked before each operation. `done`: killed right after it was done, and before anybody knew. */
export function openProcess(
  shelf: Shelf,
  dies: () => 'lives' | 'before' | 'done',
  removed?: (last: Kept) => void,
): Process {
  const store = openMemoryStore(shelf, removed);
  let alive = true;
  let kill: (how: 'killed') => void = () => undefined;
  const killed = new Promise<'killed'>((resolve) => {
    kill = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const does = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (!alive) return never;
    const fate = dies();
    if (fate === 'lives') return act();
    alive = false;
    if (fate === 'done') await act();
    kill('killed');
    return never;
  };
  return {
    killed,
    does,
    store: {
      read: (key) => does(() => store.read(key)),
      write: (...write) => does(() => store.write(...write)),
      create: (...create) => does(() => store.create(...create)),
      list: (prefix) => does(() => store.list(prefix)),
      remove: (...remove) => does(() => store.remove(...remove)),
      close: () => store.close(),
    },
  };
}
