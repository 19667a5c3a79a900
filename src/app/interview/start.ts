/** How an interview starts: how long it takes, what it is about, and who the person is. */
import { foresee } from '../../core/interview/interview.ts';
import { isOpen } from '../../core/interview/interviewee.ts';
import { roleKey } from '../../core/landscape/roles.ts';
import type { Command } from '../command.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, say, toPersonalChat } from '../notices.ts';
import { findIntegration } from '../project/integrations.ts';
import { currentProject, memberOf } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { beginScene, sittingIn } from './begin-scene.ts';
import { asksFor, holdRole, roleChoices, waitsForManager } from './chosen-role.ts';
import type { StartReply } from './interview-reply.ts';
import { oldHere } from './old.ts';
import { nameOf, topicTitle } from './page.ts';
import { type Place, placeOf, type Scene } from './scene.ts';
import { sit, whatNext } from './sitting.ts';

/** `interview <name>` */
export async function interview(house: House, turn: Turn, command: Extract<Command, { do: 'interview' }>) {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const open = (integration: string) => ({ do: 'open-interview', project: project.id, integration }) as const;
  const found = await findIntegration(house, project, command.name, open);
  if ('notice' in found) return say(found.notice);
  await memberOf(house, project, turn.caller);
  if (turn.caller.conversation.kind !== 'personal')
    return say(toPersonalChat(`interview ${found.integration.name}`));
  return say(await startReply(house, turn, { project, integration: found.integration }));
}

/** A card's *Interview* button. */
export async function openInterview(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'open-interview' }>,
) {
  const place = await placeOf(house, turn, command);
  if (!place) return say(goneNotice());
  const { project, integration } = place;
  await memberOf(house, project, turn.caller);
  if (turn.caller.conversation.kind !== 'personal')
    return say(toPersonalChat(`interview ${integration.name}`));
  return say(await startReply(house, turn, place));
}

async function startReply(house: House, turn: Turn, place: Place): Promise<StartReply> {
  const { project, integration } = place;
  const scene = await beginScene(house, turn, place);
  const ahead = foresee(scene.known, scene.who);
  const role = scene.who.member.roles[0];
  return {
    kind: 'start',
    integration: nameOf(project, integration),
    questions: ahead.questions,
    minutes: ahead.minutes,
    topics: role ? ahead.topics.map((topic) => topicTitle(house, topic)) : [],
    roles: roleChoices(house, project, integration),
    ...(role ? { role: roleKey(role) } : {}),
    old: oldHere(house, scene).length,
    asked: scene.who.wanted?.length ?? 0,
    fromFile: role ? ahead.confirms : suggestedIn(scene),
  };
}

/** To whomever they are put: it is not known yet what the caller is asked. */
function suggestedIn({ known, who }: Scene): number {
  return known.standings.filter((standing) => standing.suggested && isOpen(standing, who)).length;
}

/** The start card's *Start*: the role is noted, the sitting begins. */
export async function begin(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'begin' }>,
): Promise<Outcome> {
  const place = await placeOf(house, turn, command);
  if (!place) return say(goneNotice());
  const { integration } = place;
  const project = await holdRole(house, turn, place, command.inputs);
  const waits = await waitsForManager(house, turn, project, command.inputs);
  const scene = await beginScene(house, turn, { project, integration }, asksFor(command.inputs));
  await sit(house, turn, sittingIn(scene));
  const [next] = await whatNext(house, turn, scene);
  return next?.kind === 'page' || next?.kind === 'confirm'
    ? { replace: next, messages: waits }
    : { messages: [...waits, ...(next ? [next] : [])] };
}
