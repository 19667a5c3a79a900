/** Applications for which nobody may decide: one is a gap, several are a way of working. */
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

const ofEach = 'owners-and-stakeholders.nobody-accountable';

export const unowned: PortfolioRule<never> = {
  id: 'unowned',
  scope: 'project',
  needs: [],
  sumsUp: [ofEach],
  take: () => undefined,
  look(_, { raised, project }) {
    const open = raised.filter(({ rule }) => rule === ofEach);
    if (open.length < 2) return [];
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: open.flatMap(({ because }) => because),
        names: open.map(({ about }) => about),
        working: [`${open.length} of ${project.applications.length} applications have no single owner`],
      },
    ];
  },
};
