import type { Band, Calculation } from '../calculation.ts';
import { plain, ratioText } from './working.ts';

const hoursAYear = 8760;

/** All of them have to be up at the same time. */
export function availabilityOf(parts: readonly number[]): number {
  return parts.reduce((product, part) => product * part, 1);
}

export function downHoursAYear(availability: number): number {
  return (1 - availability) * hoursAYear;
}

/**
 * Where one side waits for the other, both have to be up: do the promises allow an outage that cannot be borne?
 *
 *     together = uptime of one × uptime of the other
 *     ratio = hours a month that the promises allow to be down ÷ hours that an outage can be borne
 *
 * A promise of uptime is kept by the month, so all of a month's hours may come in one go. That it is allowed does not make
 * it certain. With a queue between them the users of one side depend on that side alone.
 */
export const chainAvailability: Calculation = {
  id: 'chain-availability',
  title: 'Uptime of both sides together',
  only: [{ question: 'one-size-fits-all.waits', oneOf: ['user-waits', 'transaction-waits'] }],
  inputs: {
    uptime: { question: 'business-continuity.availability-percent', unit: 'percent' },
    bearable: { question: 'business-continuity.bearable-outage', unit: 'hours' },
  },
  limits: ['promise-period'],
  formula: 'hours a month that both promises together allow to be down ÷ hours that an outage can be borne',
  source: 'Product of availabilities; comparison by the month and bands: Bridgekeeper convention',
  run(given) {
    const each = given.leastOfEach('uptime');
    const bearable = given.least('bearable');
    const month = given.limit('promise-period').value;
    const together = availabilityOf(each.map((part) => part / 100));
    const alone = each.map((part) => `${plain(downHoursAYear(part / 100))} h`).join(' and ');
    const year = downHoursAYear(together);
    const inAMonth = (1 - together) * month;
    const working = () => [
      `${each.map((part) => `${exact(part)}%`).join(' × ')} = ${exact(together * 100)}%`,
      `${plain(year)} h a year down together, each by itself ${alone}`,
    ];
    if (bearable <= 0) return { band: 'high', working: () => [...working(), 'No outage can be borne'] };
    const ratio = inAMonth / bearable;
    return {
      band: bandFor(ratio),
      ratio,
      working: () => [
        ...working(),
        `${plain(inAMonth)} h a month ÷ ${plain(bearable)} h bearable = ${ratioText(ratio)}`,
      ],
      lever: () => (ratio < 0.5 ? undefined : 'A queue between them leaves each side only its own hours'),
    };
  },
};

function bandFor(ratio: number): Band {
  if (ratio < 0.5) return 'fine';
  return ratio <= 1 ? 'watch' : 'high';
}

/** Uptimes differ behind the point. */
function exact(percent: number): string {
  return String(Number(percent.toFixed(percent < 99.9 ? 2 : 4)));
}
