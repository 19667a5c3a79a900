import type { Calculation } from '../calculation.ts';
import { against, plain, ratioText } from './working.ts';

/**
 * After the longest bearable outage, is the backlog gone before the next rush?
 *
 *     days of work = whole days of the outage + min(1, rest of the hours ÷ business hours)
 *     backlog [records] = records a day × days of work
 *     spare [records/h] = catch-up rate − records a day ÷ business hours
 *     ratio = backlog ÷ spare [h] ÷ hours there are to catch up
 *
 * Without anything to spare the backlog never shrinks. Outage and catching up are taken to meet business hours.
 * Source: flow in minus flow out; the business hours and the bands are a Bridgekeeper convention.
 */
export const outageBacklog: Calculation = {
  id: 'outage-backlog',
  title: 'Catching up after an outage',
  inputs: {
    outage: { question: 'business-continuity.bearable-outage', unit: 'hours' },
    daily: { question: 'one-size-fits-all.records-per-day', unit: 'records/day' },
    rate: { question: 'business-continuity.catch-up-rate', unit: 'records/hour' },
    time: { question: 'business-continuity.catch-up-time', unit: 'hours' },
  },
  limits: ['business-hours'],
  formula: 'records that waited ÷ (catch-up rate − records that arrive anyway) ÷ hours there are to catch up',
  source: 'Flow in minus flow out; business hours and bands: Bridgekeeper convention',
  run(given) {
    const outage = given.most('outage');
    const daily = given.most('daily');
    const rate = given.least('rate');
    const time = given.least('time');
    const businessHours = given.limit('business-hours').value;

    const days = Math.floor(outage / 24) + Math.min(1, (outage % 24) / businessHours);
    const backlog = daily * days;
    const arriving = daily / businessHours;
    const spare = rate - arriving;
    const gone = () => [
      `${plain(outage)} h down, at ${plain(businessHours)} business hours a day = ${days.toFixed(1)} days of work`,
      `${plain(daily)} records a day × ${days.toFixed(1)} days = ${plain(backlog)} waiting`,
      `${plain(rate)} an hour possible, ${plain(arriving)} an hour arrive anyway`,
    ];
    if (backlog === 0) return { band: 'fine', ratio: 0, working: gone };
    if (spare <= 0)
      return { band: 'certain', working: () => [...gone(), 'Nothing to spare: it never catches up'] };

    const drain = backlog / spare;
    const { band, ratio } = against(drain, time);
    const caughtUp = () => [
      ...gone(),
      `${plain(backlog)} waiting ÷ ${plain(spare)} an hour to spare = ${plain(drain)} h to catch up`,
    ];
    if (ratio === undefined) return { band, working: () => [...caughtUp(), 'No time to catch up'] };
    const sum = () => `${plain(drain)} h to catch up ÷ ${plain(time)} h there are = ${ratioText(ratio)}`;
    return { band, ratio, working: () => [...caughtUp(), sum()] };
  },
};
