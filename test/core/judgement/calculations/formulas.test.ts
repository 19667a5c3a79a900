/** The pure formulas against the worked checks of the fact sheet, each with its arithmetic. */
import { describe, expect, test } from 'vitest';
import { batchWindow } from '../../../../src/core/judgement/calculations/batch-window.ts';
import {
  availabilityOf,
  chainAvailability,
  downHoursAYear,
} from '../../../../src/core/judgement/calculations/chain-availability.ts';
import { inFlight } from '../../../../src/core/judgement/calculations/concurrency.ts';
import { tenantPool } from '../../../../src/core/judgement/calculations/daily-entitlement.ts';
import { freshness } from '../../../../src/core/judgement/calculations/freshness.ts';
import { growthHeadroom, yearsUntil } from '../../../../src/core/judgement/calculations/growth-headroom.ts';
import { shareOnTheWay } from '../../../../src/core/judgement/calculations/latency-share.ts';
import { attempts, loadFactor } from '../../../../src/core/judgement/calculations/retry-amplification.ts';
import { runSeconds } from '../../../../src/core/judgement/calculations/run-seconds.ts';
import { monthlyCost, runningCost } from '../../../../src/core/judgement/calculations/running-cost.ts';
import {
  scheduleSlack,
  workingDaysBetween,
} from '../../../../src/core/judgement/calculations/schedule-slack.ts';
import { storageDeficit } from '../../../../src/core/judgement/calculations/storage-deficit.ts';
import {
  gigabytesAYear,
  gigabytesIn,
  storageGrowth,
} from '../../../../src/core/judgement/calculations/storage-growth.ts';
import { transferSeconds } from '../../../../src/core/judgement/calculations/transfer-time.ts';
import { resultOf, sums } from './given.ts';

describe('a hundred thousand records of two calls in a window of two hours', () => {
  const load = { records: 100_000, calls: 2, latency: 80, server: 100, window: 2, service: ['dataverse'] };
  const run = {
    records: 100_000,
    callsARecord: 2,
    recordsACall: 1,
    roundTripMs: 80,
    serverMs: 100,
    atOnce: 1,
  };

  test('take ten hours call by call, six in tens, 45 minutes with eight at a time', () => {
    expect(runSeconds(run).oneByOne).toBe(36_000);
    expect(runSeconds({ ...run, recordsACall: 10 }).oneByOne).toBe(21_600);
    expect(runSeconds({ ...run, recordsACall: 10, atOnce: 8 }).own).toBe(2_700);
  });

  test('take 83 minutes under one account, for the work is slowed down', () => {
    const result = resultOf(batchWindow, { ...load, batch: 10, parallel: 8, identities: 1 });
    expect(result).toMatchObject({ band: 'watch' });
    expect(result.ratio).toBeCloseTo(5000 / 7200, 12);
    expect(sums(result)).toEqual([
      '100,000 records × 2 calls ÷ 10 a call = 20,000 calls',
      '20,000 × (80 + 1,000) ms = 6 h one by one',
      '÷ 8 at a time = 45 min',
      'Dataverse lets the calls through in 16.7 min and the work in 83.3 min at best',
      'So 45 min cannot be reached: the work is slowed down',
      '83.3 min ÷ 2 h = 0.69',
    ]);
    expect(result.working.at(-1)).toBe('Fine with 2 accounts (0.38), or a window of 3 h (0.46)');
  });

  test('take their 45 minutes under two', () => {
    const result = resultOf(batchWindow, { ...load, batch: 10, parallel: 8, identities: 2 });
    expect(result).toMatchObject({ band: 'fine', ratio: 0.375 });
    expect(sums(result)).toEqual([
      '100,000 records × 2 calls ÷ 10 a call = 20,000 calls',
      '20,000 × (80 + 1,000) ms = 6 h one by one',
      '÷ 8 at a time = 45 min',
      'Dataverse lets the calls through in 8.3 min and the work in 41.7 min at best',
      '45 min ÷ 2 h = 0.38',
    ]);
  });

  test('are not slowed down by anybody where they go to another service', () => {
    const result = resultOf(batchWindow, { ...load, service: ['other'], batch: 10, parallel: 8 });
    expect(result.ratio).toBe(0.375);
    expect(sums(result).join()).not.toContain('Dataverse');
  });

  test('have no more than 52 calls under way for each account, however many the sender allows', () => {
    const wide = resultOf(batchWindow, { ...load, server: 0, latency: 2000, parallel: 500, identities: 1 });
    expect(sums(wide)).toContain('÷ 52 at a time = 2.1 h');
  });
});

