/**
 * What stands still with one application: the integrations that touch it, and all that the data reaches from there, in
 * circles too. The application with the widest reach is a hot spot where its outages or its supplier are an open risk.
 */
import { type Graph, graphOf, type RatedLink, type Way, type Ways, waysOf } from '../../landscape/graph.ts';
import type { Application, Integration } from '../../landscape/landscape.ts';
import type { Hardness, Link } from '../../landscape/link.ts';
import { byHardness, holdsFrom, hopsFrom, weaker } from '../../landscape/reach.ts';
import type { PortfolioRule } from './portfolio-rule.ts';
import { raisedAbout } from './raised.ts';

interface Edge {
  readonly integration: Integration;
  readonly link: Link;
}

/** What makes a wide reach dangerous. */
const topics = ['business-continuity', 'proprietary-technology'];

export const blastRadius: PortfolioRule<Edge> = {
  id: 'blast-radius',
  scope: 'application',
  needs: ['hot-spot'],
  take: ({ integration, link }) => ({ integration, link }),
  look(edges, { project, raised, limit }) {
    const { graph, ways, touching, radii } = radiating(project.applications, edges);
    const widest = Math.max(0, ...radii);
    if (widest < limit('hot-spot').value) return [];
    const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
    return project.applications
      .filter((_, at) => radii[at] === widest)
      .flatMap((application) => {
        const direct = touching.get(application.id) ?? [];
        const holds = holdsOf(application.id, direct, ways);
        const integrations = new Set(direct.map(({ integration }) => integration));
        const open = raisedAbout(raised, { application: application.id, integrations }, topics);
        if (open.length === 0) return [];
        // An inventory may leave an end open.
        const further = [
          ...new Set(
            reachedFrom(application.id, ways).map((id) => names.get(id) || 'one that has no name yet'),
          ),
        ];
        return [
          {
            kind: 'risk' as const,
            subject: { scope: 'application', id: application.id } as const,
            because: open.flatMap(({ because }) => because),
            names: [...holds.keys()].map(({ name }) => name),
            working: [
              `${direct.length} integrations touch ${application.name}: ${direct.map(({ name }) => name).join(', ')}`,
              ...(further.length > 0 ? [`Its data goes on to ${further.join(', ')}`] : []),
              `${holds.size} integrations hang on it: ${shares(holds)}`,
              ...open.map(({ title }) => `Open: ${title}`),
            ],
          },
        ];
      });
  },
};

/** The landscape, and how far each application reaches in it. */
interface Radiating {
  readonly edges: readonly Edge[];
  readonly graph: Graph;
  readonly ways: Ways;
  readonly touching: LinksOf;
  /** Of each application. */
  readonly radii: readonly number[];
}

const kept = new WeakMap<readonly Application[], Radiating>();

/** As it was before where nothing leads elsewhere: most answers change no way. */
function radiating(applications: readonly Application[], edges: readonly Edge[]): Radiating {
  const known = kept.get(applications);
  if (known?.edges.length === edges.length && edges.every((edge, at) => leadsAs(edge, known.edges[at])))
    return known;
  const graph = graphOf(
    applications,
    edges.map(({ integration }) => integration),
    edges.map(({ link }) => link),
  );
  const ways = waysOf(graph, 'downstream');
  const touching = linksByEnd(graph);
  const ids = applications.map(({ id }) => id);
  const made = { edges, graph, ways, touching, radii: radiiOf(ids, graph, touching, ways) };
  kept.set(applications, made);
  return made;
}

function leadsAs(one: Edge, other: Edge | undefined): boolean {
  if (one === other) return true;
  const [mine, theirs] = [one, other].map(
    (edge) => edge && [edge.link, edge.integration.source, edge.integration.target],
  );
  return JSON.stringify(mine) === JSON.stringify(theirs);
}

type LinksOf = ReadonlyMap<string, readonly RatedLink[]>;

/** How many links lead from one place to another: one way, and both ways. */
interface Joint {
  readonly to: number;
  oneWay: number;
  bothWays: number;
}

/** How many links hang on each: those that `holdsOf` names, counted by joints, as there are thousands for each of hundreds. */
function radiiOf(
  applications: readonly string[],
  graph: Graph,
  touching: LinksOf,
  ways: Ways,
): readonly number[] {
  const places = new Map(graph.nodes.map(({ id }, place) => [id, place]));
  const joints = graph.nodes.map(({ id }) => jointsFrom(id, places, ways));
  // Which of the applications a place was last reached, and gone through, for.
  const reachedFor = new Int32Array(joints.length).fill(-1);
  const countedFor = new Int32Array(joints.length).fill(-1);
  return applications.map((id, at) => {
    const start = places.get(id) ?? 0;
    let radius = (touching.get(id) ?? []).length;
    const reached = [start];
    reachedFor[start] = at;
    countedFor[start] = at;
    // Grows while it is gone through.
    for (const place of reached) {
      countedFor[place] = at;
      for (const { to, oneWay, bothWays } of joints[place] ?? []) {
        // What touches the start has been counted, and what leads both ways is counted from one end.
        if (place !== start && to !== start) radius += countedFor[to] === at ? oneWay : oneWay + bothWays;
        if (reachedFor[to] === at) continue;
        reachedFor[to] = at;
        reached.push(to);
      }
    }
    return radius;
  });
}

function jointsFrom(id: string, places: ReadonlyMap<string, number>, ways: Ways): readonly Joint[] {
  const joints = new Map<string, Joint>();
  for (const { to, link } of leaving(id, ways)) {
    const joint = joints.get(to) ?? { to: places.get(to) ?? 0, oneWay: 0, bothWays: 0 };
    joints.set(to, joint);
    if (link.both && !ways.last.has(to)) joint.bothWays += 1;
    else joint.oneWay += 1;
  }
  return [...joints.values()];
}

type Holds = ReadonlyMap<RatedLink, Hardness>;

/**
 * What each link suffers that touches it, or that leaves a place its data reaches. One that only sends into the application
 * is hurt by its outage; what lies further back is not.
 */
function holdsOf(start: string, direct: readonly RatedLink[], ways: Ways): Holds {
  const found = new Map<RatedLink, Hardness>(direct.map((link) => [link, link.hardness]));
  const holdAt = holdsFrom(start, ways);
  for (const id of reachedFrom(start, ways))
    for (const { link } of leaving(id, ways)) {
      const known = found.get(link);
      const hold = weaker(holdAt(id), link.hardness);
      if (!known || byHardness(hold, known) < 0) found.set(link, hold);
    }
  return found;
}

function reachedFrom(start: string, ways: Ways): string[] {
  return [...hopsFrom(start, ways).keys()].slice(1);
}

function leaving(id: string, ways: Ways): readonly Way[] {
  return ways.last.has(id) ? [] : (ways.from.get(id) ?? []);
}

/** "2 stand still, 3 carry old data or fill a queue" */
function shares(holds: Holds): string {
  const words = { hard: 'stand still', soft: 'carry old data or fill a queue', unknown: 'not known which' };
  return (['hard', 'soft', 'unknown'] as const)
    .map((hold) => ({ hold, many: [...holds.values()].filter((each) => each === hold).length }))
    .flatMap(({ hold, many }) => (many > 0 ? [`${many} ${words[hold]}`] : []))
    .join(', ');
}

function linksByEnd({ links }: Graph): LinksOf {
  const found = new Map<string, RatedLink[]>();
  for (const link of links) {
    for (const id of new Set([link.from, link.to])) {
      const known = found.get(id);
      if (known) known.push(link);
      else found.set(id, [link]);
    }
  }
  return found;
}
