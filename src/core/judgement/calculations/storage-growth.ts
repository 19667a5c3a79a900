import type { Band, Calculation } from '../calculation.ts';
import { counted, plain } from './working.ts';

const kilobytesAGigabyte = 1_048_576;

/** Gigabytes that a year of new rows takes, indexes included. */
export function gigabytesAYear(rowsADay: number, rowKb: number, indexShare: number): number {
  return (rowsADay * 365 * rowKb * (1 + indexShare)) / kilobytesAGigabyte;
}

/** Gigabytes added in so many years, each larger than the one before. */
export function gigabytesIn(years: number, aYear: number, growth: number): number {
  return Array.from({ length: years }, (_, year) => aYear * (1 + growth) ** year).reduce(
    (sum, each) => sum + each,
    0,
  );
}

/**
 * When is the database full, with this integration alone?
 *
 *     GB a year = rows a day × 365 × KB a row × (1 + index) ÷ 1,048,576, × copies of the environment
 *     months left = free GB × 12 ÷ GB a year
 *
 * Rows that are deleted before that fill nothing. Under 12 months there is a risk, under 24 it is watched.
 */
export const storageGrowth: Calculation = {
  id: 'storage-growth',
  title: 'Months until the database is full',
  only: [{ question: 'storage-and-limits.service', oneOf: ['dataverse'] }],
  inputs: {
    rows: { question: 'storage-and-limits.rows-kept', unit: 'rows/day' },
    size: {
      question: 'storage-and-limits.stored-row-size',
      unit: 'KB',
      otherwise: { value: (given) => given.limit('row-size').value, words: 'the usual' },
    },
    keep: { question: 'storage-and-limits.keep-months', unit: 'months', optional: true },
    entitled: { question: 'storage-and-limits.database-entitled', unit: 'GB' },
    used: { question: 'storage-and-limits.database-used', unit: 'GB' },
    growth: { question: 'one-size-fits-all.growth', unit: 'percent', optional: true },
  },
  limits: [
    'row-size',
    'index-share',
    'environment-copies',
    'months-short',
    'months-watched',
    'forecast-years',
  ],
  formula: 'free GB ÷ GB a year that new rows take in all environments',
  source:
    'Microsoft Dataverse capacity-based storage, Microsoft Learn; sizes and bands: Bridgekeeper convention',
  run(given) {
    const [rows, size] = [given.most('rows'), given.most('size')];
    const index = given.limit('index-share').value;
    const copies = given.limit('environment-copies').value;
    const [short, watched] = [given.limit('months-short').value, given.limit('months-watched').value];
    const years = given.limit('forecast-years').value;
    const growth = given.has('growth') ? given.most('growth') / 100 : 0;
    const free = given.least('entitled') - given.most('used');
    const own = gigabytesAYear(rows, size, index);
    const aYear = own * copies;
    const months = (Math.max(0, free) * 12) / aYear;
    const keep = given.has('keep') ? given.most('keep') : undefined;
    const isSteady = keep !== undefined && keep <= months;
    const bandFor = (left: number): Band => {
      if (left <= 0) return 'certain';
      if (left < short) return 'high';
      return left < watched ? 'watch' : 'fine';
    };
    const band = rows === 0 || isSteady ? 'fine' : bandFor(months);
    return {
      band,
      working: () => [
        `${counted(rows, 'row', 'rows')} × 365 × ${plain(size)} KB × ${plain(1 + index)} = ${plain(own)} GB a year, × ${plain(copies)} for copies = ${plain(aYear)} GB`,
        `${plain(given.least('entitled'))} − ${plain(given.most('used'))} = ${plain(free)} GB free`,
        ...(rows > 0 ? [`${plain(Math.max(0, free))} ÷ ${plain(aYear)} × 12 = ${plain(months)} months`] : []),
        ...(isSteady
          ? [`Rows are deleted after ${plain(keep)} months: it stays at ${plain((aYear * keep) / 12)} GB`]
          : []),
        ...(rows > 0 && !isSteady
          ? [`In ${plain(years)} years ${plain(gigabytesIn(years, aYear, growth))} GB`]
          : []),
      ],
      lever: () =>
        band === 'fine'
          ? undefined
          : `Fine with ${plain(Math.ceil((aYear * watched) / 12 - free))} GB more${months >= 1 ? `, or with rows kept for ${plain(Math.floor(months))} months` : ''}`,
    };
  },
};
