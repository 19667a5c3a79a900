/** A clock that moves on only when everybody waits for it. */
export function openVirtualTime(start: number) {
  let now = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const moveOn = () => {
    const next = sleepers.reduce<number | undefined>(
      (first, { at }, index) => ((sleepers[first ?? index]?.at ?? at) <= at ? (first ?? index) : index),
      undefined,
    );
    const [sleeper] = next === undefined ? [] : sleepers.splice(next, 1);
    now = Math.max(now, sleeper?.at ?? now);
    sleeper?.wake();
  };
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    /** Until it is done; whatever it waits for comes at once. */
    async until<Result>(work: Promise<Result>): Promise<Result> {
      let done = false;
      const over = () => {
        done = true;
      };
      work.then(over, over);
      while (!done) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!done) moveOn();
      }
      return work;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}
export type VirtualTime = ReturnType<typeof openVirtualTime>;
