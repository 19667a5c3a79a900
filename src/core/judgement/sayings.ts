/** What was said to one question, in a number: for who compares it a hundred times. */
import type { Answer, Said } from '../interview/answer.ts';
import type { Placed } from './catalogue.ts';

/**
 * 0 where nothing counts; up to two answers to a choice in the order they were given, whoever gave them; NaN for all else.
 * Of one it is the place of the option, counted from 1, then "I don't know", then left open.
 */
export function sayingOf(answers: readonly Answer[], { options }: Placed): number {
  let saying = 0;
  let speakers = 0;
  for (const { by, said } of answers) {
    // What a file says, and what was said to an older wording of the question, does not count.
    if (by.kind !== 'person') continue;
    const one = options ? sayingOfOne(said, options) : Number.NaN;
    if (one === 0) continue;
    speakers += 1;
    saying = speakers > 2 ? Number.NaN : saying * ((options?.size ?? 0) + 3) + one;
  }
  return saying;
}

function sayingOfOne(said: Said, options: ReadonlyMap<string, number>): number {
  if (said.kind === 'unsure') return options.size + 1;
  if (said.kind === 'passed') return options.size + 2;
  if (said.kind !== 'value') return Number.NaN;
  return said.value.type === 'choice' ? (options.get(said.value.option) ?? 0) : 0;
}
