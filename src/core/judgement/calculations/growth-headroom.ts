import type { Band, Calculation } from '../calculation.ts';
import { batchWindow } from './batch-window.ts';
import { businessCentralRate } from './business-central-rate.ts';
import { callRate } from './call-rate.ts';
import { dailyEntitlement } from './daily-entitlement.ts';
import { executionTime } from './execution-time.ts';
import { flowActions } from './flow-actions.ts';
import { requestCount } from './request-count.ts';
import { transferTime } from './transfer-time.ts';
import { percent, plain, ratioText } from './working.ts';

/** Years until a ratio has grown to the one aimed at; without growth never. */
export function yearsUntil(aim: number, ratio: number, growth: number): number {
  if (ratio >= aim) return 0;
  return growth > 0 && ratio > 0 ? Math.log(aim / ratio) / Math.log(1 + growth) : Number.POSITIVE_INFINITY;
}

/** Everything that grows with the number of records. */
const growing = [
  requestCount,
  executionTime,
  dailyEntitlement,
  flowActions,
  businessCentralRate,
  callRate,
  batchWindow,
  transferTime,
] as const;

/**
 * For how long does the design hold while the load grows?
 *
 *     years = ln(0.8 ÷ the tightest ratio today) ÷ ln(1 + growth a year)
 *
 * Under one year there is a risk, under three it is watched. Growth said for three years is spread over them.
 */
export const growthHeadroom: Calculation = {
  id: 'growth-headroom',
  title: 'Years until the tightest limit is near',
  inputs: {
    growth: { question: 'one-size-fits-all.growth', unit: 'percent', insteadOf: ['factor'] },
    factor: { question: 'platform-direction.growth-factor', unit: 'times', insteadOf: ['growth'] },
  },
  uses: growing,
  limits: ['headroom', 'years-short', 'years-planned'],
  formula: 'years until the tightest ratio has grown to 0.8',
  source: 'Compound growth; bands: Bridgekeeper convention',
  run(given) {
    const planned = given.limit('years-planned').value;
    const short = given.limit('years-short').value;
    const aim = given.limit('headroom').value;
    const yearly = given.has('growth') ? given.most('growth') / 100 : 0;
    const spread = given.has('factor') ? Math.max(1, given.most('factor')) ** (1 / planned) - 1 : 0;
    const growth = Math.max(yearly, spread);
    const ratios = growing.flatMap((calculation) => {
      const ratio = given.ratio(calculation);
      return ratio === undefined ? [] : [{ title: calculation.title, ratio }];
    });
    const [tightest] = ratios.sort((one, other) => other.ratio - one.ratio);
    if (!tightest) return undefined;
    const { title, ratio } = tightest;
    const years = yearsUntil(aim, ratio, growth);
    const tightestOf = `The tightest: ${title}, ${ratioText(ratio)}`;
    return {
      band: bandFor(years, short, planned),
      ratio,
      working: () => [
        tightestOf,
        years === Number.POSITIVE_INFINITY
          ? 'It does not grow'
          : years === 0
            ? `That is ${plain(aim)} or more already`
            : `ln(${plain(aim)} ÷ ${ratioText(ratio)}) ÷ ln(1 + ${percent(growth)}) = ${plain(years)} years`,
      ],
      lever: () =>
        years < planned
          ? `Fine with a ratio of ${ratioText(aim / (1 + growth) ** planned)} today`
          : undefined,
    };
  },
};

function bandFor(years: number, short: number, planned: number): Band {
  if (years < short) return 'high';
  return years < planned ? 'watch' : 'fine';
}
