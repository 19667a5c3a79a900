/** What becomes of a letter: which attempt may be made again, when, and what is final. */
import type { Delivery } from './letter.ts';

/** What came of one attempt to send. */
export type Attempt =
  /** `activity`: the id of the post. */
  | { readonly kind: 'sent'; readonly activity: string }
  /** Not taken, and worth trying again. `down`: the connector fails altogether. */
  | { readonly kind: 'later'; readonly why: string; readonly afterMs?: number; readonly down: boolean }
  /** The bot was removed or blocked, or the place is archived: nothing will get through there. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }
  /** No answer: it may have arrived. */
  | { readonly kind: 'unknown'; readonly why: string };

const mostTries = 20;
const firstPauseMs = 15_000;
const longestPauseMs = 30 * 60_000;

/** `chance` is drawn from 0 to 1: attempts that failed together should not come back together. */
export function afterSending(tries: number, attempt: Attempt, now: number, chance: number): Delivery {
  const at = new Date(now).toISOString();
  switch (attempt.kind) {
    case 'sent':
      return { state: 'sent', at, activity: attempt.activity };
    case 'unknown':
      return { state: 'unknown', at, why: attempt.why };
    case 'gone':
    case 'refused':
      return { state: 'failed', at, why: attempt.why };
    case 'later': {
      if (tries + 1 >= mostTries) return { state: 'failed', at, why: `${attempt.why}, ${mostTries} times` };
      const doubled = Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
      const pause = attempt.afterMs ?? doubled * (0.8 + chance * 0.4);
      return { state: 'waiting', tries: tries + 1, after: new Date(now + pause).toISOString() };
    }
  }
}

/** Longer than any attempt takes: whoever claimed this letter is not sending it any more. */
const claimMs = 2 * 60_000;

/** In both directions, because the clock may have been set back since. */
export function isAbandoned(claimedAt: string, now: number): boolean {
  return Math.abs(now - Date.parse(claimedAt)) > claimMs;
}

/** From when on a waiting letter may be tried, in milliseconds. */
export function readyAt(notBefore: string | undefined, after: string | undefined): number {
  return Math.max(...[notBefore, after].map((time) => (time === undefined ? 0 : Date.parse(time))));
}
