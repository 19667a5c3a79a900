/** Events out of finance and operations: the limit is that of the environment, so all tables and takers add up. */
import { loadTogether, type Share, shareOf } from './load-together.ts';
import type { PortfolioRule } from './portfolio-rule.ts';

export const sharedEvents: PortfolioRule<Share> = {
  id: 'shared-events',
  scope: 'project',
  needs: [],
  take: (member) => shareOf(member, 'event-load'),
  look(shares, portfolio) {
    const seen = loadTogether(shares, 'the events of the environment', portfolio);
    return seen ? [seen] : [];
  },
};
