import { type Band, bandOf, bands, type Calculation } from '../calculation.ts';
import { atLeastOne, callInputs } from './load.ts';
import { lever, plain, ratioText } from './working.ts';

/**
 * Does dual-write take the first load, and what is saved at once?
 *
 *     ratio = the larger of records of the first load ÷ 500,000 and records saved at once ÷ 1,000
 *
 * Customers, vendors and some other tables go one by one, and 70,000 are their limit: above it this is watched at least.
 */
export const dualWriteLoad: Calculation = {
  id: 'dual-write-load',
  title: 'Load of dual-write',
  only: [{ question: 'storage-and-limits.finance-way', oneOf: ['dual-write'] }],
  inputs: {
    first: { question: 'one-size-fits-all.first-load', unit: 'records' },
    batch: callInputs.batch,
  },
  limits: ['dual-write-first-load', 'dual-write-first-load-single', 'dual-write-transaction'],
  formula: 'records of the first load, and records saved at once, ÷ what dual-write takes',
  source: 'Dual-write limits for live synchronization; Considerations for initial sync, Microsoft Learn',
  run(given) {
    const first = given.most('first');
    const batch = atLeastOne(given.most('batch'));
    const most = given.limit('dual-write-first-load').value;
    const single = given.limit('dual-write-first-load-single').value;
    const atOnce = given.limit('dual-write-transaction').value;
    const [load, save] = [first / most, batch / atOnce];
    const ratio = Math.max(load, save);
    return {
      band: first > single ? atLeast('watch', bandOf(ratio)) : bandOf(ratio),
      ratio,
      working: () => [
        `${plain(first)} records of the first load ÷ ${plain(most)} = ${ratioText(load)}`,
        `${plain(batch)} saved at once ÷ ${plain(atOnce)} = ${ratioText(save)}`,
        ...(first > single
          ? [`More than the ${plain(single)} that tables such as customers and vendors take`]
          : []),
      ],
      lever: () =>
        lever(ratio, [
          {
            now: -first,
            most: -1,
            words: (n) => `${plain(-n)} records in the first load, the rest brought to each side by itself`,
            ratioAt: (n) => Math.max(-n / most, save),
          },
          {
            now: -batch,
            most: -1,
            words: (n) => `${plain(-n)} saved at once`,
            ratioAt: (n) => Math.max(load, -n / atOnce),
          },
        ]),
    };
  },
};

function atLeast(least: Band, band: Band): Band {
  return bands.indexOf(band) < bands.indexOf(least) ? least : band;
}
