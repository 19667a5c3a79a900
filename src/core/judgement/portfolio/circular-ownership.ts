/**
 * Master data that goes round: each application passes it on as the one whose value counts, and gets it back from
 * another that does so too. Which of them is right then depends on who wrote last.
 */
import { type Graph, waysOf } from '../../landscape/graph.ts';
import type { Link } from '../../landscape/link.ts';
import { hopsFrom } from '../../landscape/reach.ts';
import type { Reason } from '../condition.ts';
import { agreedOption, told, toldOptions } from '../told.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Owned {
  readonly link: Link;
  readonly because: readonly Reason[];
}

export const circularOwnership: PortfolioRule<Owned> = {
  id: 'circular-ownership',
  scope: 'project',
  needs: [],
  take({ integration, facts, link }) {
    const { source, target } = integration;
    const right = agreedOption(facts, 'one-size-fits-all.system-of-record');
    const kinds = toldOptions(facts, 'one-size-fits-all.kind-of-data');
    const sender = link.from === source.application ? 'source' : 'target';
    if (!source.application || !target.application || link.from === link.to) return undefined;
    if (link.both || right !== sender || !kinds.includes('master-data')) return undefined;
    const because = [
      ...told(facts, 'one-size-fits-all.system-of-record'),
      ...told(facts, 'one-size-fits-all.kind-of-data'),
    ];
    return { link, because };
  },
  look(owned, { project, evidence }) {
    const graph: Graph = { nodes: [], links: owned.map(({ link }) => link) };
    const ways = waysOf(graph, 'downstream');
    const turning = owned.filter(({ link }) => hopsFrom(link.to, ways).has(link.from));
    if (turning.length === 0) return [];
    const nameOf = (id: string) => project.applications.find((each) => each.id === id)?.name ?? id;
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: turning.flatMap(({ because }) => because).map(evidence),
        names: turning.map(({ link }) => link.name),
        working: turning.map(({ link: { name, from, to } }) => {
          return `${name}: ${nameOf(from)} is right, and passes on to ${nameOf(to)}`;
        }),
      },
    ];
  },
};
