import type { Band, Calculation } from '../calculation.ts';
import { minutesBetween, rhythm, runsByTheClock } from './rhythm.ts';
import { lever, plain, ratioText } from './working.ts';

/**
 * How old is the data at worst, against how old it may be?
 *
 *     age = minutes between two runs + minutes of a run
 *     ratio = age ÷ minutes that it may be old
 *
 * A change just missed waits for the next run and is there when that one ends. Waiting in a queue comes on top.
 */
export const freshness: Calculation = {
  id: 'freshness',
  title: 'Age of the data at worst',
  only: runsByTheClock,
  inputs: {
    ...rhythm,
    run: {
      question: 'one-size-fits-all.run-minutes',
      unit: 'minutes',
      otherwise: { value: () => 0, words: 'left out' },
    },
    need: { question: 'one-size-fits-all.freshness', unit: 'minutes' },
  },
  limits: ['age-tight'],
  formula: '(minutes between two runs + minutes of a run) ÷ minutes that the data may be old',
  source: 'Arithmetic; bands: Bridgekeeper convention',
  run(given) {
    const interval = minutesBetween(given, 'longest');
    if (interval === undefined) return { needs: ['interval'] };
    const run = given.most('run');
    const need = given.least('need');
    const tight = given.limit('age-tight').value / 100;
    const bandFor = (ratio: number): Band => {
      if (ratio < 0.5) return 'fine';
      if (ratio <= tight) return 'watch';
      return ratio <= 1 ? 'high' : 'certain';
    };
    const age = interval + run;
    const sum = `${plain(interval)} min until the next run + ${plain(run)} min of run = ${plain(age)} min`;
    if (need <= 0) return { band: 'certain', working: () => [sum, 'It may not be old at all'] };
    const ratio = age / need;
    return {
      band: bandFor(ratio),
      ratio,
      working: () => [sum, `${plain(age)} ÷ ${plain(need)} min = ${ratioText(ratio)}`],
      lever: () =>
        lever(ratio, [
          {
            now: -interval,
            most: -1,
            words: (n) => `a run every ${plain(-n)} min`,
            ratioAt: (n) => (run - n) / need,
          },
          { now: need, words: (n) => `a need of ${plain(n)} min`, ratioAt: (n) => age / n },
        ]),
    };
  },
};
