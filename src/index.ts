#!/usr/bin/env node
/** The process: settings → content → store → app → doors. The only reader of the environment. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openApp } from './app/app.ts';
import type { House } from './app/house.ts';
import { finishForgetting } from './app/people/forget.ts';
import type { RosterSource } from './app/people/roster.ts';
import { readDateWords } from './app/read-date.ts';
import { startClockwork } from './app/reminder/clockwork.ts';
import { openDelivery } from './app/reminder/delivery.ts';
import { lookAtQueue } from './app/reminder/queue.ts';
import { runCommandLine } from './cli/command-line.ts';
import { loadContent } from './content/load-content.ts';
import type { Content } from './core/interview/topic.ts';
import { calculations } from './core/judgement/calculations/index.ts';
import type { Door } from './core/register/deed.ts';
import { OperatorError } from './error.ts';
import { openRenderer } from './render/renderer.ts';
import { checkDocument } from './store/document-schema.ts';
import { openJsonStore } from './store/json-store.ts';
import { peekJsonStore } from './store/peek.ts';
import { readBundle } from './store/read-bundle.ts';
import type { Store } from './store/store.ts';
import { traceOf } from './teams/apology.ts';
import { logDelivery } from './teams/delivery-log.ts';
import { openMetrics } from './teams/metrics.ts';
import { openTeamsDoor, type Door as TeamsDoor } from './teams/server.ts';
import { readSettings } from './teams/settings.ts';

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { env } = process;
const startedAt = new Date().toISOString();
/** `own`: a team's pack, laid over what comes with the bot. */
const load = (own = env.BRIDGEKEEPER_DIALOGS || undefined) => loadContent(here('dialogs'), calculations, own);
const data = env.BRIDGEKEEPER_DATA || 'data';

function openHouse(
  content: Content,
  store: Store,
  door: Door,
  development: boolean,
  roster?: RosterSource,
): House {
  return {
    content,
    calculations,
    store,
    judged: new WeakMap(),
    door,
    now: () => new Date(),
    startedAt,
    newId: randomUUID,
    readDate: readDateWords,
    development,
    ...(roster ? { roster } : {}),
    ...(development ? { sample: readSample } : {}),
  };
}

const readSample = () =>
  ['applications.csv', 'integrations.csv'].map((file) => ({
    file,
    text: readFileSync(here(`samples/florida-palm/${file}`), 'utf8'),
  }));

async function serve(): Promise<void> {
  const log = pino({ level: env.LOG_LEVEL || 'info' });
  const settings = readSettings(env);
  const content = load();
  const renderer = openRenderer(here('cards'), content);
  const store = await openJsonStore(data, checkDocument, (key, reason) =>
    log.warn({ key, reason }, 'recovered'),
  );
  // The house stands before its door is open, and asks nothing before that.
  const roster: RosterSource = {
    members: (by, conversation) => door.roster.members(by, conversation),
    person: (by, conversation, id) => door.roster.person(by, conversation, id),
  };
  const house = openHouse(content, store, 'teams', settings.development, roster);
  await finishForgetting(house);
  let lastRound = 0;
  const metrics = openMetrics({
    queue: () => lookAtQueue(store, Date.now()),
    lastRound: () => lastRound,
  });
  const parts = { app: openApp(house), renderer, settings, log, ready: () => true, metrics };
  const door: TeamsDoor = await openTeamsDoor(parts).catch(async (error) => {
    await store.close();
    throw error;
  });
  const postman = openDelivery({
    house,
    messenger: door.messenger,
    report: (news) => {
      logDelivery(log, news);
      metrics.delivery(news);
    },
    failed: (key, error) => {
      log.error({ key, ...traceOf(error) }, 'one part of a round of deliveries failed; it is tried again');
      metrics.failure(key);
    },
    chance: Math.random,
  });
  const rounds = startClockwork({
    run: async () => {
      const due = await postman.deliver();
      lastRound = Date.now();
      return due;
    },
    now: Date.now,
    leastMs: 200,
    mostMs: 5_000,
    failed: (error) => {
      log.error(traceOf(error), 'a round of deliveries failed');
      metrics.failure();
    },
  });
  const stop = async () => {
    postman.stop();
    await Promise.all([rounds.stop(), door.stop()]);
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    });
  }
}

// `bridgekeeper … | head` is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  error.code === 'EPIPE' ? process.exit(0) : fail(error),
);

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof OperatorError ? error.report : (error as Error).stack}\n`);
  process.exit(error instanceof OperatorError && error.code === 'usage' ? 2 : 1);
}

const [verb, ...args] = process.argv.slice(2);
if (verb === undefined || verb === 'serve') await serve().catch(fail);
else {
  process.exitCode = await runCommandLine([verb, ...args], {
    openHouse: async () => openHouse(load(), await openJsonStore(data, checkDocument), 'command-line', true),
    peek: () => peekJsonStore(data, checkDocument),
    readBundle,
    loadContent: load,
    calculations,
    now: () => new Date(),
    print: (text) => process.stdout.write(text),
  }).catch(fail);
}
