/**
 * Kills a writing process again and again and looks at what it left: `tsx test/torture/kill.ts 1000`.
 * No acknowledged step may be missing, at most the one step under way may be there on top, and every file must be whole.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { decode } from '../../src/store/document-text.ts';
import { openJsonStore } from '../../src/store/json-store.ts';
import { keys, type Steps, stateAfter } from './script.ts';

export interface Tally {
  kills: number;
  acknowledged: number;
  /** Kills that left the remains of an unfinished write, and kills before the folder was open. */
  midWrite: number;
  beforeOpen: number;
  /** Steps that were on disk although nobody had been told so yet. */
  unacknowledged: number;
  readonly complaints: string[];
}

const root = resolve(import.meta.dirname, '../..');

export async function killOften(times: number, lanes = 2): Promise<Tally> {
  const tally = { kills: 0, acknowledged: 0, midWrite: 0, beforeOpen: 0, unacknowledged: 0, complaints: [] };
  const writer = await buildWriter();
  try {
    const share = Array.from({ length: lanes }, (_, lane) => Math.floor((times + lane) / lanes));
    await Promise.all(share.map((kills) => lane(writer.path, kills, tally)));
  } finally {
    await rm(writer.folder, { recursive: true });
  }
  return tally;
}

/** Compiled once, because a kill every few milliseconds cannot wait for a compiler in every child. */
async function buildWriter(): Promise<{ folder: string; path: string }> {
  await mkdir(join(root, 'test-results'), { recursive: true });
  // Inside the project, so that the child finds lowdb.
  const folder = await mkdtemp(join(root, 'test-results/writer-'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [
    tsc,
    '-p',
    join(import.meta.dirname, 'tsconfig.json'),
    '--outDir',
    folder,
    '--noCheck',
  ]);
  return { folder, path: join(folder, 'test/torture/writer.js') };
}

async function lane(writer: string, kills: number, tally: Tally): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bridgekeeper-kill-'));
  const steps: Steps = {};
  const start = () => spawn(process.execPath, [writer, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  let spare = start();
  try {
    for (let kill = 0; kill < kills && tally.complaints.length === 0; kill++) {
      const child = spare;
      // The next one warms up meanwhile; it waits for its steps before it touches the folder.
      spare = start();
      await workUntilKilled(child, steps, tally);
      await inspect(folder, steps, tally);
      tally.kills++;
    }
  } finally {
    spare.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Raises `steps` to what was acknowledged before the child died. */
async function workUntilKilled(child: ChildProcess, steps: Steps, tally: Tally): Promise<void> {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the writer has no pipes');
  const closed = once(child, 'close');
  const kill = () => child.kill('SIGKILL');
  let opened = false;
  let acknowledged = 0;
  // One kill in four while the folder is being opened: the lock, the loading, the sweeping;
  // one in four right behind an acknowledgement; the others at any moment of the work.
  const mood = Math.floor(Math.random() * 4);
  const enough = mood === 1 ? Math.ceil(Math.random() * 40) : Number.POSITIVE_INFINITY;

  createInterface(stdout).on('line', (line) => {
    if (line === 'ready') {
      stdin.end(JSON.stringify(steps));
      if (mood === 0) setTimeout(kill, Math.random() * 15);
    } else if (line === 'open') {
      opened = true;
      if (mood > 1) setTimeout(kill, Math.random() * 60);
    } else {
      const [key = '', step] = line.split(' ');
      steps[key] = Number(step);
      acknowledged++;
      if (acknowledged === enough) kill();
    }
  });

  const [code] = await closed;
  if (code !== null) tally.complaints.push(`the writer ended by itself with code ${code}`);
  if (!opened) tally.beforeOpen++;
  tally.acknowledged += acknowledged;
}

async function inspect(folder: string, steps: Steps, tally: Tally): Promise<void> {
  const complain = (what: string) => tally.complaints.push(`kill ${tally.kills + 1}: ${what}`);
  const found = await files(folder);
  for (const file of found.filter((name) => name.endsWith('.json'))) {
    const { kind } = decode(await readFile(join(folder, file), 'utf8'));
    if (kind !== 'good') complain(`${file} is ${kind}`);
  }
  if (found.some((name) => name.endsWith('.tmp'))) tally.midWrite++;

  const store = await openJsonStore(
    folder,
    () => undefined,
    (key, why) => complain(`${key} was recovered: ${why}`),
  );
  for (const key of keys) {
    const last = steps[key] ?? 0;
    const value = (await store.read(key))?.value;
    if (isDeepStrictEqual(value, stateAfter(last))) continue;
    if (isDeepStrictEqual(value, stateAfter(last + 1))) {
      steps[key] = last + 1;
      tally.unacknowledged++;
    } else
      complain(`${key} was acknowledged at step ${last} and holds ${JSON.stringify(value)?.slice(0, 60)}`);
  }
  await store.close();
  for (const file of (await files(folder)).filter((name) => !name.endsWith('.json')))
    complain(`${file} was left over`);
}

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const tally = await killOften(Number(process.argv[2] ?? 1000));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`${JSON.stringify({ ...tally, seconds })}\n`);
  process.exitCode = tally.complaints.length > 0 ? 1 : 0;
}
