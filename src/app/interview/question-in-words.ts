/** A question without its form, for whoever types: the form that is open stays the only one. */
import { notice, problem } from '../notices.ts';
import type { NoticeReply } from '../reply.ts';
import type { PageQuestion } from './interview-reply.ts';

export function askInWords(question: PageQuestion): NoticeReply {
  return notice(question.ask, [...answersTo(question), 'Type it, or tap Continue for the form.'], 'continue');
}

/** What was typed stands in the chat; `why` says what is wrong with it. */
export function notRead(question: PageQuestion, why: string): NoticeReply {
  return problem(
    `Nothing is noted yet: ${question.label}`,
    [why, `I asked: ${question.ask}`, 'Type it once more, or tap Continue for the form.'],
    'continue',
  );
}

function answersTo({ shape, fromFile, filled }: PageQuestion): string[] {
  const options = shape.kind === 'choice' || shape.kind === 'multi' ? shape.options : undefined;
  if (fromFile && filled) {
    const words = options?.find(({ id }) => id === filled)?.text ?? filled;
    return [`${fromFile} says “${words}”. “Yes” confirms it.`];
  }
  if (options) return [options.map(({ text }) => text).join(' · ')];
  return 'example' in shape && shape.example ? [`For example: ${shape.example}`] : [];
}
