/**
 * A landscape too large for one picture: the places with the most links stay, the rest is gathered around the one each
 * has the most to do with; of equals an application on the list, then the first by the alphabet.
 */
import { type Graph, type Node, worse } from './graph.ts';

/** More than that on one picture, and nobody reads it. */
export const mostDrawn = 40;
const loners = 'group';

/** `always`: what stays whatever its links. */
export function grouped(graph: Graph, most = mostDrawn, always: readonly string[] = []): Graph {
  if (graph.nodes.length <= most) return graph;
  const links = linkCounts(graph);
  const total = (id: string) => [...(links.get(id)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const ranked = graph.nodes
    .map((node) => ({ node, count: total(node.id) }))
    .sort(
      (one, other) =>
        other.count - one.count ||
        Number(other.node.kind === 'application') - Number(one.node.kind === 'application') ||
        compare(one.node.name, other.node.name),
    );
  // Each that stays may bring a group of its own, and there may be one of those without links.
  const linked = ranked.filter(({ count }) => count > 0).map(({ node }) => node.id);
  const kept = new Set([...always, ...linked].slice(0, Math.max(1, Math.floor((most - 1) / 2))));
  const hubOf = hubs(kept, links);
  const gathered = new Map<string, Node[]>();
  for (const { node } of ranked) {
    if (kept.has(node.id)) continue;
    const hub = hubOf.get(node.id);
    const key = hub === undefined ? loners : `${loners} ${hub}`;
    gathered.set(key, [...(gathered.get(key) ?? []), node]);
  }
  const groupOf = new Map<string, string>();
  for (const [key, members] of gathered)
    if (members.length > 1) for (const { id } of members) groupOf.set(id, key);
  const drawnAs = (id: string) => groupOf.get(id) ?? id;
  const nameOf = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const groups = [...gathered].flatMap(([key, members]) =>
    members.length > 1 ? [groupNode(key, members, nameOf.get(key.slice(loners.length + 1)))] : [],
  );
  return {
    nodes: [...graph.nodes.filter(({ id }) => !groupOf.has(id)), ...groups],
    links: graph.links.map((link) => ({ ...link, from: drawnAs(link.from), to: drawnAs(link.to) })),
  };
}

function groupNode(id: string, members: readonly Node[], hub: string | undefined): Node {
  const names = members.map(({ name }) => name).sort(compare);
  const worst = members.map((member) => member.worst).reduce(worse, undefined);
  const name = hub === undefined ? `${members.length} others` : `${members.length} around ${hub}`;
  return { id, name, kind: 'group', members: names, ...(worst ? { worst } : {}) };
}

/** How many links each node has with each other. */
function linkCounts({ links }: Graph): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  const count = (one: string, other: string) => {
    const known = counts.get(one) ?? new Map<string, number>();
    counts.set(one, known.set(other, (known.get(other) ?? 0) + 1));
  };
  for (const { from, to } of links) {
    if (from === to) continue;
    count(from, to);
    count(to, from);
  }
  return counts;
}

/** The kept place each node is nearest to; of several at its side the one it has most links with. */
function hubs(
  kept: ReadonlySet<string>,
  links: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, string> {
  const hubOf = new Map([...kept].map((id) => [id, id]));
  let rim: readonly string[] = [...kept];
  while (rim.length > 0) {
    const found = new Map<string, { readonly hub: string; readonly count: number }>();
    for (const at of rim)
      for (const [id, count] of links.get(at) ?? []) {
        const hub = hubOf.get(at);
        if (hub === undefined || hubOf.has(id) || count <= (found.get(id)?.count ?? 0)) continue;
        found.set(id, { hub, count });
      }
    for (const [id, { hub }] of found) hubOf.set(id, hub);
    rim = [...found.keys()];
  }
  return hubOf;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
