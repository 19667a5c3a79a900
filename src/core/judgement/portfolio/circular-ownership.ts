/**
 * Master data that goes round: each application passes it on as the one whose value counts, and gets it back from
 * another that does so too. Which of them is right then depends on who wrote last.
 */
import type { Reason } from '../condition.ts';
import { agreedOption, told, toldOptions } from '../told.ts';
import { type Flow, flowsOf, reachFrom, waysOf } from './ends.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Owned {
  readonly name: string;
  readonly flow: Flow;
  readonly because: readonly Reason[];
}

export const circularOwnership: PortfolioRule<Owned> = {
  id: 'circular-ownership',
  scope: 'project',
  needs: [],
  take({ integration, facts }) {
    const flows = flowsOf(integration, facts);
    const [flow] = flows;
    const right = agreedOption(facts, 'one-size-fits-all.system-of-record');
    const kinds = toldOptions(facts, 'one-size-fits-all.kind-of-data');
    const sender = flow?.from === integration.source.application ? 'source' : 'target';
    if (!flow || flows.length > 1 || right !== sender || !kinds.includes('master-data')) return undefined;
    const because = [
      ...told(facts, 'one-size-fits-all.system-of-record'),
      ...told(facts, 'one-size-fits-all.kind-of-data'),
    ];
    return { name: integration.name, flow, because };
  },
  look(owned, { project, evidence }) {
    const ways = waysOf(owned.map(({ flow }) => flow));
    const turning = owned.filter(({ flow }) => reachFrom(flow.to, ways).has(flow.from));
    if (turning.length === 0) return [];
    const nameOf = (id: string) => project.applications.find((each) => each.id === id)?.name ?? id;
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: turning.flatMap(({ because }) => because).map(evidence),
        names: turning.map(({ name }) => name),
        working: turning.map(({ name, flow }) => {
          return `${name}: ${nameOf(flow.from)} is right, and passes on to ${nameOf(flow.to)}`;
        }),
      },
    ];
  },
};
