/** All links between the same two places together: one line of a picture. */
import type { Severity } from '../judgement/finding.ts';
import { type Graph, type RatedLink, worse } from './graph.ts';
import { type Hardness, hardnesses } from './link.ts';

export interface Strand {
  readonly from: string;
  readonly to: string;
  /** How many links carry data this way, and how many back; one that does both counts in both. */
  readonly forth: number;
  readonly back: number;
  readonly links: readonly RatedLink[];
  /** Of its hardest link. */
  readonly hardness: Hardness;
  readonly worst?: Severity;
}

/** In the order of the links; an application's link to itself is none. */
export function strandsOf({ links }: Graph): readonly Strand[] {
  const pairs = new Map<string, RatedLink[]>();
  for (const link of links) {
    if (link.from === link.to) continue;
    const key = JSON.stringify([link.from, link.to].sort());
    const known = pairs.get(key);
    if (known) known.push(link);
    else pairs.set(key, [link]);
  }
  return [...pairs.values()].map(strandOf);
}

function strandOf(links: readonly RatedLink[]): Strand {
  const [first] = links;
  const carrying = (start?: string) => links.filter(({ from, both }) => both || from === start).length;
  const [forth, back] = [carrying(first?.from), carrying(first?.to)];
  // The way that most of it goes.
  const [from = '', to = ''] = forth >= back ? [first?.from, first?.to] : [first?.to, first?.from];
  const worst = links.reduce<Severity | undefined>((known, link) => worse(known, link.worst), undefined);
  return {
    from,
    to,
    forth: Math.max(forth, back),
    back: Math.min(forth, back),
    links,
    hardness: hardnesses.find((each) => links.some(({ hardness }) => hardness === each)) ?? 'unknown',
    ...(worst ? { worst } : {}),
  };
}