test('a chain of 99.9% and 99.5% is down for 52.5 hours a year, and the working shows what a queue would leave', () => {
  expect(availabilityOf([0.999, 0.995])).toBeCloseTo(0.994005, 12);
  expect(downHoursAYear(availabilityOf([0.999, 0.995]))).toBeCloseTo(52.5, 1);
  const result = resultOf(chainAvailability, { uptime: { each: [99.9, 99.5] }, bearable: 4 });
  expect(sums(result)).toEqual([
    '99.9% × 99.5% = 99.4%',
    '52.5 h a year down together, each by itself 8.8 h and 43.8 h',
    '4.4 h a month ÷ 4 h bearable = 1.09',
    'A queue between them leaves each side only its own hours',
  ]);
  expect(result.band).toBe('high');
});

describe('storage', () => {
  test.each([
    ['more database than there is', [100, 110], [10, 5], [400, 200], { database: 10, log: 0, file: 0 }],
    [
      'logs over by more than the database has free',
      [100, 95],
      [10, 20],
      [400, 200],
      { database: 0, log: 5, file: 0 },
    ],
    [
      'files over by more than database and logs have free',
      [100, 20],
      [10, 5],
      [200, 290],
      { database: 0, log: 0, file: 5 },
    ],
    [
      'logs over, and the database covers them',
      [100, 80],
      [10, 20],
      [400, 200],
      { database: 0, log: 0, file: 0 },
    ],
  ] as const)('published scenario: %s', (_, database, log, file, missing) => {
    const capacity = ([entitled, used]: readonly [number, number]) => ({ entitled, used });
    expect(
      storageDeficit({ database: capacity(database), log: capacity(log), file: capacity(file) }),
    ).toEqual(missing);
  });

  test('space that covers logs does not cover files as well', () => {
    const of = {
      database: { entitled: 100, used: 90 },
      log: { entitled: 10, used: 16 },
      file: { entitled: 50, used: 55 },
    };
    expect(storageDeficit(of)).toEqual({ database: 0, log: 0, file: 1 });
  });

  test('rows take their size and half as much again for indexes, and the copies of production as well', () => {
    expect(gigabytesAYear(10_000, 4, 0.5)).toBeCloseTo(20.89, 2);
    expect(gigabytesIn(3, 10, 0.1)).toBeCloseTo(33.1, 10);
    const result = resultOf(storageGrowth, { rows: 10_000, size: 4, entitled: 100, used: 60, growth: 10 });
    expect(sums(result)).toEqual([
      '10,000 rows × 365 × 4 KB × 1.5 = 20.9 GB a year, × 1.5 for copies = 31.3 GB',
      '100 − 60 = 40 GB free',
      '40 ÷ 31.3 × 12 = 15.3 months',
      'In 3 years 104 GB',
    ]);
    expect(result.working.at(-1)).toBe('Fine with 23 GB more, or with rows kept for 15 months');
  });

  test('a row nobody has measured counts as usual, and makes it an estimate', () => {
    const result = resultOf(storageGrowth, { rows: 10_000, entitled: 100, used: 60, keep: 12 });
    expect(result.estimate).toBe(true);
    expect(result.working).toContain('Size of a stored row: 4 KB (estimate: the usual)');
    expect(sums(result).at(-1)).toBe('Rows are deleted after 12 months: it stays at 31.3 GB');
  });
});

test('a look each 15 minutes and a run of five make data 20 minutes old, where five are allowed', () => {
  const result = resultOf(freshness, {
    frequency: ['every-few-minutes'],
    interval: 15,
    run: 5,
    need: 5,
  });
  expect(result).toMatchObject({ band: 'certain', ratio: 4 });
  expect(sums(result)).toEqual(['15 min until the next run + 5 min of run = 20 min', '20 ÷ 5 min = 4.0']);
});

test('a ratio of 0.4 that grows by a quarter a year is at 0.8 in 3.1 years', () => {
  expect(yearsUntil(0.8, 0.4, 0.25)).toBeCloseTo(3.1, 1);
  const used = {
    'batch-window': { kind: 'result', band: 'fine', ratio: 0.4, working: [], because: [] },
  } as const;
  const result = resultOf(growthHeadroom, { growth: 25 }, { used });
  expect(result.band).toBe('fine');
  expect(sums(result)).toEqual([
    'The tightest: Run time against its window, 0.40',
    'ln(0.8 ÷ 0.40) ÷ ln(1 + 25%) = 3.1 years',
  ]);
  expect(yearsUntil(0.8, 0.9, 0.1)).toBe(0);
  expect(yearsUntil(0.8, 0.4, 0)).toBe(Number.POSITIVE_INFINITY);
});

test('growth said for three years is spread over them, and the larger of two sayings counts', () => {
  const used = {
    'request-count': { kind: 'result', band: 'fine', ratio: 0.4, working: [], because: [] },
  } as const;
  const tripled = resultOf(growthHeadroom, { factor: 3, growth: 10 }, { used });
  expect(sums(tripled).at(-1)).toBe('ln(0.8 ÷ 0.40) ÷ ln(1 + 44.2%) = 1.9 years');
});

