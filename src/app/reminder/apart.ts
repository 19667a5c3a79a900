/** What goes wrong with one of many does not keep the others waiting: it is told of, and tried again after a pause. */
import type { Key } from '../../store/store.ts';

/** Resolves with undefined where it went wrong, now or a moment ago. */
export type Apart = <Result>(key: Key, act: () => Promise<Result>) => Promise<Result | undefined>;

const pauseMs = 5 * 60_000;

export function openApart(failed: (key: Key, error: unknown) => void, now: () => number): Apart {
  const pausing = new Map<Key, number>();
  const isPausing = (key: Key) => {
    const left = (pausing.get(key) ?? 0) - now();
    // Never longer than a pause is: after a clock was set back, it would be.
    return left > 0 && left <= pauseMs;
  };
  return async (key, act) => {
    if (isPausing(key)) return undefined;
    try {
      return await act();
    } catch (error) {
      for (const each of pausing.keys()) if (!isPausing(each)) pausing.delete(each);
      pausing.set(key, now() + pauseMs);
      failed(key, error);
      return undefined;
    }
  };
}
