/** Every band of every calculation is reached, and each limit is met exactly: one below it, at it, one above it. */
import { describe, expect, test } from 'vitest';
import type { Band, Calculation } from '../../../../src/core/judgement/calculation.ts';
import { batchWindow } from '../../../../src/core/judgement/calculations/batch-window.ts';
import { businessCentralRate } from '../../../../src/core/judgement/calculations/business-central-rate.ts';
import { callRate } from '../../../../src/core/judgement/calculations/call-rate.ts';
import { chainAvailability } from '../../../../src/core/judgement/calculations/chain-availability.ts';
import { concurrency } from '../../../../src/core/judgement/calculations/concurrency.ts';
import { dailyEntitlement } from '../../../../src/core/judgement/calculations/daily-entitlement.ts';
import { dualWriteLoad } from '../../../../src/core/judgement/calculations/dual-write-load.ts';
import { environmentSlack } from '../../../../src/core/judgement/calculations/environment-slack.ts';
import { eventLoad } from '../../../../src/core/judgement/calculations/event-load.ts';
import { executionTime } from '../../../../src/core/judgement/calculations/execution-time.ts';
import { financeOperationsRoute } from '../../../../src/core/judgement/calculations/finance-operations-route.ts';
import { flowActions } from '../../../../src/core/judgement/calculations/flow-actions.ts';
import { freshness } from '../../../../src/core/judgement/calculations/freshness.ts';
import { growthHeadroom } from '../../../../src/core/judgement/calculations/growth-headroom.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { lastTestSlack } from '../../../../src/core/judgement/calculations/last-test-slack.ts';
import { latencyShare } from '../../../../src/core/judgement/calculations/latency-share.ts';
import { outageBacklog } from '../../../../src/core/judgement/calculations/outage-backlog.ts';
import { outageCover } from '../../../../src/core/judgement/calculations/outage-cover.ts';
import { payload } from '../../../../src/core/judgement/calculations/payload.ts';
import { planOrder } from '../../../../src/core/judgement/calculations/plan-order.ts';
import { pollingWaste } from '../../../../src/core/judgement/calculations/polling-waste.ts';
import { requestCount } from '../../../../src/core/judgement/calculations/request-count.ts';
import { retryAmplification } from '../../../../src/core/judgement/calculations/retry-amplification.ts';
import { runOverlap } from '../../../../src/core/judgement/calculations/run-overlap.ts';
import { runningCost } from '../../../../src/core/judgement/calculations/running-cost.ts';
import { storageDeficitToday } from '../../../../src/core/judgement/calculations/storage-deficit.ts';
import { storageGrowth } from '../../../../src/core/judgement/calculations/storage-growth.ts';
import { transferTime } from '../../../../src/core/judgement/calculations/transfer-time.ts';
import { unnecessaryRealTime } from '../../../../src/core/judgement/calculations/unnecessary-real-time.ts';
import { userWait } from '../../../../src/core/judgement/calculations/user-wait.ts';
import { type Answers, type More, resultOf } from './given.ts';

type Row = readonly [Answers, Band, More?];

/** So many records in the busiest five minutes, counted. */
const five = (records: number): Answers => ({ hour: records * 12, records: 'gone', calls: 1 });
const base = (ratio: number): More => ({
  used: { 'request-count': { kind: 'result', band: 'fine', ratio, working: [], because: [] } },
});
const inTen = { growth: 10, factor: 'gone' } as const;
const clock = (minutes: number): Answers => ({ frequency: ['every-few-minutes'], interval: minutes });
const storage = (used: number): Answers => ({ 'database-entitled': 100, 'database-used': used });
const forGood = { size: 1_048_576 / 1.5 / 365 / 1.5, keep: 'open', growth: 'open' } as const;

const live = (test: string): More => ({ dates: { 'performance-test': test, 'go-live': '2026-09-28' } });
const plan = (build: string, sit: string): More => ({
  dates: { 'build-start': build, 'sit-start': sit, 'uat-start': '2026-07-01', 'go-live': '2026-09-01' },
});

