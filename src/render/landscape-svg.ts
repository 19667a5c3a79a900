/** A laid-out landscape as SVG. Bad is said by a mark and a word, hard and soft by the pattern of a line; colour only helps. */
import type { Severity } from '../core/judgement/finding.ts';
import type { Hardness } from '../core/landscape/link.ts';
import { type Fonts, fontFamily } from './font.ts';
import {
  type Frame,
  type Layout,
  lineHeight,
  markWidth,
  nameSize,
  type PlacedNode,
  type PlacedStrand,
  type Point,
  padding,
  smallSize,
  tagText,
} from './landscape-layout.ts';
import { escapeXml, linesOf, noGlyph } from './picture-text.ts';

/** Dark on white with a rim: the same in a light and in a dark client. */
const ink = '#242424';
const faint = '#5a5a5a';
const paper = '#ffffff';
const accent = '#4f52b2';
const tones: Readonly<Record<Severity, string>> = {
  critical: '#a4133c',
  high: '#b3480b',
  medium: '#7a5d00',
  low: '#4a5a68',
};
const lineLook: Readonly<Record<Hardness, string>> = {
  hard: `stroke="${ink}" stroke-width="2"`,
  soft: `stroke="${faint}" stroke-width="1.4" stroke-dasharray="7 4"`,
  unknown: `stroke="${faint}" stroke-width="1.4" stroke-dasharray="1.5 3.5" stroke-linecap="round"`,
};
const margin = 14;
const titleSize = 14;

export interface Heading {
  readonly title: string;
  readonly line: string;
  /** The node that it is all about. */
  readonly focus?: string;
}

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function toSvg(layout: Layout, heading: Heading, fonts: Fonts): Drawing {
  const width = Math.ceil(Math.max(layout.width, narrowest) + 2 * margin);
  const title = headingOf(heading, width - 2 * margin, fonts);
  const key = legendOf(layout, width - 2 * margin, fonts);
  const top = margin + title.height;
  const height = Math.ceil(top + layout.height + key.height + margin);
  const left = (width - layout.width) / 2;
  const body = [
    ...layout.strands.map(lineOf),
    ...layout.nodes.map((placed) => nodeOf(placed, placed.node.id === heading.focus, fonts)),
    ...layout.strands.map(tagOf),
  ];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'${fontFamily}', 'DejaVu Sans', sans-serif">`,
    `<title>${escapeXml(title.text)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${paper}" stroke="#d1d1d1"/>`,
    at({ x: margin, y: margin }, title.svg),
    at({ x: left, y: top }, body.join('\n')),
    at({ x: margin, y: top + layout.height }, key.svg),
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}

/** Narrower, and there is no room for the words under the picture. */
const narrowest = 300;

function at({ x, y }: Point, inner: string): string {
  return `<g transform="translate(${round(x)} ${round(y)})">\n${inner}\n</g>`;
}

const round = (value: number) => String(Math.round(value * 10) / 10);

interface Look {
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
}

function text(
  { x, y }: Point,
  words: string,
  { size = smallSize, fill = ink, bold, anchor }: Look = {},
): string {
  const weight = bold ? ' font-weight="bold"' : '';
  const where = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${weight}${where}>${escapeXml(words)}</text>`;
}

function headingOf({ title, line }: Heading, room: number, fonts: Fonts) {
  const lines = linesOf(title, fonts.bold, titleSize, room, 2);
  const under = linesOf(line, fonts.regular, smallSize, room, 2);
  const rows = [
    ...lines.map((words) => ({ words, size: titleSize, fill: ink, bold: true, step: 18 })),
    ...under.map((words) => ({ words, size: smallSize, fill: faint, bold: false, step: lineHeight })),
  ];
  let y = 0;
  const svg = rows.map(({ words, step, ...look }) => {
    y += step;
    return text({ x: 0, y: y - 5 }, words, look);
  });
  return { svg: svg.join('\n'), height: y + 10, text: lines.join(' ') };
}

function nodeOf({ node, frame, lines }: PlacedNode, isFocus: boolean, fonts: Fonts): string {
  const { kind, worst, members } = node;
  const tone = worst ? tones[worst] : faint;
  const dash = kind === 'loose' || kind === 'name' ? ' stroke-dasharray="3 2.5"' : '';
  const rim = isFocus
    ? `stroke="${accent}" stroke-width="3"`
    : `stroke="${tone}" stroke-width="${worst ? 1.6 : 1.1}"${dash}`;
  const rows = lines.length + (worst || members ? 1 : 0);
  const middle = frame.x + frame.width / 2;
  let y = frame.y + (frame.height - rows * lineHeight) / 2;
  const parts = [
    ...(kind === 'group' ? [rectangle(shifted(frame, 3), `fill="#f0f0f5" stroke="${tone}"`)] : []),
    rectangle(frame, `fill="${isFocus ? '#ebebff' : kind === 'application' ? '#f7f7fb' : paper}" ${rim}`),
  ];
  for (const words of lines) {
    parts.push(text({ x: middle, y: y + 11.5 }, words, { size: nameSize, bold: true, anchor: 'middle' }));
    y += lineHeight;
  }
  if (worst) {
    const word = worst;
    const width = markWidth + fonts.regular.width(word, smallSize);
    parts.push(mark(worst, { x: middle - width / 2 + 7, y: y + 7.5 }));
    parts.push(text({ x: middle - width / 2 + markWidth, y: y + 11.2 }, word, { fill: tones[worst] }));
  } else if (members) {
    const words = linesOf(
      members.filter(Boolean).join(', '),
      fonts.regular,
      smallSize,
      frame.width - 2 * padding,
      1,
    );
    parts.push(text({ x: middle, y: y + 11.2 }, words[0] ?? '', { fill: faint, anchor: 'middle' }));
  }
  return parts.join('\n');
}

function shifted({ x, y, width, height }: Frame, by: number): Frame {
  return { x: x + by, y: y + by, width, height };
}

function rectangle({ x, y, width, height }: Frame, look: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="5" ${look}/>`;
}

