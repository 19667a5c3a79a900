/** What a key may be, and which files on disk belong to one. Nothing here touches the disk. */
import type { Key } from './store.ts';

const segment = '[a-z0-9-]{1,100}';
const shape = new RegExp(`^${segment}(?:/${segment}){0,7}$`);
const longest = 240;

export function isKey(text: string): boolean {
  return text.length <= longest && shape.test(text);
}

/** A bad key is our bug, never a user's: what users write is turned into ids long before. */
export function assertKey(key: Key): void {
  if (!isKey(key)) throw new TypeError(`not a document key: ${JSON.stringify(key).slice(0, 120)}`);
}

/** Written under this name first; what still has it at the next start is the remains of a write that never ended. */
export function temporaryName(path: string, unique: string): string {
  return `${path}.${unique}.tmp`;
}

export function isTemporary(file: string): boolean {
  return /\.(?:json|lock)\.[0-9a-f]{12}\.tmp$/.test(file);
}

/** No segment holds a dot, so the names of one document never meet those of another. */
export function filesOf(path: string) {
  return { main: `${path}.json`, previous: `${path}.prev.json`, damaged: `${path}.damaged.json` };
}

/** The key whose main or previous file this is, by its path below the data folder. */
export function keyOfFile(file: string): Key | undefined {
  const key = file.replace(/(?:\.prev)?\.json$/, '');
  return key !== file && isKey(key) ? key : undefined;
}
