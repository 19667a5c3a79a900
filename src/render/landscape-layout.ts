/** Where everything of a landscape goes on a picture that is read on a phone held upright. */
import type { ElkExtendedEdge, ElkNode } from 'elkjs';
import type { Node } from '../core/landscape/graph.ts';
import type { Sketch } from '../core/landscape/sketch.ts';
import type { Strand } from '../core/landscape/strands.ts';
import type { Fonts } from './font.ts';
import { layOutGraph } from './layout-thread.ts';
import { linesOf } from './picture-text.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode {
  readonly node: Node;
  readonly frame: Frame;
  readonly lines: readonly string[];
}

export interface PlacedStrand {
  readonly strand: Strand;
  readonly points: readonly Point[];
  /** Where its count and mark stand, if it has any. */
  readonly tag?: Frame;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly strands: readonly PlacedStrand[];
}

export const nameSize = 12;
export const smallSize = 10.5;
export const lineHeight = 15;
export const padding = 7;
const boxWidth = 116;
const gap = 12;
const tagHeight = 14;
const mostLines = 4;

const common = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'POLYLINE',
  'elk.spacing.nodeNode': String(gap),
  'elk.spacing.edgeNode': '6',
  'elk.spacing.edgeEdge': '5',
  'elk.spacing.componentComponent': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '7',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '6',
  'elk.layered.feedbackEdges': 'false',
  'elk.aspectRatio': '0.55',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};
const down = { 'elk.direction': 'DOWN' };
const narrowDown = {
  ...down,
  'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
  'elk.layered.layering.coffmanGraham.layerBound': '2',
};
/** No other way of laying out is tried from there on. */
const wellLegible = 9;

const ways: readonly Readonly<Record<string, string>>[] = [down, narrowDown];

export async function layOut(
  sketch: Sketch,
  fonts: Fonts,
  legibility: (size: { width: number; height: number }) => number,
): Promise<Layout> {
  const boxes = boxesOf(sketch, fonts);
  const linked = new Set(sketch.strands.flatMap(({ from, to }) => [from, to]));
  const islands = boxes.filter(({ id }) => !linked.has(id));
  let best: { readonly drawn: ElkNode; readonly score: number } | undefined;
  for (const way of ways) {
    const mainland = await layOutGraph({
      id: 'landscape',
      layoutOptions: { ...common, ...way },
      children: boxes.flatMap(({ id, width, height }) => (linked.has(id) ? [{ id, width, height }] : [])),
      edges: sketch.strands.map((strand, at) => edgeOf(strand, at, fonts)),
    });
    const drawn = withIslands(mainland, islands);
    const score = legibility({ width: drawn.width ?? 0, height: drawn.height ?? 0 });
    if (!best || score > best.score) best = { drawn, score };
    if (best.score >= wellLegible) break;
  }
  return placed(sketch, boxes, best?.drawn ?? { id: 'landscape' });
}

/** What hangs on nothing stands in rows under the rest, no wider than it where that leaves room for two. */
function withIslands(mainland: ElkNode, islands: readonly Box[]): ElkNode {
  const { width = 0, height = 0, children = [] } = mainland;
  const columns = Math.min(islands.length, Math.max(2, Math.floor((width + gap) / (boxWidth + gap))));
  const placedIslands: ElkNode[] = [];
  let y = height > 0 ? height + 2 * gap : 0;
  for (let at = 0; at < islands.length; at += columns) {
    const row = islands.slice(at, at + columns);
    for (const [column, { id, width: wide, height: high }] of row.entries())
      placedIslands.push({ id, x: column * (boxWidth + gap), y, width: wide, height: high });
    y += Math.max(...row.map((box) => box.height)) + gap;
  }
  return {
    ...mainland,
    width: Math.max(width, columns * (boxWidth + gap) - gap),
    height: islands.length > 0 ? y - gap : height,
    children: [...children, ...placedIslands],
  };
}

interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

function boxesOf({ nodes, strands }: Sketch, fonts: Fonts): readonly Box[] {
  return nodes.map(({ id, name, kind, worst }) => {
    const called = name || 'not named yet';
    const lines = linesOf(called, fonts.bold, nameSize, boxWidth - 2 * padding, mostLines);
    const second = worst !== undefined || kind === 'group' ? 1 : 0;
    const ends = strands.filter(({ from, to }) => from === id || to === id).length;
    const text = 2 * padding + lines.length * lineHeight + second * lineHeight;
    // Room for its lines to arrive side by side.
    return { id, width: boxWidth, height: Math.max(text, Math.min(ends * 8, 160)), lines };
  });
}

function edgeOf(strand: Strand, at: number, fonts: Fonts): ElkExtendedEdge {
  const text = tagText(strand);
  const width = tagWidth(strand, fonts);
  return {
    id: `s${at}`,
    sources: [strand.from],
    targets: [strand.to],
    labels:
      width > 0
        ? [
            {
              text: text || '·',
              width,
              height: tagHeight,
              layoutOptions: { 'elk.edgeLabels.inline': 'true' },
            },
          ]
        : [],
  };
}

/** "×3" */
export function tagText({ links }: Strand): string {
  return links.length > 1 ? `×${links.length}` : '';
}

export const markWidth = 16;

function tagWidth(strand: Strand, { regular }: Fonts): number {
  const text = tagText(strand);
  const width = (text ? regular.width(text, smallSize) + 6 : 0) + (strand.worst ? markWidth : 0);
  return Math.ceil(width);
}

function placed({ nodes, strands }: Sketch, boxes: readonly Box[], drawn: ElkNode): Layout {
  const frames = new Map(drawn.children?.map((child) => [child.id, frameOf(child)]));
  const edges = new Map(drawn.edges?.map((edge) => [edge.id, edge]));
  const lines = new Map(boxes.map((box) => [box.id, box.lines]));
  return {
    width: drawn.width ?? 0,
    height: drawn.height ?? 0,
    nodes: nodes.flatMap((node) => {
      const frame = frames.get(node.id);
      return frame ? [{ node, frame, lines: lines.get(node.id) ?? [] }] : [];
    }),
    strands: strands.flatMap((strand, at) => {
      const edge = edges.get(`s${at}`);
      const section = edge?.sections?.[0];
      if (!section) return [];
      const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
      const label = edge.labels?.[0];
      return [{ strand, points, ...(label ? { tag: frameOf(label) } : {}) }];
    }),
  };
}

function frameOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Frame>): Frame {
  return { x, y, width, height };
}
