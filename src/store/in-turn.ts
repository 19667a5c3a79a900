/** Tasks of one key run one after the other, those of different keys side by side. Each settles for its own caller. */
export function inTurn() {
  const last = new Map<string, Promise<unknown>>();

  return {
    run<T>(key: string, task: () => Promise<T>): Promise<T> {
      const turn = (last.get(key) ?? Promise.resolve()).then(task);
      // What the next one waits for never fails: a neighbour's failure is not its own.
      const settled = turn
        .catch(() => {})
        .then(() => {
          if (last.get(key) === settled) last.delete(key);
        });
      last.set(key, settled);
      return turn;
    },
    async idle(): Promise<void> {
      await Promise.all(last.values());
    },
  };
}
