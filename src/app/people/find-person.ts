/** The person a typed name means: of the project, of its team in Teams, or somebody outside. Never a guess. */
import type { Project } from '../../core/landscape/landscape.ts';
import { listedIn } from '../../core/landscape/roster.ts';
import type { Who } from '../../core/register/deed.ts';
import { readWho, type WhoReading } from '../../core/register/who.ts';
import type { House } from '../house.ts';
import { freshRoster, rosterOf } from './roster.ts';

/** Whoever is on neither list is looked for once more, in a roster that was just asked for. */
export async function findPerson(house: House, project: Project, typed: string): Promise<WhoReading> {
  const read = readWho(typed, await knownPeople(house, project));
  if (!read.ok || read.who.id !== undefined || isOutsider(project, read.who)) return read;
  return (await freshRoster(house, project)) ? readWho(typed, await knownPeople(house, project)) : read;
}

/** The person with this id: a card's word, so only who is in the project or on its roster. */
export async function personWithId(house: House, project: Project, id: string): Promise<Who | undefined> {
  const member = project.people.find((each) => each.id === id);
  if (member) return member.left ? undefined : { id, name: member.name };
  const listed = listedIn((await rosterOf(house, project))?.members ?? [], id);
  return listed && !listed.guest ? { id: listed.id, name: listed.name } : undefined;
}

async function knownPeople(house: House, project: Project) {
  const { people, outsiders = [] } = project;
  const listed = (await rosterOf(house, project))?.members ?? [];
  // A guest is nobody who could be asked: known by name alone.
  const others = listed.filter((each) => !people.some(({ id }) => id === each.id || id === each.also));
  return [
    ...people,
    ...others.map(({ id, name, guest }) => (guest ? { name } : { id, name })),
    ...outsiders.map(({ name }) => ({ name })),
  ];
}

function isOutsider({ outsiders = [] }: Project, { name }: Who): boolean {
  return outsiders.some((each) => each.name === name);
}
