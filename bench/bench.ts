/**
 * `npm run bench`: what a turn costs, as ratios within one run, so that a noisy machine cancels out. Of a turn that is the
 * processor time of the bot as the system accounts it, of a judgement the time somebody waits for it; medians over rounds
 * that take turns.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../src/content/load-content.ts';
import type { Memory } from '../src/core/judgement/assess-project.ts';
import { calculations } from '../src/core/judgement/calculations/index.ts';
import type { Integration } from '../src/core/landscape/landscape.ts';
import { checkDocument } from '../src/store/document-schema.ts';
import { openJsonStore } from '../src/store/json-store.ts';
import { choiceQuestions, integrationOf, projectOf } from './landscape.ts';

const rounds = 7;
const turnsPerRound = 120;
const root = new URL('../', import.meta.url).pathname;
const content = loadContent(join(root, 'dialogs'), calculations);
const folders: string[] = [];
const children: ChildProcess[] = [];

/** Takes what bots send, and answers as Teams would. */
const connector = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
  });
});
connector.listen(0, '127.0.0.1');
await once(connector, 'listening');
const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;

interface Bot {
  readonly pid: number;
  readonly url: string;
  /** Milliseconds from spawning until it answered. */
  readonly startMs: number;
}

let port = 41_000 + (process.pid % 1000);

async function start(args: string[], env: Record<string, string> = {}): Promise<Bot> {
  port += 1;
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'silent', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 5));
  return { pid: child.pid ?? 0, url, startMs: performance.now() - began };
}

async function startOn(integrations: number, answersEach: number): Promise<Bot> {
  const folder = mkdtempSync(join(tmpdir(), 'bridgekeeper-bench-'));
  folders.push(folder);
  const store = await openJsonStore(folder, checkDocument);
  await store.create('projects/bench/project', projectOf(content, integrations));
  const keys = Array.from({ length: integrations }, (_, at) => at);
  for (let at = 0; at < keys.length; at += 50) {
    const documents = keys.slice(at, at + 50).map((key) => integrationOf(content, key, answersEach));
    await Promise.all(documents.map((each) => store.create(`projects/bench/integrations/${each.id}`, each)));
  }
  await store.close();
  return start(['dist/index.js'], { BRIDGEKEEPER_DATA: folder });
}

/** Seconds of processor time a process has used. */
function cpuOf({ pid }: Bot): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function post({ url }: Bot, activity: object): Promise<void> {
  deliveries += 1;
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  await response.text();
  if (!response.ok) throw new Error(`a turn was answered with ${response.status}`);
}

