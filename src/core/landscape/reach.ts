/** What hangs on one application, hop by hop; circles end where they began. */
import type { Direction, Graph, RatedLink, Way, Ways } from './graph.ts';
import { waysOf } from './graph.ts';
import { type Hardness, hardnesses } from './link.ts';

export interface Reached {
  readonly node: string;
  /** By the shortest way. */
  readonly hops: number;
  /** What it suffers: it stands still if a way of hard links alone leads here, and may if one leads here without a soft one. */
  readonly hold: Hardness;
  /** The links of the last hop. */
  readonly via: readonly RatedLink[];
}

export interface Reach {
  readonly downstream: readonly Reached[];
  readonly upstream: readonly Reached[];
}

export function reachOf(graph: Graph, start: string): Reach {
  const towards = (direction: Direction) => reachAlong(graph, waysOf(graph, direction), start);
  return { downstream: towards('downstream'), upstream: towards('upstream') };
}

/** Nearest first, hard before soft. */
function reachAlong({ nodes }: Graph, ways: Ways, start: string): Reached[] {
  const hops = hopsFrom(start, ways);
  const holds = holdsFrom(start, ways);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const via = new Map<string, Set<RatedLink>>();
  for (const [id, far] of hops) {
    if (id !== start && ways.last.has(id)) continue;
    for (const { to, link } of ways.from.get(id) ?? []) {
      if (hops.get(to) !== far + 1) continue;
      const known = via.get(to);
      if (known) known.add(link);
      else via.set(to, new Set([link]));
    }
  }
  return [...hops]
    .filter(([id]) => id !== start)
    .map(([node, far]) => ({
      node,
      hops: far,
      hold: holds(node),
      via: [...(via.get(node) ?? [])].sort((one, other) => byHardness(one.hardness, other.hardness)),
    }))
    .sort(
      (one, other) =>
        one.hops - other.hops ||
        byHardness(one.hold, other.hold) ||
        compare(names.get(one.node) ?? '', names.get(other.node) ?? '') ||
        compare(one.node, other.node),
    );
}

export function byHardness(one: Hardness, other: Hardness): number {
  return hardnesses.indexOf(one) - hardnesses.indexOf(other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How far it is to everything that can be reached, the start itself at 0. */
export function hopsFrom(
  start: string,
  ways: Ways,
  takes: (way: Way) => boolean = () => true,
): ReadonlyMap<string, number> {
  const hops = new Map([[start, 0]]);
  // Grows while it is gone through.
  for (const [at, far] of hops) {
    if (at !== start && ways.last.has(at)) continue;
    for (const way of ways.from.get(at) ?? []) if (!hops.has(way.to) && takes(way)) hops.set(way.to, far + 1);
  }
  return hops;
}

/** What each node that can be reached suffers when the start is down. */
export function holdsFrom(start: string, ways: Ways): (node: string) => Hardness {
  const hard = hopsFrom(start, ways, ({ link }) => link.hardness === 'hard');
  const perhaps = hopsFrom(start, ways, ({ link }) => link.hardness !== 'soft');
  return (node) => (hard.has(node) ? 'hard' : perhaps.has(node) ? 'unknown' : 'soft');
}

/** Of two links one after the other. */
export function weaker(one: Hardness, other: Hardness): Hardness {
  if (one === 'soft' || other === 'soft') return 'soft';
  return one === 'hard' && other === 'hard' ? 'hard' : 'unknown';
}
