import type { Band, Calculation, Given } from '../calculation.ts';
import { identities } from './dataverse.ts';
import { executionSeconds } from './execution-time.ts';
import { atLeastOne, callInputs, parallel, recordsADay, roundTrip, serverTime } from './load.ts';
import { requests } from './request-count.ts';
import { counted, duration, type Lever, lever, plain, ratioText } from './working.ts';

/** One run that carries everything over, call after call or several calls at a time. */
export interface Run {
  readonly records: number;
  readonly callsARecord: number;
  readonly recordsACall: number;
  readonly roundTripMs: number;
  /** Server time of one operation; operations of one call are worked off one after the other. */
  readonly serverMs: number;
  readonly atOnce: number;
}

/** What a service lets the sender do in a second, and at once. */
export interface Throttle {
  readonly requestsASecond: number;
  readonly busySecondsASecond: number;
  readonly atOnce: number;
}

/** Seconds the run takes: by its own pace, or by what the throttle leaves through where that is longer. */
export function runSeconds(run: Run, throttle?: Throttle) {
  const calls = requests(run.records, run.callsARecord, run.recordsACall);
  const oneByOne = (calls * (run.roundTripMs + run.serverMs * run.recordsACall)) / 1000;
  const atOnce = Math.min(run.atOnce, throttle?.atOnce ?? run.atOnce);
  const own = oneByOne / atOnce;
  const byCount = throttle ? calls / throttle.requestsASecond : 0;
  const byWork = throttle
    ? executionSeconds(run.records, run.callsARecord, run.serverMs) / throttle.busySecondsASecond
    : 0;
  return { calls, atOnce, oneByOne, own, byCount, byWork, total: Math.max(own, byCount, byWork) };
}

/**
 * Is the run done before its window closes?
 *
 *     calls = records × calls a record ÷ records a call
 *     own pace = calls × (round trip + server time × records a call) ÷ calls at a time
 *     on Dataverse no shorter than calls ÷ 20 a second and work ÷ 4 busy seconds a second, for each identity
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
    const { seconds, working, levers } = workedOut(given, window);
    if (window <= 0) return { band: 'certain', working: [...working, 'There is no window to run in'] };
    const ratio = seconds / window;
    return {
      band: bandFor(ratio),
      ratio,
      working: [...working, `${duration(seconds)} ÷ ${duration(window)} = ${ratioText(ratio)}`],
      ...lever(
        ratio,
        [
          ...levers,
          {
            now: window / 3600,
            words: (n) => `a window of ${plain(n)} h`,
            ratioAt: (n) => seconds / (n * 3600),
          },
        ],
        (each) => each <= repeatable,
      ),
    };
  },
};

/** A run time with how it came about, and what would shorten it. */
interface Estimate {
  readonly seconds: number;
  readonly working: readonly string[];
  readonly levers: readonly Lever[];
}

function workedOut(given: Given, window: number): Estimate {
  const run: Run = {
    records: given.most('records'),
    callsARecord: given.most('calls'),
    recordsACall: atLeastOne(given.least('batch')),
    roundTripMs: given.most('latency'),
    serverMs: given.most('server'),
    atOnce: atLeastOne(given.least('parallel')),
  };
  const onDataverse = given.options('service').includes('dataverse');
  const users = onDataverse ? atLeastOne(given.least('identities')) : 1;
  const throttled = (change: Partial<Run>, identities = users) =>
    runSeconds({ ...run, ...change }, onDataverse ? throttleOf(given, identities) : undefined);
  const time = throttled({});
  const ratioWith = (change: Partial<Run>, identities?: number) =>
    throttled(change, identities).total / window;
  const [largest, widest] = [given.limit('dataverse-batch').value, given.limit('dataverse-parallel').value];
  const work = run.serverMs * run.recordsACall;
  return {
    seconds: time.total,
    working: [
      `${plain(run.records)} records × ${counted(run.callsARecord, 'call', 'calls')} ÷ ${plain(run.recordsACall)} a call = ${plain(time.calls)} calls`,
      `${plain(time.calls)} × (${plain(run.roundTripMs)} + ${plain(work)}) ms = ${duration(time.oneByOne)} one by one`,
      ...(time.atOnce > 1 ? [`÷ ${plain(time.atOnce)} at a time = ${duration(time.own)}`] : []),
      ...(onDataverse
        ? [
            `Dataverse lets the calls through in ${duration(time.byCount)} and the work in ${duration(time.byWork)} at best`,
          ]
        : []),
      ...(time.total > time.own
        ? [
            `So ${duration(time.own)} cannot be reached: the ${time.byCount > time.byWork ? 'number of calls' : 'work'} is slowed down`,
          ]
        : []),
    ],
    levers: [
      ...(onDataverse
        ? [
            {
              now: users,
              words: (n: number) => counted(n, 'account', 'accounts'),
              ratioAt: (n: number) => ratioWith({}, n),
            },
          ]
        : []),
      {
        now: run.recordsACall,
        most: largest,
        words: (n) => `${plain(n)} records a call`,
        ratioAt: (n) => ratioWith({ recordsACall: n }),
      },
      {
        now: run.atOnce,
        most: widest,
        words: (n) => `${plain(n)} calls at a time`,
        ratioAt: (n) => ratioWith({ atOnce: n }),
      },
    ],
  };
}

/** What Dataverse lets so many identities do. */
function throttleOf(given: Given, identities: number): Throttle {
  const allowed = (limit: string) =>
    given.limit(limit).value * identities * given.limit('dataverse-servers').value;
  return {
    requestsASecond: allowed('dataverse-requests') / 300,
    busySecondsASecond: allowed('dataverse-execution') / 300,
    atOnce: allowed('dataverse-parallel'),
  };
}
