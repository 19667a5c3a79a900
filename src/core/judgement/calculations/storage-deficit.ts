import type { Band, Calculation, Given } from '../calculation.ts';
import { percent, plain } from './working.ts';

export interface Capacity {
  readonly entitled: number;
  readonly used: number;
}

/**
 * Gigabytes that are missing, by kind. Database space that is free covers logs first, then, with free log space, files;
 * free file space covers nothing. (Logs before files is our order: no published example has both over.)
 */
export function storageDeficit(of: {
  readonly database: Capacity;
  readonly file: Capacity;
  readonly log: Capacity;
}) {
  const over = ({ entitled, used }: Capacity) => Math.max(0, used - entitled);
  const free = ({ entitled, used }: Capacity) => Math.max(0, entitled - used);
  const freeForFiles = Math.max(0, free(of.database) - over(of.log)) + free(of.log);
  return {
    database: over(of.database),
    log: Math.max(0, over(of.log) - free(of.database)),
    file: Math.max(0, over(of.file) - freeForFiles),
  };
}

const kinds = ['database', 'file', 'log'] as const;

/**
 * Is there room left in Dataverse today?
 *
 *     free = (entitled − used) ÷ entitled, of the database
 *
 * Microsoft warns below 15 % and again below 5 %. In deficit nobody can create, copy, restore or convert an environment.
 */
export const storageDeficitToday: Calculation = {
  id: 'storage-deficit',
  title: 'Room left in Dataverse',
  inputs: Object.fromEntries(
    kinds.flatMap((kind) =>
      (['entitled', 'used'] as const).map((side) => [
        `${kind}-${side}`,
        {
          question: `storage-and-limits.${kind}-${side}`,
          unit: 'GB',
          ...(kind === 'database' ? {} : { optional: true }),
        } as const,
      ]),
    ),
  ),
  limits: ['storage-warning', 'storage-alarm'],
  formula: 'GB entitled against GB used, where free database space covers logs and files',
  source: 'Microsoft Dataverse capacity-based storage, Microsoft Learn',
  run(given) {
    const capacities = {
      database: capacity(given, 'database'),
      file: capacity(given, 'file'),
      log: capacity(given, 'log'),
    };
    const { entitled, used } = capacities.database;
    const missing = storageDeficit(capacities);
    const [warning, alarm] = [
      given.limit('storage-warning').value / 100,
      given.limit('storage-alarm').value / 100,
    ];
    const share = entitled > 0 ? Math.max(0, entitled - used) / entitled : 0;
    const short = kinds.filter((kind) => missing[kind] > 0);
    return {
      band: short.length > 0 ? 'certain' : bandFor(share, warning, alarm),
      ...(entitled > 0 ? { ratio: used / entitled } : {}),
      working: () => [
        `${plain(entitled)} − ${plain(used)} GB of database: ${percent(share)} free`,
        ...short.map((kind) => `${plain(missing[kind])} GB of ${kind} are missing`),
      ],
      lever: () =>
        short.length > 0
          ? `In order with ${short.map((kind) => `${plain(missing[kind])} GB of ${kind}`).join(' and ')} more, or so much less used`
          : undefined,
    };
  },
};

/** Of a kind that nobody has given, nothing is over and nothing is free. */
function capacity(given: Given, kind: (typeof kinds)[number]): Capacity {
  const [entitled, used] = [`${kind}-entitled`, `${kind}-used`];
  return given.has(entitled) && given.has(used)
    ? { entitled: given.least(entitled), used: given.most(used) }
    : { entitled: 0, used: 0 };
}

function bandFor(free: number, warning: number, alarm: number): Band {
  if (free < alarm) return 'high';
  return free < warning ? 'watch' : 'fine';
}
