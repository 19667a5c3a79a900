/** What is to be drawn of a landscape: whole where it is small, and coarser, for where even that cannot be read. */
import type { Graph, Node } from './graph.ts';
import { grouped, mostDrawn } from './groups.ts';
import { type Strand, strandsOf } from './strands.ts';

export interface Sketch {
  readonly nodes: readonly Node[];
  readonly strands: readonly Strand[];
}

const coarser = [mostDrawn, 28, 20, 16, 12, 9];

/** The finest first; `kept`: what is never gathered into a group. */
export function sketchesOf(graph: Graph, kept: readonly string[] = []): readonly Sketch[] {
  const sizes = coarser.filter((most, at) => at === 0 || graph.nodes.length > most);
  return sizes.map((most) => {
    const drawn = grouped(graph, most, kept);
    return { nodes: drawn.nodes, strands: strandsOf(drawn) };
  });
}
