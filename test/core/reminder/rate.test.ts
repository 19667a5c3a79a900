import { expect, it } from 'vitest';
import {
  conversationRates,
  nextSend,
  type Rate,
  tenantRates,
  withSend,
} from '../../../src/core/reminder/rate.ts';

/** Sends as early as allowed, again and again. */
function send(rates: readonly Rate[], count: number): number[] {
  const all: number[] = [];
  let sent: readonly number[] = [];
  let now = 1_000_000;
  for (let each = 0; each < count; each += 1) {
    now = nextSend(rates, sent, now);
    sent = withSend(rates, sent, now);
    all.push(now);
  }
  return all;
}

function most(times: readonly number[], withinMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + withinMs).length));
}

it.each(conversationRates)(
  'one conversation never gets more than $sends messages within $withinMs ms',
  ({ sends, withinMs }) => {
    const times = send(conversationRates, 2_500);
    expect(most(times, withinMs)).toBeLessThanOrEqual(sends);
  },
);

it('what the hour allows is used up, and waits for the next hour', () => {
  const times = send(conversationRates, 1_801);
  const [first = 0, last = 0] = [times[0], times[1_800]];
  expect(last - first).toBeGreaterThanOrEqual(3_600_000);
  expect(times[1_799]).toBeLessThan(first + 3_600_000);
});

it('a tenant gets fifty a second', () => {
  const times = send(tenantRates, 500);
  expect(most(times, 1_000)).toBe(50);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(12_000);
});

it('only what still counts is remembered', () => {
  let sent: readonly number[] = [];
  for (let now = 0; now < 10 * 3_600_000; now += 10_000) sent = withSend(conversationRates, sent, now);
  expect(sent.length).toBeLessThan(370);
});

it('a clock that was set back holds nothing up', () => {
  const sent = Array.from({ length: 60 }, (_, at) => 5_000_000 + at);
  expect(nextSend(conversationRates, sent, 1_000)).toBe(1_000);
});
