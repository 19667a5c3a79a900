/** What it takes for bytes and names to be on disk to stay. */
import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { codeOf, unlessMissing } from './disk-error.ts';
import { temporaryName } from './key.ts';

/** A name no other write uses; in the same folder, because a rename is atomic only there. */
export function besides(path: string): string {
  return temporaryName(path, randomBytes(6).toString('hex'));
}

export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows refuses to replace a file while somebody looks into it: a virus scanner, an export. They are soon done. */
export async function replace(from: string, to: string, patience = 20): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const busy = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '');
    if (!busy || patience === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await replace(from, to, patience - 1);
  }
}

/** Makes names in a folder last: without it a rename may be undone by a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!cannotSyncFolders(error)) throw error;
  }
}

/** Windows opens no folders, some network file systems flush none: there is nothing better to do there. */
function cannotSyncFolders(error: unknown): boolean {
  const code = codeOf(error);
  return process.platform === 'win32'
    ? code === 'EPERM' || code === 'EISDIR' || code === 'EACCES'
    : code === 'EINVAL' || code === 'ENOTSUP';
}

/** A second name for the same bytes, or a copy where the file system knows no hard links. Fails where `to` exists. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error) ?? '')) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
    const copy = await open(to, 'r+');
    await copy.sync().finally(() => copy.close());
  }
}

/** Folders below and including `root`, made when first written to, their names lasting up to the root's own. */
export function durableFolders(root: string) {
  const made = new Map<string, Promise<void>>();

  async function make(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true });
    // What lies above the root is not ours to open, unless it was made just now.
    const top = first && !relative(first, root).startsWith('..') ? dirname(first) : root;
    // A folder found here may have been made a moment before a crash: its name is made to last once more.
    for (let at = folder; at !== top; at = dirname(at)) await syncFolder(dirname(at));
  }

  return {
    /** Callers who come while it is being made wait for the same making. */
    ensure(folder: string): Promise<void> {
      const known = made.get(folder);
      if (known !== undefined) return known;
      const making = make(folder);
      made.set(folder, making);
      making.catch(() => made.delete(folder));
      return making;
    },
    /** After a failure: the folder may be gone, so look again next time. */
    forget(folder: string): void {
      made.delete(folder);
    },
  };
}

export type DurableFolders = ReturnType<typeof durableFolders>;

export async function removeIfThere(path: string): Promise<void> {
  await unlink(path).catch(unlessMissing);
}
