/** `what if`: answers that somebody tries out on one integration. The record stays as it is until a proposal is adopted. */
import type { Question } from '../../core/interview/topic.ts';
import type { Command } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { readInputs } from '../inputs.ts';
import type { PageRef } from '../interview/interview-command.ts';
import { privateScene } from '../interview/private-scene.ts';
import { labelOf, questionsMeant } from '../interview/questions-meant.ts';
import { isPartOf, type Scene } from '../interview/scene.ts';
import { goneNotice, noProjectNotice, notice, say, toPersonalChat } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { currentProject } from '../project/membership.ts';
import type { Outcome, Reply } from '../reply.ts';
import { choiceOf, isSameGuess, onOf, readGuesses } from './what-if-assumed.ts';
import { chooser, pageFor, pageNamed, questionsIn } from './what-if-chooser.ts';
import type { Guess } from './what-if-command.ts';
import { difference } from './what-if-difference.ts';
import { whatIsMeant } from './what-if-words.ts';

const mostAssumed = 12;
const mostButtons = 5;

/** `what if <integration>`, `what if API002 records a day`, `what if deputy` */
export async function whatIf(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'what-if' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const meant = await whatIsMeant(house, turn, project, name);
  if ('notice' in meant) return say(meant.notice);
  const { integration, words } = meant;
  if (turn.caller.conversation.kind !== 'personal')
    return say(toPersonalChat(`what if ${integration.name}${words ? ` ${words}` : ''}`));
  const place = { project: project.id, integration: integration.id };
  const scene = await privateScene(house, turn, place);
  if (!scene) return say(goneNotice());
  return say(words ? await inWords(house, scene, words) : await chooser(house, scene, []));
}

/** The one question that is meant, or a choice of the few. */
async function inWords(
  house: House,
  scene: Scene,
  words: string,
  assumed: readonly Guess[] = [],
): Promise<Reply> {
  const found = questionsMeant(house, scene, questionsIn(scene), words);
  const [first, other] = found;
  if (!first) {
    const problem = `No question has “${shorten(words)}” in it. Choose one of these.`;
    return { ...(await chooser(house, scene, assumed)), problem };
  }
  const { id: integration, name } = scene.who.integration;
  const place = { project: scene.vantage.project.id, integration, assumed };
  const choice = choiceOf(first.question, first.subject);
  if (!other) return pageNamed(house, scene, choice, assumed) ?? goneNotice();
  if (found.length > mostButtons) return chooser(house, scene, assumed, { among: found });
  return {
    ...notice(`What if: ${found.length} questions match “${shorten(words)}”`, [`About ${name}. Which one?`]),
    buttons: found.map(({ question, subject }) => ({
      title: labelOf(scene, { question, subject }),
      command: { do: 'what-if-ask', ...place, about: choiceOf(question, subject) },
    })),
  };
}

/** Chooses what to assume. */
export async function whatIfOf(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'what-if-of' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, command);
  if (!scene) return say(goneNotice());
  const among = questionsIn(scene);
  return say(await chooser(house, scene, command.assumed, command.all && { among }));
}

/** A question with what is said about it now, or assumed already. */
export async function whatIfAsk(
  house: House,
  turn: Turn,
  { about, assumed, inputs, ...place }: Extract<Command, { do: 'what-if-ask' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, place);
  if (!scene) return say(goneNotice());
  const choice = about ?? inputs.about ?? '';
  const page = pageNamed(house, scene, choice, assumed);
  if (page) return { replace: page, messages: [] };
  // Some clients send what was typed into the list, chosen or not.
  if (choice) return { replace: await inWords(house, scene, choice, assumed), messages: [] };
  const problem = 'Choose what you want to try out.';
  return { replace: { ...(await chooser(house, scene, assumed)), problem }, messages: [] };
}

/** *See the difference* */
export async function whatIfSee(
  house: House,
  turn: Turn,
  { page, assumed, inputs }: Extract<Command, { do: 'what-if-see' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, page);
  const { subject } = page;
  if (!scene || !isPartOf(scene.vantage, subject)) return say(goneNotice());
  const questions = questionsOf(house, page);
  const readings = readInputs(house, questions, inputs);
  const wrong = [...readings].flatMap(([key, { typed, reading }]) =>
    reading.ok ? [] : [[key, { typed, why: reading.why }] as const],
  );
  const on = onOf(subject);
  const here = questions.flatMap(({ key }): Guess[] => {
    const typed = readings.get(key)?.typed;
    return typed ? [{ question: key, typed, ...on }] : [];
  });
  const kept = assumed.filter((each) =>
    questions.every(({ key }) => !isSameGuess(each, { question: key, ...on })),
  );
  const all = [...kept, ...here].slice(-mostAssumed);
  if (wrong.length > 0)
    return { replace: pageFor(house, scene, { subject, questions }, all, new Map(wrong)), messages: [] };
  const tried = readGuesses(house, scene, all);
  if (tried.length === 0) {
    const problem = 'That is what stands on file already. Assume something else.';
    return { replace: { ...(await chooser(house, scene, [])), problem }, messages: [] };
  }
  const replace = await difference(house, turn, scene, [{ id: '', name: '', assumed: tried }]);
  return { replace, messages: [] };
}

function questionsOf(house: House, { questions, subject }: PageRef): readonly Question[] {
  return questions.flatMap((key) => {
    const question = house.content.question.get(key);
    return question?.scope === subject.scope ? [question] : [];
  });
}
