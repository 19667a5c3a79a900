/** Free text: the answer to the question that is open, or something to find a way on from. */
import { subjectKey } from '../../core/interview/answer.ts';
import { nextPage, type Page } from '../../core/interview/interview.ts';
import { type Reading, readAnswer } from '../../core/interview/read-answer.ts';
import type { Question } from '../../core/interview/topic.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, say } from '../notices.ts';
import type { Outcome, Reply } from '../reply.ts';
import { changeTold } from '../what-if/change-request.ts';
import { take } from './answer.ts';
import { stillTrue } from './confirm.ts';
import type { ConfirmReply } from './confirm-reply.ts';
import type { PageRef } from './interview-command.ts';
import type { PageQuestion, PageReply } from './interview-reply.ts';
import { isHeard, takenAt } from './log.ts';
import { notUnderstood } from './not-understood.ts';
import { oldFirst } from './old.ts';
import { pageReply } from './page.ts';
import { askInWords, notRead } from './question-in-words.ts';
import { openScene, placeOf, type Scene } from './scene.ts';
import { whatNext } from './sitting.ts';

/** Never an answer, whatever is asked. */
const courtesy = /^(?:many thanks|thanks|thank you|thx|cheers)(?: a lot| very much)?[\s.!]*$/i;

/** To a card of old answers, and to what a file suggests. */
const agreement =
  /^(?:yes|yep|correct|right|unchanged|no changes?|all (?:still )?(?:true|correct|right))[\s.!]*$/i;

interface OpenQuestion {
  /** There is an interview to go on with, although nothing is asked just now. */
  readonly waiting: boolean;
  readonly scene?: Scene;
  readonly page?: Page;
  readonly question?: Question;
  /** What is asked just now is whether these are still true. */
  readonly old?: ConfirmReply;
}

/** The question that a text typed now would answer. */
async function openQuestion(house: House, turn: Turn): Promise<OpenQuestion> {
  const person = await readPerson(house.store, turn.caller);
  const place = person?.sitting && !person.sitting.paused && (await placeOf(house, turn, person.sitting));
  if (!place || !person?.sitting) return { waiting: person?.sitting !== undefined };
  const scene = await openScene(house, turn, place, person.sitting);
  const old = await oldFirst(house, turn, scene);
  if (old) return { waiting: false, scene, old };
  const next = nextPage(scene.known, scene.who);
  if (next.kind !== 'page') return { waiting: next.kind === 'rest', scene };
  const [question] = next.page.questions;
  return { waiting: false, scene, page: next.page, ...(question ? { question } : {}) };
}

/** Whether any words at all may be the answer that is waited for. */
export async function isTextAsked(house: House, turn: Turn): Promise<boolean> {
  if (turn.caller.conversation.kind !== 'personal') return false;
  const { question } = await openQuestion(house, turn);
  return question?.answer.kind === 'text' || question?.answer.kind === 'people';
}

/** Free text: the answer to the question that is open, if an interview is under way. */
export async function sayText(house: House, turn: Turn, text: string): Promise<Outcome> {
  if (courtesy.test(text)) return say(notice('You are welcome', [], 'list'));
  const lost = async (waiting: boolean) =>
    (await changeTold(house, turn, text)) ?? say(await notUnderstood(house, turn, text, waiting));
  if (turn.caller.conversation.kind !== 'personal') return lost(false);
  const { waiting, scene, page, question, old } = await openQuestion(house, turn);
  if (!scene) return lost(waiting);
  // Delivered again: what is open now is another question than the one that was answered.
  const before = takenAt(scene, turn.id);
  if (before) return isHeard(house, turn, before) ? say() : { messages: await whatNext(house, turn, scene) };
  if (old)
    return agreement.test(text) ? stillTrue(house, turn, { do: 'still-true', ref: old.ref }) : say(old);
  if (!page || !question) return lost(waiting);
  const ref: PageRef = {
    project: scene.vantage.project.id,
    integration: scene.who.integration.id,
    subject: page.subject,
    questions: [question.key],
    turn: turn.id,
    correction: false,
  };
  const asked = pageReply(house, scene.vantage, scene.who, { ...page, back: false, correction: false });
  const [shown] = asked.questions;
  const reading = readTyped(house, question, shown, text);
  const readings = new Map([[question.key, { typed: text, reading }]]);
  const { replace, messages } = await take(house, turn, scene, ref, readings, []);
  // There is no card to take the place of: what is wrong, or what was noted, is said.
  if (!reading.ok && shown) return say(notRead(shown, reading.why));
  // Delivered twice at once: the other one answers.
  if (messages.length === 0) return say();
  return say(...(replace ? [replace] : []), ...messages.map((next) => onward(asked, next)));
}

/** "Yes" to what a file suggests takes it over, unless it is an answer of its own. */
function readTyped(house: House, question: Question, shown: PageQuestion | undefined, text: string): Reading {
  const read = (typed: string) => readAnswer(question, typed, house.readDate(house.now()));
  const { fromFile, filled, shape } = shown ?? {};
  const reading = read(text);
  if (!fromFile || !filled || !agreement.test(text)) return reading;
  return shape?.kind === 'choice' && reading.ok ? reading : read(filled);
}

/** What is asked next stands on the form that is open already: a second one of it would only be in the way. */
function onward(asked: PageReply, next: Reply): Reply {
  if (next.kind !== 'page' || subjectKey(next.ref.subject) !== subjectKey(asked.ref.subject)) return next;
  const [first] = next.questions;
  return first && asked.ref.questions.includes(first.key) ? askInWords(first) : next;
}
