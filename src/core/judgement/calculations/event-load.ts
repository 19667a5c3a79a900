import { bandOf, type Calculation } from '../calculation.ts';
import { busiestHour, busyInputs, busyLimits } from './load.ts';
import { plain, ratioText } from './working.ts';

/**
 * How much of the events that finance and operations can send does this integration use up?
 *
 *     ratio = the larger of events in five minutes ÷ 5,000 and events in an hour ÷ 50,000
 *
 * The limit is for all events of the environment together. It is not throttled: the environment gets slow.
 */
export const eventLoad: Calculation = {
  id: 'event-load',
  title: 'Events out of finance and operations',
  only: [{ question: 'storage-and-limits.finance-way', oneOf: ['events'] }],
  inputs: busyInputs,
  limits: [...busyLimits, 'events-five-minutes', 'events-hour'],
  formula: 'one event a record in the busiest hour ÷ events that all tables together may send',
  source: 'Data events, Microsoft Learn',
  run(given) {
    const { hour, working } = busiestHour(given);
    const five = hour / 12;
    const [inFive, inHour] = [given.limit('events-five-minutes').value, given.limit('events-hour').value];
    const ratio = Math.max(five / inFive, hour / inHour);
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [
        ...working(),
        `${plain(hour)} an hour ÷ 12 = ${plain(five)} in five minutes ÷ ${plain(inFive)} = ${ratioText(five / inFive)}`,
        `${plain(hour)} an hour ÷ ${plain(inHour)} = ${ratioText(hour / inHour)}, for this integration alone`,
      ],
      lever: () =>
        ratio < 0.5
          ? undefined
          : `Fine with ${plain(Math.ceil(Math.min(inFive * 12, inHour) / 2) - 1)} events an hour: fewer tables and fields, and none during bulk loads`,
    };
  },
};
