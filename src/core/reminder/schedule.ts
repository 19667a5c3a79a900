/** When a channel is reminded: said in words or as cron, kept as cron with its zone. */
import type { Who } from '../register/deed.ts';
import { isZone, type Weekday } from './zone.ts';

export interface Schedule {
  readonly schema: 1;
  readonly project: string;
  readonly tenant: string;
  readonly conversation: string;
  /** Minute, hour, day of the month, month, day of the week; before them seconds, where they were given. */
  readonly cron: string;
  readonly zone: string;
  /** A line even when nothing is open. */
  readonly always?: true;
  readonly by: Who;
  /** ISO 8601. */
  readonly at: string;
  /** All that was due up to this moment was dealt with, ISO 8601. */
  readonly handled: string;
}

export type Reading =
  | { readonly ok: true; readonly cron: string; readonly zone: string }
  | { readonly ok: false; readonly why: string };

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const example = 'Try: every Monday 9:00 Europe/Berlin, or every weekday 8:30.';

/** `every Monday and Thursday at 9:00 Europe/Berlin` · `every day except Friday 8:30` · `0 9 * * 1 Europe/Berlin`. */
export function readSchedule(text: string, usualZone: string): Reading {
  const words = text
    .trim()
    .replace(/^on\s+/i, '')
    .split(/[\s,]+/)
    .filter(Boolean);
  const last = words.at(-1) ?? '';
  const named = last.includes('/') || /^utc$/i.test(last);
  if (named && !/^[*\d]/.test(last) && !isZone(last))
    return { ok: false, why: `“${last.slice(0, 40)}” is no time zone I know. ${example}` };
  const hasZone = named && isZone(last);
  const rest = hasZone ? words.slice(0, -1) : words;
  const zone = hasZone ? last : usualZone;
  if ((rest.length === 5 || rest.length === 6) && rest.every((field) => /^[\d*/,-]+$/.test(field)))
    return { ok: true, cron: rest.join(' '), zone };
  const time = timeIn(rest);
  const days = daysIn(rest);
  if (!days) return { ok: false, why: `I did not understand on which days. ${example}` };
  if (!time) return { ok: false, why: `I did not understand at what time. ${example}` };
  return { ok: true, cron: `${time.minute} ${time.hour} * * ${days}`, zone };
}

function timeIn(words: readonly string[]): { hour: number; minute: number } | undefined {
  const [found, another] = words.flatMap((word) => {
    const read = /^(\d{1,2})(?:[:.](\d\d))?(am|pm)?$/i.exec(word);
    if (!read) return [];
    const [, hours = '', minutes = '0', half] = read;
    const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
    return [{ hour, minute: Number(minutes) }];
  });
  if (!found || another || found.hour > 23 || found.minute > 59) return undefined;
  return found;
}

const fillers = /^(?:every|each|and|at|on|in|the|week|of|mornings?|(?!\d+(?:st|nd|rd|th)$)\d.*)$/;
const exceptions = /^(?:except|excluding|but|not|without)$/;

/** Every word counts: whoever writes *every day except Friday* is not to hear from the bot on Fridays. */
function daysIn(words: readonly string[]): string | undefined {
  const days = new Set<Weekday>();
  let isExcepted = false;
  for (const word of words.map((each) => each.toLowerCase())) {
    if (exceptions.test(word)) isExcepted = true;
    else if (!fillers.test(word)) {
      const named = daysCalled(word);
      if (!named) return undefined;
      for (const day of named)
        if (isExcepted) days.delete(day);
        else days.add(day);
    }
  }
  const all = [...days].sort().join(',');
  return all === '' ? undefined : ({ '1,2,3,4,5,6,7': '*', '1,2,3,4,5': '1-5' }[all] ?? all);
}

function daysCalled(word: string): readonly Weekday[] | undefined {
  if (/^(?:days?|daily)$/.test(word)) return [1, 2, 3, 4, 5, 6, 7];
  if (/^weekdays?$/.test(word)) return [1, 2, 3, 4, 5];
  if (/^weekends?$/.test(word)) return [6, 7];
  const singular = word.replace(/s$/, '');
  const at = dayNames.findIndex((name) => name === singular || name.slice(0, 3) === word);
  return at < 0 ? undefined : [(at + 1) as Weekday];
}

const lateMs = 24 * 3_600_000;

/**
 * The rule for missed times: late by less than a day, the newest is made up for, once; all others are skipped and told.
 * `due`: times since the last look, oldest first.
 */
export function whatToMakeUp(
  due: readonly number[],
  now: number,
): { readonly post?: number; readonly skipped: number } {
  const newest = due.at(-1);
  if (newest === undefined) return { skipped: 0 };
  if (now - newest >= lateMs) return { skipped: due.length };
  return { post: newest, skipped: due.length - 1 };
}
