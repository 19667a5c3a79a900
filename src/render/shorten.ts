const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most so many UTF-16 units, ended with an ellipsis after a whole word; the full text stays in the store. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most))) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  const kept = text.slice(0, end);
  const lastBlank = kept.lastIndexOf(' ');
  return `${(lastBlank > most * 0.7 ? kept.slice(0, lastBlank) : kept).replace(/[\s,;:·–-]+$/, '')}…`;
}
