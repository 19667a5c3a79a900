import { expect, it } from 'vitest';
import { listPosted, post, readPosted } from '../../../src/app/reminder/outbox.ts';
import type { Letter, LetterContent } from '../../../src/core/reminder/letter.ts';
import { openTestStage } from '../interviewing.ts';

const letter = (id: string, more: Partial<Letter> = {}): Letter => ({
  id,
  project: 'palm',
  to: { kind: 'person', tenant: 'tenant-1', id: 'id-of-Dana', name: 'Dana' },
  about: 'An acceptance has lapsed',
  content: { kind: 'notice', title: 'It has lapsed', lines: [], buttons: [] },
  urgency: 'daily',
  ...more,
});

it('a letter waits in the outbox, through a restart', async () => {
  const stage = await openTestStage({ start: '2026-03-02T08:00:00.000Z' });
  const lapsed = letter('acceptance-lapsed/vouchers are lost@integration/2026-03-01');
  await post(stage.house, [lapsed]);
  await stage.restart();
  expect(await readPosted(stage.house.store, lapsed)).toEqual({
    schema: 1,
    letter: lapsed,
    at: '2026-03-02T08:00:00.000Z',
    delivery: { state: 'waiting', tries: 0 },
  });
});

it('the same occasion again, at the same time or later, is the same letter', async () => {
  const stage = await openTestStage();
  await Promise.all([post(stage.house, [letter('one')]), post(stage.house, [letter('one'), letter('two')])]);
  stage.wait(24);
  await post(stage.house, [letter('one', { about: 'Said otherwise' })]);
  const posted = await listPosted(stage.house.store, 'palm');
  expect(posted.map((each) => [each.letter.id, each.letter.about, each.at])).toEqual([
    ['one', 'An acceptance has lapsed', '2026-03-02T08:00:00.000Z'],
    ['two', 'An acceptance has lapsed', '2026-03-02T08:00:00.000Z'],
  ]);
});

it('equal ids of two projects are two letters', async () => {
  const stage = await openTestStage();
  await post(stage.house, [letter('one'), letter('one', { project: 'oak' })]);
  expect(await listPosted(stage.house.store, 'palm')).toHaveLength(1);
  expect(await listPosted(stage.house.store, 'oak')).toHaveLength(1);
});

it('oldest letters come first', async () => {
  const stage = await openTestStage();
  for (const id of ['c', 'a', 'b']) {
    await post(stage.house, [letter(id)]);
    stage.wait(1);
  }
  const posted = await listPosted(stage.house.store, 'palm');
  expect(posted.map((each) => each.letter.id)).toEqual(['c', 'a', 'b']);
});

it.each<LetterContent>([
  { kind: 'notice', title: 'Hello', lines: ['one'], buttons: [{ title: 'Risks', say: 'risks Orders' }] },
  { kind: 'acceptance-lapsed', finding: 'a@b', title: 'Lost', why: 'date', until: '2026-03-01' },
  { kind: 'asked', by: { id: 'ada', name: 'Ada' }, integration: 'orders', note: 'please' },
  { kind: 'unreachable', whom: 'Ben', why: 'ConversationBlockedByUser', about: 'An acceptance has lapsed' },
  { kind: 'passed-on', whom: { id: 'ben', name: 'Ben' }, what: 'Name an owner', why: 'ignored' },
  { kind: 'governance', skipped: 2 },
])('a letter of the kind $kind can be kept, to a conversation as well', async (content) => {
  const stage = await openTestStage();
  const to = { kind: 'conversation', tenant: 'tenant-1', id: '19:x@thread.tacv2' } as const;
  const kept = letter('one', { content, to, notBefore: '2026-03-03T08:00:00.000Z', urgency: 'at-once' });
  await post(stage.house, [kept]);
  await stage.restart();
  expect((await readPosted(stage.house.store, kept))?.letter).toEqual(kept);
});
