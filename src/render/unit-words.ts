import type { Unit } from '../core/interview/topic.ts';

/** The unit of a number as it stands beside its input. */
export const unitWords: Readonly<Record<Unit, string>> = {
  'records/day': 'records a day',
  'records/hour': 'records an hour',
  'rows/day': 'rows a day',
  'calls/record': 'calls per record',
  'operations/record': 'operations per record',
  'records/call': 'records per call',
  records: 'records',
  people: 'people',
  hours: 'hours',
  minutes: 'minutes',
  milliseconds: 'milliseconds',
  'working-days': 'working days',
  days: 'days',
  months: 'months',
  KB: 'kilobytes',
  GB: 'gigabytes',
  Mbps: 'megabits a second',
  percent: 'percent',
  times: 'times',
  'currency/month': 'a month, in your currency',
  count: '',
};
