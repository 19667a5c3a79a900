/**
 * What passes, in a new list only where some do and some do not. Most lists of a judgement hold one answer, or a few that
 * count alike, and a project has a hundred thousand of them.
 */
export function those<T>(list: readonly T[], passes: (entry: T) => boolean): readonly T[] {
  let passing = 0;
  for (const entry of list) if (passes(entry)) passing += 1;
  if (passing === list.length) return list;
  return passing === 0 ? none : list.filter(passes);
}

const none: readonly never[] = [];
