/** Noting that somebody holds a role or no longer does, and writing to those who are to say yes to it. */
import type { HeldRole, Project, RoleOrigin } from '../../core/landscape/landscape.ts';
import { withoutRole, withRole } from '../../core/landscape/role-changes.ts';
import { isOnlyGiven, roleKey, takesPart } from '../../core/landscape/roles.ts';
import { isManager, opensMuch } from '../../core/landscape/trust.ts';
import type { Who } from '../../core/register/deed.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import type { Caller } from '../command.ts';
import { markOf, readProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, problem } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { memberOf } from '../project/membership.ts';
import { post } from '../reminder/outbox.ts';
import type { NoticeReply } from '../reply.ts';
import { askManagers, handsOver, whoDecides } from './claimed-role.ts';
import { roleTitle } from './role-words.ts';
import { writeRole } from './write-role.ts';

export type Held = Pick<HeldRole, 'role' | 'on' | 'in'>;

/** Writes it, asks by letter whoever is to say yes to it, and says what was noted. `vouches`: a manager's word opens it. */
export async function hold(
  house: House,
  turn: Turn,
  project: Project,
  who: Who,
  held: Held,
  ends?: boolean,
  vouches = true,
): Promise<NoticeReply> {
  const { caller } = turn;
  await memberOf(house, project, caller);
  if (ends) return endRole(house, turn, project, who, held);
  const key = roleKey(held);
  const title = await roleTitle(house, project, held);
  const isMe = who.id === caller.id;
  const by = { id: caller.id, name: caller.name };
  let origin: RoleOrigin | undefined;
  const isNew = await writeRole(house, turn, project, (current) => {
    const before = rolesOf(current, who).find((each) => roleKey(each) === key);
    const vouched =
      vouches && who.id !== undefined && opensMuch(held) && isManager(current, caller.id)
        ? { vouched: { by, at: turn.at } }
        : undefined;
    const from = { how: isMe ? 'claimed' : 'given', by, at: turn.at } as const;
    const wanted = withRole(current, who, { ...held, from, ...vouched });
    origin = rolesOf(wanted, who).find((each) => roleKey(each) === key && isOnlyGiven(each))?.from;
    const how = before && !isMe ? 'vouched' : before && isOnlyGiven(before) ? 'confirmed' : from.how;
    return [wanted, { kind: 'held-role', who, role: key, how }];
  });
  // Also where it was noted before: a letter that a crash swallowed is written now, and any other is there already.
  if (origin && !isMe && who.id !== undefined)
    await post(house, [askLetter(caller, project, { id: who.id, name: who.name }, held, origin)]);
  const now = (await readProject(house.store, project.id)) ?? project;
  if (isMe) {
    await askManagers(house, turn, now, held);
    return notice(`You are noted as ${title}`, whoDecides(now, caller.id, held), 'people');
  }
  const lines = [aboutThem(now, who, isNew, origin !== undefined), ...handsOver(now, caller.id, who, held)];
  return notice(`${shorten(who.name)} is noted as ${title}`, lines, 'people');
}

async function endRole(house: House, turn: Turn, project: Project, who: Who, held: Held) {
  const { caller } = turn;
  const title = await roleTitle(house, project, held);
  const key = roleKey(held);
  let mayEnd = true;
  const isEnded = await writeRole(house, turn, project, (current) => {
    // Else anybody could put a manager out.
    mayEnd = !opensMuch(held) || who.id === caller.id || isManager(current, caller.id);
    const wanted = mayEnd ? withoutRole(current, who, key) : current;
    return [wanted, { kind: 'held-role', who, role: key, how: 'ended' }];
  });
  if (!mayEnd)
    return problem(`${shorten(who.name)} is still noted as ${title}`, [
      'This role opens what is guarded: only they themselves or whoever manages the project can end it.',
    ]);
  const whose = who.id === caller.id ? 'You are' : `${shorten(who.name)} is`;
  return notice(isEnded ? `No longer noted: ${title}` : `${whose} not noted as ${title}`, [], 'people');
}

function rolesOf({ people }: Project, { id }: Who): readonly HeldRole[] {
  return people.find((each) => each.id === id)?.roles ?? [];
}

function aboutThem({ people }: Project, who: Who, isNew: boolean, isAsked: boolean): string {
  const member = people.find(({ id }) => id === who.id);
  if (who.id === undefined || (member && !takesPart(member)))
    return 'Noted as somebody outside the team: I cannot ask them.';
  if (!isNew) return 'That was noted before.';
  return isAsked ? 'I ask them once whether that is right.' : 'They said so themselves, and now you have.';
}

/** The occasion is when it was said first: said again, it is the same letter. */
function askLetter(
  { tenant }: Caller,
  project: Project,
  { id, name }: Required<Who>,
  held: Held,
  { by, at }: RoleOrigin,
): Letter {
  const role = roleKey(held);
  return {
    id: `given-role/${markOf(id)}/${role}/${at}`,
    project: project.id,
    to: { kind: 'person', tenant, id, name },
    about: 'a role you are said to hold',
    content: { kind: 'given-role', role, by },
    urgency: 'daily',
  };
}
