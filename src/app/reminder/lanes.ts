/** Does the same with each of many, several at a time. */
export async function inLanes<Each>(
  all: Iterable<Each>,
  lanes: number,
  act: (each: Each) => Promise<void>,
): Promise<void> {
  // One iterator for all of them: whoever is free takes the next.
  const rest = all[Symbol.iterator]();
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
