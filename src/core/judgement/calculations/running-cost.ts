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
 *     in three years = the same × (1 + growth) ^ 3 + GB stored by then × price of a GB
 *     ratio = cost in three years ÷ monthly cost agreed
 *
 * All prices are answers. Over it today is certain, over it in three years is likely.
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
    const storedGb = isStored
      ? gigabytesIn(
          years,
          gigabytesAYear(given.most('rows'), given.most('size'), given.limit('index-share').value),
          growth,
        )
      : 0;
    const priceAGb = isStored ? given.most('price') : 0;
    const later = monthlyCost({ base: grown, storedGb, priceAGb });
    const working = () => [
      `${plain(base)} a month now`,
      growth > 0
        ? `In ${plain(years)} years ${plain(base)} × ${((1 + growth) ** years).toFixed(2)} = ${plain(grown)}, at ${percent(growth)} growth a year`
        : `In ${plain(years)} years the same, without growth`,
      ...(isStored
        ? [
            `${plain(storedGb)} GB × ${plain(priceAGb)} = ${plain(storedGb * priceAGb)} for storage, ${plain(later)} together`,
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
