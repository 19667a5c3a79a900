import { expect, it } from 'vitest';
import { killOften } from '../torture/kill.ts';

it('loses nothing that was acknowledged when the process is killed at any moment', async () => {
  const tally = await killOften(15);
  expect(tally.complaints).toEqual([]);
  expect(tally.kills).toBe(15);
  expect(tally.acknowledged).toBeGreaterThan(0);
}, 60_000);