let deliveries = 0;
const envelope = (person: number) => ({
  id: `delivery-${deliveries}`,
  channelId: 'msteams',
  serviceUrl,
  from: { id: `user-${person}`, name: `Person ${person}`, aadObjectId: `object-${person}` },
  recipient: { id: 'bot', name: 'Bridgekeeper' },
  conversation: { id: `chat-${person}`, conversationType: 'personal', tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' } },
});

/** A page answered, written down, turned read-only, and the next one sent. */
function interviewTurn(bot: Bot, at: number, of: number): Promise<void> {
  const question = choiceQuestions(content)[at % choiceQuestions(content).length];
  if (question?.answer.kind !== 'choice') throw new Error('no question to answer');
  const integration = `integration-${at % of}`;
  const page = {
    project: 'bench',
    integration,
    subject: { scope: 'integration', id: integration },
    questions: [question.key],
    turn: `page-${deliveries}`,
    correction: false,
  };
  const option = question.answer.options[deliveries % question.answer.options.length];
  const data = { command: { do: 'answer', page }, [question.key]: option?.id };
  return post(bot, {
    ...envelope(at % 10),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1',
    value: { action: { type: 'Action.Execute', verb: 'bridgekeeper', data }, trigger: 'manual' },
  });
}

const echoTurn = (bot: Bot, at: number) =>
  post(bot, { ...envelope(at % 10), type: 'message', text: 'about 2 million a day' });

/** How a whole project stands; asked again and again, as on a Monday morning. */
const summaryTurn = (bot: Bot, at: number) =>
  post(bot, { ...envelope(at % 10), type: 'message', text: 'summary' });

/** Milliseconds of processor time a turn. */
async function measure(bot: Bot, turn: (at: number) => Promise<void>): Promise<number> {
  const before = cpuOf(bot);
  for (let at = 0; at < turnsPerRound; at += 1) await turn(at);
  return ((cpuOf(bot) - before) * 1000) / turnsPerRound;
}

async function compare(one: () => Promise<number>, other: () => Promise<number>) {
  await one();
  await other();
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push([await one(), await other()]);
  return {
    ratio: median(pairs.map(([a, b]) => a / b)),
    one: median(pairs.map(([a]) => a)),
    other: median(pairs.map(([, b]) => b)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(what: string, value: string, detail: string): void {
  process.stdout.write(`${what.padEnd(66)} ${value.padStart(8)}   ${detail}\n`);
}

try {
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${rounds} rounds\n\n`,
  );
  const echo = await start(['bench/echo-bot.mjs']);
  const ten = await startOn(10, 100);
  const threeHundred = await startOn(300, 60);
  const thousand = await startOn(1000, 100);
  const turn = await compare(
    () => measure(ten, (at) => interviewTurn(ten, at, 10)),
    () => measure(echo, (at) => echoTurn(echo, at)),
  );
  print(
    'an interview turn, durable, against a bare echo bot',
    `${turn.ratio.toFixed(2)} ×`,
    `${turn.one.toFixed(1)} ms and ${turn.other.toFixed(1)} ms of processor time`,
  );
  const scale = await compare(
    () => measure(thousand, (at) => interviewTurn(thousand, at, 10)),
    () => measure(ten, (at) => interviewTurn(ten, at, 10)),
  );
  print(
    'the same turn at 1,000 integrations against 10',
    `${scale.ratio.toFixed(2)} ×`,
    `${scale.one.toFixed(1)} ms and ${scale.other.toFixed(1)} ms; 100 answers each`,
  );
  const summary = await compare(
    () => measure(threeHundred, (at) => summaryTurn(threeHundred, at)),
    () => measure(threeHundred, (at) => interviewTurn(threeHundred, at, 10)),
  );
  print(
    'a summary of 300 integrations, warm, against an interview turn there',
    `${summary.ratio.toFixed(2)} ×`,
    `aim 3 ×; ${summary.one.toFixed(1)} ms and ${summary.other.toFixed(1)} ms`,
  );
  print(
    'start to ready, 10 integrations, against the echo bot',
    `${(ten.startMs / echo.startMs).toFixed(2)} ×`,
    `${Math.round(ten.startMs)} ms and ${Math.round(echo.startMs)} ms`,
  );

  const { firstMs, judgeCold, judgeOneMore, readDocuments } = await judging();
  // Until what judges is compiled, which a bot that runs for days waits for once.
  for (let round = 0; round < rounds; round += 1) await judgeCold();
  const cold = await compare(judgeCold, readDocuments);
  const oneMore = await compare(judgeOneMore, readDocuments);
  const against = `of JSON.parse of the same documents, ${Math.round(cold.other)} ms`;
  print('judging 1,000 integrations with 60 answers each, just started', `${Math.round(firstMs)} ms`, 'once');
  print(
    'judging as many others in the same process',
    `${Math.round(cold.one)} ms`,
    `aim 150 ms; ${cold.ratio.toFixed(2)} × that ${against}`,
  );
  print(
    'judging them again after one more answer',
    `${Math.round(oneMore.one)} ms`,
    `aim 10 ms; ${oneMore.ratio.toFixed(2)} × that ${against}`,
  );
} finally {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  connector.close();
  connector.closeAllConnections();
}

/** The judgement as it is shipped: what runs TypeScript directly adds to every function that is made. */
async function judging() {
  const shipped = async <T>(module: string): Promise<T> => import(join(root, 'dist/core/judgement', module));
  const { assessProject } =
    await shipped<typeof import('../src/core/judgement/assess-project.ts')>('assess-project.js');
  const { calculations } =
    await shipped<typeof import('../src/core/judgement/calculations/index.ts')>('calculations/index.js');
  const project = projectOf(content, 1000);
  const integrations = Array.from({ length: 1000 }, (_, at) => integrationOf(content, at, 60));
  const documents = [project, ...integrations].map((each) => JSON.stringify(each));
  const memory: Memory = new WeakMap();
  const judge = (all: readonly Integration[], known?: Memory) =>
    assessProject(content, calculations, project, all, known);
  const firstMs = time(() => judge(integrations, memory));
  let changed = 0;
  return {
    firstMs,
    // Read anew each time, as from disk: nothing may be known by its identity.
    judgeCold: async () => {
      const [, ...others] = documents.map((each) => JSON.parse(each));
      return time(() => judge(others));
    },
    judgeOneMore: async () => {
      changed += 1;
      const one = integrationOf(content, changed, 61);
      return time(() => judge(integrations.with(changed, one), memory));
    },
    readDocuments: async () => time(() => documents.forEach((each) => void JSON.parse(each))),
  };
}

/** Milliseconds that are waited for it. */
function time(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
