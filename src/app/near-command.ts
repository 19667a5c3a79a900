/** The command that somebody may have meant who mistyped it. */
import { isSlipOf } from '../core/landscape/near.ts';
import type { CardCommand } from './command.ts';
import { commandWords } from './command-words.ts';
import { fold } from './project/integrations.ts';
import { readText, tappable } from './read-command.ts';

/** More words than these are a sentence. */
const mostWords = 6;

export interface NearCommand {
  /** As it should have been typed. */
  readonly word: string;
  readonly command: CardCommand;
}

/** For the whole text, or for its first words. */
export function nearCommand(text: string): NearCommand | undefined {
  const said = text.trim().replace(/[.!?]+$/, '');
  const words = said.split(/\s+/);
  if (words.length > mostWords || said.length > 80) return undefined;
  const phrases = commandWords
    .flatMap(({ word, also, takes }) => [word, ...also].map((phrase) => ({ word, phrase, takes })))
    .sort((one, other) => other.phrase.length - one.phrase.length);
  const plain = fold(said);
  const whole = phrases.find(({ phrase }) => isSlipOf(plain, phrase));
  const found = whole ?? phrases.find(({ phrase }) => isWordForWord(words, phrase.split(' ')));
  if (!found) return undefined;
  const rest = whole || !found.takes ? [] : words.slice(found.phrase.split(' ').length);
  return { word: found.word, command: tappable(readText([found.word, ...rest].join(' '))) };
}

/** In short words a slip makes another word: "what is" is no "what if". */
function isWordForWord(said: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.every((each) => each.length <= 3)) return false;
  return phrase.every((each, at) => isSlipOf(fold(said[at] ?? ''), each));
}
