/** Numbers for a Prometheus server: how often and how fast, never who or what. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Queue } from '../app/reminder/queue.ts';
import type { News } from '../app/reminder/sending.ts';

export interface Watched {
  readonly queue: () => Promise<Queue>;
  /** When the scheduler last finished a round, in milliseconds. */
  readonly lastRound: () => number;
}

export type TurnEnd = 'answered' | 'failed' | 'late';

export interface Metrics {
  turn(end: TurnEnd, seconds: number): void;
  delivery(news: News): void;
  /** Something went wrong on our side in a round of deliveries, with this document or, without one, with all of it. */
  failure(key?: News['key']): void;
  readonly contentType: string;
  text(): Promise<string>;
}

export function openMetrics({ queue, lastRound }: Watched): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Counter({
    name: 'bridgekeeper_turns_total',
    help: 'Turns taken, by how they ended',
    labelNames: ['end'],
    registers,
  });
  const seconds = new Histogram({
    name: 'bridgekeeper_turn_seconds',
    help: 'From an activity to the end of its turn',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15],
    registers,
  });
  const sends = new Counter({
    name: 'bridgekeeper_sends_total',
    help: 'Attempts to say something unasked, by what became of it',
    labelNames: ['state', 'kind'],
    registers,
  });
  const failures = new Counter({
    name: 'bridgekeeper_round_failures_total',
    help: 'What went wrong on our side in a round of deliveries, by what it was about; it is tried again',
    labelNames: ['about'],
    registers,
  });
  const waiting = new Gauge({ name: 'bridgekeeper_queue_letters', help: 'Letters that wait', registers });
  const age = new Gauge({
    name: 'bridgekeeper_queue_age_seconds',
    help: 'Age of the oldest letter that could have gone',
    registers,
  });
  const documents = new Gauge({ name: 'bridgekeeper_documents', help: 'Documents on file', registers });
  const round = new Gauge({
    name: 'bridgekeeper_scheduler_last_run_timestamp_seconds',
    help: 'When the scheduler last finished a round',
    registers,
  });
  return {
    contentType: registry.contentType,
    turn(end, took) {
      turns.inc({ end });
      seconds.observe(took);
    },
    delivery({ delivery: { state }, kind }) {
      // A claim is no outcome yet.
      if (state !== 'claimed') sends.inc({ state: state === 'waiting' ? 'retry' : state, kind });
    },
    failure(key) {
      failures.inc({ about: key === undefined ? 'round' : whatIs(key) });
    },
    async text() {
      const now = await queue();
      waiting.set(now.waiting);
      age.set(now.oldestSeconds);
      documents.set(now.documents);
      round.set(lastRound() / 1000);
      return registry.metrics();
    },
  };
}

function whatIs(key: News['key']): string {
  if (key.startsWith('people/')) return 'person';
  const [, , part = 'project'] = key.split('/');
  return { outbox: 'letter', schedules: 'schedule' }[part] ?? 'project';
}
