/** Which project a caller means, and whether it is theirs. Nothing a card says is believed here. */
import type { Home, Member, Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import type { Caller } from '../command.ts';
import { change, changeProject, listProjects, personKey, readPerson, readProject } from '../documents.ts';
import type { House } from '../house.ts';

/** A project belongs to a team or chat, and to those of its members who were met there; or to one person. */
export function mayUse(house: House, project: Project, caller: Caller): boolean {
  const { home } = project;
  if (home.kind === 'anyone') return house.development;
  if (home.tenant !== caller.tenant) return false;
  const member = project.people.find(({ id }) => id === caller.id);
  // Whoever left, or is a guest, may still write where a project is at home; that is no way in.
  return member ? takesPart(member) : isHome(home, caller);
}

function isHome(home: Exclude<Home, { kind: 'anyone' }>, caller: Caller): boolean {
  switch (home.kind) {
    case 'team':
      return caller.conversation.team === home.id;
    case 'chat':
      return caller.conversation.kind === 'group' && caller.conversation.id === home.id;
    case 'person':
      return caller.id === home.id;
  }
}

/** The project with this id, if the caller may use it. To a stranger it does not exist. */
export async function projectFor(house: House, caller: Caller, id: string): Promise<Project | undefined> {
  const project = await readProject(house.store, id);
  return project && mayUse(house, project, caller) ? project : undefined;
}

/** All projects of the caller, the current one first. */
export async function projectsOf(house: House, caller: Caller): Promise<Project[]> {
  const [person, projects] = await Promise.all([readPerson(house.store, caller), listProjects(house.store)]);
  const mine = projects.filter((project) => mayUse(house, project, caller));
  const current = currentOf(mine, caller, person);
  return current ? [current, ...mine.filter((project) => project !== current)] : mine;
}

function currentOf(
  mine: readonly Project[],
  caller: Caller,
  person: Person | undefined,
): Project | undefined {
  if (caller.conversation.kind !== 'personal') {
    const here = mine.find(
      ({ home }) => home.kind !== 'anyone' && home.kind !== 'person' && isHome(home, caller),
    );
    return here ?? mine.find(({ home }) => home.kind === 'anyone');
  }
  return mine.find(({ id }) => id === person?.project);
}

/** The project a command is about when it names none. A team or chat has its own; a person has a current one. */
export async function currentProject(house: House, caller: Caller): Promise<Project | undefined> {
  const [first] = await projectsOf(house, caller);
  if (!first || caller.conversation.kind === 'personal') return first;
  const { home } = first;
  return home.kind === 'anyone' || (home.kind !== 'person' && isHome(home, caller)) ? first : undefined;
}

export function homeOf(caller: Caller): Exclude<Home, { kind: 'anyone' }> {
  const { tenant, conversation } = caller;
  if (conversation.kind === 'personal') return { kind: 'person', tenant, id: caller.id };
  if (conversation.team) return { kind: 'team', tenant, id: conversation.team };
  return { kind: 'chat', tenant, id: conversation.id };
}

export function newProject(
  house: House,
  name: string,
  home: Home,
  people: readonly Member[],
  id: string,
): Project {
  return {
    schema: 1,
    id,
    name,
    home,
    stage: house.content.stages[0]?.id ?? 'initiate',
    dates: {},
    people,
    applications: [],
    answers: [],
    recent: [],
  };
}

export async function setCurrent(house: House, caller: Caller, project: string): Promise<void> {
  await change<Person>(house.store, personKey(caller), (person) =>
    person?.project === project ? person : { ...personOf(caller, person), project },
  );
}

export function personOf(caller: Caller, person: Person | undefined): Person {
  return person ?? { schema: 1, id: caller.id, tenant: caller.tenant, name: caller.name };
}

export function asMember(caller: Caller): Member {
  return { id: caller.id, name: caller.name, roles: [] };
}

/** Whoever speaks where a project is at home belongs to it, and finds it in personal chat from then on. */
export async function meetHere(house: House, project: Project, caller: Caller): Promise<void> {
  const { home } = project;
  if (home.kind !== 'anyone' && home.kind !== 'person' && isHome(home, caller))
    await memberOf(house, project, caller);
}

/** The caller as a member of the project; met for the first time, they are put on its list. */
export async function memberOf(house: House, project: Project, caller: Caller): Promise<Member> {
  const known = project.people.find((member) => member.id === caller.id);
  if (known) return known;
  const changed = await changeProject(house.store, project.id, (current) =>
    current.people.some((member) => member.id === caller.id)
      ? current
      : { ...current, people: [...current.people, asMember(caller)] },
  );
  return changed.people.find((member) => member.id === caller.id) ?? asMember(caller);
}
