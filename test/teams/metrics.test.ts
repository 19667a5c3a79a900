import { get } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { conversationKey } from '../../src/app/documents.ts';
import { openDelivery } from '../../src/app/reminder/delivery.ts';
import { post } from '../../src/app/reminder/outbox.ts';
import type { Conversation } from '../../src/core/landscape/person.ts';
import { logDelivery } from '../../src/teams/delivery-log.ts';
import { openMetrics } from '../../src/teams/metrics.ts';
import { openMemoryStore } from '../app/memory-store.ts';
import { letterTo } from '../app/reminder/posting.ts';
import { houseOn } from '../app/reminder/simulated-year.ts';
import { rethrow } from '../app/rethrow.ts';
import { openStage } from './stage.ts';

const watched = {
  queue: async () => ({ documents: 12, waiting: 3, oldestSeconds: 90 }),
  lastRound: () => 1_772_438_400_000,
};

const open = async (take?: Parameters<typeof openStage>[0]) => {
  const metrics = openMetrics(watched);
  const stage = await openStage({ ...take, metrics });
  const read = async (headers: Record<string, string> = {}) => {
    const response = await fetch(`${stage.address}/metrics`, { headers });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  return { ...stage, metrics, read };
};

test('turns are counted by how they ended, and timed', async () => {
  const { chat, read } = await open({
    take: ({ command }) => {
      if (command.do === 'continue') throw new Error('no luck');
      return { messages: [] };
    },
  });
  await chat().says('help');
  await chat().says('help');
  await chat().says('continue');
  const { status, type, text } = await read();
  expect([status, type]).toEqual([200, expect.stringContaining('text/plain')]);
  expect(text).toContain('bridgekeeper_turns_total{end="answered"} 2');
  expect(text).toContain('bridgekeeper_turns_total{end="failed"} 1');
  expect(text).toContain('bridgekeeper_turn_seconds_count 3');
});

test('what was said unasked is counted by what became of it, and a claim is nothing yet', async () => {
  const { metrics, read } = await open();
  const at = '2026-03-02T08:00:00.000Z';
  metrics.delivery({ key: 'k', kind: 'asked', delivery: { state: 'claimed', tries: 0, by: 'me', at } });
  metrics.delivery({ key: 'k', kind: 'asked', delivery: { state: 'waiting', tries: 1, after: at } });
  metrics.delivery({ key: 'k', kind: 'asked', delivery: { state: 'sent', at, activity: 'a' } });
  metrics.delivery({ key: 'k', kind: 'reminder', delivery: { state: 'unknown', at, why: 'ECONNRESET' } });
  const { text } = await read();
  expect(text.split('\n').filter((line) => line.startsWith('bridgekeeper_sends_total'))).toEqual([
    'bridgekeeper_sends_total{state="retry",kind="asked"} 1',
    'bridgekeeper_sends_total{state="sent",kind="asked"} 1',
    'bridgekeeper_sends_total{state="unknown",kind="reminder"} 1',
  ]);
});

test('what goes wrong in a round is counted by what it was about', async () => {
  const { metrics, read } = await open();
  for (const key of [
    'people/p',
    'projects/a/outbox/b',
    'projects/a/outbox/c',
    'projects/a/project',
    undefined,
  ])
    metrics.failure(key);
  const { text } = await read();
  expect(text.split('\n').filter((line) => line.startsWith('bridgekeeper_round_failures_total'))).toEqual([
    'bridgekeeper_round_failures_total{about="person"} 1',
    'bridgekeeper_round_failures_total{about="letter"} 2',
    'bridgekeeper_round_failures_total{about="project"} 1',
    'bridgekeeper_round_failures_total{about="round"} 1',
  ]);
});

test('queue, documents and scheduler are looked at when somebody asks', async () => {
  const { text } = await (await open()).read();
  expect(text).toContain('bridgekeeper_queue_letters 3');
  expect(text).toContain('bridgekeeper_queue_age_seconds 90');
  expect(text).toContain('bridgekeeper_documents 12');
  expect(text).toContain('bridgekeeper_scheduler_last_run_timestamp_seconds 1772438400');
});

test.each(['x-forwarded-for', 'forwarded'])(
  'whoever comes through a proxy finds nothing (%s)',
  async (header) => {
    const { read } = await open();
    expect((await read({ [header]: 'for=203.0.113.7' })).status).toBe(404);
  },
);

test('a bot that keeps no numbers has none to show', async () => {
  const { address } = await openStage();
  const status = await new Promise((resolve) =>
    get(`${address}/metrics`, ({ statusCode }) => resolve(statusCode)),
  );
  expect(status).toBe(404);
});

test('a turn is logged under an id of its own, with its command and without its text', async () => {
  const { chat, logged } = await open();
  await chat().says('interview The secret salaries');
  const [line] = logged.filter(({ msg }) => msg === 'a turn was taken');
  expect(line).toMatchObject({ turn: expect.any(String), command: 'interview', ms: expect.any(Number) });
  expect(JSON.stringify(logged)).not.toContain('salaries');
});

test('whoever watches over the bot finds every send that failed, in the log and in the numbers', async () => {
  const { metrics, read, logged, door, connector, chat, taken } = await open();
  await chat().says('hello');
  const shelf = new Map();
  const store = openMemoryStore(shelf);
  const house = houseOn(store, () => new Date('2026-03-02T10:00:00.000Z'));
  const place = { tenant: 'tenant-1', id: 'a:personal' };
  const known: Conversation = {
    schema: 1,
    ...place,
    kind: 'personal',
    address: taken[0]?.address,
    gone: false,
  };
  await store.create(conversationKey({ tenant: place.tenant, conversation: place }), known);
  const log = pino({ base: null }, { write: (line) => void logged.push(JSON.parse(line)) });
  const postman = openDelivery({
    house,
    messenger: door.messenger,
    report: (news) => {
      logDelivery(log, news);
      metrics.delivery(news);
    },
    failed: rethrow,
    chance: () => 0.5,
  });
  const to = { kind: 'conversation', ...place } as const;
  await post(house, [
    letterTo(to, 'throttled'),
    letterTo(to, 'lost on its way', { notBefore: '2026-03-02T09:00:00.000Z' }),
    letterTo(to, 'removed', { notBefore: '2026-03-02T09:30:00.000Z' }),
  ]);
  connector.fail('message', { drop: 'before' }, { status: 403, code: 'BotNotInConversationRoster' });
  await postman.deliver();
  const lines = logged.filter(({ kind }) => kind === 'notice');
  expect(lines.map(({ level, why }) => [level, why])).toEqual([
    [50, 'ECONNRESET'],
    [50, 'BotNotInConversationRoster'],
    [50, 'I was removed there'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('lost on its way');
  const { text } = await read();
  expect(text).toContain('bridgekeeper_sends_total{state="unknown",kind="notice"} 1');
  expect(text).toContain('bridgekeeper_sends_total{state="failed",kind="notice"} 2');
});
