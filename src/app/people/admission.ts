/** Who is let in where a project is at home: whoever Teams says is a member, and no guest. */
import { takesPart } from '../../core/landscape/roles.ts';
import { type Coming, type Listed, listedIn } from '../../core/landscape/roster.ts';
import type { Caller, Command } from '../command.ts';
import { firstProjectOf, readProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, say } from '../notices.ts';
import { homeOf } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { freshRoster, isFresh, noteComings, personThere, readRoster, rosterOf } from './roster.ts';

/** Told by Teams itself, of others than whoever it comes from. */
const news: readonly Command['do'][] = ['meet', 'leave', 'roster-changed'];
/** What somebody asks about themselves is theirs to ask, guest or not. */
const own: readonly Command['do'][] = ['my-data', 'forget-me', 'forget', 'stay'];

/** What a guest is told instead of an answer; nothing for everybody else. In personal chat nobody is new. */
export async function turnedAway(
  house: House,
  caller: Caller,
  command: Command,
): Promise<Outcome | undefined> {
  if (caller.conversation.kind === 'personal' || [...news, ...own].includes(command.do)) return undefined;
  const project = await projectAtHome(house, caller);
  const member = project?.people.find(({ id }) => id === caller.id);
  if (!project || (member && takesPart(member))) return undefined;
  // Somebody new, or somebody who may be back.
  let listed = listedIn((await rosterOf(house, project))?.members ?? [], caller.id);
  if ((!listed || member) && (await freshRoster(house, project)))
    listed = listedIn((await readRoster(house.store, project.id))?.members ?? [], caller.id);
  // Whom a roster that was read to its end does not name came by a shared channel.
  const isRead = listed !== undefined || isFresh(house, await readRoster(house.store, project.id));
  if (!isRead) listed = await personThere(house, project, caller.id);
  return isRead && !listed ? undefined : unlessGuest(house, listed);
}

/** What is said instead to whoever would be the first of a team or chat, and so manage its project. */
export async function keptFromBeginning(house: House, caller: Caller): Promise<Outcome | undefined> {
  const home = homeOf(caller);
  if (home.kind === 'person') return undefined;
  return unlessGuest(house, await personThere(house, { home }, caller.id));
}

function unlessGuest(house: House, listed: Listed | undefined): Outcome | undefined {
  if (listed?.guest) return say(guestNotice);
  // Who cannot be told from a guest is no guest only where nobody else can write at all.
  return listed || house.development || !house.roster ? undefined : say(unsureNotice);
}

const guestNotice = notice('This is for members of the team', [
  'You are a guest here, so I can neither show nor change anything of its project. A member can note you as owner of an application.',
]);

const unsureNotice = notice('I cannot tell yet whether you belong to this team', [
  'Teams does not say just now who is in it, and guests see nothing of a project. Please try again in a few minutes.',
  'Nothing you sent was noted. Whoever wrote to me here before goes on as usual.',
]);

/** Somebody was added or removed. Who is gone is out at once, whatever becomes of the roster. */
export async function rosterChanged(
  house: House,
  turn: Turn,
  { gone }: Extract<Command, { do: 'roster-changed' }>,
): Promise<Outcome> {
  const project = await projectAtHome(house, turn.caller);
  if (!project) return say();
  const listed = (await readRoster(house.store, project.id))?.members ?? [];
  const ids = new Set(gone.map((id) => listedIn(listed, id)?.id ?? id));
  if (ids.size > 0)
    await noteComings(house, project.id, ({ people }) =>
      people.flatMap(({ id, name, left }): Coming[] =>
        ids.has(id) && !left ? [{ who: { id, name }, how: 'left' }] : [],
      ),
    );
  await freshRoster(house, project, 0);
  return say();
}

async function projectAtHome(house: House, caller: Caller) {
  const home = homeOf(caller);
  const project = await readProject(house.store, firstProjectOf(home));
  return project?.home.kind === home.kind && project.home.tenant === home.tenant ? project : undefined;
}
