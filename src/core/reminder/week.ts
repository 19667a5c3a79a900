/** Weeks as calendars count them: ISO 8601, from Monday to Sunday. */
import { addDays, type Day, weekdayOf } from './zone.ts';

/** `2026-w11`; they sort as they follow one another. */
export type Week = string;

/** The first days of January may belong to the last week of the year before. */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const days =
    (Date.parse(`${thursday}T00:00:00.000Z`) - Date.parse(`${year}-01-01T00:00:00.000Z`)) / 86_400_000;
  return `${year}-w${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
