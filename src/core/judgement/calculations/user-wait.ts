import type { Band, Calculation } from '../calculation.ts';
import { counted, limitsOf, plain } from './working.ts';

/** Somebody waits for all of the calls, one after the other. */
export function waitSeconds(calls: number, callMs: number): number {
  return (calls * callMs) / 1000;
}

/**
 * How long does somebody (or a transaction) wait?
 *
 *     seconds = calls in a row × time of one call, at the 95th percentile
 *
 * Up to 1 s the flow of thought holds, from 2 s on a transaction suffers, from 10 s on attention is gone.
 */
export const userWait: Calculation = {
  id: 'user-wait',
  title: 'Time that somebody waits',
  only: [{ question: 'one-size-fits-all.waits', oneOf: ['user-waits', 'transaction-waits'] }],
  inputs: {
    calls: {
      question: 'one-size-fits-all.calls-in-row',
      unit: 'count',
      otherwise: { value: () => 1, words: 'one call' },
    },
    time: { question: 'one-size-fits-all.call-time', unit: 'milliseconds' },
  },
  limits: ['wait-unnoticed', 'wait-slow', 'wait-lost'],
  formula: 'calls in a row × time of one call',
  source: 'J. Nielsen, Usability Engineering (1993); Optimize performance, Microsoft Learn',
  run(given) {
    const calls = Math.max(1, given.most('calls'));
    const time = given.most('time');
    const [unnoticed, slow, lost] = limitsOf(given, 'wait-unnoticed', 'wait-slow', 'wait-lost');
    const bandFor = (seconds: number): Band => {
      if (seconds <= unnoticed) return 'fine';
      if (seconds <= slow) return 'watch';
      return seconds <= lost ? 'high' : 'certain';
    };
    const seconds = waitSeconds(calls, time);
    const band = bandFor(seconds);
    const inTime = Math.floor((unnoticed * 1000) / time);
    return {
      band,
      working: () => [
        `${counted(calls, 'call', 'calls')} × ${plain(time)} ms = ${Number(seconds.toFixed(3))} s`,
      ],
      lever: () =>
        band === 'fine'
          ? undefined
          : `Fine with ${inTime > 0 ? `${counted(inTime, 'call', 'calls')} in a row, or ` : ''}${plain(Math.floor((unnoticed * 1000) / calls))} ms a call, or without waiting`,
    };
  },
};
