/** Lists one after the other. A loop, because `flat` and `flatMap` go through the thousands of a whole project far slower. */
export function oneList<T>(lists: Iterable<readonly T[]>): T[] {
  const all: T[] = [];
  for (const list of lists) for (const entry of list) all.push(entry);
  return all;
}
