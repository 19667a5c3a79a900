/** What tests look at in a card: its objects, in the order in which they stand. */
export type Part = Readonly<Record<string, unknown>>;

/** Every element and action, also inside hidden containers and opening cards; not the data of actions. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value)
    .filter(([key]) => key !== 'data' && key !== 'msteams')
    .flatMap(([, each]) => partsOf(each));
  return 'type' in value ? [value as Part, ...inner] : inner;
}

/** What a client may read as Markdown: every shown string outside text runs. */
export function plainStringsOf(card: object): string[] {
  return stringsAt(card, ['text', 'title', 'label', 'placeholder', 'speak', 'fallbackText'], 'TextRun');
}

export function runsOf(card: object): string[] {
  return partsOf(card)
    .filter(({ type }) => type === 'TextRun')
    .map(({ text }) => String(text));
}

/** Everything that is shown or read aloud; not what a button sends nor what an input holds. */
export function shownStringsOf(card: object): string[] {
  return [...plainStringsOf(card), ...runsOf(card)];
}

function stringsAt(value: unknown, keys: readonly string[], except: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => stringsAt(each, keys, except));
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Part;
  if (part.type === except) return [];
  return Object.entries(part).flatMap(([key, each]) => {
    if (key === 'data' || key === 'msteams') return [];
    const fact = key === 'value' && part.type === undefined && 'title' in part && !('choices' in part);
    return typeof each === 'string'
      ? keys.includes(key) || fact
        ? [each]
        : []
      : stringsAt(each, keys, except);
  });
}
