import { expect, test } from 'vitest';
import { outageBacklog } from '../../../../src/core/judgement/calculations/outage-backlog.ts';
import { resultOf, sums } from './given.ts';

test('a day of work caught up at 2,000 an hour to spare takes 20 hours', () => {
  const result = resultOf(outageBacklog, { outage: 10, daily: 40_000, rate: 6_000, time: 12 });
  expect(result.band).toBe('certain');
  expect(result.ratio).toBeCloseTo(20 / 12);
  expect(result.working).toEqual([
    'Bearable outage: 10 h (Dana)',
    'Records a day: 40,000 (Dana)',
    'Catch-up rate: 6,000 an hour (Dana)',
    'Time to catch up: 12 h (Dana)',
    '10 h down, at 10 business hours a day = 1.0 days of work',
    '40,000 records a day × 1.0 days = 40,000 waiting',
    '6,000 an hour possible, 4,000 an hour arrive anyway',
    '40,000 waiting ÷ 2,000 an hour to spare = 20 h to catch up',
    '20 h to catch up ÷ 12 h there are = 1.67',
    'Limit: 10 hours of a day in which its records arrive, where nobody has measured it (Bridgekeeper convention, 2026-11-23)',
  ]);
});

test.each([
  [5, 20_000],
  [10, 40_000],
  [24, 40_000],
  [29, 60_000],
  [48, 80_000],
])('an outage of %d hours leaves %d records of 40,000 a day waiting', (outage, waiting) => {
  const { working } = resultOf(outageBacklog, { outage, daily: 40_000, rate: 100_000, time: 12 });
  expect(working).toContainEqual(expect.stringContaining(`= ${waiting.toLocaleString('en-US')} waiting`));
});

test.each([
  [20, 'fine'],
  [15, 'fine'],
  [4, 'watch'],
  [3, 'high'],
  [2, 'certain'],
])('a backlog of two and a half hours in %d hours there are is %s', (time, band) => {
  // 10,000 a day: 5,000 wait after 5 h; 3,000 possible less 1,000 arriving leaves 2,000 an hour.
  expect(resultOf(outageBacklog, { outage: 5, daily: 10_000, rate: 3_000, time }).band).toBe(band);
});

test('nothing to spare never catches up, and there is no ratio', () => {
  const result = resultOf(outageBacklog, { outage: 1, daily: 40_000, rate: 4_000, time: 1_000 });
  expect(result.band).toBe('certain');
  expect(result.ratio).toBeUndefined();
  expect(sums(result).at(-1)).toBe('Nothing to spare: it never catches up');
});

test('no time at all to catch up is certain to be missed', () => {
  const result = resultOf(outageBacklog, { outage: 4, daily: 10_000, rate: 20_000, time: 0 });
  expect(result.band).toBe('certain');
  expect(sums(result).at(-1)).toBe('No time to catch up');
});

test('where nothing arrives or no outage can be borne, nothing waits', () => {
  expect(resultOf(outageBacklog, { outage: 0, daily: 40_000, rate: 0, time: 0 }).band).toBe('fine');
  expect(resultOf(outageBacklog, { outage: 8, daily: 0, rate: 0, time: 0 }).ratio).toBe(0);
});

test('every range counts at its worse end, and the working says so', () => {
  const worst = resultOf(outageBacklog, { outage: 8, daily: 20_000, rate: 5_000, time: 6 });
  const ranges = resultOf(outageBacklog, {
    outage: [2, 8],
    daily: [10_000, 20_000],
    rate: [5_000, 9_000],
    time: [6, 12],
  });
  expect(ranges.ratio).toBe(worst.ratio);
  expect(sums(ranges)).toEqual(sums(worst));
  expect(ranges.working.slice(0, 4)).toEqual([
    'Bearable outage: 8 h, the worse end of 2–8 (Dana)',
    'Records a day: 20,000, the worse end of 10,000–20,000 (Dana)',
    'Catch-up rate: 5,000 an hour, the worse end of 5,000–9,000 (Dana)',
    'Time to catch up: 6 h, the worse end of 6–12 (Dana)',
  ]);
});
