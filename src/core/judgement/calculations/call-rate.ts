import { bandOf, type Calculation } from '../calculation.ts';
import { atLeastOne, busiestFiveMinutes, busyInputs, busyLimits, callInputs } from './load.ts';
import { requests } from './request-count.ts';
import { counted, lever, plain, ratioText } from './working.ts';

/**
 * Does the other side refuse calls, by a limit that its owner has named?
 *
 *     ratio = calls a minute in the busiest five minutes ÷ calls a minute that are allowed
 */
export const callRate: Calculation = {
  id: 'call-rate',
  title: 'Calls a minute against what is allowed',
  inputs: {
    ...busyInputs,
    ...callInputs,
    allowed: { question: 'storage-and-limits.allowed-calls', unit: 'count' },
  },
  limits: busyLimits,
  formula: 'calls a minute in the busiest five minutes ÷ calls a minute that are allowed',
  source: 'Arithmetic; the limit is the answer of whoever knows the product',
  run(given) {
    const { records, working } = busiestFiveMinutes(given);
    const calls = given.most('calls');
    const batch = atLeastOne(given.least('batch'));
    const allowed = given.least('allowed');
    const load = requests(records, calls, batch) / 5;
    const sum = `${plain(records)} records × ${counted(calls, 'call', 'calls')} ÷ ${plain(batch)} a call ÷ 5 min = ${plain(load)} calls a minute`;
    if (allowed <= 0) return { band: 'certain', working: () => [...working(), sum, 'None are allowed'] };
    const ratio = load / allowed;
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [...working(), sum, `${plain(load)} ÷ ${plain(allowed)} = ${ratioText(ratio)}`],
      lever: () =>
        lever(ratio, [
          {
            now: batch,
            words: (n) => `${plain(n)} records a call`,
            ratioAt: (n) => (ratio * batch) / n,
          },
          { now: allowed, words: (n) => `${plain(n)} calls a minute allowed`, ratioAt: (n) => load / n },
        ]),
    };
  },
};
