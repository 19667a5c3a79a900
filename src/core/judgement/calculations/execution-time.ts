import { bandOf, type Calculation } from '../calculation.ts';
import { allowance, identities, moreAccounts, onDataverse } from './dataverse.ts';
import { busiestFiveMinutes, busyInputs, busyLimits, callInputs, serverTime } from './load.ts';
import { counted, lever, plain, ratioText } from './working.ts';

/** Seconds the server works. Sending records together does not make it less work. */
export function executionSeconds(records: number, callsARecord: number, serverMs: number): number {
  return (records * callsARecord * serverMs) / 1000;
}

/**
 * Does Dataverse refuse calls because they keep it busy for too long?
 *
 *     seconds = records in the busiest five minutes × calls a record × server time of one operation
 *     ratio = seconds ÷ (limit × identities × servers)
 *
 * Above 1 it answers 429 (0x80072321). Below 1,200 s ÷ 6,000 = 200 ms a request the count of requests binds first, above
 * it this does; with several records in a request that is 200 ms ÷ records a call. So batches trade the one for the other.
 */
export const executionTime: Calculation = {
  id: 'execution-time',
  title: 'Work for Dataverse in five minutes',
  only: onDataverse,
  inputs: { ...busyInputs, calls: callInputs.calls, ...serverTime, ...identities },
  limits: [...busyLimits, 'dataverse-execution', 'dataverse-servers'],
  formula:
    'seconds of work in the busiest five minutes ÷ what Dataverse does for the identities in that time',
  source: 'Service protection API limits, Microsoft Learn',
  run(given) {
    const { records, working } = busiestFiveMinutes(given);
    const calls = given.most('calls');
    const server = given.most('server');
    const allowed = allowance(given, 'dataverse-execution');
    const load = executionSeconds(records, calls, server);
    const ratio = load / allowed.total;
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [
        ...working(),
        `${plain(records)} records × ${counted(calls, 'call', 'calls')} × ${plain(server)} ms = ${plain(load)} s of work`,
        `${plain(load)} ÷ ${allowed.words()} = ${ratioText(ratio)}`,
      ],
      lever: () =>
        lever(ratio, [
          moreAccounts(allowed, ratio),
          {
            now: -server,
            most: -1,
            words: (n) => `${plain(-n)} ms a call`,
            ratioAt: (n) => (ratio * -n) / server,
          },
        ]),
    };
  },
};
