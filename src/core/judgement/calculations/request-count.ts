import { bandOf, type Calculation } from '../calculation.ts';
import { allowance, identities, moreAccounts, onDataverse } from './dataverse.ts';
import { atLeastOne, busiestFiveMinutes, busyInputs, busyLimits, callInputs } from './load.ts';
import { counted, lever, plain, ratioText } from './working.ts';

/** However many records travel together in one request, it is one request. */
export function requests(records: number, callsARecord: number, recordsACall: number): number {
  return (records * callsARecord) / recordsACall;
}

/**
 * Does Dataverse refuse calls because there are too many of them?
 *
 *     requests = records in the busiest five minutes × calls a record ÷ records a call
 *     ratio = requests ÷ (limit × identities × servers)
 *
 * Above 1 it answers 429 (0x80072322) and says in Retry-After how long to wait.
 */
export const requestCount: Calculation = {
  id: 'request-count',
  title: 'Requests to Dataverse in five minutes',
  only: onDataverse,
  inputs: { ...busyInputs, ...callInputs, ...identities },
  limits: [...busyLimits, 'dataverse-requests', 'dataverse-servers', 'dataverse-batch'],
  formula: 'requests in the busiest five minutes ÷ what Dataverse takes from the identities in that time',
  source: 'Service protection API limits, Microsoft Learn',
  run(given) {
    const { records, working } = busiestFiveMinutes(given);
    const calls = given.most('calls');
    const batch = atLeastOne(given.least('batch'));
    const allowed = allowance(given, 'dataverse-requests');
    const load = requests(records, calls, batch);
    const ratio = load / allowed.total;
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [
        ...working(),
        `${plain(records)} records × ${counted(calls, 'call', 'calls')} ÷ ${plain(batch)} a call = ${plain(load)} requests`,
        `${plain(load)} ÷ ${allowed.words()} = ${ratioText(ratio)}`,
      ],
      lever: () =>
        lever(ratio, [
          moreAccounts(allowed, ratio),
          {
            now: batch,
            most: given.limit('dataverse-batch').value,
            words: (n) => `${plain(n)} records a call`,
            ratioAt: (n) => (ratio * batch) / n,
          },
        ]),
    };
  },
};
