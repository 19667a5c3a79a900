/** What people wrote, on a picture: harmless in SVG, and broken into lines that fit. */
import type { Font } from './font.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** In the place of a letter that the font does not have. */
export const noGlyph = '\u25a1';

/** Without control characters and what turns the direction of a whole line; what the font cannot draw becomes a box. */
export function drawable(text: string, font: Font): string {
  const plain = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return [...graphemes.segment(plain)].map(({ segment }) => (font.has(segment) ? segment : noGlyph)).join('');
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** At most so many lines, each no wider than there is room; the last one ends with an ellipsis where text is left out. */
export function linesOf(text: string, font: Font, size: number, room: number, most: number): string[] {
  const fits = (line: string) => font.width(line, size) <= room;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(drawable(text, font), fits)) {
    const longer = line === '' ? piece.trimStart() : line + piece;
    if (fits(longer.trimEnd())) line = longer;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)];
}

/** Words, each with the blank before it; one that is wider than a line, in pieces. */
function piecesOf(text: string, fits: (line: string) => boolean): string[] {
  return text.split(/(?=\s)|(?<=[-/·])(?=\p{L})/u).flatMap((word) => {
    if (fits(word.trim())) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const { segment } of graphemes.segment(word)) {
      if (piece && !fits((piece + segment).trim())) {
        pieces.push(piece);
        piece = '';
      }
      piece += segment;
    }
    return [...pieces, piece];
  });
}

function shortened(text: string, fits: (line: string) => boolean): string {
  const kept = [...graphemes.segment(text)].map(({ segment }) => segment);
  while (kept.length > 0 && !fits(`${kept.join('').trimEnd()}…`)) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}
