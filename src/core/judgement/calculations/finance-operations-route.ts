import type { Band, Calculation } from '../calculation.ts';
import { busiestHour, busyInputs, busyLimits } from './load.ts';
import { limitsOf, plain } from './working.ts';

/**
 * Is OData the way for so many records into finance and operations?
 *
 * A gauge, not a limit: there is no fixed number any more above which it is throttled. Up to about 1,000 to 5,000 records an
 * hour single calls are meant for, from a few hundred thousand on only the bulk way; between them a trial has to tell.
 */
export const financeOperationsRoute: Calculation = {
  id: 'finance-operations-route',
  title: 'Single calls or bulk into finance and operations',
  only: [{ question: 'storage-and-limits.finance-way', oneOf: ['odata'] }],
  inputs: busyInputs,
  limits: [...busyLimits, 'odata-usual', 'odata-most', 'bulk-from'],
  formula: 'records in the busiest hour against what single calls and the bulk way are meant for',
  source: 'Integration between finance and operations apps and third-party services, Microsoft Learn',
  run(given) {
    const { hour, working } = busiestHour(given);
    const [usual, most, bulk] = limitsOf(given, 'odata-usual', 'odata-most', 'bulk-from');
    const bandFor = (): Band => {
      if (hour <= usual) return 'fine';
      if (hour <= most) return 'watch';
      return hour < bulk ? 'high' : 'certain';
    };
    return {
      band: bandFor(),
      working: () => [
        ...working(),
        `${plain(hour)} an hour: single calls are meant for ${plain(usual)} to ${plain(most)}, bulk from ${plain(bulk)} on`,
      ],
      lever: () => (hour > most ? 'Fine in bulk, or where a trial at this load shows it' : undefined),
    };
  },
};
