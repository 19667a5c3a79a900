/** How much of what was asked on the core path nobody knew. */
import { percent } from '../calculations/working.ts';
import type { Fact } from '../condition.ts';
import { said } from '../fact.ts';
import { oneList } from '../one-list.ts';
import { those } from '../those.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Asked {
  readonly name: string;
  readonly put: number;
  readonly unknown: readonly Fact[];
}

/** Fewer questions than that say little. */
const several = 20;

export const unknownRate: PortfolioRule<Asked> = {
  id: 'unknown-rate',
  scope: 'project',
  needs: ['share-of-unknown'],
  take({ put: keys, integration, facts }) {
    const put = oneList(keys.map((key) => those(facts.of(key), ({ answers }) => answers.length > 0)));
    const unknown = put.filter((fact) => {
      const { seen, valued } = said(fact);
      return valued.length === 0 && seen.some(({ answer }) => answer.said.kind === 'unsure');
    });
    return put.length > 0 ? { name: integration.name, put: put.length, unknown } : undefined;
  },
  look(asked, { limit, evidence }) {
    const put = asked.reduce((sum, each) => sum + each.put, 0);
    const unknown = asked.flatMap((each) => each.unknown);
    if (put < several || (unknown.length / put) * 100 <= limit('share-of-unknown').value) return [];
    const worst = asked
      .filter((each) => each.unknown.length > 0)
      .sort((one, other) => other.unknown.length - one.unknown.length);
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: unknown.flatMap((fact) => said(fact).all.slice(0, 1)).map(evidence),
        names: worst.map(({ name }) => name),
        working: [
          `${unknown.length} of ${put} core questions that were put: ${percent(unknown.length / put)} not known`,
          ...worst.slice(0, 5).map((each) => `${each.name}: ${each.unknown.length} of ${each.put}`),
        ],
      },
    ];
  },
};
