/** `what if`: answers that somebody tries out on one integration. The record stays as it is until a proposal is adopted. */
import type { Question } from '../../core/interview/topic.ts';
import type { Command } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { readInputs } from '../inputs.ts';
import type { PageRef } from '../interview/interview-command.ts';
import { privateScene } from '../interview/private-scene.ts';
import { goneNotice, noProjectNotice, say, toPersonalChat } from '../notices.ts';
import { findIntegration } from '../project/integrations.ts';
import { currentProject } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { readGuesses } from './what-if-assumed.ts';
import { chooser, pageFor, pagesOf } from './what-if-chooser.ts';
import type { Guess } from './what-if-command.ts';
import { difference } from './what-if-difference.ts';

const mostAssumed = 12;

/** `what if <integration>` */
export async function whatIf(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'what-if' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const open = (integration: string) =>
    ({ do: 'what-if-of', project: project.id, integration, assumed: [] }) as const;
  const found = await findIntegration(house, project, name, open, turn);
  if ('notice' in found) return say(found.notice);
  const { integration } = found;
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat(`what if ${integration.name}`));
  return whatIfOf(house, turn, open(integration.id));
}

/** Chooses what to assume. */
export async function whatIfOf(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'what-if-of' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, command);
  if (!scene) return say(goneNotice());
  return say(await chooser(house, scene, command.assumed));
}

/** A page of questions with what is said about them now, or assumed already. */
export async function whatIfAsk(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'what-if-ask' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, command);
  if (!scene) return say(goneNotice());
  const page = pagesOf(house, scene).find(({ value }) => value === command.inputs.page);
  if (!page) {
    const problem = 'Choose what you want to try out.';
    return { replace: { ...(await chooser(house, scene, command.assumed)), problem }, messages: [] };
  }
  return { replace: pageFor(house, scene, page.questions, command.assumed), messages: [] };
}

/** *See the difference* */
export async function whatIfSee(
  house: House,
  turn: Turn,
  { page, assumed, inputs }: Extract<Command, { do: 'what-if-see' }>,
): Promise<Outcome> {
  const scene = await privateScene(house, turn, page);
  if (!scene) return say(goneNotice());
  const questions = questionsOf(house, page);
  const readings = readInputs(house, questions, inputs);
  const wrong = [...readings].flatMap(([key, { typed, reading }]) =>
    reading.ok ? [] : [[key, { typed, why: reading.why }] as const],
  );
  const here = questions.flatMap(({ key }): Guess[] => {
    const typed = readings.get(key)?.typed;
    return typed ? [{ question: key, typed }] : [];
  });
  const kept = assumed.filter(({ question }) => !page.questions.includes(question));
  const all = [...kept, ...here].slice(-mostAssumed);
  if (wrong.length > 0)
    return { replace: pageFor(house, scene, questions, all, new Map(wrong)), messages: [] };
  const tried = readGuesses(house, scene, all);
  if (tried.length === 0) {
    const problem = 'That is what stands on file already. Assume something else.';
    return { replace: { ...(await chooser(house, scene, [])), problem }, messages: [] };
  }
  const replace = await difference(house, turn, scene, [{ id: '', name: '', assumed: tried }]);
  return { replace, messages: [] };
}

function questionsOf(house: House, { questions }: PageRef): readonly Question[] {
  return questions.flatMap((key) => {
    const question = house.content.question.get(key);
    return question?.scope === 'integration' ? [question] : [];
  });
}
