import { describe, expect, test } from 'vitest';
import {
  counted,
  duration,
  lever,
  plain,
  ratioText,
} from '../../../../src/core/judgement/calculations/working.ts';
import { chance } from '../../builders.ts';

test.each([
  [0, '0'],
  [-3.2, '-3'],
  [0.0004, '0.0004'],
  [0.015, '0.015'],
  [0.5, '0.5'],
  [0.2567, '0.26'],
  [2.5, '2.5'],
  [20, '20'],
  [99.96, '100'],
  [116.85, '117'],
  [6666.7, '6,667'],
  [40_000, '40,000'],
  [10_000_000, '10,000,000'],
])('%d reads %s', (value, text) => {
  expect(plain(value)).toBe(text);
});

test.each([
  [0.3, '0.30'],
  [0.4999, 'just under 0.50'],
  [0.5, '0.50'],
  [0.5001, 'just over 0.50'],
  [0.7999, 'just under 0.80'],
  [1 - 1e-4, 'just under 1.00'],
  [0.1 + 0.7, '0.80'],
  [1, '1.00'],
  [1.0001, 'just over 1.00'],
  [1.04, '1.04'],
  [5 / 3, '1.67'],
  [3.82, '3.8'],
])('a ratio of %d reads %s', (ratio, text) => {
  expect(ratioText(ratio)).toBe(text);
});

test.each([
  [45, '45 s'],
  [119, '119 s'],
  [120, '2 min'],
  [5000, '83.3 min'],
  [7200, '2 h'],
  [21_600, '6 h'],
])('%d seconds read %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('one is one, and everything else is several', () => {
  expect([1, 2, 0.5].map((amount) => counted(amount, 'call', 'calls'))).toEqual([
    '1 call',
    '2 calls',
    '0.5 calls',
  ]);
  expect(counted(6000)).toBe('6,000');
});

describe('the way out', () => {
  const accounts = (ratio: number, now: number, most?: number) => ({
    now,
    ...(most === undefined ? {} : { most }),
    words: (n: number) => `${n} accounts`,
    ratioAt: (n: number) => (ratio * now) / n,
  });

  test('is none where nothing is wrong, and none where nothing would do', () => {
    expect(lever(0.49, [accounts(0.49, 1)])).toBeUndefined();
    expect(lever(3, [accounts(3, 1, 6)])).toBeUndefined();
    expect(lever(3, [accounts(3, 1, 7)])).toBe('Fine with 7 accounts (0.43)');
    expect(lever(3, [])).toBeUndefined();
  });

  test('may go down as well as up, and names each change by itself', () => {
    const fewer = {
      now: -10,
      most: -1,
      words: (n: number) => `${-n} at a time`,
      ratioAt: (n: number) => -n / 10,
    };
    expect(lever(1, [accounts(1, 1), fewer])).toBe('Fine with 3 accounts (0.33), or 4 at a time (0.40)');
  });

  test('is the smallest change that will do, whatever the numbers', () => {
    const { below } = chance(7);
    for (let turn = 0; turn < 500; turn += 1) {
      const now = 1 + below(50);
      const ratio = (50 + below(5000)) / 100;
      const amount = Number(/with ([\d,]+)/.exec(lever(ratio, [accounts(ratio, now)]) ?? '')?.[1]);
      expect((ratio * now) / amount).toBeLessThan(0.5);
      expect((ratio * now) / (amount - 1)).toBeGreaterThanOrEqual(0.5);
    }
  });
});
