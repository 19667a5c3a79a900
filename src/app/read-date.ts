/** Dates in words: "next Friday", "March 2027", "3.4.2027". Numbers are day first, as most of the world writes them. */
import { GB } from 'chrono-node/en';
import type { DateReader } from '../core/interview/read-answer.ts';

/** Plans look ahead: a weekday or a month without a year is the next one. Times of day are not asked for. */
export function readDateWords(now: Date): DateReader {
  return (text) => {
    const [read] = GB.parse(text.slice(0, 200), now, { forwardDate: true });
    if (
      !read?.start.isCertain('day') &&
      !read?.start.isCertain('weekday') &&
      !read?.start.isCertain('month')
    ) {
      return undefined;
    }
    const pad = (value: number | null, length: number) => String(value ?? 1).padStart(length, '0');
    const { start } = read;
    return `${pad(start.get('year'), 4)}-${pad(start.get('month'), 2)}-${pad(start.get('day'), 2)}`;
  };
}
