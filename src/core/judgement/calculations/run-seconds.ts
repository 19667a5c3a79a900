/** How long a run takes by its own pace, and how long where the service slows it down. */
import { executionSeconds } from './execution-time.ts';
import { requests } from './request-count.ts';

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

/** All in seconds, but for the calls. */
export interface RunTime {
  readonly calls: number;
  /** As many as are let, of those that the sender has under way. */
  readonly atOnce: number;
  readonly oneByOne: number;
  readonly own: number;
  readonly byCount: number;
  readonly byWork: number;
  readonly total: number;
}

/** By its own pace, or by what the throttle lets through where that takes longer. */
export function runSeconds(run: Run, throttle?: Throttle): RunTime {
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
