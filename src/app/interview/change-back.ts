/** *Change back* on what was noted: the person says once more what they had said before. */
import { isBy } from '../../core/interview/interviewee.ts';
import { answersAbout } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, say } from '../notices.ts';
import type { Outcome } from '../reply.ts';
import { take } from './answer.ts';
import { isPartOf, openScene, placeOf } from './scene.ts';

export async function changeBack(
  house: House,
  turn: Turn,
  { project, integration, subject, question: key, at }: Extract<Command, { do: 'change-back' }>,
): Promise<Outcome> {
  const place = await placeOf(house, turn, { project, integration });
  const question = house.content.question.get(key);
  if (!place || question?.scope !== subject.scope) return say(goneNotice());
  const scene = await openScene(house, turn, place);
  if (!isPartOf(scene.vantage, subject)) return say(goneNotice());
  const said = answersAbout(scene.vantage, subject).find(
    (answer) => answer.question === key && answer.at === at && isBy(answer, scene.who),
  )?.said;
  if (!said || said.kind === 'passed') return say(goneNotice());
  // A second tap is the same correction, and one of another question is not. It stays when its author is forgotten.
  const card = `back/${key}/${at}`;
  const page = { project, integration, subject, questions: [key], turn: card, correction: true };
  return take(house, turn, scene, page, new Map([[key, { typed: '', reading: { ok: true, said } }]]), []);
}
