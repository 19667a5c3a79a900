/** `plan`: who would be asked what this week; and sending it, which nothing else does. */
import type { Project } from '../../core/landscape/landscape.ts';
import { isManager, managersOf } from '../../core/landscape/trust.ts';
import type { Command } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, problem, say } from '../notices.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import { post } from '../reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { planReply } from './plan-card.ts';
import { lettersFor, planFor } from './planning.ts';

/** To write to more people than that at once is said once more first. */
const manyPeople = 10;

/** `plan` */
export async function plan(
  house: House,
  turn: Turn,
  { page }: Extract<Command, { do: 'plan' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  return say(await shown(house, turn, project, page));
}

/** Another page of it, or the way back from the question whether it is meant. */
export async function showPlan(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-plan' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  if (!project) return say(goneNotice());
  return { replace: await shown(house, turn, project, command.page), messages: [] };
}

async function shown(house: House, turn: Turn, project: Project, page: number) {
  // It says who has how much to answer, which is between those people and who manages the project.
  if (turn.caller.conversation.kind !== 'personal') return inPrivate();
  return planReply(house, turn, project, await planFor(house, project), page);
}

/** *Ask them*. Only now anything goes out. */
export async function sendPlan(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'send-plan' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  if (!project) return say(goneNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(inPrivate());
  if (!isManager(project, turn.caller.id)) return say(notForYou(project));
  const planned = await planFor(house, project);
  const letters = lettersFor(turn, project, planned);
  if (letters.length === 0)
    return say(
      notice('There is nobody to ask now', ['All who can answer have been asked this week.'], 'summary'),
    );
  if (letters.length > manyPeople && command.sure !== letters.length)
    return { replace: areYouSure(project, letters.length), messages: [] };
  await post(house, letters);
  return { replace: sent(letters.length), messages: [] };
}

const inPrivate = () =>
  notice('Let us do this in private', [
    'The plan says who has how much to answer. Whoever manages the project sees it in their chat with me.',
    'Open a chat with me and send: plan',
  ]);

function areYouSure({ id, name }: Project, people: number): NoticeReply {
  return {
    kind: 'notice',
    tone: 'plain',
    title: `This writes to ${people} people`,
    lines: [
      `Each of them gets one message about ${name}, in the name of whoever taps this. It cannot be taken back.`,
    ],
    buttons: [
      { title: `Yes, ask ${people} people`, command: { do: 'send-plan', project: id, sure: people } },
      { title: 'Back to the plan', command: { do: 'show-plan', project: id, page: 1 } },
    ],
  };
}

function sent(people: number): NoticeReply {
  return notice(people === 1 ? 'One person will be asked' : `${people} people will be asked`, [
    'Each gets one message, in their own working hours, with what they are asked, why, and how long it takes.',
    'I remind them, and tell you if somebody cannot be reached. To see what came of it, send: participation',
  ]);
}

function notForYou(project: Project): NoticeReply {
  const names = managersOf(project).map(({ name }) => name);
  return problem('Whoever manages the project sends this', [
    `That is ${names.join(' or ')}. A message to many people should come from one place.`,
  ]);
}
