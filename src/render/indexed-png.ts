/**
 * Pixels → PNG with a table of colours: a drawing has few, and a quarter of the bytes of one without goes through every
 * connector. Of more than 256 shades the rarest become the nearest of the others.
 */
import { crc32, deflateSync } from 'node:zlib';

const most = 256;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** `pixels`: red, green, blue and opacity of each, row by row. */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const shades = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const { palette, indexOf } = paletteOf(shades);
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = indexOf.get(shades[y * width + x] ?? 0) ?? 0;
  const size = new DataView(new ArrayBuffer(13));
  size.setUint32(0, width);
  size.setUint32(4, height);
  // Eight bits a pixel, by the table of colours.
  size.setUint8(8, 8);
  size.setUint8(9, 3);
  return Buffer.concat([
    new Uint8Array(signature),
    chunk('IHDR', new Uint8Array(size.buffer)),
    chunk('PLTE', Uint8Array.from(palette.flatMap((shade) => channels(shade).slice(0, 3)))),
    chunk('tRNS', Uint8Array.from(palette.map((shade) => channels(shade)[3]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function paletteOf(shades: Uint32Array) {
  const counts = new Map<number, number>();
  for (const shade of shades) counts.set(shade, (counts.get(shade) ?? 0) + 1);
  const ranked = [...counts]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .map(([shade]) => shade);
  const palette = ranked.slice(0, most);
  const indexOf = new Map(palette.map((shade, index) => [shade, index]));
  for (const shade of ranked.slice(most)) indexOf.set(shade, nearest(shade, palette));
  return { palette, indexOf };
}

function nearest(shade: number, palette: readonly number[]): number {
  const sought = channels(shade);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, each] of palette.entries()) {
    const found = channels(each);
    const far = sought.reduce((sum, channel, at) => sum + (channel - (found[at] ?? 0)) ** 2, 0);
    if (far < least) [best, least] = [index, far];
  }
  return best;
}

type Channels = readonly [red: number, green: number, blue: number, opacity: number];

/** As they lie in memory, lowest byte first. */
function channels(shade: number): Channels {
  return [shade & 0xff, (shade >>> 8) & 0xff, (shade >>> 16) & 0xff, shade >>> 24];
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
