import { expect, inject, test } from 'vitest';
import { killOften } from './killed-bot.ts';

test('a bot that is killed while people answer has kept every answer they saw noted, once', async () => {
  const { acknowledged, lost, twice } = await killOften(inject('product'), 4);
  expect(lost).toEqual([]);
  expect(twice).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
});
