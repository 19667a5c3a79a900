/** The long proof of reminders: a year hour by hour, then the same with more than five hundred kills and a bad connector. */
import assert from 'node:assert/strict';
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
} from '../app/reminder/simulation.ts';

const year = { count: 40, days: 365, seed: 7 };

function say(title: string, counts: object): void {
  process.stdout.write(`${title}: ${JSON.stringify(counts)}\n`);
}

async function calm(): Promise<void> {
  const run = await simulate(year);
  assert.deepEqual(wrongs(run.got), []);
  assert.deepEqual(saidTwice(run.got), []);
  assert.deepEqual(lateIn(run), []);
  assert.deepEqual(lostIn(run), []);
  const counts = { posted: run.posted.size, messages: run.got.length, ...countOf(run.states) };
  say('a year of reminders', counts);
  // Failed: posted to the four who had switched reminders off.
  assert.deepEqual(counts, { posted: 5_900, messages: 3_810, sent: 5_660, failed: 240 });
  assert.equal(turnedAway(run).length, 240);
}

async function stormy(): Promise<void> {
  const run = await simulate({ ...year, attempt: failingConnector(98), dies: killedOnceIn(4_000, 99) });
  const { sent = 0, unknown = 0, failed = 0, ...others } = countOf(run.states);
  const posted = run.posted.size;
  say('the same, killed again and again', {
    ...{ kills: run.kills, posted, messages: run.got.length, sent, unknown, failed },
    twice: saidTwice(run.got).length,
    lost: lostIn(run).length,
  });
  assert.deepEqual(wrongs(run.got), []);
  assert.deepEqual(saidTwice(run.got), []);
  assert.deepEqual(lostIn(run), []);
  assert.ok(run.kills >= 500, `${run.kills} kills`);
  assert.deepEqual(others, {});
  // Each is accounted for: it arrived, it is said that nobody knows, or its reader wants no reminders.
  assert.deepEqual([posted, sent + unknown + failed], [5_900, 5_900]);
  assert.equal(turnedAway(run).length, failed);
}

await calm();
await stormy();
