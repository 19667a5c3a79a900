/** A graph → what is said about it: all places a page at a time, or one place and what hangs on it. */
import { severities } from '../../core/judgement/finding.ts';
import type { Direction, Graph, Node, RatedLink } from '../../core/landscape/graph.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { flowsOf, type Hardness } from '../../core/landscape/link.ts';
import { byHardness, type Reached, reachOf } from '../../core/landscape/reach.ts';
import { sketchesOf } from '../../core/landscape/sketch.ts';
import { button } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import type { Button } from '../reply.ts';
import type { LandscapeReply, Place, ReachReply } from './landscape-reply.ts';

const placesPerPage = 8;
const reachedPerPage = 12;

export function wholeReply(project: Project, graph: Graph, page: number): LandscapeReply {
  const lines = linesOf(graph).sort(worstFirst);
  const part = pageOf(lines, placesPerPage, page);
  const applications = graph.nodes.filter(({ kind }) => kind === 'application').length;
  const [most] = lines.toSorted((one, other) => other.links - one.links);
  return {
    kind: 'landscape',
    project: { id: project.id, name: project.name },
    applications,
    others: graph.nodes.filter(({ kind, seenBy }) => kind !== 'application' && !seenBy).length,
    integrations: graph.links.filter(isOnFile).length,
    places: part.shown,
    page: part.page,
    pages: part.pages,
    ...(part.page === 1 ? { sketches: sketchesOf(graph) } : {}),
    buttons: [
      ...(most && most.links > 0 ? [placeButton(project, most, `What hangs on ${shorten(most.name)}`)] : []),
      button('list'),
      button('help'),
    ],
  };
}

type PlaceLine = LandscapeReply['places'][number];

function linesOf({ nodes, links }: Graph): PlaceLine[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const ownOf = new Map<string, RatedLink[]>(nodes.map(({ id }) => [id, []]));
  for (const link of links) for (const id of new Set([link.from, link.to])) ownOf.get(id)?.push(link);
  return nodes.map((node) => {
    const own = ownOf.get(node.id) ?? [];
    const flows = own.flatMap(flowsOf);
    const called = (ids: readonly string[]) => [...new Set(ids)].map((id) => names.get(id) ?? '');
    return {
      ...placeOf(node),
      sendsTo: called(flows.flatMap(({ from, to }) => (from === node.id ? [to] : []))),
      getsFrom: called(flows.flatMap(({ from, to }) => (to === node.id ? [from] : []))),
      links: own.filter(isOnFile).length,
      hard: own.filter(({ hardness }) => hardness === 'hard').length,
    };
  });
}

/** Not only told of. */
const isOnFile = ({ seen }: RatedLink) => seen === undefined;

function placeOf({ id, name, kind, worst, seenBy }: Node): Place {
  return {
    id,
    name,
    known: kind === 'application',
    ...(worst ? { worst } : {}),
    ...(seenBy ? { seenBy } : {}),
  };
}

function worstFirst(one: PlaceLine, other: PlaceLine): number {
  const rank = ({ worst }: PlaceLine) => (worst ? severities.indexOf(worst) : severities.length);
  return rank(one) - rank(other) || other.links - one.links || (one.name < other.name ? -1 : 1);
}

export function reachReply(project: Project, graph: Graph, place: Node, page: number): ReachReply {
  const { downstream, upstream } = reachOf(graph, place.id);
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const rowsOf = (direction: Direction, reached: readonly Reached[]) =>
    reached.map(({ node, hops, hold, via }) => {
      const by = via.map(({ name }) => name);
      return { direction, hops, hold, id: node, name: names.get(node) ?? '', via: by };
    });
  const rows = [...rowsOf('downstream', downstream), ...rowsOf('upstream', upstream)];
  const part = pageOf(rows, reachedPerPage, page);
  const own = graph.links.filter(({ from, to }) => from === place.id || to === place.id);
  const worst = severities.flatMap((severity) => own.filter((link) => link.worst === severity))[0];
  return {
    kind: 'reach',
    project: { id: project.id, name: project.name },
    place: placeOf(place),
    touching: own.filter(isOnFile).length,
    holds: holdsOf(rows),
    rows: part.shown,
    page: part.page,
    pages: part.pages,
    ...(part.page === 1 && rows.length > 0 ? { sketches: sketchesAround(graph, place, rows) } : {}),
    buttons: [...(worst ? [risksButton(project, worst)] : []), wholeButton, button('list')],
  };
}

type Row = ReachReply['rows'][number];

/** A place that is reached both ways suffers once, and the worse of the two. */
function holdsOf(rows: readonly Row[]): Readonly<Record<Hardness, number>> {
  const held = new Map<string, Hardness>();
  for (const { id, hold } of rows) {
    const known = held.get(id);
    if (!known || byHardness(hold, known) < 0) held.set(id, hold);
  }
  const count = (hold: Hardness) => [...held.values()].filter((each) => each === hold).length;
  return { hard: count('hard'), soft: count('soft'), unknown: count('unknown') };
}

function sketchesAround({ nodes, links }: Graph, place: Node, rows: readonly Row[]) {
  const shown = new Set([place.id, ...rows.map(({ id }) => id)]);
  const around: Graph = {
    nodes: nodes.filter(({ id }) => shown.has(id)),
    links: links.filter(({ from, to }) => shown.has(from) && shown.has(to)),
  };
  return sketchesOf(around, [place.id]);
}

function risksButton(project: Project, { name, integration }: RatedLink): Button {
  const command = { do: 'show-risks', project: project.id, integration, page: 1 } as const;
  return { title: `Risks: ${shorten(name)}`, command };
}

export const wholeButton: Button = {
  title: 'Whole landscape',
  command: { do: 'landscape', name: '', page: 1 },
};

export function placeButton(project: Project, { id, name }: Pick<Node, 'id' | 'name'>, title = name): Button {
  return { title, command: { do: 'show-place', project: project.id, place: id, page: 1 } };
}

function pageOf<T>(all: readonly T[], size: number, wanted: number) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { shown: all.slice((page - 1) * size, page * size), page, pages };
}
