/** The product as its users run it: one process for the bot, one for each command in a terminal. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A team's own pack that asks less: what pages hold then stays the same, however much is asked one day. */
export const fewTopics = join(import.meta.dirname, '..', 'fixtures', 'business-only');

/** A data folder of its own, and a terminal to work on it. */
export interface Terminal {
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  /** `bridgekeeper <args>`; gives what it printed. */
  command(...args: string[]): Promise<string>;
  /** A file beside the data, for what commands write. */
  file(name: string): string;
  /** Removes the data. */
  close(): Promise<void>;
}

/** `product`: the folder of `dist/`, `cards/` and the rest. */
export async function openTerminal(product: string, pack = fewTopics): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), 'bridgekeeper-browser-'));
  const program = join(product, 'dist', 'index.js');
  const env = {
    ...withoutSettings(),
    BRIDGEKEEPER_DATA: join(folder, 'data'),
    BRIDGEKEEPER_DIALOGS: pack,
  };
  return {
    program,
    env,
    command: async (...args) =>
      (await promisify(execFile)(process.execPath, [program, ...args], { env, cwd: product })).stdout,
    file: (name) => join(folder, name),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Whatever bot the shell of the tests is set up for: this one is nobody's. */
function withoutSettings(): NodeJS.ProcessEnv {
  const others = /^(MicrosoftApp|BRIDGEKEEPER_|NODE_ENV$|VITEST|LOG_LEVEL$|PORT$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)));
}

export interface Bot {
  /** Where it takes activities. */
  readonly endpoint: string;
  /** Kills the process as a power cut would, and starts another one on the same data and port. */
  crashAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBot({ program, env }: Terminal): Promise<Bot> {
  const port = await freePort();
  const start = () => startProcess(program, { ...env, PORT: String(port) }, port);
  let child = await start();
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    async crashAndRestart() {
      await end(child, 'SIGKILL');
      child = await start();
    },
    async stop() {
      process.off('exit', killNow);
      await end(child, 'SIGTERM');
    },
  };
}

async function startProcess(program: string, env: NodeJS.ProcessEnv, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return child;
    await pause(25);
  }
  throw new Error(`The bot did not start. It said:\n${said}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