const rows: ReadonlyMap<Calculation, readonly Row[]> = new Map<Calculation, readonly Row[]>([
  [
    unnecessaryRealTime,
    [
      [
        { delay: ['next-day'], harm: ['work-stops'], origin: ['law-or-contract'], use: ['act-on-it'] },
        'fine',
      ],
      [
        { delay: ['user-waits'], harm: ['work-stops'], origin: ['law-or-contract'], use: ['act-on-it'] },
        'watch',
      ],
      [
        { delay: ['user-waits'], harm: ['unnoticed'], origin: ['law-or-contract'], use: ['act-on-it'] },
        'high',
      ],
      [{ delay: ['user-waits'], harm: ['unnoticed'], origin: ['old-system'], use: ['report'] }, 'certain'],
    ],
  ],
  [
    outageCover,
    [
      [{ bearable: 1, waiting: 10 }, 'fine'],
      [{ bearable: 5, waiting: 10 }, 'watch'],
      [{ bearable: 10, waiting: 10 }, 'high'],
      [{ bearable: 11, waiting: 10 }, 'certain'],
    ],
  ],
  [
    outageBacklog,
    [
      [{ outage: 5, daily: 10_000, rate: 3_000, time: 20 }, 'fine'],
      [{ outage: 5, daily: 10_000, rate: 3_000, time: 4 }, 'watch'],
      [{ outage: 5, daily: 10_000, rate: 3_000, time: 3 }, 'high'],
      [{ outage: 5, daily: 10_000, rate: 3_000, time: 2 }, 'certain'],
    ],
  ],
  [
    requestCount,
    [
      [five(2999), 'fine'],
      [five(3000), 'watch'],
      [five(4800), 'high'],
      [five(5999), 'high'],
      [five(6000), 'high'],
      [five(6001), 'certain'],
    ],
  ],
  [
    executionTime,
    [
      [{ ...five(599), server: 1000 }, 'fine'],
      [{ ...five(600), server: 1000 }, 'watch'],
      [{ ...five(1199), server: 1000 }, 'high'],
      [{ ...five(1200), server: 1000 }, 'high'],
      [{ ...five(1201), server: 1000 }, 'certain'],
    ],
  ],
  [
    concurrency,
    [
      [{ ...five(30), latency: 50, server: 100, parallel: 25 }, 'fine'],
      [{ ...five(30), latency: 50, server: 100, parallel: 26 }, 'watch'],
      [{ ...five(30), latency: 50, server: 100, parallel: 51 }, 'high'],
      [{ ...five(30), latency: 50, server: 100, parallel: 52 }, 'high'],
      [{ ...five(30), latency: 50, server: 100, parallel: 53 }, 'certain'],
      // 52 and 53 begin in each second, and each takes a second.
      [{ ...five(52 * 300), latency: 400, server: 600 }, 'high'],
      [{ ...five(53 * 300), latency: 400, server: 600 }, 'certain'],
    ],
  ],
  [
    dailyEntitlement,
    [
      [{ records: 399_999, operations: 1, users: 60 }, 'fine'],
      [{ records: 400_000, operations: 1, users: 60 }, 'watch'],
      [{ records: 799_999, operations: 1, users: 60 }, 'high'],
      [{ records: 800_000, operations: 1, users: 60 }, 'high'],
      // Above the licences, and not enforced yet: never certain.
      [{ records: 800_001, operations: 1, users: 60 }, 'high'],
      [{ records: 25_001, operations: 1, users: 0, other: ['power-apps'] }, 'high'],
      [{ records: 10, operations: 1, users: 0, other: ['none'] }, 'high'],
      [{ records: 0, operations: 1, users: 0, other: ['none'] }, 'fine'],
      // From 1,900 users on the pool grows no more.
      [{ records: 4_999_999, operations: 1, users: 5_000 }, 'fine'],
      [{ records: 5_000_000, operations: 1, users: 5_000 }, 'watch'],
    ],
  ],
  [
    flowActions,
    [
      [{ runs: 19_999, actions: 1, licence: ['user'] }, 'fine'],
      [{ runs: 20_000, actions: 1, licence: ['user'] }, 'watch'],
      [{ runs: 39_999, actions: 1, licence: ['user'] }, 'high'],
      [{ runs: 40_000, actions: 1, licence: ['user'] }, 'high'],
      [{ runs: 40_001, actions: 1, licence: ['user'] }, 'high'],
      [{ runs: 200_000, actions: 1, licence: ['user'] }, 'high'],
      [{ runs: 200_001, actions: 1, licence: ['user'] }, 'certain'],
      [{ runs: 250_000, actions: 1, licence: ['process'] }, 'high'],
      [{ runs: 500_000, actions: 1, licence: ['process'] }, 'high'],
      [{ runs: 500_001, actions: 1, licence: ['process'] }, 'certain'],
      [{ runs: 2_999, actions: 1, licence: ['included'] }, 'fine'],
      [{ runs: 10_000, actions: 1, licence: ['included'] }, 'high'],
      [{ runs: 10_001, actions: 1, licence: ['included'] }, 'certain'],
    ],
  ],
  [
    businessCentralRate,
    [
      [five(2999), 'fine'],
      [five(3000), 'watch'],
      [five(5999), 'high'],
      [five(6000), 'high'],
      [five(6001), 'certain'],
      // 300 s × 5 at once.
      [{ ...five(1500), server: 1000 }, 'high'],
      [{ ...five(1501), server: 1000 }, 'certain'],
      [{ ...five(100), batch: 99 }, 'fine'],
      [{ ...five(100), batch: 100 }, 'fine'],
      [{ ...five(100), batch: 101 }, 'certain'],
    ],
  ],
  [
    callRate,
    [
      [{ ...five(5 * 149), allowed: 300 }, 'fine'],
      [{ ...five(5 * 150), allowed: 300 }, 'watch'],
      [{ ...five(5 * 299), allowed: 300 }, 'high'],
      [{ ...five(5 * 300), allowed: 300 }, 'high'],
      [{ ...five(5 * 301), allowed: 300 }, 'certain'],
      [{ ...five(5), allowed: 0 }, 'certain'],
    ],
  ],
  [
    batchWindow,
    // A second a call, 36,000 calls, ten hours.
    [
      [{ records: 36_000, calls: 1, latency: 400, server: 600, window: 20, service: 'gone' }, 'fine'],
      [{ records: 36_000, calls: 1, latency: 400, server: 600, window: 19, service: 'gone' }, 'watch'],
      [{ records: 36_000, calls: 1, latency: 400, server: 600, window: 14.3, service: 'gone' }, 'watch'],
      [{ records: 36_000, calls: 1, latency: 400, server: 600, window: 14.2, service: 'gone' }, 'high'],
      [{ records: 36_000, calls: 1, latency: 400, server: 600, window: 10, service: 'gone' }, 'high'],
      [{ records: 36_001, calls: 1, latency: 400, server: 600, window: 10, service: 'gone' }, 'certain'],
      [{ records: 36_000, calls: 1, latency: 400, server: 600, window: 0, service: 'gone' }, 'certain'],
    ],
  ],
  [
    latencyShare,
    [
      [{ latency: 14, server: 86 }, 'fine'],
      [{ latency: 15, server: 85 }, 'watch'],
      [{ latency: 30, server: 70 }, 'watch'],
      [{ latency: 31, server: 69 }, 'high'],
      [{ latency: 50, server: 50 }, 'high'],
      [{ latency: 51, server: 49 }, 'certain'],
    ],
  ],
  [
    runOverlap,
    [
      [{ ...clock(15), run: 7 }, 'fine'],
      [{ ...clock(15), run: 8 }, 'watch'],
      [{ ...clock(15), run: 14 }, 'high'],
      [{ ...clock(15), run: 15 }, 'high'],
      [{ ...clock(15), run: 16 }, 'certain'],
      [{ frequency: ['hourly'], interval: 'gone', run: 61 }, 'certain'],
    ],
  ],
  [
    payload,
    [
      [{ size: 127, handOver: ['webhook'] }, 'fine'],
      [{ size: 128, handOver: ['webhook'] }, 'watch'],
      [{ size: 255, handOver: ['webhook'] }, 'high'],
      [{ size: 256, handOver: ['webhook'] }, 'high'],
      [{ size: 257, handOver: ['webhook'] }, 'certain'],
      [{ size: 192, handOver: ['service-bus'] }, 'high'],
      [{ size: 193, handOver: ['service-bus'] }, 'certain'],
      [{ size: 256, means: ['queue'], products: ['azure'] }, 'high'],
      [{ size: 257, means: ['queue'], products: ['azure'] }, 'certain'],
      [{ size: 119_654, service: ['dataverse'] }, 'high'],
      [{ size: 119_655, service: ['dataverse'] }, 'certain'],
      [{ size: 100 * 1024, service: ['power-automate'] }, 'high'],
      [{ size: 100 * 1024 + 1, service: ['power-automate'] }, 'certain'],
      [{ size: 350 * 1024, service: ['business-central'] }, 'high'],
      [{ size: 350 * 1024 + 1, service: ['business-central'] }, 'certain'],
    ],
  ],
  [
    transferTime,
    // 70 Mbps that can be used move 31,500,000 KB in an hour.
    [
      [{ records: 1000, size: 31_500 * 0.149, bandwidth: 100, window: 1 }, 'fine'],
      [{ records: 1000, size: 31_500 * 0.15, bandwidth: 100, window: 1 }, 'watch'],
      [{ records: 1000, size: 31_500 * 0.3, bandwidth: 100, window: 1 }, 'watch'],
      [{ records: 1000, size: 31_500 * 0.301, bandwidth: 100, window: 1 }, 'high'],
      [{ records: 1000, size: 31_500, bandwidth: 100, window: 1 }, 'high'],
      [{ records: 1000, size: 31_501, bandwidth: 100, window: 1 }, 'certain'],
      [{ records: 1000, size: 1, bandwidth: 0, window: 1 }, 'certain'],
    ],
  ],
  [
    userWait,
    [
      [{ calls: 1, time: 999 }, 'fine'],
      [{ calls: 1, time: 1000 }, 'fine'],
      [{ calls: 1, time: 1001 }, 'watch'],
      [{ calls: 2, time: 1000 }, 'watch'],
      [{ calls: 1, time: 2001 }, 'high'],
      [{ calls: 10, time: 1000 }, 'high'],
      [{ calls: 1, time: 10_001 }, 'certain'],
    ],
  ],
  [
    chainAvailability,
    [
      [{ uptime: { each: [99.9, 99.9] }, bearable: 3 }, 'fine'],
      [{ uptime: { each: [99.9, 99.5] }, bearable: 5 }, 'watch'],
      // What promises allow is not certain to happen.
      [{ uptime: { each: [99.9, 99.5] }, bearable: 4 }, 'high'],
      [{ uptime: { each: [99.9, 99.5] }, bearable: 0 }, 'high'],
    ],
  ],
  [
    freshness,
    [
      [{ ...clock(15), run: 4, need: 39 }, 'fine'],
      [{ ...clock(15), run: 4, need: 38 }, 'watch'],
      [{ ...clock(16), run: 5, need: 30 }, 'watch'],
      [{ ...clock(17), run: 5, need: 30 }, 'high'],
      [{ ...clock(25), run: 5, need: 30 }, 'high'],
      [{ ...clock(26), run: 5, need: 30 }, 'certain'],
      [{ ...clock(1), run: 1, need: 0 }, 'certain'],
      [{ frequency: ['hourly'], interval: 'gone', run: 'open', need: 30 }, 'certain'],
    ],
  ],
  [
    pollingWaste,
    [
      [{ ...clock(15), records: 48 }, 'fine'],
      [{ ...clock(15), records: 47 }, 'watch'],
      [{ ...clock(14.4), records: 10 }, 'watch'],
      [{ ...clock(14.4), records: 9 }, 'high'],
    ],
  ],
  [
    retryAmplification,
    [
      [{ onFailure: ['retried-then-told'], again: 1 }, 'fine'],
      [{ onFailure: ['retried-then-told'], again: 2 }, 'watch'],
      [{ onFailure: ['retried-then-told'], again: 3 }, 'high'],
      [{ onFailure: ['endless-retries'] }, 'certain'],
    ],
  ],
  [
    dualWriteLoad,
    [
      [{ first: 69_999, batch: 1 }, 'fine'],
      [{ first: 70_000, batch: 1 }, 'fine'],
      [{ first: 70_001, batch: 1 }, 'watch'],
      [{ first: 499_999, batch: 1 }, 'high'],
      [{ first: 500_000, batch: 1 }, 'high'],
      [{ first: 500_001, batch: 1 }, 'certain'],
      [{ first: 10, batch: 999 }, 'high'],
      [{ first: 10, batch: 1000 }, 'high'],
      [{ first: 10, batch: 1001 }, 'certain'],
    ],
  ],
  [
    eventLoad,
    [
      [{ hour: 24_999, records: 'gone' }, 'fine'],
      [{ hour: 25_000, records: 'gone' }, 'watch'],
      [{ hour: 49_999, records: 'gone' }, 'high'],
      [{ hour: 50_000, records: 'gone' }, 'high'],
      [{ hour: 50_001, records: 'gone' }, 'certain'],
    ],
  ],
  [
    financeOperationsRoute,
    [
      [{ hour: 1_000, records: 'gone' }, 'fine'],
      [{ hour: 1_001, records: 'gone' }, 'watch'],
      [{ hour: 5_000, records: 'gone' }, 'watch'],
      [{ hour: 5_001, records: 'gone' }, 'high'],
      [{ hour: 199_999, records: 'gone' }, 'high'],
      [{ hour: 200_000, records: 'gone' }, 'certain'],
    ],
  ],
  [
    storageGrowth,
    // One row a day is one gigabyte a year in all environments.
    [
      [{ ...forGood, rows: 10, entitled: 100, used: 80 }, 'fine'],
      [{ ...forGood, rows: 10.1, entitled: 100, used: 80 }, 'watch'],
      [{ ...forGood, rows: 20, entitled: 100, used: 80 }, 'watch'],
      [{ ...forGood, rows: 20.1, entitled: 100, used: 80 }, 'high'],
      [{ ...forGood, rows: 1, entitled: 100, used: 99.9 }, 'high'],
      [{ ...forGood, rows: 1, entitled: 100, used: 100 }, 'certain'],
      [{ ...forGood, rows: 1, entitled: 100, used: 101 }, 'certain'],
      [{ ...forGood, rows: 0, entitled: 100, used: 101 }, 'fine'],
      [{ ...forGood, rows: 30, entitled: 100, used: 80, keep: 8 }, 'fine'],
      [{ ...forGood, rows: 30, entitled: 100, used: 80, keep: 9 }, 'high'],
    ],
  ],
  [
    storageDeficitToday,
    [
      [storage(85), 'fine'],
      [storage(85.1), 'watch'],
      [storage(95), 'watch'],
      [storage(95.1), 'high'],
      [storage(100), 'high'],
      [storage(100.1), 'certain'],
      [{ ...storage(20), 'file-entitled': 200, 'file-used': 285, 'log-entitled': 10, 'log-used': 5 }, 'fine'],
      [
        { ...storage(20), 'file-entitled': 200, 'file-used': 286, 'log-entitled': 10, 'log-used': 5 },
        'certain',
      ],
    ],
  ],
  [
    growthHeadroom,
    [
      [inTen, 'fine', base(0.6)],
      [inTen, 'watch', base(0.61)],
      [inTen, 'watch', base(0.727)],
      [inTen, 'high', base(0.728)],
      [inTen, 'high', base(0.9)],
      [{ growth: 0, factor: 'gone' }, 'fine', base(0.79)],
      [{ growth: 'gone', factor: 1.33 }, 'fine', base(0.6)],
      [{ growth: 'gone', factor: 1.34 }, 'watch', base(0.6)],
    ],
  ],
  [
    runningCost,
    [
      [{ base: 800, agreed: 1000, growth: 0 }, 'fine'],
      [{ base: 801, agreed: 1000, growth: 0 }, 'watch'],
      [{ base: 1000, agreed: 1000, growth: 0 }, 'watch'],
      [{ base: 1000, agreed: 1000, growth: 1 }, 'high'],
      [{ base: 1001, agreed: 1000, growth: 0 }, 'certain'],
      [{ base: 1, agreed: 0, growth: 0 }, 'certain'],
    ],
  ],
  [
    environmentSlack,
    [
      [{ ready: { date: '2026-02-02' } }, 'fine', { dates: { 'sit-start': '2026-03-03' } }],
      [{ ready: { date: '2026-02-03' } }, 'watch', { dates: { 'sit-start': '2026-03-03' } }],
      [{ ready: { date: '2026-02-16' } }, 'watch', { dates: { 'sit-start': '2026-03-03' } }],
      [{ ready: { date: '2026-02-17' } }, 'high', { dates: { 'sit-start': '2026-03-03' } }],
      [{ ready: { date: '2026-03-03' } }, 'high', { dates: { 'sit-start': '2026-03-03' } }],
      [{ ready: { date: '2026-03-04' } }, 'certain', { dates: { 'sit-start': '2026-03-03' } }],
    ],
  ],
  [
    lastTestSlack,
    [
      // 20 working days, one fewer, and the day itself.
      [{}, 'fine', live('2026-08-31')],
      [{}, 'high', live('2026-09-01')],
      [{}, 'high', live('2026-09-28')],
      [{}, 'certain', live('2026-09-29')],
    ],
  ],
  [
    planOrder,
    [
      [{}, 'fine', plan('2026-06-01', '2026-06-02')],
      [{}, 'fine', plan('2026-06-01', '2026-06-01')],
      [{}, 'certain', plan('2026-06-01', '2026-05-31')],
    ],
  ],
]);

