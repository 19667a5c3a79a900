/** An interview as one person meets it: what comes next, how it pauses and goes on. */
import { nextPage, takenPages } from '../../core/interview/interview.ts';
import type { Person, Sitting } from '../../core/landscape/person.ts';
import { change, personKey, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, say, toPersonalChat } from '../notices.ts';
import { personOf } from '../project/membership.ts';
import { findingsReply } from '../register/findings.ts';
import type { Outcome, Reply } from '../reply.ts';
import { beginScene, sittingIn } from './begin-scene.ts';
import { oldFirst } from './old.ts';
import { pageReply } from './page.ts';
import { openScene, placeOf, type Scene } from './scene.ts';

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
  const before = await openScene(house, turn, place, person.sitting);
  const full = nextPage(before.known, before.who).kind !== 'page' || isLongAgo(person.sitting.since, turn.at);
  // Whatever was put off was put off for that sitting.
  const scene = full ? await beginScene(house, turn, place, before.who) : before;
  if (full) await sit(house, turn, sittingIn(scene));
  else if (person.sitting.paused) await sit(house, turn, { ...person.sitting, paused: false });
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
