import type { Band, Calculation } from '../calculation.ts';
import { minutesBetween, rhythm } from './rhythm.ts';
import { percent, plain } from './working.ts';

/**
 * How many of the looks for changes find any?
 *
 *     looks a day = 1,440 min ÷ minutes between two runs
 *     share = changes a day ÷ looks a day, at most 1
 */
export const pollingWaste: Calculation = {
  id: 'polling-waste',
  title: 'Looks that find a change',
  only: [{ question: 'one-size-fits-all.frequency', oneOf: ['every-few-minutes', 'hourly'] }],
  inputs: {
    ...rhythm,
    records: { question: 'one-size-fits-all.records-per-day', unit: 'records/day' },
  },
  limits: ['looks-that-find'],
  formula: 'changes a day ÷ looks for changes a day',
  source: 'Arithmetic; bands: Bridgekeeper convention',
  run(given) {
    const interval = minutesBetween(given, 'shortest');
    if (interval === undefined) return { needs: ['interval'] };
    const changes = given.most('records');
    const least = given.limit('looks-that-find').value / 100;
    const looks = 1440 / interval;
    const share = Math.min(1, changes / looks);
    return {
      band: bandFor(share, least),
      ratio: share,
      working: () => [
        `1,440 min ÷ ${plain(interval)} min = ${plain(looks)} looks a day`,
        `${plain(changes)} changes ÷ ${plain(looks)} looks: at most ${percent(share)} find one`,
      ],
      lever: () =>
        share < least
          ? `A notice at each change would save ${plain(Math.floor(looks - changes))} looks a day`
          : undefined,
    };
  },
};

function bandFor(share: number, least: number): Band {
  if (share >= 0.5) return 'fine';
  return share >= least ? 'watch' : 'high';
}
