import { bandOf, type Calculation } from '../calculation.ts';
import { allowance, identities, moreAccounts, onDataverse } from './dataverse.ts';
import {
  atLeastOne,
  busiestFiveMinutes,
  busyInputs,
  busyLimits,
  callInputs,
  parallel,
  roundTrip,
  serverTime,
} from './load.ts';
import { requests } from './request-count.ts';
import { counted, lever, plain, ratioText } from './working.ts';

/** Requests under way at once: how many begin in a second × how long each takes (Little's law). */
export function inFlight(requestsASecond: number, roundTripMs: number, serverMs: number): number {
  return (requestsASecond * (roundTripMs + serverMs)) / 1000;
}

/**
 * Does Dataverse refuse calls because too many come at the same time?
 *
 *     under way = requests a second × (round trip + server time × records a call)
 *     ratio = the larger of that and the calls the sender may make at once ÷ (limit × identities × servers)
 *
 * Above 1 it answers 429 (0x80072326) at once. The limit is "52 or higher"; the lowest is taken.
 */
export const concurrency: Calculation = {
  id: 'concurrency',
  title: 'Calls to Dataverse at the same time',
  only: onDataverse,
  inputs: { ...busyInputs, ...callInputs, ...roundTrip, ...serverTime, ...parallel, ...identities },
  limits: [...busyLimits, 'dataverse-parallel', 'dataverse-servers'],
  formula: 'calls under way at once ÷ what Dataverse lets the identities have under way',
  source: 'Little’s law; Service protection API limits, Microsoft Learn',
  run(given) {
    const { records, working } = busiestFiveMinutes(given);
    const calls = given.most('calls');
    const batch = atLeastOne(given.least('batch'));
    const [latency, server] = [given.most('latency'), given.most('server') * batch];
    const atOnce = atLeastOne(given.most('parallel'));
    const allowed = allowance(given, 'dataverse-parallel');
    const rate = requests(records, calls, batch) / 300;
    const underWay = inFlight(rate, latency, server);
    const load = Math.max(underWay, atOnce);
    const ratio = load / allowed.total;
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [
        ...working(),
        `${plain(records)} × ${counted(calls, 'call', 'calls')} ÷ ${plain(batch)} a call ÷ 300 s = ${plain(rate)} requests a second`,
        `${plain(rate)} a second × (${plain(latency)} + ${plain(server)}) ms = ${plain(underWay)} under way, and up to ${plain(atOnce)} at once`,
        `${plain(load)} ÷ ${allowed.words()} = ${ratioText(ratio)}`,
      ],
      lever: () =>
        lever(ratio, [
          moreAccounts(allowed, ratio),
          {
            now: -atOnce,
            most: -1,
            words: (n) => `${plain(-n)} at a time`,
            ratioAt: (n) => Math.max(underWay, -n) / allowed.total,
          },
        ]),
    };
  },
};
