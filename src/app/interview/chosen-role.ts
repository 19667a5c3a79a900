/** The role that somebody chooses at the start of an interview. */
import type { HeldRole, Integration, Project } from '../../core/landscape/landscape.ts';
import type { Sitting } from '../../core/landscape/person.ts';
import { isOnlyGiven, roleKey } from '../../core/landscape/roles.ts';
import { isManager, isUnvouched, opensMuch } from '../../core/landscape/trust.ts';
import type { Inputs } from '../command.ts';
import { changeProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice } from '../notices.ts';
import { askManagers, whoDecides } from '../people/claimed-role.ts';
import { roleTitle } from '../people/role-words.ts';
import { memberOf } from '../project/membership.ts';
import { deedFor, withDeeds } from '../register/deeds.ts';
import type { NoticeReply } from '../reply.ts';
import type { StartReply } from './interview-reply.ts';
import { nameOf } from './page.ts';
import type { Place } from './scene.ts';

/** The roles to choose from; an owner owns one of the two ends, by name. */
export function roleChoices(house: House, project: Project, integration: Integration): StartReply['roles'] {
  const { source, target } = nameOf(project, integration);
  const owners = house.content.roles.filter(
    ({ ofApplication }) => ofApplication === 'source' || ofApplication === 'target',
  );
  const ends = owners.flatMap((role) => {
    const end = role.ofApplication === 'source' ? integration.source : integration.target;
    const name = role.ofApplication === 'source' ? source : target;
    return name
      ? [
          {
            value: roleKey({ role: role.id, ...(end.application ? { on: end.application } : {}) }),
            title: `Owner of ${name}`,
          },
        ]
      : [];
  });
  const others = house.content.roles
    .filter(({ ofApplication }) => ofApplication === undefined)
    .map(({ id, title }) => ({ value: id, title }));
  return [
    ...ends,
    ...others,
    { value: everything, title: 'Several of these, or not sure: ask me everything' },
  ];
}

const everything = 'everything';

/** Whoever may know anything is asked it in this interview, beside what they are. */
export function asksFor({ role }: Inputs): Pick<Sitting, 'everything'> {
  return role === everything ? { everything: true } : {};
}

/** More than a choice at the start of an interview: said by hand, given, or confirmed by a manager. */
function isLasting({ from, vouched }: HeldRole): boolean {
  return from !== undefined || vouched !== undefined;
}

export async function holdRole(
  house: House,
  turn: Turn,
  { project, integration }: Place,
  inputs: Inputs,
): Promise<Project> {
  const member = await memberOf(house, project, turn.caller);
  const chosen = inputs.role;
  const offered = roleChoices(house, project, integration).map(({ value }) => value);
  if (!chosen || !offered.includes(chosen))
    return { ...project, people: [...project.people.filter(({ id }) => id !== member.id), member] };
  const [role = '', on] = chosen.split('@');
  const held: HeldRole = { role, ...(on ? { on } : {}) };
  return changeProject(house.store, project.id, (current) => {
    const known = current.people.find(({ id }) => id === turn.caller.id);
    if (!known) return current;
    // The choice stands for all that was offered; what this person is elsewhere, such as owner of another
    // application, stays, and so does what was said outside of an interview.
    const elsewhere = known.roles.filter((other) => other.from || !offered.includes(roleKey(other)));
    const isChosen = (other: HeldRole) => roleKey(other) === chosen;
    const others = elsewhere.filter((other) => !isChosen(other));
    // Who manages the project says yes to themselves.
    const vouched = opensMuch(held) &&
      isManager(current, turn.caller.id) && {
        vouched: { by: { id: turn.caller.id, name: turn.caller.name }, at: turn.at },
      };
    const theirs = known.roles.find(isChosen) ?? { ...held, ...vouched };
    // To choose what somebody gave is to say yes to it, as on the letter.
    const own: HeldRole =
      theirs.from && isOnlyGiven(theirs)
        ? { ...vouched, ...theirs, from: { ...theirs.from, how: 'confirmed' } }
        : theirs;
    const roles = chosen === everything ? known.roles.filter(isLasting) : [own, ...others];
    if (roles.length === known.roles.length && roles.every((each, at) => each === known.roles[at]))
      return current;
    const [from, to] = [known.roles.map(roleKey), roles.map(roleKey)];
    const people = current.people.map((each) => (each === known ? { ...each, roles } : each));
    return withDeeds({ ...current, people }, deedFor(house, turn, { kind: 'chose-roles', from, to }));
  });
}

/**
 * What is said to whoever has just chosen a role that opens what is guarded, and not before a manager says yes. Chosen
 * before, the letter of that day is written where a crash swallowed it, and is there already where none did.
 */
export async function waitsForManager(
  house: House,
  turn: Turn,
  project: Project,
  { role: chosen }: Inputs,
): Promise<NoticeReply[]> {
  const { caller } = turn;
  const roles = project.people.find(({ id }) => id === caller.id)?.roles ?? [];
  const held = roles.find((each) => roleKey(each) === chosen && isUnvouched(each));
  if (!held) return [];
  const choice = project.deeds?.findLast(
    ({ by, did }) => by.id === caller.id && did.kind === 'chose-roles' && did.to.includes(roleKey(held)),
  );
  await askManagers(house, { caller, at: choice?.at ?? held.from?.at ?? turn.at }, project, held);
  if (choice?.turn !== turn.id) return [];
  const title = `You are noted as ${await roleTitle(house, project, held)}`;
  return [notice(title, whoDecides(project, caller.id, held), 'people')];
}
