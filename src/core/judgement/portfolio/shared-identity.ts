/**
 * Short-window limits count for an identity, not for an integration: those that all sign in as one are refused together.
 * Their busiest hours are taken to fall together. Who shares with "a few" is not known well enough to be added up.
 */
import { toldOptions } from '../told.ts';
import { loadTogether, type Share, shareOf } from './load-together.ts';
import type { Member, PortfolioRule } from './portfolio-rule.ts';

/** Each has a limit of its own; the tightest counts. */
const limits = [
  { calculation: 'request-count', of: 'the requests in five minutes' },
  { calculation: 'execution-time', of: 'the work in five minutes' },
  { calculation: 'concurrency', of: 'the calls at the same time' },
  { calculation: 'business-central-rate', of: 'the requests in five minutes' },
] as const;

type Shares = Readonly<Record<string, Share | undefined>>;

export const sharedIdentity: PortfolioRule<Shares> = {
  id: 'shared-identity',
  scope: 'project',
  needs: [],
  sumsUp: ['storage-and-limits.one-account-for-all'],
  take(member: Member) {
    const shared = toldOptions(member.facts, 'storage-and-limits.identity-shared');
    if (!shared.includes('shared-all')) return undefined;
    return Object.fromEntries(
      limits.map(({ calculation }) => [calculation, shareOf(member, calculation)] as const),
    );
  },
  look(taken, portfolio) {
    const seen = limits.flatMap(({ calculation, of }) => {
      const shares = taken.flatMap((each) => each[calculation] ?? []);
      const sighting = loadTogether(shares, of, portfolio);
      const total = shares.reduce((sum, { ratio = 0 }) => sum + ratio, 0);
      return sighting ? [{ sighting, total }] : [];
    });
    const block = { risk: 0, unknown: 1, assertion: 2 } as const;
    const [worst] = seen.sort(
      (one, other) => block[one.sighting.kind] - block[other.sighting.kind] || other.total - one.total,
    );
    return worst ? [worst.sighting] : [];
  },
};
