/** The long proof of reminders: a year, forty people in nine zones, both changes of the clocks, five hundred kills. */
import assert from 'node:assert/strict';
import {
  countOf,
  failingConnector,
  killedOnceIn,
  lateIn,
  lostIn,
  saidTwice,
  simulate,
  wrongs,
} from '../app/simulation.ts';

const year = { count: 40, days: 365, seed: 7 };

async function calm(): Promise<void> {
  const run = await simulate(year);
  assert.deepEqual(wrongs(run.got), []);
  assert.deepEqual(saidTwice(run.got), []);
  assert.deepEqual(lateIn(run), []);
  assert.deepEqual(lostIn(run), []);
  const counts = { posted: run.posted.size, messages: run.got.length, ...countOf(run.states) };
  // Failed: posted to the four who had switched reminders off.
  assert.deepEqual(counts, { posted: 5_900, messages: 3_810, sent: 5_660, failed: 240 });
  process.stdout.write(`a year of reminders: ${JSON.stringify(counts)}\n`);
}

async function stormy(): Promise<void> {
  const run = await simulate({ ...year, attempt: failingConnector(98), dies: killedOnceIn(4_000, 99) });
  assert.deepEqual(wrongs(run.got), []);
  assert.deepEqual(saidTwice(run.got), []);
  assert.deepEqual(lostIn(run), []);
  assert.ok(run.kills >= 500, `${run.kills} kills`);
  const counts = {
    kills: run.kills,
    posted: run.posted.size,
    messages: run.got.length,
    ...countOf(run.states),
  };
  process.stdout.write(`the same, killed again and again: ${JSON.stringify(counts)}\n`);
}

await calm();
await stormy();
