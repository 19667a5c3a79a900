import { bandOf, type Calculation, type Given } from '../calculation.ts';
import { onDataverse } from './dataverse.ts';
import { callInputs, recordsADay } from './load.ts';
import { counted, lever, limitsOf, plain, ratioText } from './working.ts';

/** Requests a day that all identities without a licence of their own may make together. */
export function tenantPool(
  users: number,
  { base, perUser, most }: { readonly base: number; readonly perUser: number; readonly most: number },
): number {
  return Math.min(base + perUser * users, most);
}

/**
 * How much of the tenant's requests a day does this integration use up?
 *
 *     operations = records a day × operations a record
 *     pool = 500,000 + 5,000 × base users of Dynamics 365, at most 10,000,000; 25,000 without any
 *     ratio = operations ÷ pool
 *
 * Every operation counts, in a batch or by itself, and those that plug-ins cause. The pool is for all integrations
 * together. What is above it is a breach of the licence that is not enforced yet: likely to hurt, not certain.
 */
export const dailyEntitlement: Calculation = {
  id: 'daily-entitlement',
  title: 'Share of the requests a day that the tenant may make',
  only: onDataverse,
  inputs: {
    ...recordsADay,
    calls: callInputs.calls,
    operations: {
      question: 'one-size-fits-all.operations-per-record',
      unit: 'operations/record',
      insteadOf: ['calls'],
      otherwise: { value: (given) => given.most('calls') + 1, words: 'one more than calls' },
    },
    users: { question: 'storage-and-limits.base-users', unit: 'people' },
    other: { question: 'storage-and-limits.other-licences', optional: true },
  },
  limits: ['pool-base', 'pool-per-user', 'pool-most', 'pool-small'],
  formula: 'operations a day ÷ requests a day that the licences bring for all integrations together',
  source: 'Requests limits and allocations, Microsoft Learn',
  run(given) {
    const records = given.most('records');
    const operations = given.most('operations');
    const { pool, words } = poolOf(given);
    const load = records * operations;
    const sum = () =>
      `${plain(records)} records × ${counted(operations, 'operation', 'operations')} = ${plain(load)} a day`;
    if (pool === 0)
      return { band: load > 0 ? 'high' : 'fine', working: () => [sum(), `Held against ${words()}`] };
    const ratio = load / pool;
    const band = bandOf(ratio);
    return {
      band: band === 'certain' ? 'high' : band,
      ratio,
      working: () => [
        sum(),
        `${plain(load)} ÷ ${words()} = ${ratioText(ratio)}, for this integration alone`,
        ...(ratio > 1 ? ['More than the licences bring, though it is not enforced yet'] : []),
      ],
      lever: () =>
        lever(ratio, [
          {
            now: -operations,
            most: -1,
            words: (n) => counted(-n, 'operation a record', 'operations a record'),
            ratioAt: (n) => (records * -n) / pool,
          },
          {
            now: -records,
            most: -1,
            words: (n) => counted(-n, 'record a day', 'records a day'),
            ratioAt: (n) => (operations * -n) / pool,
          },
        ]),
    };
  },
};

function poolOf(given: Given): { readonly pool: number; readonly words: () => string } {
  const users = given.least('users');
  if (users > 0) {
    const [base, perUser, most] = limitsOf(given, 'pool-base', 'pool-per-user', 'pool-most');
    const pool = tenantPool(users, { base, perUser, most });
    const sum = () =>
      `${plain(base)} + ${counted(users, 'user', 'users')} × ${plain(perUser)} = ${plain(pool)}`;
    return { pool, words: () => (pool < most ? `(${sum()})` : `${plain(pool)}, the most there is`) };
  }
  const licences = given.options('other');
  const isNone = licences.length > 0 && licences.every((licence) => licence === 'none');
  const pool = isNone ? 0 : given.limit('pool-small').value;
  return { pool, words: () => (isNone ? 'nothing, for lack of any licence' : plain(pool)) };
}
