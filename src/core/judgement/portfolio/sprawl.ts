/** With how many different means integrations are built: each needs people who know it, for years. */
import type { Reason } from '../condition.ts';
import { optionsOf, told } from '../told.ts';
import { ofProject, type PortfolioRule } from './portfolio-rule.ts';

interface Built {
  readonly name: string;
  readonly because: readonly Reason[];
}

export const sprawl: PortfolioRule<Built> = {
  id: 'sprawl',
  scope: 'project',
  needs: ['many-technologies'],
  take({ integration, facts }) {
    const because = told(facts, 'platform-direction.built-with');
    return because.length > 0 ? { name: integration.name, because } : undefined;
  },
  look(taken, { limit, evidence }) {
    const means = new Map<string, { readonly words: string; readonly built: Built[] }>();
    for (const each of taken) {
      for (const reason of each.because) {
        const [option = ''] = optionsOf(reason);
        const known = means.get(option) ?? { words: evidence(reason).words, built: [] };
        // Several people may have said so of one.
        if (known.built.at(-1) !== each) known.built.push(each);
        means.set(option, known);
      }
    }
    if (means.size <= limit('many-technologies').value) return [];
    // What few use is the first to be given up.
    const rarest = [...means.values()].sort((one, other) => one.built.length - other.built.length);
    return [
      {
        kind: 'risk',
        subject: ofProject,
        because: rarest.flatMap(({ built }) => built[0]?.because[0] ?? []).map(evidence),
        names: (rarest[0]?.built ?? []).map(({ name }) => name),
        working: rarest.map(({ words, built }) => `${words}: ${built.map(({ name }) => name).join(', ')}`),
      },
    ];
  },
};
