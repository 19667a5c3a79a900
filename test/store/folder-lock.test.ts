import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { openJsonStore } from '../../src/store/json-store.ts';
import { startOf } from '../../src/store/process-start.ts';
import { filesIn, temporaryFolder } from './folder.ts';

const hasProc = (await startOf(process.pid)) !== null;

const lockOf = (folder: string) => join(folder, 'bridgekeeper.lock');

async function lockedBy(holder: Record<string, unknown>): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(lockOf(folder), JSON.stringify({ host: hostname(), started: null, ...holder }));
  return folder;
}

/** A process that does nothing until it is killed. */
async function idleProcess(): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(child, 'spawn');
  onTestFinished(() => void child.kill('SIGKILL'));
  return child as ChildProcess & { pid: number };
}

describe('a lock that is held', () => {
  it('by this process keeps a second store out until the first is closed', async () => {
    const folder = await temporaryFolder();
    const first = await openJsonStore(folder, () => undefined);
    await expect(openJsonStore(folder, () => undefined)).rejects.toMatchObject({
      code: 'data-locked',
      message: `${folder} is in use by process ${process.pid}`,
      details: [],
    });
    await first.close();
    await (await openJsonStore(folder, () => undefined)).close();
  });

  it('by another running process is respected, until it is killed', async () => {
    const child = await idleProcess();
    const folder = await lockedBy({ pid: child.pid, started: await startOf(child.pid) });
    const text = await readFile(lockOf(folder), 'utf8');
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'data-locked',
      message: expect.stringContaining(`process ${child.pid}`),
    });
    expect(await readFile(lockOf(folder), 'utf8')).toBe(text);

    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockFolder(folder)).release();
    expect(await filesIn(folder)).toEqual([]);
  });

  it('on another machine is respected, with the way out', async () => {
    const folder = await lockedBy({ pid: 1, host: 'elsewhere' });
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'data-locked',
      message: expect.stringMatching(/process 1 on elsewhere.*delete .*bridgekeeper\.lock/),
    });
  });
});

describe('a lock that is left over', () => {
  it.runIf(hasProc)('by a process whose number another one has now is taken over', async () => {
    const child = await idleProcess();
    const folder = await lockedBy({ pid: child.pid, started: 'an earlier boot/1234' });
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockOf(folder), 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    });
    await lock.release();
  });

  it.runIf(hasProc)(
    'by a process that has ended, though its parent has not looked, is taken over',
    async () => {
      // The shell becomes a program that never asks after the child it inherits.
      const script = 'sleep 0 & echo $!; exec tail -f /dev/null';
      const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
      onTestFinished(() => void parent.kill('SIGKILL'));
      const [line] = await once(createInterface(parent.stdout), 'line');
      const pid = Number(line);
      await vi.waitFor(async () => expect(await startOf(pid)).toBe('ended'), { timeout: 5000, interval: 10 });

      const folder = await lockedBy({ pid, started: 'this boot/1234' });
      await (await lockFolder(folder)).release();
    },
  );

  it.each(['', '{"pid": 12', '{"pid": -1, "host": "x"}', 'null'])(
    'as "%s" names nobody and is taken over',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(lockOf(folder), text);
      await (await lockFolder(folder)).release();
      expect(await filesIn(folder)).toEqual([]);
    },
  );

  it('goes to exactly one of many who find it', async () => {
    const child = await idleProcess();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const folder = await lockedBy({ pid: child.pid });
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await filesIn(folder)).toEqual(['bridgekeeper.lock']);
  });
});

it('releases its own lock only', async () => {
  const folder = await temporaryFolder();
  const lock = await lockFolder(folder);
  await writeFile(lockOf(folder), 'of somebody who came after an operator deleted ours');
  await lock.release();
  expect(await filesIn(folder)).toEqual(['bridgekeeper.lock']);
});
