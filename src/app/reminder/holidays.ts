/** Public holidays by country, from a well-kept library. It is large, so it is read when the first country is asked for. */
import type { IsHoliday } from '../../core/reminder/working-time.ts';

const kept = new Map<string, ReadonlySet<string>>();
const mostKept = 1_000;
const nobody: IsHoliday = () => false;

/** Of a country (`DE`), for the years around `now`; none where the country is unknown. */
export async function holidaysIn(country: string | undefined, now: number): Promise<IsHoliday> {
  if (!country) return nobody;
  const year = new Date(now).getUTCFullYear();
  const years = await Promise.all([year - 1, year, year + 1].map((each) => holidaysOf(country, each)));
  return (day) => years.some((days) => days.has(day));
}

async function holidaysOf(country: string, year: number): Promise<ReadonlySet<string>> {
  const key = `${country} ${year}`;
  let days = kept.get(key);
  if (!days) {
    const { default: Holidays } = await import('date-holidays');
    const all = new Holidays(country).getHolidays(year) ?? [];
    days = new Set(all.flatMap(({ type, date }) => (type === 'public' ? date.slice(0, 10) : [])));
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, days);
  }
  return days;
}

export async function isCountry(code: string): Promise<boolean> {
  const { default: Holidays } = await import('date-holidays');
  return Object.hasOwn(new Holidays().getCountries(), code);
}