/** What these can never say, each for the reason that stands at its formula. */
const never: Readonly<Record<string, readonly Band[]>> = {
  'daily-entitlement': ['certain'],
  'chain-availability': ['certain'],
  'polling-waste': ['certain'],
  'growth-headroom': ['certain'],
  'last-test-slack': ['watch'],
  'plan-order': ['watch', 'high'],
};

describe.each([...rows].map(([calculation, list]) => ({ id: calculation.id, calculation, list })))(
  '$id',
  ({ id, calculation, list }) => {
    test.each(list.map(([answers, band, more]) => ({ said: JSON.stringify(answers), answers, band, more })))(
      '$said: $band',
      ({ answers, band, more }) => {
        expect(resultOf(calculation, answers, more).band).toBe(band);
      },
    );

    test('reaches every band that it can', () => {
      const reached = new Set(list.map(([, band]) => band));
      const expected = (['fine', 'watch', 'high', 'certain'] as const).filter(
        (band) => !never[id]?.includes(band),
      );
      expect([...reached].sort()).toEqual([...expected].sort());
    });

    test('says what would make it fine wherever a number would', () => {
      for (const [answers, band, more] of list) {
        const { working } = resultOf(calculation, answers, more);
        if (band === 'fine') expect(working.join('\n')).not.toMatch(/^Fine with/m);
        expect(working.join('\n')).not.toMatch(/NaN|Infinity|undefined|-0\b/);
        // The card joins the lines with semicolons.
        for (const line of working) expect(line.length).toBeLessThan(240);
      }
    });
  },
);

test('no calculation is left out', () => {
  expect([...rows.keys()].map(({ id }) => id).sort()).toEqual(calculations.map(({ id }) => id).sort());
});
