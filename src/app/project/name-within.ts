/** An integration that is named together with something else: "API002 records a day", "the deputy of order status". */
import type { Integration } from '../../core/landscape/landscape.ts';
import { fold } from './integrations.ts';

/** `words`: what was said beside the name. */
export interface NameAndWords {
  readonly integration: Integration;
  readonly words: string;
}

/** The longest name of an integration, or unmistakable part of one, that the words begin or end with. */
export function nameWithin(typed: string, all: readonly Integration[]): NameAndWords | undefined {
  const words = typed.trim().split(/\s+/);
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (const [name, rest] of [
      [words.slice(0, length), words.slice(length)],
      [words.slice(-length), words.slice(0, -length)],
    ] as const) {
      const [first, other] = calledSo(all, name.join(' '));
      if (first && !other)
        return { integration: first, words: rest.join(' ').replace(/\s+(?:of|for|about|on|in)$/i, '') };
    }
  }
  return undefined;
}

/** In whole words: "to" is in many a name. */
function calledSo(all: readonly Integration[], name: string): readonly Integration[] {
  const plain = fold(name);
  const exact = all.filter((each) => fold(each.name) === plain || each.id === plain);
  if (exact.length > 0) return exact;
  const inWords = (text: string) =>
    ` ${fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain.length > 2 ? all.filter((each) => inWords(each.name).includes(inWords(name))) : [];
}
