/**
 * How far open risks reach: from each place where one is open along the data, hop by hop; circles end where they began.
 * What is open about an integration concerns both its ends, and goes on from where its data arrives.
 */
import type { Finding } from '../judgement/finding.ts';
import { rankOf } from '../judgement/severity.ts';
import { type Graph, type RatedLink, waysOf } from './graph.ts';
import { flowsOf } from './link.ts';

export interface Hit {
  /** The place that is reached. */
  readonly node: string;
  /** 0 where the risk is about the place itself, or about an integration that ends there. */
  readonly hops: number;
  /** Of the risks that are nearest, the worst. */
  readonly from: Finding;
  /** From the place of the risk to this one. */
  readonly path: readonly RatedLink[];
}

/** Nearest first; each place once. `raised`: risks and issues. */
export function blastOf(graph: Graph, raised: readonly Finding[]): readonly Hit[] {
  const { touched, starts } = placesOf(graph, raised);
  const ways = waysOf(graph, 'downstream');
  const hits = new Map<string, Hit>();
  for (const [node, from] of starts) hits.set(node, { node, hops: 0, from, path: [] });
  // Grows while it is gone through.
  for (const [at, { hops, from, path }] of hits) {
    if (ways.last.has(at)) continue;
    for (const { to, link } of ways.from.get(at) ?? [])
      if (!hits.has(to)) hits.set(to, { node: to, hops: hops + 1, from, path: [...path, link] });
  }
  for (const [node, from] of touched)
    if (hits.get(node)?.hops !== 0) hits.set(node, { node, hops: 0, from, path: [] });
  return [...hits.values()].sort((one, other) => one.hops - other.hops);
}

interface Places {
  /** Where risks go on from, each with its worst; the worst first. */
  readonly starts: ReadonlyMap<string, Finding>;
  /** The other end: what is open concerns it, and goes no further. */
  readonly touched: ReadonlyMap<string, Finding>;
}

function placesOf({ links, nodes }: Graph, raised: readonly Finding[]): Places {
  const [starts, touched] = [new Map<string, Noted>(), new Map<string, Noted>()];
  const linkOf = new Map(links.flatMap((link) => (link.seen ? [] : [[link.integration, link] as const])));
  const known = new Set(nodes.map(({ id }) => id));
  for (const finding of raised) {
    const { subject } = finding;
    const rank = rankOf(finding);
    if (subject.scope === 'application' && known.has(subject.id)) note(starts, subject.id, { finding, rank });
    const link = subject.scope === 'integration' ? linkOf.get(subject.id) : undefined;
    if (!link) continue;
    for (const { to } of flowsOf(link)) note(starts, to, { finding, rank });
    for (const end of [link.from, link.to]) note(touched, end, { finding, rank });
  }
  return { starts: worstFirst(starts), touched: worstFirst(touched) };
}

interface Noted {
  readonly finding: Finding;
  readonly rank: number;
}

/** There are far more risks than places, so the places are sorted; among equals whoever was noted first stays. */
function note(places: Map<string, Noted>, node: string, noted: Noted): void {
  const known = places.get(node);
  if (known && known.rank <= noted.rank) return;
  // Set anew, it stands where its worst risk was noted.
  places.delete(node);
  places.set(node, noted);
}

function worstFirst(places: ReadonlyMap<string, Noted>): ReadonlyMap<string, Finding> {
  const sorted = [...places].sort(([, one], [, other]) => one.rank - other.rank);
  return new Map(sorted.map(([node, { finding }]) => [node, finding]));
}
