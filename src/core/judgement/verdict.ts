/** Putting verdicts together. */
import type { Reason, Truth, Verdict } from './condition.ts';

const nothing: readonly never[] = [];

/** What does not apply neither raises anything nor keeps anything waiting, whichever side of a `not` it stands on. */
const silence: Readonly<Record<Truth, Verdict>> = {
  yes: settled('yes', nothing),
  no: settled('no', nothing),
  unknown: settled('unknown', nothing),
};

export function silently(truth: Truth): Verdict {
  return silence[truth];
}

export function settled(truth: Truth, because: readonly Reason[]): Verdict {
  return { truth, because, waitingFor: nothing, waitingForDates: nothing };
}

/** What is unknown in one of them is unknown in both; otherwise they say the same. */
export function both(one: Verdict, other: Verdict): Verdict {
  return {
    truth: one.truth === other.truth ? one.truth : 'unknown',
    because: joined(one.because, other.because),
    waitingFor: joined(one.waitingFor, other.waitingFor),
    waitingForDates: joined(one.waitingForDates, other.waitingForDates),
  };
}

function joined<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

export function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truth === 'yes' ? 'no' : 'yes';
}
