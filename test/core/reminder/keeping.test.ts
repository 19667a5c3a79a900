import { expect, it } from 'vitest';
import { outdated } from '../../../src/core/reminder/keeping.ts';
import type { Delivery, LetterContent, Posted } from '../../../src/core/reminder/letter.ts';

const day = 24 * 3_600_000;
const now = Date.parse('2026-06-01T08:00:00.000Z');
const ago = (days: number) => new Date(now - days * day).toISOString();
const sent = (days: number): Delivery => ({ state: 'sent', at: ago(days), activity: 'post' });

function posted(id: string, delivery: Delivery, content: LetterContent, to = 'channel'): Posted {
  return {
    schema: 1,
    at: ago(200),
    delivery,
    letter: {
      id,
      project: 'palm',
      to: { kind: 'conversation', tenant: 'tenant-1', id: to },
      about: id,
      content,
      urgency: 'at-once',
    },
  };
}

const notice: LetterContent = { kind: 'notice', title: 'one', lines: [], buttons: [] };
const governance: LetterContent = { kind: 'governance', skipped: 0 };
const idsOf = (all: readonly Posted[]) => outdated(all, now).map(({ letter }) => letter.id);

it.each<Delivery>([
  sent(61),
  { state: 'failed', at: ago(61), why: 'ConversationNotFound' },
  { state: 'dropped', at: ago(61), why: 'nothing to say' },
  { state: 'unknown', at: ago(61), why: 'ECONNRESET' },
])('a letter that came to rest ($state) more than sixty days ago can go', (delivery) => {
  expect(idsOf([posted('one', delivery, notice)])).toEqual(['one']);
});

it.each<Delivery>([
  sent(59),
  { state: 'waiting', tries: 3, after: ago(100) },
  { state: 'claimed', tries: 0, by: 'me', at: ago(100) },
])('one that did so later, or is on its way ($state), stays', (delivery) => {
  expect(idsOf([posted('one', delivery, notice)])).toEqual([]);
});

it('of the posts in a channel the newest stays, however old it is', () => {
  const all = [
    posted('older', sent(80), governance),
    posted('newest', sent(70), governance),
    posted('lost', { state: 'failed', at: ago(65), why: 'BadArgument' }, governance),
    posted('elsewhere', sent(90), governance, 'another channel'),
  ];
  expect(idsOf(all)).toEqual(['older', 'lost']);
});

it('of the digests of a person the newest that may have arrived stays: what came since is news to them', () => {
  const digest = (week: string): LetterContent => ({ kind: 'digest', week, since: '2026-w01' });
  const perhaps: Delivery = { state: 'unknown', at: ago(70), why: 'ECONNRESET' };
  const all = [
    posted('older', sent(80), digest('2026-w10')),
    posted('newest', perhaps, digest('2026-w11')),
    posted('lost', { state: 'failed', at: ago(63), why: 'BadArgument' }, digest('2026-w12')),
    posted('of another', sent(90), digest('2026-w09'), 'another manager'),
  ];
  expect(idsOf(all)).toEqual(['older', 'lost']);
});

it.each<LetterContent>([
  { kind: 'asked', by: { name: 'Ben' }, integration: 'orders' },
  { kind: 'acceptance-lapsed', finding: 'a@b', title: 'Lost', why: 'date', until: '2026-03-01' },
  { kind: 'difference', difference: 'a@b', state: 'open', by: { name: 'Ben' } },
  { kind: 'unreachable', whom: 'Ben', why: 'ConversationNotFound', about: 'one' },
])('one whose occasion may be met again stays, so that it is not told twice: $kind', (content) => {
  expect(idsOf([posted('one', sent(400), content)])).toEqual([]);
});
