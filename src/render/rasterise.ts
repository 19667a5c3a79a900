/** SVG → PNG, without a browser and with the fonts that come with the bot. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontFamily, loadFonts } from './font.ts';
import { indexedPng } from './indexed-png.ts';

type Resvg = typeof import('@resvg/resvg-wasm').Resvg;
let starting: Promise<Resvg> | undefined;

/** Started at the first picture, and once: a second start is an error. */
function start(): Promise<Resvg> {
  starting ??= import('@resvg/resvg-wasm').then(async ({ initWasm, Resvg }) => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return Resvg;
  });
  return starting;
}

export async function rasterise(svg: string, scale: number): Promise<Uint8Array> {
  const Resvg = await start();
  const { regular, bold } = loadFonts();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [regular.bytes, bold.bytes], defaultFontFamily: fontFamily, loadSystemFonts: false },
  });
  try {
    const image = picture.render();
    try {
      return indexedPng(image.pixels, image.width, image.height);
    } finally {
      image.free();
    }
  } finally {
    // Its memory is not the collector's.
    picture.free();
  }
}
