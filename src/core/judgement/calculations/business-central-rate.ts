import { bandOf, type Calculation } from '../calculation.ts';
import { identities } from './dataverse.ts';
import { executionSeconds } from './execution-time.ts';
import { atLeastOne, busiestFiveMinutes, busyInputs, busyLimits, callInputs, serverTime } from './load.ts';
import { requests } from './request-count.ts';
import { counted, lever, plain, ratioText } from './working.ts';

/**
 * Does Business Central refuse or hold up the calls?
 *
 *     ratio = the larger of requests in five minutes ÷ (6,000 × identities)
 *             and seconds of work in five minutes ÷ (300 s × 5 at once × identities)
 *
 * It counts for each user, not for the environment. More than 100 operations in one batch are refused whatever the rate.
 */
export const businessCentralRate: Calculation = {
  id: 'business-central-rate',
  title: 'Requests to Business Central in five minutes',
  only: [{ question: 'storage-and-limits.service', oneOf: ['business-central'] }],
  inputs: {
    ...busyInputs,
    ...callInputs,
    server: { ...serverTime.server, optional: true },
    ...identities,
  },
  limits: [...busyLimits, 'business-central-requests', 'business-central-parallel', 'business-central-batch'],
  formula:
    'requests, and seconds of work, in the busiest five minutes ÷ what Business Central does for the identities',
  source: 'Operational limits for Business Central online, Microsoft Learn',
  run(given) {
    const { records, working } = busiestFiveMinutes(given);
    const calls = given.most('calls');
    const batch = atLeastOne(given.least('batch'));
    const users = atLeastOne(given.least('identities'));
    const each = given.limit('business-central-requests').value;
    const largest = given.limit('business-central-batch').value;
    const load = requests(records, calls, batch);
    const byCount = load / (each * users);
    const work = workOf(given, records, calls, users);
    const ratio = Math.max(byCount, work?.ratio ?? 0);
    const isTooLarge = given.most('batch') > largest;
    return {
      band: isTooLarge ? 'certain' : bandOf(ratio),
      ratio,
      working: () => [
        ...working(),
        `${plain(records)} records × ${counted(calls, 'call', 'calls')} ÷ ${plain(batch)} a call = ${plain(load)} requests`,
        `${plain(load)} ÷ (${plain(each)} × ${counted(users, 'account', 'accounts')}) = ${ratioText(byCount)}`,
        ...(work?.working() ?? []),
        ...(isTooLarge
          ? [`A batch may hold ${plain(largest)} operations, not ${plain(given.most('batch'))}`]
          : []),
      ],
      lever: () =>
        lever(ratio, [
          {
            now: users,
            words: (n) => counted(n, 'account', 'accounts'),
            ratioAt: (n) => (ratio * users) / n,
          },
          {
            now: batch,
            most: largest,
            words: (n) => `${plain(n)} records a call`,
            ratioAt: (n) => Math.max((byCount * batch) / n, work?.ratio ?? 0),
          },
        ]),
    };
  },
};

function workOf(given: Parameters<Calculation['run']>[0], records: number, calls: number, users: number) {
  if (!given.has('server')) return undefined;
  const server = given.most('server');
  const atOnce = given.limit('business-central-parallel').value;
  const seconds = executionSeconds(records, calls, server);
  const ratio = seconds / (300 * atOnce * users);
  return {
    ratio,
    working: () => [
      `${plain(records)} × ${plain(calls)} × ${plain(server)} ms = ${plain(seconds)} s of work ÷ (300 s × ${plain(atOnce)} at once × ${plain(users)}) = ${ratioText(ratio)}`,
    ],
  };
}
