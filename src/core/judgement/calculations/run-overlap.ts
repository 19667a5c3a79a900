import { bandOf, type Calculation } from '../calculation.ts';
import { minutesBetween, rhythm, runsByTheClock } from './rhythm.ts';
import { lever, plain, ratioText } from './working.ts';

/**
 * Is one run over before the next one starts?
 *
 *     ratio = minutes of a run ÷ minutes between two starts
 */
export const runOverlap: Calculation = {
  id: 'run-overlap',
  title: 'Run time against the time between two runs',
  only: runsByTheClock,
  inputs: { ...rhythm, run: { question: 'one-size-fits-all.run-minutes', unit: 'minutes' } },
  limits: [],
  formula: 'minutes of a run ÷ minutes between the starts of two runs',
  source: 'Arithmetic; bands: Bridgekeeper convention',
  run(given) {
    const interval = minutesBetween(given, 'shortest');
    if (interval === undefined) return { needs: ['interval'] };
    const run = given.most('run');
    const ratio = run / interval;
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [
        `${plain(run)} min of run ÷ ${plain(interval)} min from start to start = ${ratioText(ratio)}`,
      ],
      lever: () =>
        lever(ratio, [
          { now: interval, words: (n) => `a run every ${plain(n)} min`, ratioAt: (n) => run / n },
          { now: -run, most: 0, words: (n) => `runs of ${plain(-n)} min`, ratioAt: (n) => -n / interval },
        ]),
    };
  },
};
