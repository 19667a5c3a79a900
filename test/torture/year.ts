/** The long proof of reminders: the year of the tests, with more than five hundred kills and a connector that fails. */
import assert from 'node:assert/strict';
import {
  countOf,
  failingConnector,
  killedOnceIn,
  lostIn,
  saidTwice,
  simulate,
  turnedAway,
  wrongs,
} from '../app/simulation.ts';

const run = await simulate({
  count: 40,
  days: 365,
  seed: 7,
  attempt: failingConnector(98),
  dies: killedOnceIn(4_000, 99),
});
assert.deepEqual(wrongs(run.got), []);
assert.deepEqual(saidTwice(run.got), []);
assert.deepEqual(lostIn(run), []);
assert.ok(run.kills >= 500, `${run.kills} kills`);
const { sent = 0, unknown = 0, failed = 0, ...others } = countOf(run.states);
assert.deepEqual(others, {});
assert.equal(run.posted.size, 5_900);
// Each is accounted for: it arrived, it is said that nobody knows, or its reader wants no reminders.
assert.equal(sent + unknown + failed, run.posted.size);
assert.equal(turnedAway(run).length, failed);
const counts = { kills: run.kills, posted: run.posted.size, messages: run.got.length, sent, unknown, failed };
process.stdout.write(`a year of reminders, killed again and again: ${JSON.stringify(counts)}\n`);
