/** The font that pictures are drawn with. It comes with the bot, so that a bare server draws the same, and is measured here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Font {
  readonly bytes: Uint8Array;
  /** How wide a text is at a size. */
  width(text: string, size: number): number;
  /** Whether every character of a text can be drawn. */
  has(text: string): boolean;
}

export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

export const fontFamily = 'DejaVu Sans Condensed';
let loaded: Fonts | undefined;

/** Read at the first picture: a start does not pay for it. */
export function loadFonts(): Fonts {
  loaded ??= { regular: open('DejaVuSansCondensed'), bold: open('DejaVuSansCondensed-Bold') };
  return loaded;
}

function open(name: string): Font {
  const file = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  const bytes = new Uint8Array(readFileSync(file));
  const view = new DataView(bytes.buffer);
  const tables = tablesOf(view);
  const at = (table: string) => tables.get(table) ?? 0;
  const unitsPerEm = view.getUint16(at('head') + 18);
  const measured = view.getUint16(at('hhea') + 34);
  const glyphs = glyphsOf(view, at('cmap'));
  const advance = (glyph: number) => view.getUint16(at('hmtx') + Math.min(glyph, measured - 1) * 4);
  const pointsOf = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);
  return {
    bytes,
    width: (text, size) =>
      (pointsOf(text).reduce((sum, point) => sum + advance(glyphs(point)), 0) * size) / unitsPerEm,
    has: (text) => pointsOf(text).every((point) => glyphs(point) !== 0),
  };
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const at = 12 + table * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((each) => view.getUint8(at + each)));
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

/** Code point → glyph, from the table that lists ranges of code points (format 12 of the OpenType specification). */
function glyphsOf(view: DataView, cmap: number): (point: number) => number {
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, each) => {
    return cmap + view.getUint32(cmap + 4 + each * 8 + 4);
  });
  const table = tables.find((at) => view.getUint16(at) === 12);
  if (table === undefined) throw new Error('the font has no full table of characters');
  const ranges = Array.from({ length: view.getUint32(table + 12) }, (_, each) => {
    const at = table + 16 + each * 12;
    return { first: view.getUint32(at), last: view.getUint32(at + 4), glyph: view.getUint32(at + 8) };
  });
  return (point) => {
    const range = ranges.find(({ last }) => point <= last);
    return range && point >= range.first ? range.glyph + point - range.first : 0;
  };
}
