/** One process a data folder. The lock is a file that names its holder; that of a dead process is taken over. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../error.ts';
import { codeOf, unwritable } from './disk-error.ts';
import { besides, linkOrCopy, removeIfThere } from './durable.ts';
import { isRunning, startOf } from './process-start.ts';

interface Holder {
  readonly pid: number;
  /** When the process began, so that another process with its number is not taken for it. Null where unknown. */
  readonly started: string | null;
  readonly host: string;
}

export interface FolderLock {
  release(): Promise<void>;
}

export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'bridgekeeper.lock');
  const holder: Holder = { pid: process.pid, started: await startOf(process.pid), host: hostname() };
  const mine = `${JSON.stringify({ ...holder, token: randomUUID() })}\n`;

  // Each further round means that somebody else took or left the lock in between.
  for (let round = 0; round < 10; round++) {
    if (await place(path, mine)) return { release: () => release(path, mine) };
    const theirs = await read(path);
    if (theirs === undefined) continue;
    const other = parse(theirs);
    if (other && (await isAlive(other))) throw locked(folder, path, other);
    await takeAway(path, theirs);
  }
  throw new OperatorError('data-locked', `several processes are starting on ${folder}`);
}

/** The lock appears with all its text or not at all, and never over another. */
async function place(path: string, text: string): Promise<boolean> {
  const whole = besides(path);
  try {
    await writeFile(whole, text);
    await linkOrCopy(whole, path);
    return true;
  } catch (error) {
    // ENOENT: the process that holds the folder has just swept our file away with its left-overs.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    throw unwritable(path, error);
  } finally {
    await removeIfThere(whole).catch(() => {});
  }
}

/** Two processes may find the same dead lock; the slower one must not take away what the faster one put there. */
async function takeAway(path: string, dead: string): Promise<void> {
  const aside = besides(path);
  try {
    await rename(path, aside);
    if ((await read(aside)) !== dead) await linkOrCopy(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw unwritable(path, error);
  } finally {
    await removeIfThere(aside).catch(() => {});
  }
}

async function release(path: string, mine: string): Promise<void> {
  if ((await read(path)) !== mine) return;
  await removeIfThere(path).catch((error) => {
    throw unwritable(path, error);
  });
}

async function isAlive({ pid, started, host }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  if (!isRunning(pid)) return false;
  const now = await startOf(pid);
  return now === null || started === null || now === started;
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unwritable(path, error);
  });
}

/** Text that names nobody was cut short by a crash, so nobody holds it. */
function parse(text: string): Holder | undefined {
  try {
    const { pid, started, host } = JSON.parse(text);
    const named = Number.isInteger(pid) && pid > 0 && typeof host === 'string';
    return named ? { pid, host, started: typeof started === 'string' ? started : null } : undefined;
  } catch {
    return undefined;
  }
}

function locked(folder: string, path: string, { pid, host }: Holder): OperatorError {
  return new OperatorError(
    'data-locked',
    host === hostname()
      ? `${folder} is in use by process ${pid}`
      : `${folder} is in use by process ${pid} on ${host}, which cannot be seen from here (if it has ended, delete ${path})`,
  );
}
