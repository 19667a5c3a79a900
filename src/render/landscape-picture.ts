/**
 * The picture of a landscape, for the chat, the report and files: `await drawLandscape(sketchesOf(graph), heading)`, with
 * `sketchesOf` of `core/landscape/sketch.ts` and a graph of `landscapeGraph`. The same landscape gives the same bytes.
 */
import type { Sketch } from '../core/landscape/sketch.ts';
import { type Fonts, loadFonts } from './font.ts';
import { layOut, nameSize } from './landscape-layout.ts';
import { type Drawing, type Heading, toSvg } from './landscape-svg.ts';
import { rasterise } from './rasterise.ts';

export interface Picture {
  readonly svg: string;
  readonly png: Uint8Array;
  /** Of the PNG, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Teams takes pictures of up to 1024 by 1024 pixels in a message. */
export const mostPixels = 1024;
/** As wide as a picture is on a phone held upright. */
const phoneWidth = 326;
/** Smaller on a phone, and a name is not read any more. */
const smallestName = 7.2;
const mostScale = 2;
/** With more lines than that nothing can be followed, however they are laid out. */
const mostStrands = 32;

/** Of several sketches the finest that can be read on a phone. */
export async function drawLandscape(sketches: readonly Sketch[], heading: Heading): Promise<Picture> {
  const fonts = loadFonts();
  let drawing: Drawing | undefined;
  for (const [at, sketch] of sketches.entries()) {
    if (sketch.strands.length > mostStrands && at < sketches.length - 1) continue;
    drawing = await draw(sketch, heading, fonts);
    if (nameOnPhone(drawing) >= smallestName) break;
  }
  if (!drawing) throw new Error('there is nothing to draw');
  const scale = scaleOf(drawing);
  return {
    svg: drawing.svg,
    png: await rasterise(drawing.svg, scale),
    width: Math.round(drawing.width * scale),
    height: Math.round(drawing.height * scale),
  };
}

async function draw(sketch: Sketch, heading: Heading, fonts: Fonts): Promise<Drawing> {
  return toSvg(await layOut(sketch, fonts, nameOnPhone), heading, fonts);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a name is on a phone, in its pixels; a picture that had to be made small gets no sharper there. */
function nameOnPhone(size: Size): number {
  return nameSize * Math.min(phoneWidth / size.width, scaleOf(size), 1);
}

function scaleOf({ width, height }: Size): number {
  return Math.min(mostScale, mostPixels / width, mostPixels / height);
}
