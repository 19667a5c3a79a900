import { expect, it } from 'vitest';
import { afterSending, isAbandoned, readyAt } from '../../../src/core/reminder/delivery.ts';

const now = Date.parse('2026-03-02T08:00:00.000Z');
const later = { kind: 'later', why: 'Throttled', down: false } as const;
const pauses = (chance: number) =>
  [0, 1, 2, 3, 10].map((tries) => {
    const next = afterSending(tries, later, now, chance);
    return next.state === 'waiting' ? (Date.parse(next.after ?? '') - now) / 1000 : next.state;
  });

it('an attempt that failed is made again, each time after twice as long, up to half an hour', () => {
  expect(pauses(0.5)).toEqual([15, 30, 60, 120, 1800]);
});

it('what failed together does not come back together', () => {
  expect(pauses(0)).toEqual([12, 24, 48, 96, 1440]);
  expect(pauses(1)).toEqual([18, 36, 72, 144, 2160]);
});

it('a pause that was asked for is kept as it is', () => {
  expect(afterSending(3, { ...later, afterMs: 7_000 }, now, 1)).toEqual({
    state: 'waiting',
    tries: 4,
    after: '2026-03-02T08:00:07.000Z',
  });
});

it('the twentieth failure is the last', () => {
  expect(afterSending(18, later, now, 0).state).toBe('waiting');
  expect(afterSending(19, later, now, 0)).toEqual({
    state: 'failed',
    at: '2026-03-02T08:00:00.000Z',
    why: 'Throttled, 20 times',
  });
});

it.each([
  [{ kind: 'sent', activity: 'a1' }, 'sent'],
  [{ kind: 'unknown', why: 'ECONNRESET' }, 'unknown'],
  [{ kind: 'gone', why: 'ConversationBlockedByUser' }, 'failed'],
  [{ kind: 'refused', why: 'BadArgument' }, 'failed'],
] as const)('%o is final', (attempt, state) => {
  expect(afterSending(0, attempt, now, 0).state).toBe(state);
});

it('a claim is abandoned after two minutes, or when the clock was set back behind it', () => {
  expect(isAbandoned('2026-03-02T07:58:00.000Z', now)).toBe(false);
  expect(isAbandoned('2026-03-02T07:57:59.000Z', now)).toBe(true);
  expect(isAbandoned('2026-03-02T09:00:00.000Z', now)).toBe(true);
});

it('a letter is ready when all it waits for is over', () => {
  expect(readyAt(undefined, undefined)).toBe(0);
  expect(readyAt('2026-03-02T08:00:00.000Z', '2026-03-02T07:00:00.000Z')).toBe(now);
  expect(readyAt('2026-03-02T07:00:00.000Z', '2026-03-02T08:00:00.000Z')).toBe(now);
});
