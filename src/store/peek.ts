/** A look into the folder from outside, while a bot has it open. */
import type { Known } from './load-documents.ts';
import { readJsonDocuments } from './load-documents.ts';
import type { Reader } from './store.ts';

export async function peekJsonStore(folder: string, known: Known): Promise<Reader> {
  const documents = await readJsonDocuments(folder, known);
  return {
    read: async (key) => documents.get(key),
    list: async (prefix) => [...documents.keys()].filter((key) => key.startsWith(prefix)),
  };
}
