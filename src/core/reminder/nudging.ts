/** What of all that waits for somebody is said today, and what goes to whoever gave it to them instead. */
import type { Who } from '../register/deed.ts';
import type { Delivery, Letter } from './letter.ts';
import type { Day } from './zone.ts';

/** Something that waits for a person until they have done it. Its key names it for as long as it waits. */
export interface Item {
  readonly key: string;
  readonly project: string;
  /** Hears of it when two reminders changed nothing; absent where nobody gave it to them. */
  readonly giver?: Who;
}

/** How often somebody was reminded of an item, and what they said to that. */
export interface Nudged {
  readonly times: number;
  readonly last: Day;
  /** Not again before this day. */
  readonly until?: Day;
  /** It is not theirs, or it went to whoever gave it: not again at all. */
  readonly over?: 'not-mine' | 'passed-on';
}

/** One person's reminders, one document: whoever moves its day on has claimed that day. */
export interface Nudges {
  readonly schema: 1;
  readonly tenant: string;
  readonly id: string;
  /** The day of the newest message, on the person's own calendar. */
  readonly day?: Day;
  readonly delivery?: Delivery;
  /** What that message holds: letters it carries, and keys of items. Empty once it is settled. */
  readonly letters: readonly Pick<Letter, 'project' | 'id'>[];
  readonly items: readonly string[];
  readonly nudged: Readonly<Record<string, Nudged>>;
}

/** Working days after each reminder of a thing. After the last of them it is passed on. */
const pauses = [2, 3] as const;

export interface Due<Each extends Item> {
  readonly say: readonly Each[];
  readonly passOn: readonly Each[];
}

/** `daysSince`: the person's working days from a day to today. */
export function whatIsDue<Each extends Item>(
  items: readonly Each[],
  nudged: Nudges['nudged'],
  today: Day,
  daysSince: (day: Day) => number,
): Due<Each> {
  const say: Each[] = [];
  const passOn: Each[] = [];
  for (const item of items) {
    const known = nudged[item.key];
    if (known?.over !== undefined || (known?.until !== undefined && today < known.until)) continue;
    const times = known?.times ?? 0;
    if (known && times > 0 && daysSince(known.last) < (pauses[times - 1] ?? 0)) continue;
    (times < pauses.length ? say : passOn).push(item);
  }
  return { say, passOn };
}

/** After a message that arrived, or may have. What somebody said to it while it was being sent stays as they said it. */
export function countedIn(nudged: Nudges['nudged'], keys: readonly string[], today: Day): Nudges['nudged'] {
  const counted = keys.flatMap((key): [string, Nudged][] => {
    const { times = 0, until = today, over } = nudged[key] ?? {};
    return over !== undefined || until > today ? [] : [[key, { times: times + 1, last: today }]];
  });
  return { ...nudged, ...Object.fromEntries(counted) };
}

/** Somebody answered to a reminder: what they put off was not ignored, and is theirs again if it was passed on. */
export function putOff(
  nudged: Nudges['nudged'],
  keys: readonly string[],
  until: Day,
  today: Day,
): Nudges['nudged'] {
  const changed = keys.map((key): [string, Nudged] => [
    key,
    { times: 0, last: today, ...(nudged[key]?.over === 'not-mine' ? { over: 'not-mine' } : {}), until },
  ]);
  return { ...nudged, ...Object.fromEntries(changed) };
}

export function ended(
  nudged: Nudges['nudged'],
  keys: readonly string[],
  over: NonNullable<Nudged['over']>,
  today: Day,
): Nudges['nudged'] {
  const changed = keys.map((key): [string, Nudged] => [
    key,
    { times: nudged[key]?.times ?? 0, last: today, over },
  ]);
  return { ...nudged, ...Object.fromEntries(changed) };
}

/** What waits no longer is forgotten, so that it starts anew if it comes back. */
export function stillWaiting(nudged: Nudges['nudged'], items: readonly Item[]): Nudges['nudged'] {
  const keys = new Set(items.map(({ key }) => key));
  return Object.fromEntries(Object.entries(nudged).filter(([key]) => keys.has(key)));
}
