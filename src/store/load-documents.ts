/** Every document of a folder, or every problem with it. Changes nothing on disk. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Low } from 'lowdb';
import { OperatorError } from '../error.ts';
import { codeOf, unreadable } from './disk-error.ts';
import { documentFile } from './document-file.ts';
import { type DurableFolders, durableFolders } from './durable.ts';
import { isTemporary, keyOfFile } from './key.ts';
import type { Kept, Key } from './store.ts';

export interface Flaw {
  /** `schema-unknown`: of another version of Bridgekeeper. `malformed`: of this one, but not of the shape it promises. */
  readonly kind: 'schema-unknown' | 'malformed';
  readonly why: string;
}

/** Says what is wrong with a value under a key; undefined is good. */
export type Known = (key: Key, value: unknown) => Flaw | undefined;

/** The version of a document that is not on file. */
export const nothing: Kept = { value: undefined, version: 0 };

export interface Loaded {
  readonly documents: Map<Key, Low<Kept>>;
  /** Documents whose main file was damaged, with the reason; they were read from the previous generation. */
  readonly passedOver: ReadonlyMap<Key, string>;
  /** Temporary files of writes that never ended. */
  readonly leftOver: readonly string[];
}

/** Enough to keep the disk busy, few enough to keep files from running out. */
const readers = 16;

export async function loadDocuments(folder: string, folders: DurableFolders, known: Known): Promise<Loaded> {
  const { keys, leftOver } = await survey(folder);
  const documents = new Map<Key, Low<Kept>>();
  const passedOver = new Map<Key, string>();
  const problems: OperatorError[] = [];

  async function load(key: Key): Promise<void> {
    const path = join(folder, key);
    const low = new Low(
      documentFile(path, folders, (why) => passedOver.set(key, why)),
      nothing,
    );
    try {
      await low.read();
      if (low.data === nothing) return;
      const flaw = known(key, low.data.value);
      if (flaw) throw refusal(`${path}.json`, flaw);
      documents.set(key, low);
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      problems.push(error);
    }
  }

  const waiting = keys.values();
  const reader = async () => {
    for (const key of waiting) await load(key);
  };
  await Promise.all(Array.from({ length: readers }, reader));
  if (problems.length > 0) throw together(folder, problems);
  return { documents, passedOver, leftOver };
}

/** For a look from outside while a bot has the folder: each document as it stood at some moment, nothing repaired. */
export async function readJsonDocuments(folder: string, known: Known): Promise<ReadonlyMap<Key, Kept>> {
  const { documents } = await loadDocuments(folder, durableFolders(folder), known);
  return new Map([...documents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, low]) => [key, low.data]));
}

async function survey(folder: string): Promise<{ keys: Set<Key>; leftOver: string[] }> {
  const keys = new Set<Key>();
  const leftOver: string[] = [];
  for (const entry of await filesBelow(folder)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const key = keyOfFile(relative(folder, path).replaceAll(sep, '/'));
    if (key) keys.add(key);
    if (isTemporary(entry.name)) leftOver.push(path);
  }
  return { keys, leftOver };
}

async function filesBelow(folder: string) {
  return readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unreadable(folder, error);
  });
}

function refusal(file: string, { kind, why }: Flaw): OperatorError {
  return new OperatorError(
    kind === 'malformed' ? 'data-unreadable' : 'data-schema-unknown',
    `${file}: ${why}`,
  );
}

function together(folder: string, problems: readonly OperatorError[]): OperatorError {
  const [first] = problems;
  if (first && problems.length === 1) return first;
  const code = problems.some((problem) => problem.code === 'data-unreadable')
    ? 'data-unreadable'
    : 'data-schema-unknown';
  const details = problems.map((problem) => `${problem.message} [${problem.code}]`).sort();
  return new OperatorError(code, `${problems.length} documents of ${folder} cannot be used`, details);
}
