/** How many integrations are code that calls the other side directly and waits for it. */
import { percent } from '../calculations/working.ts';
import type { Reason } from '../condition.ts';
import { optionsOf, told } from '../told.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Joint {
  readonly name: string;
  readonly isDirect: boolean;
  readonly because: readonly Reason[];
}

/** Fewer than that are no pattern. */
const several = 3;

export const pointToPoint: PortfolioRule<Joint> = {
  id: 'point-to-point',
  scope: 'project',
  needs: ['share-of-direct'],
  take({ integration, facts }) {
    const built = told(facts, 'platform-direction.built-with');
    const means = told(facts, 'one-size-fits-all.delivery-means');
    const waits = told(facts, 'one-size-fits-all.waits');
    const all = (reasons: readonly Reason[], ...wanted: string[]) =>
      reasons.length > 0 &&
      reasons.every((reason) => optionsOf(reason).some((each) => wanted.includes(each)));
    if (built.length === 0 || means.length === 0) return undefined;
    return {
      name: integration.name,
      isDirect:
        all(built, 'custom-code') &&
        all(means, 'web-call', 'database') &&
        all(waits, 'user-waits', 'transaction-waits'),
      because: [...built, ...means, ...waits],
    };
  },
  look(joints, { limit, evidence }) {
    const direct = joints.filter(({ isDirect }) => isDirect);
    const share = direct.length / joints.length;
    if (direct.length < several || share * 100 <= limit('share-of-direct').value) return [];
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: direct.flatMap(({ because }) => because).map(evidence),
        names: direct.map(({ name }) => name),
        working: [
          `${direct.length} of ${joints.length} integrations of which the way is known: ${percent(share)}`,
        ],
      },
    ];
  },
};
