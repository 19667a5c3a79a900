import type { Answer, Said } from '../interview/answer.ts';
import type { AnswerShape } from '../interview/topic.ts';

/** What was said to an older wording of the question is no answer to this one: it stays on file, and is asked again. */
export function fits(shape: AnswerShape, said: Said): boolean {
  if (said.kind !== 'value') return true;
  const { value } = said;
  if (value.type !== shape.kind) return false;
  const has = (id: string) => 'options' in shape && shape.options.some((option) => option.id === id);
  if (value.type === 'choice') return has(value.option);
  return value.type !== 'multi' || value.options.every(has);
}

/** What people say counts; what a file says is suggested. */
export function counts({ by, said }: Answer, shape: AnswerShape): boolean {
  return by.kind === 'person' && fits(shape, said);
}
