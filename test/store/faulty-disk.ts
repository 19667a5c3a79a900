/**
 * A disk that refuses on demand and remembers what it was asked. Used through
 * `vi.mock('node:fs/promises', async (original) => faultyDisk(await original()))`.
 */
import type fs from 'node:fs/promises';
import { basename } from 'node:path';

type Operation = 'open' | 'write' | 'sync' | 'link' | 'rename' | 'read' | 'unlink';

interface Fault {
  readonly operation: Operation;
  readonly name: RegExp;
  readonly code: string;
}

const faults: Fault[] = [];

/** `sync a.json.tmp`, one line an operation that was carried out, with what is random in a name left out. */
export const trace: string[] = [];

/** The next such operation on a file or folder of this name fails. */
export function failNext(operation: Operation, name: RegExp, code: string): void {
  faults.push({ operation, name, code });
}

export function heal(): void {
  faults.length = 0;
  trace.length = 0;
}

export function faultyDisk(real: typeof fs): typeof fs {
  async function asked<T>(operation: Operation, path: unknown, carryOut: () => Promise<T>): Promise<T> {
    const name = basename(String(path));
    const index = faults.findIndex((fault) => fault.operation === operation && fault.name.test(name));
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    if (fault)
      throw Object.assign(new Error(`${fault.code}: made to fail, ${operation}`), { code: fault.code });
    const result = await carryOut();
    trace.push(`${operation} ${name.replace(/\.[0-9a-f]{12}\./, '.')}`);
    return result;
  }

  return {
    ...real,
    open: (async (path, ...rest) => {
      const handle = await asked('open', path, () => real.open(path, ...rest));
      const writeFile = handle.writeFile.bind(handle);
      const sync = handle.sync.bind(handle);
      handle.writeFile = (...args) => asked('write', path, () => writeFile(...args));
      handle.sync = () => asked('sync', path, sync);
      return handle;
    }) as typeof real.open,
    link: (from, to) => asked('link', to, () => real.link(from, to)),
    rename: (from, to) => asked('rename', to, () => real.rename(from, to)),
    unlink: (path) => asked('unlink', path, () => real.unlink(path)),
    readFile: ((path: string, ...rest: []) =>
      asked('read', path, () => real.readFile(path, ...rest))) as typeof real.readFile,
  };
}
