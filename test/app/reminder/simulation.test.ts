import { expect, it } from 'vitest';
import {
  countOf,
  failingConnector,
  killedOnceIn,
  lateIn,
  lostIn,
  saidTwice,
  simulate,
  turnedAway,
  wrongs,
} from './simulation.ts';

// Hour by hour, and killed more than five hundred times over the year, by `npm run torture`.

it('over a year, forty people in nine zones get each thing once, on time, and never when they should not', async () => {
  const run = await simulate({ count: 40, days: 365, seed: 7, stepHours: 2 });
  expect(wrongs(run.got)).toEqual([]);
  expect(saidTwice(run.got)).toEqual([]);
  expect(lateIn(run)).toEqual([]);
  expect(lostIn(run)).toEqual([]);
  const counts = { posted: run.posted.size, messages: run.got.length, ...countOf(run.states) };
  // Failed: what was posted to the four who had switched reminders off by then.
  expect(counts).toEqual({ posted: 2_972, messages: 2_268, sent: 2_837, failed: 135 });
  expect(turnedAway(run)).toHaveLength(135);
}, 90_000);

it('killed again and again, with a connector that fails one time in five, it sends nothing twice and loses nothing', async () => {
  const quarter = { count: 9, days: 91, seed: 7 };
  const run = await simulate({ ...quarter, attempt: failingConnector(3), dies: killedOnceIn(1_000, 4) });
  expect(run.kills).toBeGreaterThan(50);
  expect(wrongs(run.got)).toEqual([]);
  expect(saidTwice(run.got)).toEqual([]);
  expect(lostIn(run)).toEqual([]);
  const { sent = 0, unknown = 0 } = countOf(run.states);
  expect(sent + unknown).toBe(run.posted.size);
  expect(unknown).toBeGreaterThan(0);
}, 60_000);
