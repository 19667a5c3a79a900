import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startClockwork } from '../../../src/app/reminder/clockwork.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function start(run: () => Promise<number | undefined>) {
  const rounds: number[] = [];
  const errors: unknown[] = [];
  const clockwork = startClockwork({
    run: () => {
      rounds.push(Date.now());
      return run();
    },
    now: Date.now,
    leastMs: 100,
    mostMs: 5_000,
    failed: (error) => errors.push(error),
  });
  return { clockwork, rounds, errors };
}

it('a round comes when it is due, and every so often in any case', async () => {
  const due = [50, 1_000, undefined, 900_000];
  const { rounds } = start(async () => due.shift());
  await vi.advanceTimersByTimeAsync(20_000);
  expect(rounds.slice(0, 5)).toEqual([0, 100, 1_000, 6_000, 11_000]);
});

it('a round that fails is told, and the next one comes all the same', async () => {
  const { rounds, errors } = start(() => Promise.reject(new Error('no disk')));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(rounds).toEqual([0, 5_000]);
  expect(errors).toHaveLength(2);
});

it('stopped, it finishes the round under way and begins no other', async () => {
  let finish: () => void = () => undefined;
  const { clockwork, rounds } = start(
    () =>
      new Promise((resolve) => {
        finish = () => resolve(undefined);
      }),
  );
  let stopped = false;
  const stopping = clockwork.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stopped).toBe(false);
  finish();
  await stopping;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(rounds).toEqual([0]);
});