test('ten requests a second of 0.3 seconds keep three under way', () => {
  expect(inFlight(10, 180, 120)).toBe(3);
});

test('the pool of a tenant grows with its base users up to ten million', () => {
  const pool = { base: 500_000, perUser: 5_000, most: 10_000_000 };
  expect([60, 1_899, 1_900, 1_901, 50_000].map((users) => tenantPool(users, pool))).toEqual([
    800_000, 9_995_000, 10_000_000, 10_000_000, 10_000_000,
  ]);
});

test('three layers that each try twice more make 27 calls of one', () => {
  expect(attempts([2, 2, 2])).toBe(27);
  expect(attempts([])).toBe(1);
  expect(loadFactor(0.5, 3)).toBe(1.875);
  expect(loadFactor(1, 3)).toBe(4);
});

test('with one record a call of 180 ms way and 120 ms work, 60% is spent on the way, with ten 13%', () => {
  expect(shareOnTheWay(180, 120, 1)).toBe(0.6);
  expect(shareOnTheWay(180, 120, 10)).toBeCloseTo(0.13, 2);
  expect(shareOnTheWay(0, 0, 1)).toBe(0);
});

test('a hundred thousand records of 10 KB need 114 seconds on 100 Mbps of which 70% can be used', () => {
  expect(transferSeconds(100_000, 10, 100, 0.7)).toBeCloseTo(114.3, 1);
});

describe('working days', () => {
  test.each([
    ['2026-03-06', '2026-03-09', 1],
    ['2026-03-02', '2026-03-06', 4],
    ['2026-03-02', '2026-03-09', 5],
    ['2026-03-02', '2026-03-30', 20],
    ['2026-03-07', '2026-03-08', 0],
    ['2026-03-07', '2026-03-09', 1],
    ['2026-03-06', '2026-03-07', 0],
    ['2026-03-09', '2026-03-06', -1],
    ['2026-02-27', '2026-03-02', 1],
    ['1969-12-31', '1970-01-02', 2],
    ['2026-03-03', '2026-03-03', 0],
  ])('from %s to %s: %d', (from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days);
  });

  test('agree with counting them one by one', () => {
    const from = Date.parse('2026-01-01');
    const iso = (day: number) => new Date(from + day * 86_400_000).toISOString().slice(0, 10);
    for (let start = 0; start < 14; start += 1) {
      let counted = 0;
      for (let end = start; end < start + 60; end += 1) {
        const weekday = new Date(from + end * 86_400_000).getUTCDay();
        if (end > start && weekday >= 1 && weekday <= 5) counted += 1;
        expect(workingDaysBetween(iso(start), iso(end))).toBe(counted);
      }
    }
  });

  test.each([
    ['2026-03-31', 'late', 'certain'],
    ['2026-03-30', 'a week', 'high'],
    ['2026-03-23', 'a week', 'high'],
    ['2026-03-20', 'two weeks', 'high'],
    ['2026-03-16', 'two weeks', 'high'],
    ['2026-03-13', 'four weeks', 'watch'],
    ['2026-03-02', 'four weeks', 'watch'],
    ['2026-02-27', 'spare', 'fine'],
  ])('ready on %s and needed on 30 March is %s', (ready, closeness, band) => {
    expect(scheduleSlack(ready, '2026-03-30', { critical: 5, high: 10, medium: 20 })).toMatchObject({
      closeness,
      band,
    });
  });
});

test('a month costs its base, grown for three years, and what is stored by then at the price that was answered', () => {
  expect(monthlyCost({ base: 500, storedGb: 20, priceAGb: 30 })).toBe(1_100);
  const answers = { base: 500, agreed: 2_000, growth: 20, price: 10, rows: 10_000, size: 4 };
  const result = resultOf(runningCost, answers);
  expect(sums(result)).toEqual([
    '500 a month now',
    'In 3 years 500 × 1.73 = 864, at 20% growth a year',
    '76 GB × 10 = 760 for storage, 1,624 together',
    '1,624 ÷ 2,000 agreed = 0.81',
  ]);
  expect(result.band).toBe('watch');
});

test('room that is free is paid for already, and rows that are deleted take none', () => {
  const answers = { base: 500, agreed: 2_000, growth: 20, price: 10, rows: 10_000, size: 4 };
  const free = resultOf(runningCost, { ...answers, entitled: 100, used: 64 });
  expect(sums(free)).toEqual(
    expect.arrayContaining([
      '76 GB − 36 GB free today = 40 GB to be bought',
      '40 GB × 10 = 400 for storage, 1,264 together',
    ]),
  );
  const deleted = resultOf(runningCost, { ...answers, entitled: 100, used: 64, keep: 12 });
  expect(sums(deleted)).toEqual(
    expect.arrayContaining(['Rows are deleted after 12 months', '0 GB × 10 = 0 for storage, 864 together']),
  );
  expect([free.band, deleted.band]).toEqual(['fine', 'fine']);
});
