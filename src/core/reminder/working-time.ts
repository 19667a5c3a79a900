/** When somebody may be reminded: in their own working hours, and never while they are away or want to be left alone. */
import { addDays, type Day, momentOf, onTheWall, type TimeOfDay, type Weekday, weekdayOf } from './zone.ts';

/** What people say about when they want to hear from the bot. What nobody said is as most people have it. */
export interface Wishes {
  /** As they set it; else as their Teams client says. */
  readonly zone?: string;
  readonly days?: readonly Weekday[];
  readonly from?: TimeOfDay;
  readonly to?: TimeOfDay;
  /** For public holidays, ISO 3166: `DE`. */
  readonly country?: string;
  /** The last day away. */
  readonly awayUntil?: Day;
  /** ISO 8601: nothing before this moment. */
  readonly quietUntil?: string;
  readonly weekly?: boolean;
  readonly stopped?: boolean;
}

export interface WorkingTime {
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
  readonly awayUntil?: Day;
  readonly quietUntil?: string;
}

export function workingTimeOf(wishes: Wishes, seenZone: string | undefined): WorkingTime {
  const { zone = seenZone ?? 'UTC', days = [1, 2, 3, 4, 5], from = '09:00', to = '17:00' } = wishes;
  const { awayUntil, quietUntil } = wishes;
  return {
    zone,
    days,
    from,
    to,
    ...(awayUntil ? { awayUntil } : {}),
    ...(quietUntil ? { quietUntil } : {}),
  };
}

/** A public holiday where they work. */
export type IsHoliday = (day: Day) => boolean;

/** Nobody is away for longer without saying so again; a week without a working day has no end. */
const furthestDays = 400;

/** The first moment from `from` on at which they may be reminded; undefined where there is none. */
export function nextWorkingMoment(time: WorkingTime, isHoliday: IsHoliday, from: number): number | undefined {
  const earliest = Math.max(from, time.quietUntil === undefined ? 0 : Date.parse(time.quietUntil));
  let { day } = onTheWall(earliest, time.zone);
  if (time.awayUntil !== undefined && day <= time.awayUntil) day = addDays(time.awayUntil, 1);
  for (let ahead = 0; ahead < furthestDays; ahead += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(time, isHoliday, day)) continue;
    const [start, end] = [momentOf(day, time.from, time.zone), momentOf(day, time.to, time.zone)];
    const moment = Math.max(earliest, start);
    if (moment < end) return moment;
  }
  return undefined;
}

export function isWorkingDay({ days }: Pick<WorkingTime, 'days'>, isHoliday: IsHoliday, day: Day): boolean {
  return days.includes(weekdayOf(day)) && !isHoliday(day);
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysBetween(
  time: Pick<WorkingTime, 'days'>,
  isHoliday: IsHoliday,
  from: Day,
  to: Day,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to && count < furthestDays; day = addDays(day, 1))
    if (isWorkingDay(time, isHoliday, day)) count += 1;
  return count;
}
