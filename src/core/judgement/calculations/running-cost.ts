import type { Band, Calculation } from '../calculation.ts';
import { gigabytesAYear, gigabytesIn } from './storage-growth.ts';
import { percent, plain, ratioText } from './working.ts';

export interface Bill {
  /** Messages, licences, gateway, support: what one month costs today, without storage. */
  readonly base: number;
  readonly storedGb: number;
  readonly priceAGb: number;
}

export function monthlyCost({ base, storedGb, priceAGb }: Bill): number {
  return base + storedGb * priceAGb;
}

/**
 * What does a month of this integration cost, now and in three years, against what has been agreed?
 *
 *     now = messages, licences and support
 *     in three years = the same × (1 + growth) ^ 3 + GB to be bought by then × price of a GB
 *     GB to be bought = GB stored by then, less what is deleted before − GB that are free today
 *     ratio = cost in three years ÷ monthly cost agreed
 *
 * All prices are answers. Over it today is certain, over it in three years is likely. Room that is free is paid for
 * already; that all integrations together fill it is told by a finding of its own.
 */
export const runningCost: Calculation = {
  id: 'running-cost',
  title: 'Cost of a month, now and in three years',
  inputs: {
    base: { question: 'storage-and-limits.monthly-cost', unit: 'currency/month' },
    agreed: { question: 'storage-and-limits.agreed-cost', unit: 'currency/month' },
    growth: {
      question: 'one-size-fits-all.growth',
      unit: 'percent',
      otherwise: { value: () => 0, words: 'no growth' },
    },
    price: { question: 'storage-and-limits.storage-price', unit: 'currency/month', optional: true },
    rows: { question: 'storage-and-limits.rows-kept', unit: 'rows/day', optional: true },
    size: {
      question: 'storage-and-limits.stored-row-size',
      unit: 'KB',
      otherwise: { value: (given) => given.limit('row-size').value, words: 'the usual' },
    },
    keep: { question: 'storage-and-limits.keep-months', unit: 'months', optional: true },
    entitled: { question: 'storage-and-limits.database-entitled', unit: 'GB', optional: true },
    used: { question: 'storage-and-limits.database-used', unit: 'GB', optional: true },
  },
  limits: ['forecast-years', 'row-size', 'index-share', 'cost-watched'],
  formula: 'cost of a month in three years ÷ cost of a month that has been agreed',
  source: 'Arithmetic on prices that were answered; bands: Bridgekeeper convention',
  run(given) {
    const base = given.most('base');
    const agreed = given.least('agreed');
    const growth = given.most('growth') / 100;
    const years = given.limit('forecast-years').value;
    const watched = given.limit('cost-watched').value / 100;
    const grown = base * (1 + growth) ** years;
    const isStored = given.has('price') && given.has('rows');
    const aYear = isStored
      ? gigabytesAYear(given.most('rows'), given.most('size'), given.limit('index-share').value)
      : 0;
    const inAll = gigabytesIn(years, aYear, growth);
    const kept = given.has('keep')
      ? (aYear * (1 + growth) ** (years - 1) * given.most('keep')) / 12
      : Number.POSITIVE_INFINITY;
    const storedGb = Math.min(inAll, kept);
    const isMeasured = given.has('entitled') && given.has('used');
    const freeGb = isMeasured ? Math.max(0, given.least('entitled') - given.most('used')) : 0;
    const boughtGb = Math.max(0, storedGb - freeGb);
    const priceAGb = isStored ? given.most('price') : 0;
    const later = monthlyCost({ base: grown, storedGb: boughtGb, priceAGb });
    const working = () => [
      `${plain(base)} a month now`,
      growth > 0
        ? `In ${plain(years)} years ${plain(base)} × ${((1 + growth) ** years).toFixed(2)} = ${plain(grown)}, at ${percent(growth)} growth a year`
        : `In ${plain(years)} years the same, without growth`,
      ...(isStored
        ? [
            ...(kept < inAll ? [`Rows are deleted after ${plain(given.most('keep'))} months`] : []),
            ...(freeGb > 0
              ? [
                  `${plain(storedGb)} GB − ${plain(freeGb)} GB free today = ${plain(boughtGb)} GB to be bought`,
                ]
              : []),
            `${plain(boughtGb)} GB × ${plain(priceAGb)} = ${plain(boughtGb * priceAGb)} for storage, ${plain(later)} together`,
          ]
        : []),
    ];
    if (agreed <= 0) return { band: 'certain', working: () => [...working(), 'Nothing has been agreed'] };
    const ratio = later / agreed;
    const bandFor = (): Band => {
      if (base > agreed) return 'certain';
      if (ratio > 1) return 'high';
      return ratio > watched ? 'watch' : 'fine';
    };
    return {
      band: bandFor(),
      ratio,
      working: () => [...working(), `${plain(later)} ÷ ${plain(agreed)} agreed = ${ratioText(ratio)}`],
      lever: () =>
        ratio > watched ? `Fine with ${plain(Math.ceil(later / watched))} a month agreed` : undefined,
    };
  },
};
