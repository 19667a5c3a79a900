import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { indexedPng } from '../../src/render/indexed-png.ts';

/** Red, green, blue and opacity of every pixel, as any reader of PNG files finds them. */
function read(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const name = Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1');
    parts.set(name, png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = view.getUint32(16);
  const [palette, opacity] = [parts.get('PLTE') ?? [], parts.get('tRNS') ?? []];
  const rows = inflateSync(parts.get('IDAT') ?? new Uint8Array());
  return [...rows].flatMap((index, at) =>
    at % (width + 1) === 0 ? [] : [...palette.slice(index * 3, index * 3 + 3), opacity[index] ?? 255],
  );
}

test('every pixel keeps its colour and its opacity', () => {
  const pixels = Uint8Array.from({ length: 6 * 4 * 4 }, (_, at) => (at * 37) % 256);
  expect(read(indexedPng(pixels, 6, 4))).toEqual([...pixels]);
});

test('of more than 256 shades the rare ones become what is nearest', () => {
  const grey = (at: number) => [at % 256, at % 256, at % 256, 255];
  const common = Array.from({ length: 512 }, (_, at) => grey(at)).flat();
  const found = read(indexedPng(Uint8Array.from([...common, 10, 10, 11, 255]), 513, 1));
  expect(found.slice(0, -4)).toEqual(common);
  expect(found.slice(-4)).toEqual([10, 10, 10, 255]);
});
