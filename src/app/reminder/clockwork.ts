/** Does the same thing again and again: when it is due by its own account, and every so often in any case. */

export interface Clockwork {
  /** Resolves when the round under way is over; there is none after it. */
  stop(): Promise<void>;
}

export interface Round {
  /** Resolves with when it is due again, in milliseconds; undefined where it does not know. */
  readonly run: () => Promise<number | undefined>;
  readonly now: () => number;
  readonly leastMs: number;
  readonly mostMs: number;
  readonly failed: (error: unknown) => void;
}

export function startClockwork({ run, now, leastMs, mostMs, failed }: Round): Clockwork {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underway: Promise<void> = Promise.resolve();

  async function round(): Promise<void> {
    let due: number | undefined;
    try {
      due = await run();
    } catch (error) {
      failed(error);
    }
    if (stopped) return;
    // A clock that jumps makes a round come early or late, never not at all.
    const pause = Math.min(mostMs, Math.max(leastMs, (due ?? Number.POSITIVE_INFINITY) - now()));
    timer = setTimeout(() => {
      underway = round();
    }, pause);
  }

  underway = round();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await underway;
    },
  };
}
