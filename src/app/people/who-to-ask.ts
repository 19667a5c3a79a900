/** Who can be asked: somebody of the project or of its team, and no guest. A name is never guessed, an id never believed. */
import type { Member, Project } from '../../core/landscape/landscape.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import { changeProject } from '../documents.ts';
import type { House } from '../house.ts';
import { notice, problem } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import type { Button, NoticeReply } from '../reply.ts';
import { findPerson, personWithId } from './find-person.ts';
import { readRoster } from './roster.ts';

export type ToAsk =
  | { readonly kind: 'found'; readonly person: Member }
  /** `which`: those that may be meant and can be asked. */
  | { readonly kind: 'doubt'; readonly why: string; readonly which: readonly Member[] }
  /** Known, and out of reach: a guest, or not in Teams. */
  | { readonly kind: 'outside'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string };

export async function whoToAsk(house: House, project: Project, typed: string): Promise<ToAsk> {
  const read = await findPerson(house, project, typed.trim().replace(/^@/, ''));
  if (!read.ok) {
    const which = await Promise.all(read.which.map(({ id }) => id && personToAsk(house, project, id)));
    return { kind: 'doubt', why: read.why, which: which.flatMap((person) => person || []) };
  }
  const { id, name } = read.who;
  if (id !== undefined) {
    const person = await personToAsk(house, project, id);
    return person ? { kind: 'found', person } : { kind: 'outside', name };
  }
  const isOutside = project.outsiders?.some((each) => each.name === name);
  const listed = isOutside ? undefined : (await readRoster(house.store, project.id))?.members;
  return { kind: isOutside || listed?.some((each) => each.name === name) ? 'outside' : 'unknown', name };
}

/** A card's word. */
export async function personToAsk(house: House, project: Project, id: string): Promise<Member | undefined> {
  const who = await personWithId(house, project, id);
  if (who?.id === undefined) return undefined;
  const member = project.people.find((each) => each.id === id);
  if (member) return takesPart(member) ? member : undefined;
  return { id: who.id, name: who.name, roles: [] };
}

/** Whoever is asked belongs to the project from then on: else they could not answer. */
export async function withPerson(house: House, project: Project, person: Member): Promise<Project> {
  const isKnown = ({ people }: Project) => people.some(({ id }) => id === person.id);
  if (isKnown(project)) return project;
  return changeProject(house.store, project.id, (current) =>
    isKnown(current) ? current : { ...current, people: [...current.people, person] },
  );
}

/** Why nobody can be asked. `ask`: the button of one who may be meant. */
export function nobodyToAsk(
  house: House,
  project: Project,
  found: Exclude<ToAsk, { kind: 'found' }>,
  ask: (person: Member, title: string) => Button,
): NoticeReply {
  switch (found.kind) {
    case 'doubt': {
      const { which } = found;
      const lines = which.length > 0 ? [] : ['Say it once more, with the whole name.'];
      const asked = notice(found.why, lines);
      const buttons = which.map((person) => ask(person, apart(house, person, which)));
      return { ...asked, buttons: [...buttons, ...asked.buttons] };
    }
    case 'outside':
      return problem(`I cannot ask ${shorten(found.name)}: they are not in Teams, or a guest`, [
        'Ask them yourself, and say what they told you in an interview of your own.',
      ]);
    case 'unknown':
      return problem(
        `I do not know ${shorten(found.name)}`,
        [
          project.home.kind === 'person'
            ? 'Nobody but you is in this project: ask them yourself, and say what they told you.'
            : 'They are not in this team: ask them to join it and to say “hello” to me there, or ask them yourself.',
        ],
        'people',
      );
  }
}

/** People of one name are told apart by what they do. */
function apart({ content }: House, { name, roles: [held] }: Member, among: readonly Member[]): string {
  if (among.filter((each) => each.name === name).length < 2) return shorten(name);
  const title = content.roles.find(({ id }) => id === held?.role)?.title;
  return `${shorten(name)} (${title ?? 'no role yet'})`;
}