/** Each severity has a shape of its own: an octagon, a triangle, a diamond, a ring. */
function mark(severity: Severity, { x, y }: Point): string {
  const tone = tones[severity];
  const corners = (...points: readonly (readonly [number, number])[]) =>
    `<polygon points="${points.map(([dx, dy]) => `${round(x + dx)},${round(y + dy)}`).join(' ')}" fill="${tone}"/>`;
  const sign = (words: string, down: number) =>
    text({ x, y: y + down }, words, { size: 9, fill: paper, bold: true, anchor: 'middle' });
  switch (severity) {
    case 'critical':
      return `${corners([-3, -7], [3, -7], [7, -3], [7, 3], [3, 7], [-3, 7], [-7, 3], [-7, -3])}${sign('!!', 3.3)}`;
    case 'high':
      return `${corners([0, -7], [7.5, 6], [-7.5, 6])}${sign('!', 4.6)}`;
    case 'medium':
      return corners([0, -6], [6, 0], [0, 6], [-6, 0]);
    case 'low':
      return `<circle cx="${round(x)}" cy="${round(y)}" r="4.2" fill="none" stroke="${tone}" stroke-width="2"/>`;
  }
}

function lineOf({ strand, points }: PlacedStrand): string {
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ');
  const heads = [
    ...(strand.forth > 0 ? [head(points.at(-2), points.at(-1), strand.hardness)] : []),
    ...(strand.back > 0 ? [head(points[1], points[0], strand.hardness)] : []),
  ];
  return `<path d="${path}" fill="none" ${lineLook[strand.hardness]}/>${heads.join('')}`;
}

function head(from: Point | undefined, to: Point | undefined, hardness: Hardness): string {
  if (!from || !to) return '';
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (back: number, aside: number) =>
    `${round(to.x - dx * back - dy * aside)},${round(to.y - dy * back + dx * aside)}`;
  return `<polygon points="${corner(0, 0)} ${corner(8, 3.6)} ${corner(8, -3.6)}" fill="${hardness === 'hard' ? ink : faint}"/>`;
}

function tagOf({ strand, tag }: PlacedStrand): string {
  if (!tag) return '';
  const words = tagText(strand);
  const middle = tag.y + tag.height / 2;
  return [
    `<rect x="${round(tag.x)}" y="${round(tag.y)}" width="${round(tag.width)}" height="${round(tag.height)}" fill="${paper}"/>`,
    ...(words ? [text({ x: tag.x + 3, y: middle + 3.8 }, words, { fill: faint })] : []),
    ...(strand.worst ? [mark(strand.worst, { x: tag.x + tag.width - markWidth / 2, y: middle })] : []),
  ].join('');
}

/** Only what stands on the picture is explained. */
function legendOf({ nodes, strands }: Layout, room: number, fonts: Fonts) {
  const lines: readonly [Hardness, string][] = [
    ['hard', 'somebody waits: both stand still'],
    ['soft', 'queue, file or clock: data gets old'],
    ['unknown', 'not known whether anybody waits'],
  ];
  const has = (severity: Severity) =>
    nodes.some(({ node }) => node.worst === severity) ||
    strands.some(({ strand }) => strand.worst === severity);
  const marks = (['critical', 'high', 'medium', 'low'] as const).filter(has);
  const rows: string[] = [];
  let y = 16;
  const sample = (look: string) => `<path d="M0 ${y} L30 ${y}" fill="none" ${look}/>`;
  for (const [hardness, words] of lines)
    if (strands.some(({ strand }) => strand.hardness === hardness)) {
      rows.push(sample(lineLook[hardness]), text({ x: 38, y: y + 4 }, words, { fill: faint }));
      y += lineHeight;
    }
  if (nodes.some(({ node }) => node.kind === 'loose' || node.kind === 'name')) {
    const box = { x: 0, y: y - 5, width: 30, height: 10 };
    rows.push(rectangle(box, `fill="${paper}" stroke="${faint}" stroke-dasharray="3 2.5"`));
    rows.push(text({ x: 38, y: y + 4 }, 'not on the list of applications', { fill: faint }));
    y += lineHeight;
  }
  if (nodes.some(({ lines: words }) => words.some((line) => line.includes(noGlyph)))) {
    rows.push(text({ x: 11, y: y + 4 }, noGlyph, { fill: faint, anchor: 'middle' }));
    rows.push(text({ x: 38, y: y + 4 }, 'a letter I cannot draw: see the list', { fill: faint }));
    y += lineHeight;
  }
  let x = 0;
  for (const severity of marks) {
    const width = markWidth + fonts.regular.width(severity, smallSize) + 14;
    if (x > 0 && x + width > room) {
      x = 0;
      y += lineHeight;
    }
    rows.push(
      mark(severity, { x: x + 7, y: y + 1 }),
      text({ x: x + markWidth + 2, y: y + 5 }, severity, { fill: faint }),
    );
    x += width;
  }
  if (marks.length > 0) {
    rows.push(text({ x, y: y + 5 }, 'worst risk, decided or not', { fill: faint }));
    y += lineHeight;
  }
  return { svg: rows.join('\n'), height: rows.length > 0 ? y : 0 };
}
