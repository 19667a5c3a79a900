import { expect, it } from 'vitest';
import {
  countOf,
  failingConnector,
  killedOnceIn,
  lateIn,
  lostIn,
  saidTwice,
  simulate,
  wrongs,
} from './simulation.ts';

// A quarter with one change of the clocks; the whole year with forty people is part of `npm run torture`.
const quarter = { count: 9, days: 91, seed: 7 };

it('over a quarter, nine people in nine zones get each thing once, on time, and never when they should not', async () => {
  const run = await simulate(quarter);
  expect(wrongs(run.got)).toEqual([]);
  expect(saidTwice(run.got)).toEqual([]);
  expect(lateIn(run)).toEqual([]);
  expect(lostIn(run)).toEqual([]);
  expect({ posted: run.posted.size, messages: run.got.length, ...countOf(run.states) }).toEqual({
    posted: 321,
    messages: 231,
    sent: 321,
  });
});

it('killed again and again, with a connector that fails one time in five, it sends nothing twice and loses nothing', async () => {
  const run = await simulate({ ...quarter, attempt: failingConnector(3), dies: killedOnceIn(1_000, 4) });
  expect(run.kills).toBeGreaterThan(50);
  expect(wrongs(run.got)).toEqual([]);
  expect(saidTwice(run.got)).toEqual([]);
  expect(lostIn(run)).toEqual([]);
  const { sent = 0, unknown = 0 } = countOf(run.states);
  expect(sent + unknown).toBe(run.posted.size);
  expect(unknown).toBeGreaterThan(0);
});
