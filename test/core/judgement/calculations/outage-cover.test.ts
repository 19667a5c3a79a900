import { expect, test } from 'vitest';
import { outageCover } from '../../../../src/core/judgement/calculations/outage-cover.ts';
import { resultOf, sums } from './given.ts';

test('changes that wait four hours do not cover twelve bearable hours', () => {
  expect(resultOf(outageCover, { bearable: 12, waiting: 4 })).toMatchObject({
    band: 'certain',
    ratio: 3,
    working: [
      'Bearable outage: 12 h (Dana)',
      'How long they wait: 4 h (Dana)',
      '12 h bearable ÷ 4 h of waiting room = 3.0',
    ],
  });
});

test.each([
  [4, 72, 'fine'],
  [12, 24, 'watch'],
  [20, 25, 'high'],
  [24, 24, 'high'],
  [25, 24, 'certain'],
])('%d bearable hours against %d of waiting are %s', (bearable, waiting, band) => {
  expect(resultOf(outageCover, { bearable, waiting }).band).toBe(band);
});

test('ranges count at the longer outage and the shorter wait, and the working says so', () => {
  const { ratio, working } = resultOf(outageCover, { bearable: [4, 12], waiting: [8, 48] });
  expect(ratio).toBe(1.5);
  expect(working).toEqual([
    'Bearable outage: 12 h, the worse end of 4–12 (Dana)',
    'How long they wait: 8 h, the worse end of 8–48 (Dana)',
    '12 h bearable ÷ 8 h of waiting room = 1.50',
  ]);
});

test('without any waiting room every outage loses changes, and there is no ratio', () => {
  const result = resultOf(outageCover, { bearable: 0, waiting: 0 });
  expect(result).toMatchObject({ band: 'certain' });
  expect(result.ratio).toBeUndefined();
  expect(sums(result)).toEqual(['0 h bearable ÷ 0 h of waiting room: nothing can wait at all']);
});

test('just above the limit the ratio does not read as the limit', () => {
  expect(sums(resultOf(outageCover, { bearable: 26, waiting: 25 }))).toEqual([
    '26 h bearable ÷ 25 h of waiting room = 1.04',
  ]);
});
