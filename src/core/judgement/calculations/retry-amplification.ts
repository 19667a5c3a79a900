import type { Band, Calculation } from '../calculation.ts';
import { counted, plain } from './working.ts';

/** Calls for one transaction when everything fails: each layer that tries again multiplies those below it. */
export function attempts(triesAgain: readonly number[]): number {
  return triesAgain.reduce((product, again) => product * (again + 1), 1);
}

/** Calls for one transaction where a share of them fails: 1 + p + p² + … + pⁿ. */
export function loadFactor(failing: number, triesAgain: number): number {
  let [sum, term] = [1, 1];
  for (let again = 0; again < triesAgain; again += 1) {
    term *= failing;
    sum += term;
  }
  return sum;
}

/**
 * How much do repeats add to the load when the other side is down or slow?
 *
 *     factor = first try + tries after it, when every one fails
 *
 * Above 3 the repeats hold down what they wait for; without end there is no factor.
 */
export const retryAmplification: Calculation = {
  id: 'retry-amplification',
  title: 'Load from trying again',
  inputs: {
    again: {
      question: 'one-size-fits-all.retries',
      unit: 'count',
      optional: true,
    },
    onFailure: { question: 'one-size-fits-all.on-failure' },
  },
  limits: ['tries-together'],
  formula: 'calls for one record when every call fails',
  source: 'Geometric series; limit: Bridgekeeper convention',
  run(given) {
    const said = given.options('onFailure');
    if (said.includes('endless-retries'))
      return { band: 'certain', working: () => ['Without end: nothing limits the load'] };
    if (!said.includes('retried-then-told')) return undefined;
    if (!given.has('again')) return { needs: ['again'] };
    const again = given.most('again');
    const most = given.limit('tries-together').value;
    const factor = attempts([again]);
    return {
      band: bandFor(factor, most),
      ratio: factor / most,
      working: () => [
        `1 + ${counted(again, 'try after it', 'tries after it')} = ${plain(factor)} times the load when all fail`,
        `At half failing ${plain(loadFactor(0.5, again))} times`,
      ],
      lever: () =>
        factor > most
          ? `Fine with ${counted(most - 2, 'try', 'tries')} after the first, or with growing pauses and a stop while the other side is down`
          : undefined,
    };
  },
};

function bandFor(factor: number, most: number): Band {
  if (factor < most) return 'fine';
  return factor <= most ? 'watch' : 'high';
}
