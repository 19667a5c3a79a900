/**
 * The requests a day that identities without a licence share: one pool for the whole tenant, however the integrations
 * divide it among themselves. What runs under a person's own account counts against that person's licence instead.
 */
import { toldOptions } from '../told.ts';
import { loadTogether, type Share, shareOf } from './load-together.ts';
import type { PortfolioRule } from './portfolio-rule.ts';

export const sharedPool: PortfolioRule<Share> = {
  id: 'shared-pool',
  scope: 'project',
  needs: [],
  take(member) {
    const signsInAs = toldOptions(member.facts, 'sensitive-data.signs-in-as');
    return signsInAs.includes('persons-account') ? undefined : shareOf(member, 'daily-entitlement');
  },
  look(shares, portfolio) {
    const seen = loadTogether(shares, 'the requests a day', portfolio);
    return seen ? [seen] : [];
  },
};
