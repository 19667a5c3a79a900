const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most so many UTF-16 units, ended with an ellipsis after a whole word; the full text stays in the store. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // Only the letter that would be cut is looked for: of a few units more than a letter ever has.
  const { index = 0 } = graphemes.segment(text.slice(0, most + 64)).containing(most - 1) ?? {};
  const kept = text.slice(0, index);
  const lastBlank = kept.lastIndexOf(' ');
  return `${(lastBlank > most * 0.7 ? kept.slice(0, lastBlank) : kept).replace(/[\s,;:·–-]+$/, '')}…`;
}
