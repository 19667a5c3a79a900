/** The times of a cron line in its zone, summer time and all, from a library that keeps them. */
import { Cron } from 'croner';

/** The next times after a moment; undefined where the line cannot be read or nothing ever comes. */
export function nextTimes(cron: string, zone: string, after: number, count: number): number[] | undefined {
  try {
    const times = new Cron(cron, { timezone: zone, paused: true }).nextRuns(count, new Date(after));
    return times.length > 0 ? times.map((time) => time.getTime()) : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody is told of more missed times than this, and no channel is posted to that often. */
export const mostMissed = 1_000;

/** The times after one moment, up to and with another; of very many the newest are left out. */
export function timesBetween(cron: string, zone: string, after: number, until: number): number[] {
  const times: number[] = [];
  for (let from = after; times.length < mostMissed; ) {
    const [next] = nextTimes(cron, zone, from, 1) ?? [];
    if (next === undefined || next > until) break;
    times.push(next);
    from = next;
  }
  return times;
}

/** So often that nobody would read it: two times less than an hour apart. */
export function isTooOften(cron: string, zone: string, after: number): boolean {
  const times = nextTimes(cron, zone, after, 50) ?? [];
  return times.some((time, at) => at > 0 && time - (times[at - 1] ?? 0) < 3_600_000);
}
