import type { Band } from '../calculation.ts';

/** How close it is: already late, under one week, under two, under four, or with time to spare. */
export type Closeness = 'late' | 'a week' | 'two weeks' | 'four weeks' | 'spare';

export interface Slack {
  /** Working days between ready and needed; below zero where it comes too late. */
  readonly days: number;
  readonly closeness: Closeness;
  readonly band: Band;
}

const dayMs = 86_400_000;

/** Monday to Friday; holidays are not known. The first day does not count, the last does: Friday to Monday is one. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from);
  // 0 is a Monday: 5 January 1970 was one.
  const [start, end] = [Date.parse(from) / dayMs - 4, Date.parse(to) / dayMs - 4];
  const workingDaysUntil = (day: number) => Math.floor(day / 7) * 5 + Math.min(5, (((day % 7) + 7) % 7) + 1);
  return workingDaysUntil(end) - workingDaysUntil(start);
}

/** From the day on which something is ready to the day on which it is needed; the bounds are limits of the content. */
export function scheduleSlack(
  readyBy: string,
  neededBy: string,
  bounds: { readonly critical: number; readonly high: number; readonly medium: number },
): Slack {
  const days = workingDaysBetween(readyBy, neededBy);
  if (neededBy < readyBy) return { days, closeness: 'late', band: 'certain' };
  if (days <= bounds.critical) return { days, closeness: 'a week', band: 'high' };
  if (days <= bounds.high) return { days, closeness: 'two weeks', band: 'high' };
  if (days <= bounds.medium) return { days, closeness: 'four weeks', band: 'watch' };
  return { days, closeness: 'spare', band: 'fine' };
}
