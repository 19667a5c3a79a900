/** An interview as one person meets it: how it starts, what comes next, how it pauses and goes on. */
import { foresee, nextPage, takenPages } from '../../core/interview/interview.ts';
import type { Person, Sitting } from '../../core/landscape/person.ts';
import { roleKey } from '../../core/landscape/roles.ts';
import type { Command } from '../command.ts';
import { change, personKey, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, say, toPersonalChat } from '../notices.ts';
import { findIntegration } from '../project/integrations.ts';
import { currentProject, memberOf, personOf } from '../project/membership.ts';
import { findingsReply } from '../register/findings.ts';
import type { Outcome, Reply } from '../reply.ts';
import { holdRole, roleChoices, waitsForManager } from './chosen-role.ts';
import type { StartReply } from './interview-reply.ts';
import { oldFirst, oldHere } from './old.ts';
import { nameOf, pageReply, topicTitle } from './page.ts';
import { openScene, type Place, placeOf, type Scene, sceneOf } from './scene.ts';

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
  const scene = await openScene(house, turn, place, turn.at);
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
    fromFile: scene.known.standings.filter(({ suggested, answers }) => suggested && answers.length === 0)
      .length,
  };
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
  const waits = await waitsForManager(house, turn, place.project, project);
  await sit(house, turn, { project: project.id, integration: integration.id, since: turn.at, paused: false });
  const scene = await openScene(house, turn, { project, integration }, turn.at);
  const [next] = await whatNext(house, turn, scene);
  return next?.kind === 'page' || next?.kind === 'confirm'
    ? { replace: next, messages: waits }
    : { messages: [...waits, ...(next ? [next] : [])] };
}

export async function sit(house: House, turn: Turn, sitting: Sitting): Promise<void> {
  await change<Person>(house.store, personKey(turn.caller), (person) => ({
    ...personOf(turn.caller, person),
    project: sitting.project,
    sitting,
  }));
}

/** What comes after the answers on file: those that have grown old, the next page, or the findings with a word on what is left. */
export async function whatNext(house: House, turn: Turn, scene: Scene): Promise<Reply[]> {
  const old = await oldFirst(house, turn, scene);
  if (old) return [old];
  const next = nextPage(scene.known, scene.who);
  if (next.kind !== 'page') return [findingsReply(house, scene, 1, true)];
  const back = takenPages(scene.known, scene.who).length > 0;
  return [pageReply(house, scene.vantage, scene.who, { ...next.page, back, correction: false })];
}

/** `continue`: the sitting goes on; where it is over, a new one begins and asks what was left open. */
export async function continueSitting(house: House, turn: Turn): Promise<Outcome> {
  const person = await readPerson(house.store, turn.caller);
  const place = person?.sitting && (await placeOf(house, turn, person.sitting));
  if (!person?.sitting || !place)
    return say(
      notice(
        'Nothing is waiting',
        [
          'No interview of yours is under way. Say “interview” and a part of the name of an integration, or pick one.',
        ],
        'list',
      ),
    );
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('continue'));
  const before = await openScene(house, turn, place, person.sitting.since);
  const full = nextPage(before.known, before.who).kind !== 'page' || isLongAgo(person.sitting.since, turn.at);
  const since = full ? turn.at : person.sitting.since;
  // Whatever was put off was put off for that sitting.
  const { later: _, ...anew } = person.sitting;
  if (full || person.sitting.paused)
    await sit(house, turn, { ...(full ? anew : person.sitting), since, paused: false });
  const scene = full ? sceneOf(house, place, { member: before.who.member, since }) : before;
  return { messages: await whatNext(house, turn, scene) };
}

/** Ten questions a sitting is a promise about one sitting, and a sitting does not last into the next day. */
function isLongAgo(since: string, at: string): boolean {
  return Date.parse(at) - Date.parse(since) > 8 * 3_600_000;
}

/** `pause` */
export async function pause(house: House, turn: Turn): Promise<Outcome> {
  const person = await readPerson(house.store, turn.caller);
  const place = person?.sitting && (await placeOf(house, turn, person.sitting));
  if (!person?.sitting || !place)
    return say(notice('Nothing to pause', ['No interview of yours is under way.'], 'list'));
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('pause'));
  if (!person.sitting.paused) await sit(house, turn, { ...person.sitting, paused: true });
  return say(notice('Paused', [`Everything you said about ${place.integration.name} is kept.`], 'continue'));
}
