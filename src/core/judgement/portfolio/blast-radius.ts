/**
 * What stands still with one application: the integrations that touch it, and all that the data reaches from there, in
 * circles too. The application with the widest reach is a hot spot where its outages or its supplier are an open risk.
 */

import { endsOf, type Flow, flowsOf, reachFrom, waysOf } from './ends.ts';
import type { PortfolioRule } from './portfolio-rule.ts';
import { raisedAbout } from './raised.ts';

interface Edge {
  readonly id: string;
  readonly name: string;
  readonly ends: readonly string[];
  readonly flows: readonly Flow[];
}

/** What makes a wide reach dangerous. */
const topics = ['business-continuity', 'proprietary-technology'];

export const blastRadius: PortfolioRule<Edge> = {
  id: 'blast-radius',
  scope: 'application',
  needs: ['hot-spot'],
  take: ({ integration, facts }) => ({
    id: integration.id,
    name: integration.name,
    ends: endsOf(integration),
    flows: flowsOf(integration, facts),
  }),
  look(edges, { project, raised, limit }) {
    const ways = waysOf(edges.flatMap((edge) => edge.flows));
    const touching = edgesBy(edges, ({ ends }) => ends);
    const leaving = edgesBy(edges, ({ flows }) => flows.map(({ from }) => from));
    const radii = project.applications.map((application) => {
      const direct = touching.get(application.id) ?? [];
      const reached = reachFrom(application.id, ways);
      // One that only sends into the application is hurt by its outage, what lies further back is not.
      const touched = new Set(direct);
      for (const id of reached) for (const edge of leaving.get(id) ?? []) touched.add(edge);
      return { application, direct, reached, touched: [...touched] };
    });
    const widest = Math.max(0, ...radii.map(({ touched }) => touched.length));
    if (widest < limit('hot-spot').value) return [];
    const names = new Map(project.applications.map(({ id, name }) => [id, name]));
    return radii
      .filter(({ touched }) => touched.length === widest)
      .flatMap(({ application, direct, reached, touched }) => {
        const integrations = new Set(direct.map(({ id }) => id));
        const open = raisedAbout(raised, { application: application.id, integrations }, topics);
        if (open.length === 0) return [];
        const further = [...reached].map((id) => names.get(id) ?? id);
        return [
          {
            kind: 'risk' as const,
            subject: { scope: 'application', id: application.id } as const,
            because: open.flatMap(({ because }) => because),
            names: touched.map(({ name }) => name),
            working: [
              `${direct.length} integrations touch ${application.name}: ${direct.map(({ name }) => name).join(', ')}`,
              ...(further.length > 0 ? [`Its data goes on to ${further.join(', ')}`] : []),
              `${touched.length} integrations stand still or carry old data without it`,
              ...open.map(({ title }) => `Open: ${title}`),
            ],
          },
        ];
      });
  },
};

function edgesBy(
  edges: readonly Edge[],
  idsOf: (edge: Edge) => readonly string[],
): ReadonlyMap<string, readonly Edge[]> {
  const found = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const id of idsOf(edge)) {
      const known = found.get(id);
      if (known) known.push(edge);
      else found.set(id, [edge]);
    }
  }
  return found;
}
