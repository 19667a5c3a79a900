/**
 * Rows of all integrations fill one database. Rows that are deleted after some months stop filling it then.
 */
import { gigabytesAYear } from '../calculations/storage-growth.ts';
import { plain } from '../calculations/working.ts';
import type { Reason } from '../condition.ts';
import { toldNumber, toldOptions } from '../told.ts';
import { ofProject, type Portfolio, type PortfolioRule } from './portfolio-rule.ts';

interface Rows {
  readonly name: string;
  readonly perDay: number;
  /** The usual one where nobody has measured it. */
  readonly rowKb?: number;
  readonly keepMonths?: number;
  readonly because: readonly Reason[];
}

export interface Growth {
  readonly gigabytesAYear: number;
  readonly keepMonths?: number;
}

export const storageTogether: PortfolioRule<Rows> = {
  id: 'storage-together',
  scope: 'project',
  needs: ['row-size', 'index-share', 'environment-copies', 'months-short'],
  take({ integration, facts }) {
    const rows = toldNumber(facts, 'storage-and-limits.rows-kept');
    if (!rows || !toldOptions(facts, 'storage-and-limits.service').includes('dataverse')) return undefined;
    const size = toldNumber(facts, 'storage-and-limits.stored-row-size');
    const keep = toldNumber(facts, 'storage-and-limits.keep-months');
    return {
      name: integration.name,
      perDay: rows.high,
      ...(size ? { rowKb: size.high } : {}),
      ...(keep ? { keepMonths: keep.high } : {}),
      because: [...rows.because, ...(size?.because ?? []), ...(keep?.because ?? [])],
    };
  },
  look(taken, portfolio) {
    const entitled = toldNumber(portfolio.facts, 'storage-and-limits.database-entitled');
    const used = toldNumber(portfolio.facts, 'storage-and-limits.database-used');
    if (!entitled || !used || taken.length < 2) return [];
    const short = portfolio.limit('months-short').value;
    const free = entitled.low - used.high;
    const growing = taken
      .map((rows) => ({ ...rows, gigabytesAYear: growthOf(rows, portfolio) }))
      .sort((one, other) => filledBy(other, short) - filledBy(one, short));
    const full = monthsUntilFull(growing, free, short);
    // Two years ahead nothing is known for certain, so nothing is praised that is full by then.
    const kind =
      full !== undefined ? 'risk' : monthsUntilFull(growing, free, short * 2) ? undefined : 'assertion';
    if (!kind) return [];
    const [largest, ...others] = growing;
    const without = monthsUntilFull(others, free, short * 10);
    const because = [...entitled.because, ...used.because, ...growing.flatMap((rows) => rows.because)];
    return [
      {
        kind,
        subject: ofProject,
        because: because.map(portfolio.evidence),
        names: growing.map(({ name }) => name),
        working: [
          ...growing.map(({ name, gigabytesAYear, keepMonths }) => {
            const kept = keepMonths === undefined ? '' : `, kept for ${plain(keepMonths)} months`;
            return `${name}: ${plain(gigabytesAYear)} GB a year${kept}`;
          }),
          `${plain(entitled.low)} − ${plain(used.high)} = ${plain(free)} GB free`,
          ...(full === undefined ? [] : [full === 0 ? 'Full today' : `Together full in month ${full}`]),
          ...(full === undefined || !largest
            ? []
            : [
                without === undefined
                  ? `Without ${largest.name} it lasts`
                  : `Without ${largest.name} full in month ${without}`,
              ]),
        ],
      },
    ];
  },
};

function growthOf({ perDay, rowKb }: Rows, { limit }: Portfolio): number {
  const size = rowKb ?? limit('row-size').value;
  return gigabytesAYear(perDay, size, limit('index-share').value) * limit('environment-copies').value;
}

/** Gigabytes after so many months. */
function filledBy({ gigabytesAYear, keepMonths }: Growth, months: number): number {
  return (gigabytesAYear / 12) * Math.min(months, keepMonths ?? months);
}

/** The first month at whose end more is there than fits; nothing where that is not within so many months. */
export function monthsUntilFull(
  growing: readonly Growth[],
  free: number,
  within: number,
): number | undefined {
  for (let month = 0; month <= within; month += 1) {
    if (growing.reduce((sum, each) => sum + filledBy(each, month), 0) > free) return month;
  }
  return undefined;
}
