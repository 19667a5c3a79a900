/** What many calculations start from: how much passes in the busiest five minutes, and in how many calls. */
import type { Given, Input } from '../calculation.ts';
import { plain } from './working.ts';

type Inputs = Readonly<Record<string, Input>>;

export const recordsADay = {
  records: { question: 'one-size-fits-all.records-per-day', unit: 'records/day' },
} as const satisfies Inputs;

export const busyInputs = {
  ...recordsADay,
  hour: {
    question: 'one-size-fits-all.busiest-hour',
    unit: 'records/hour',
    insteadOf: ['records'],
    otherwise: { value: usualPeak, words: 'a multiple of the average hour' },
  },
  peakSource: { question: 'one-size-fits-all.peak-source', optional: true },
} as const satisfies Inputs;

export const callInputs = {
  calls: { question: 'one-size-fits-all.calls-per-record', unit: 'calls/record' },
  batch: {
    question: 'one-size-fits-all.batch-size',
    unit: 'records/call',
    otherwise: { value: () => 1, words: 'one record a call' },
  },
} as const satisfies Inputs;

export const parallel = {
  parallel: {
    question: 'storage-and-limits.parallel',
    unit: 'count',
    otherwise: { value: () => 1, words: 'one call after the other' },
  },
} as const satisfies Inputs;

export const serverTime = {
  server: { question: 'storage-and-limits.server-time', unit: 'milliseconds' },
} as const satisfies Inputs;

export const roundTrip = {
  latency: { question: 'connectivity.round-trip', unit: 'milliseconds' },
} as const satisfies Inputs;

export const busyLimits = ['peak-factor', 'business-hours'] as const;

/** Three times the average hour, where nobody has counted. */
function usualPeak(given: Given): number {
  return (given.most('records') * given.limit('peak-factor').value) / given.limit('business-hours').value;
}

/**
 * Records in the busiest five minutes: a twelfth of the busiest hour. An hour that was not counted counts no less than
 * three times the average one.
 */
export function busiestFiveMinutes(given: Given): {
  readonly records: number;
  readonly working: () => readonly string[];
} {
  const { hour, working } = busiestHour(given);
  const records = hour / 12;
  return {
    records,
    working: () => [...working(), `${plain(hour)} an hour ÷ 12 = ${plain(records)} in five minutes`],
  };
}

export function busiestHour(given: Given): {
  readonly hour: number;
  readonly working: () => readonly string[];
} {
  const stated = given.most('hour');
  const sources = given.options('peakSource');
  const isCounted = sources.length > 0 && sources.every((source) => source === 'counted');
  if (isCounted || !given.has('records')) return { hour: stated, working: () => [] };
  const usual = usualPeak(given);
  const factor = given.limit('peak-factor').value;
  const hours = given.limit('business-hours').value;
  const sum = () =>
    `${plain(given.most('records'))} a day ÷ ${plain(hours)} h × ${plain(factor)} = ${plain(usual)} an hour`;
  if (!given.has('hour')) return { hour: usual, working: () => [sum()] };
  return { hour: Math.max(stated, usual), working: () => [`${sum()}, against ${plain(stated)} as stated`] };
}

/** Nobody sends with no identity, or nothing in a call. */
export function atLeastOne(value: number): number {
  return Math.max(1, value);
}
