/** What the inputs of a page say. */
import { type Reading, readAnswer, unsureMark } from '../core/interview/read-answer.ts';
import type { Question, QuestionKey } from '../core/interview/topic.ts';
import type { Inputs } from './command.ts';
import type { House } from './house.ts';

export type Readings = Map<QuestionKey, { readonly typed: string; readonly reading: Reading }>;

/** What a page's inputs say; questions left blank are not in it. */
export function readInputs(house: House, questions: readonly Question[], inputs: Inputs): Readings {
  const readings: Readings = new Map();
  for (const question of questions) {
    const typed = typedIn(inputs, question);
    if (typed === unsureMark)
      readings.set(question.key, { typed, reading: { ok: true, said: { kind: 'unsure' } } });
    else if (typed) {
      readings.set(question.key, {
        typed,
        reading: readAnswer(question, typed, house.readDate(house.now())),
      });
    }
  }
  return readings;
}

/** What an input holds; "I don't know" may be a tick of its own. */
export function typedIn(inputs: Inputs, { key }: Question): string {
  return inputs[`unsure:${key}`] === 'true' ? unsureMark : (inputs[key] ?? '').trim();
}

const longestNote = 400;

/** The opening "Not for me": who else would know, or why it does not apply. */
export function readAside(house: House, inputs: Inputs): Reading {
  const how = inputs['aside-how'] ?? '';
  const note = (inputs['aside-note'] ?? '').trim().slice(0, longestNote);
  if (how === 'someone-else') {
    return note
      ? { ok: true, said: { kind: 'referred', to: note } }
      : { ok: false, why: 'Who would know? A name is enough.' };
  }
  const reason = house.content.reasons.find(({ id }) => id === how);
  if (!reason) return { ok: false, why: 'Choose whether someone else knows, or why it does not apply.' };
  return { ok: true, said: { kind: 'not-applicable', reason: reason.id, ...(note ? { note } : {}) } };
}
