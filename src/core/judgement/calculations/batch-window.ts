import type { Band, Calculation, Given } from '../calculation.ts';
import { identities } from './dataverse.ts';
import { atLeastOne, callInputs, parallel, recordsADay, roundTrip, serverTime } from './load.ts';
import { type Run, type RunTime, runSeconds, type Throttle } from './run-seconds.ts';
import { counted, duration, type Lever, lever, plain, ratioText } from './working.ts';

/**
 * Is the run done before its window closes?
 *
 *     calls = records × calls a record ÷ records a call
 *     own pace = calls × (round trip + server time × records a call) ÷ calls at a time
 *     on Dataverse no shorter than calls ÷ 20 a second and work ÷ 4 busy seconds a second, for each account
 *     ratio = the longest of these ÷ window
 *
 * Up to one half a failed run can be repeated in full; up to 0.7 is watched; above 1 the window is missed.
 */
export const batchWindow: Calculation = {
  id: 'batch-window',
  title: 'Run time against its window',
  inputs: {
    ...recordsADay,
    ...callInputs,
    ...roundTrip,
    ...serverTime,
    ...parallel,
    ...identities,
    service: { question: 'storage-and-limits.service', optional: true },
    window: { question: 'one-size-fits-all.window-hours', unit: 'hours' },
  },
  limits: [
    'window-repeatable',
    'window-tight',
    'dataverse-requests',
    'dataverse-execution',
    'dataverse-parallel',
    'dataverse-servers',
    'dataverse-batch',
  ],
  formula: 'run time, from calls, round trip and server time, ÷ hours of the window',
  source:
    'Own pace: arithmetic; shortest time: Service protection API limits, Microsoft Learn; bands: Bridgekeeper convention',
  run(given) {
    const window = given.least('window') * 3600;
    const repeatable = given.limit('window-repeatable').value;
    const tight = given.limit('window-tight').value;
    const bandFor = (ratio: number): Band => {
      if (ratio <= repeatable) return 'fine';
      if (ratio <= tight) return 'watch';
      return ratio <= 1 ? 'high' : 'certain';
    };
    const onDataverse = given.options('service').includes('dataverse');
    const run: Run = {
      records: given.most('records'),
      callsARecord: given.most('calls'),
      recordsACall: atLeastOne(given.least('batch')),
      roundTripMs: given.most('latency'),
      serverMs: given.most('server'),
      atOnce: atLeastOne(given.least('parallel')),
    };
    const accounts = onDataverse ? atLeastOne(given.least('identities')) : 1;
    const timeOf = (changed: Partial<Run>, among = accounts) =>
      runSeconds({ ...run, ...changed }, onDataverse ? throttleOf(given, among) : undefined);
    const time = timeOf({});
    const working = () => [...pace(run, time), ...(onDataverse ? throttling(time) : [])];
    if (window <= 0)
      return { band: 'certain', working: () => [...working(), 'There is no window to run in'] };
    const ratio = time.total / window;
    return {
      band: bandFor(ratio),
      ratio,
      working: () => [...working(), `${duration(time.total)} ÷ ${duration(window)} = ${ratioText(ratio)}`],
      lever: () => {
        const moreAccounts: Lever = {
          now: accounts,
          words: (n) => counted(n, 'account', 'accounts'),
          ratioAt: (n) => timeOf({}, n).total / window,
        };
        return lever(
          ratio,
          [
            ...(onDataverse ? [moreAccounts] : []),
            {
              now: run.recordsACall,
              ...(onDataverse ? { most: given.limit('dataverse-batch').value } : {}),
              words: (n) => `${plain(n)} records a call`,
              ratioAt: (n) => timeOf({ recordsACall: n }).total / window,
            },
            {
              now: run.atOnce,
              ...(onDataverse ? { most: given.limit('dataverse-parallel').value } : {}),
              words: (n) => `${plain(n)} calls at a time`,
              ratioAt: (n) => timeOf({ atOnce: n }).total / window,
            },
            {
              now: window / 3600,
              words: (n) => `a window of ${plain(n)} h`,
              ratioAt: (n) => time.total / (n * 3600),
            },
          ],
          (each) => each <= repeatable,
        );
      },
    };
  },
};

function pace(run: Run, time: RunTime): string[] {
  const each = run.serverMs * run.recordsACall;
  return [
    `${plain(run.records)} records × ${counted(run.callsARecord, 'call', 'calls')} ÷ ${plain(run.recordsACall)} a call = ${plain(time.calls)} calls`,
    `${plain(time.calls)} × (${plain(run.roundTripMs)} + ${plain(each)}) ms = ${duration(time.oneByOne)} one by one`,
    ...(time.atOnce > 1 ? [`÷ ${plain(time.atOnce)} at a time = ${duration(time.own)}`] : []),
  ];
}

function throttling(time: RunTime): string[] {
  const binding = time.byCount > time.byWork ? 'number of calls' : 'work';
  return [
    `Dataverse lets the calls through in ${duration(time.byCount)} and the work in ${duration(time.byWork)} at best`,
    ...(time.total > time.own
      ? [`So ${duration(time.own)} cannot be reached: the ${binding} is slowed down`]
      : []),
  ];
}

/** What Dataverse lets so many identities do. */
function throttleOf(given: Given, accounts: number): Throttle {
  const allowed = (limit: string) =>
    given.limit(limit).value * accounts * given.limit('dataverse-servers').value;
  return {
    requestsASecond: allowed('dataverse-requests') / 300,
    busySecondsASecond: allowed('dataverse-execution') / 300,
    atOnce: allowed('dataverse-parallel'),
  };
}
