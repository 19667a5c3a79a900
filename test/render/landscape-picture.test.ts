import { describe, expect, test } from 'vitest';
import { sketchesOf } from '../../src/core/landscape/sketch.ts';
import { loadFonts } from '../../src/render/font.ts';
import { type Frame, layOut, nameSize, padding } from '../../src/render/landscape-layout.ts';
import { drawLandscape, mostPixels } from '../../src/render/landscape-picture.ts';
import { linesOf } from '../../src/render/picture-text.ts';
import { landscape } from './landscapes.ts';

const fonts = loadFonts();
const heading = { title: 'Landscape', line: 'of the programme' };
const anyWay = ({ width }: { width: number }) => 1 / width;
const worstNames = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'Human Resource Information Systems (HRIS), such as People First, and all that the agencies run themselves',
  'نظام إدارة علاقات العملاء',
  'מערכת ניהול לקוחות ארגונית',
  'W'.repeat(300),
  '<script>alert("x")</script> & \u202eevil\u0007 \ud800',
  '顧客管理',
  '👩‍💻 portal',
  '',
];
const overlap = (one: Frame, other: Frame) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe.each([1, 3, 12, 30, 60, 300])('a landscape of %i', (size) => {
  const sketches = sketchesOf(landscape(size, size));

  test('is laid out with no box on another, everything on the page and every name inside its box', async () => {
    for (const sketch of sketches.filter(({ strands }) => strands.length <= 32).slice(0, 2)) {
      const { nodes, strands, width, height } = await layOut(sketch, fonts, anyWay);
      expect(nodes.length).toBe(sketch.nodes.length);
      expect(strands.length).toBe(sketch.strands.length);
      for (const [at, one] of nodes.entries()) {
        expect(nodes.slice(at + 1).filter((other) => overlap(one.frame, other.frame))).toEqual([]);
        for (const line of one.lines)
          expect(fonts.bold.width(line, nameSize)).toBeLessThanOrEqual(one.frame.width - 2 * padding);
      }
      const frames = [...nodes.map(({ frame }) => frame), ...strands.flatMap(({ tag }) => tag ?? [])];
      for (const { x, y, width: wide, height: high } of frames) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01);
        expect(x + wide).toBeLessThanOrEqual(width + 0.01);
        expect(y + high).toBeLessThanOrEqual(height + 0.01);
      }
    }
  });

  test('is a picture that Teams takes', async () => {
    const { png, width, height } = await drawLandscape(sketches, heading);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
    expect(Math.max(width, height)).toBeLessThanOrEqual(mostPixels);
    // As text in a message it stays under the 100 KB that the smallest connector takes.
    expect(png.length).toBeLessThan(70_000);
  });
});

test('the same landscape gives the same bytes', async () => {
  const draw = () => drawLandscape(sketchesOf(landscape(7, 9)), heading);
  const [one, other] = [await draw(), await draw()];
  expect(other.svg).toBe(one.svg);
  expect(Buffer.compare(one.png, other.png)).toBe(0);
});

test('a landscape with nothing in it can be drawn', async () => {
  expect((await drawLandscape(sketchesOf({ nodes: [], links: [] }), heading)).svg).toContain('Landscape');
});

test('names are escaped, cut to a few lines, and drawn from either side', async () => {
  const of = landscape(3, worstNames.length, (at) => worstNames[at] ?? '');
  const { svg } = await drawLandscape(sketchesOf(of), {
    title: worstNames[5] ?? '',
    line: worstNames[2] ?? '',
  });
  for (const bad of ['<script', '\u202e', '\u0007']) expect(svg).not.toContain(bad);
  expect(svg).toContain('&#60;script&#62;');
  expect(svg).toContain('العملاء');
  expect(svg).toContain('not named yet');
  // The font has no Chinese, and says so.
  expect(svg).toContain('a letter I cannot draw: see the list');
  for (const name of worstNames)
    expect(linesOf(name, fonts.bold, nameSize, 102, 3).length).toBeLessThanOrEqual(3);
});

test('bad and hard are said without colour: a word and a shape, a pattern of the line, and all of it explained', async () => {
  const { svg } = await drawLandscape(sketchesOf(landscape(5, 12)), heading);
  for (const words of ['critical', 'somebody waits', 'data gets old', 'not known whether'])
    expect(svg).toContain(words);
  expect(new Set(svg.match(/stroke-dasharray="[^"]*"/g))).toEqual(
    new Set(['7 4', '1.5 3.5', '3 2.5'].map((dash) => `stroke-dasharray="${dash}"`)),
  );
});
