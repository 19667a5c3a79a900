/** `people`: who is who, who was only said to be, and what nobody owns. */
import type { Project } from '../../core/landscape/landscape.ts';
import { type Listed, listedIn } from '../../core/landscape/roster.ts';
import { isUnvouched, standInManager } from '../../core/landscape/trust.ts';
import { whoIsWho } from '../../core/landscape/who-is-who.ts';
import { listIntegrations, readProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, say } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { currentProject, meetHere, projectFor } from '../project/membership.ts';
import type { Button, Outcome } from '../reply.ts';
import type { PeopleCommand } from './people-command.ts';
import type { PeopleReply } from './people-reply.ts';
import { rosterOf } from './roster.ts';
import { sameButton, sameNamesIn } from './same-person.ts';

const onPage = 12;
const mostNames = 8;

export async function showWhoIsWho(
  house: House,
  turn: Turn,
  { page }: Extract<PeopleCommand, { do: 'people' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await meetHere(house, project, turn.caller);
  return say(await peopleReply(house, project, page));
}

export async function showPeople(
  house: House,
  turn: Turn,
  { project: id, page }: Extract<PeopleCommand, { do: 'show-people' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  return { replace: await peopleReply(house, project, page), messages: [] };
}

/** Names and roles are no secret in their own project: the card may stand in its channel. */
export async function peopleReply(
  house: House,
  { id }: Pick<Project, 'id'>,
  page: number,
  form: Pick<PeopleReply, 'filled' | 'problem'> = { filled: { who: '', role: '', of: '' } },
): Promise<PeopleReply> {
  // What Teams says of who is there may change who is in the project.
  const first = await existing(house, id);
  const roster = await rosterOf(house, first);
  const project = roster ? await existing(house, id) : first;
  const found = whoIsWho(project, await listIntegrations(house.store, id), house.content.roles);
  const pages = Math.max(1, Math.ceil(found.posts.length / onPage));
  const shown = Math.min(Math.max(1, page), pages);
  const silent = roster?.at && roster.members.filter((each) => !each.guest && !isKnown(project, each)).length;
  const standIn = standInManager(project);
  const same = await sameNamesIn(house, project);
  return {
    kind: 'people',
    project: { id, name: project.name },
    posts: found.posts.slice((shown - 1) * onPage, shown * onPage).map(({ role, about, holders }) => ({
      role: titleOf(house, role, about),
      ...(about === undefined ? {} : { about }),
      holders: holders.map(({ who, held, kind, onlyGiven }) => ({
        name: who.name,
        kind,
        ...(onlyGiven && held.from && kind !== 'outside' ? { givenBy: held.from.by.name } : {}),
        ...(kind === 'member' && isUnvouched(held) ? { unconfirmed: true } : {}),
      })),
    })),
    ownerless: found.ownerless.slice(0, mostNames).map(({ name }) => name),
    ownerlessTotal: found.ownerless.length,
    roleless: found.roleless.slice(0, mostNames).map(({ name }) => name),
    rolelessTotal: found.roleless.length,
    ...(standIn ? { standIn: standIn.name } : {}),
    ...(typeof silent === 'number' ? { silent } : {}),
    roles: house.content.roles
      .filter(({ ofApplication }) => ofApplication === undefined || ofApplication === 'any')
      .map(({ id: role, title }) => ({ id: role, title })),
    ...form,
    page: shown,
    pages,
    ...(same.length > 0 ? { sameNames: same.map(({ outside }) => outside) } : {}),
    buttons: [
      ...same.slice(0, 1).map((each) => sameButton(project, each, `One person: ${shorten(each.outside)}`)),
      ...found.ownerless.slice(0, same.length > 0 ? 1 : 2).map(
        ({ id: on, name }): Button => ({
          title: `I own ${shorten(name)}`,
          command: { do: 'give-role', project: id, role: `application-owner@${on}` },
        }),
      ),
      button('help'),
    ],
  };
}

const isKnown = ({ people }: Project, listed: Listed) => people.some(({ id }) => listedIn([listed], id));

/** Which end an application is changes from one integration to the next. */
function titleOf({ content }: House, role: string, about: string | undefined): string {
  const found = content.roles.find(({ id }) => id === role);
  const general = content.roles.find(({ ofApplication }) => ofApplication === 'any');
  return (found?.ofApplication && about !== undefined ? general?.title : found?.title) ?? role;
}

async function existing({ store }: House, id: string): Promise<Project> {
  const project = await readProject(store, id);
  if (!project) throw new Error(`${id} has been removed`);
  return project;
}
