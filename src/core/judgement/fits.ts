import type { Said } from '../interview/answer.ts';
import type { AnswerShape } from '../interview/topic.ts';

/** What was said to an older wording of the question is no answer to this one: it stays on file, and is asked again. */
export function fits(shape: AnswerShape, said: Said): boolean {
  if (said.kind !== 'value') return true;
  const { value } = said;
  if (value.type !== shape.kind) return false;
  if (shape.kind !== 'choice' && shape.kind !== 'multi') return true;
  const chosen = value.type === 'choice' ? [value.option] : value.type === 'multi' ? value.options : [];
  return chosen.every((id) => shape.options.some((option) => option.id === id));
}
