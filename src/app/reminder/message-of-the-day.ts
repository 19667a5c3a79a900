/** What a person's message of the day holds, and when there may be another one. */
import { readyAt } from '../../core/reminder/delivery.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import type { Nudged, Nudges } from '../../core/reminder/nudging.ts';
import type { WorkingTime } from '../../core/reminder/working-time.ts';
import { addDays, type Day, momentOf, onTheWall } from '../../core/reminder/zone.ts';
import type { DigestReply } from '../digest/digest-reply.ts';
import { personKey } from '../documents.ts';
import type { Words } from './letter-words.ts';
import { reminderReply } from './reminder.ts';
import type { ReminderReply } from './reminder-reply.ts';
import type { Reader, WaitingItem } from './waiting.ts';

export interface Message {
  readonly say: readonly WaitingItem[];
  readonly letters: readonly { readonly letter: Letter; readonly words: Words }[];
  /** Then it is a digest, and the rest stands below that. */
  readonly digest?: DigestReply;
  readonly nudged: Nudges['nudged'];
}

export function messageReply({ say, letters, digest }: Message, day: Day): ReminderReply | DigestReply {
  if (!digest) return reminderReply(say, letters, day);
  // What a digest tells of others is not told again below it.
  const others = letters.filter(
    ({ letter: { content } }) => content.kind !== 'digest' && content.kind !== 'passed-on',
  );
  return { ...digest, own: reminderReply(say, others, day).items };
}

/**
 * When the next message may come, where one came already today or, if they want it so, this week. A day that they
 * asked for themselves comes before that.
 */
export function notAgainBefore(
  nudges: Nudges,
  today: Day,
  time: WorkingTime,
  weekly: boolean,
): number | undefined {
  const { day, delivery } = nudges;
  if (day === undefined) return undefined;
  // It did not get through, and may be tried again.
  if (delivery?.state === 'waiting') return readyAt(undefined, delivery.after);
  const first = [addDays(day, weekly ? 7 : 1), ...askedFor(nudges, day, time)].sort()[0] ?? day;
  // A day further ahead than any zone is, comes from a clock that was wrong.
  return today < first && day <= addDays(today, 1) ? momentOf(first, time.from, time.zone) : undefined;
}

/** The days they answered to the last message: *later today*, *tomorrow*, *on a date*. */
function askedFor({ delivery, nudged }: Nudges, day: Day, { zone, quietUntil }: WorkingTime): Day[] {
  const untils = Object.values(nudged).flatMap(({ until }) =>
    until !== undefined && until > day ? [until] : [],
  );
  const isSince = quietUntil !== undefined && delivery && 'at' in delivery && quietUntil > delivery.at;
  return isSince ? [...untils, onTheWall(Date.parse(quietUntil), zone).day] : untils;
}

/** What was told by a message of its own counts as a first reminder. */
export function withTold(nudged: Nudges['nudged'], items: readonly WaitingItem[]): Nudges['nudged'] {
  const told = items.flatMap(({ key, told }): [string, Nudged][] =>
    told === undefined || nudged[key] ? [] : [[key, { times: 1, last: told }]],
  );
  return told.length === 0 ? nudged : { ...nudged, ...Object.fromEntries(told) };
}

/** To whoever gave it to them. `last`: the day of the last reminder, which stays the same however often this is found. */
export function passedOn(
  { tenant, id, name }: Reader,
  { key, project, giver, words }: WaitingItem,
  last: Day,
): Letter[] {
  if (giver?.id === undefined || giver.id === id) return [];
  return [
    {
      id: `passed-on/${personKey({ tenant, id })}/${key}/${last}`,
      project,
      to: { kind: 'person', tenant, id: giver.id, name: giver.name },
      about: `Nothing from ${name} so far`,
      content: { kind: 'passed-on', whom: { id, name }, what: words.title, why: 'ignored' },
      urgency: 'daily',
    },
  ];
}
