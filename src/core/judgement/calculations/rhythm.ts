/** How many minutes lie between two runs, from the answers to how often it runs. */
import type { Given, Input, Only } from '../calculation.ts';

/** The question about minutes is asked only of what runs every few minutes; the others say it themselves. */
const minutesOf: Readonly<Record<string, number>> = { hourly: 60, daily: 1440 };

export const runsByTheClock: readonly Only[] = [
  { question: 'one-size-fits-all.frequency', oneOf: ['every-few-minutes', ...Object.keys(minutesOf)] },
];

export const rhythm = {
  frequency: { question: 'one-size-fits-all.frequency' },
  interval: { question: 'one-size-fits-all.interval', unit: 'minutes', optional: true },
} as const satisfies Readonly<Record<string, Input>>;

/** Where people differ, the reading that is worse for the question at hand; nothing where the minutes are not known yet. */
export function minutesBetween(given: Given, worse: 'longest' | 'shortest'): number | undefined {
  const said = given.options('frequency');
  if (said.includes('every-few-minutes') && !given.has('interval')) return undefined;
  const minutes = said.flatMap((frequency) => minutesOf[frequency] ?? []);
  if (given.has('interval'))
    minutes.push(worse === 'longest' ? given.most('interval') : given.least('interval'));
  return worse === 'longest' ? Math.max(...minutes) : Math.min(...minutes);
}
