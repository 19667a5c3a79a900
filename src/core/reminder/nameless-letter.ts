/** A letter to somebody else, without the one who asked to be forgotten. */
import { standInName } from '../interview/answer.ts';
import { type Forgotten, nameless } from '../register/forget.ts';
import type { LetterContent, Posted } from './letter.ts';

/** `name`: what they are called in sentences of the letter that were written down with it. */
export function namelessLetter(posted: Posted, gone: Pick<Forgotten, 'id' | 'as'>, name: string): Posted {
  const { letter } = posted;
  const named = sayer(letter.content, gone.id);
  const names = [name, ...(named ? [named] : [])];
  const without = (text: string) => names.reduce(withoutName, text);
  const { content, ...rest } = nameless(letter, gone);
  // Nobody is there any more to be told what became of it: a name alone is written to by nobody.
  const said = named && 'by' in content ? { ...content, by: { name: standInName } } : content;
  return {
    ...posted,
    letter: { ...rest, about: without(rest.about), content: inSentences(said, without) },
  };
}

function sayer(content: LetterContent, id: string): string | undefined {
  return 'by' in content && content.by.id === id ? content.by.name : undefined;
}

function inSentences(content: LetterContent, without: (text: string) => string): LetterContent {
  switch (content.kind) {
    case 'notice':
      return { ...content, title: without(content.title), lines: content.lines.map(without) };
    case 'unreachable':
      return {
        ...content,
        about: without(content.about),
        ...(content.whom === undefined ? {} : { whom: without(content.whom) }),
      };
    default:
      return content;
  }
}

/** As a word of its own: whoever is called Al is not in "All". */
function withoutName(text: string, name: string): string {
  if (!name.trim()) return text;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), standInName);
}
