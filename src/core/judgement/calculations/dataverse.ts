/** What the three limits of Dataverse on short windows have in common: they count for each account on each web server. */
import type { Given, Input, Only } from '../calculation.ts';
import { atLeastOne } from './load.ts';
import { counted, type Lever } from './working.ts';

export const onDataverse: readonly Only[] = [
  { question: 'storage-and-limits.service', oneOf: ['dataverse'] },
];

export const identities = {
  identities: {
    question: 'storage-and-limits.identities',
    unit: 'count',
    otherwise: { value: () => 1, words: 'everything under one' },
  },
} as const satisfies Readonly<Record<string, Input>>;

export interface Allowance {
  /** All accounts on all servers together. */
  readonly total: number;
  readonly accounts: number;
  /** "(6,000 × 1 account × 1 server)". */
  readonly words: () => string;
}

/** How many servers answer is not published, so the limit counts on the fewest. */
export function allowance(given: Given, limit: string): Allowance {
  const { value } = given.limit(limit);
  const servers = given.limit('dataverse-servers').value;
  const own = atLeastOne(given.least('identities'));
  const words = () =>
    `(${counted(value)} × ${counted(own, 'account', 'accounts')} × ${counted(servers, 'server', 'servers')})`;
  return { total: value * own * servers, accounts: own, words };
}

export function moreAccounts({ accounts: now }: Allowance, ratio: number): Lever {
  return { now, words: (n) => counted(n, 'account', 'accounts'), ratioAt: (n) => (ratio * now) / n };
}
