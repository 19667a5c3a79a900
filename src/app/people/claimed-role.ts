/** A role that opens what is guarded, by a person's own word: it opens nothing before a manager says yes to it. */
import type { HeldRole, Project } from '../../core/landscape/landscape.ts';
import { withoutRole, withVouched } from '../../core/landscape/role-changes.ts';
import { isOnlyGiven, readRoleKey, roleKey } from '../../core/landscape/roles.ts';
import { isManager, isUnvouched, managersOf, standInManager } from '../../core/landscape/trust.ts';
import type { Who } from '../../core/register/deed.ts';
import type { Letter, LetterContent } from '../../core/reminder/letter.ts';
import { markOf, readProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, notice } from '../notices.ts';
import { shorten } from '../project/integrations.ts';
import { projectFor } from '../project/membership.ts';
import type { Words } from '../reminder/letter-words.ts';
import { post } from '../reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import type { PeopleCommand } from './people-command.ts';
import { roleTitle } from './role-words.ts';
import { writeRole } from './write-role.ts';

type Held = Pick<HeldRole, 'role' | 'on' | 'in'>;

function unvouchedOf({ people }: Project, person: string, key: string): HeldRole | undefined {
  const member = people.find(({ id }) => id === person);
  return member?.roles.find((held) => roleKey(held) === key && isUnvouched(held));
}

/** One letter a day to each manager, however often it is said. `at`: when it was. */
export async function askManagers(
  house: House,
  { caller, at }: Pick<Turn, 'caller' | 'at'>,
  project: Project,
  held: Held,
): Promise<void> {
  const role = roleKey(held);
  if (!unvouchedOf(project, caller.id, role)) return;
  const letter = ({ id, name }: Required<Who>): Letter => ({
    id: `claimed-role/${markOf(caller.id)}/${role}/${markOf(id)}/${at.slice(0, 10)}`,
    project: project.id,
    to: { kind: 'person', tenant: caller.tenant, id, name },
    about: 'a role somebody says they hold',
    content: { kind: 'claimed-role', role, by: { id: caller.id, name: caller.name } },
    urgency: 'daily',
  });
  await post(house, managersOf(project).map(letter));
}

/** What somebody is told who holds it by their own word; nothing where it is open to them. */
export function whoDecides(project: Project, person: string, held: Held): string[] {
  if (!unvouchedOf(project, person, roleKey(held))) return [];
  const names = managersOf(project).map(({ name }) => shorten(name));
  const first = standInManager(project);
  return [
    `You hold it. What is kept for managers and security opens to you when ${names.slice(0, 3).join(' or ')} confirms; I have asked.`,
    ...(first
      ? [`${shorten(first.name)} was the first here, and nobody is confirmed as project manager yet.`]
      : []),
  ];
}

/** Whoever manages the project only because nobody else does no longer does once this one says yes. */
export function handsOver(project: Project, caller: string, who: Who, held: Held): string[] {
  const isNext = roleKey(held) === 'project-manager' && who.id !== undefined && who.id !== caller;
  if (!isNext || standInManager(project)?.id !== caller) return [];
  return [
    'With their yes they manage the project instead of you. To stay one of its managers, say: I am the project manager',
  ];
}

/** Nothing, where it was answered or given up in the meantime, or the reader manages the project no longer. */
export async function claimedRoleWords(
  house: House,
  { project: id, to }: Letter,
  { role, by }: Extract<LetterContent, { kind: 'claimed-role' }>,
): Promise<Words | undefined> {
  const project = await readProject(house.store, id);
  if (!project || by.id === undefined || !isManager(project, to.id)) return undefined;
  const held = unvouchedOf(project, by.id, role);
  if (!held) return undefined;
  const answer = { do: 'answer-claim', project: id, who: by.id, role } as const;
  return {
    title: `Is ${by.name} ${await roleTitle(house, project, held)}?`,
    lines: [
      `They say so, in ${project.name}. With your yes they read what others said about protecting data${manages(role) ? ', and manage the project' : ''}.`,
      ...(manages(role) ? handsOver(project, to.id, by, held) : []),
    ],
    buttons: [
      { title: 'Yes, that is right', command: { ...answer, yes: true }, primary: true },
      { title: 'No', command: { ...answer, yes: false } },
    ],
  };
}

const manages = (role: string) => role === 'project-manager';

/** A manager's tap on that letter. */
export async function answerClaim(
  house: House,
  turn: Turn,
  { project: id, who: person, role, yes }: Extract<PeopleCommand, { do: 'answer-claim' }>,
): Promise<Outcome> {
  const { caller, at } = turn;
  const project = await projectFor(house, caller, id);
  const member = project?.people.find((each) => each.id === person);
  if (!project || !member || !isManager(project, caller.id)) return inPlace(goneNotice());
  const title = await roleTitle(house, project, readRoleKey(role));
  const who = { id: member.id, name: member.name };
  const by = { id: caller.id, name: caller.name };
  const isDone = await writeRole(house, turn, project, (current) => {
    const isAsked = isManager(current, caller.id) && unvouchedOf(current, person, role) !== undefined;
    const wanted = yes ? withVouched(current, person, role, { by, at }) : withoutRole(current, who, role);
    return [isAsked ? wanted : current, { kind: 'held-role', who, role, how: yes ? 'vouched' : 'refused' }];
  });
  // Answered before: a letter that a crash swallowed is written now, and any other is there already.
  const answeredAt = isDone ? at : await whenAnswered(house, turn, project, person, role, yes);
  if (!answeredAt)
    return inPlace(notice('Nothing is left to answer', [answered(member.roles, who, role, title)], 'people'));
  await post(house, [tellClaimant({ caller, at: answeredAt }, project, who, title, role, yes)]);
  return inPlace(
    yes
      ? notice(`Confirmed: ${shorten(who.name)} is ${title}`, ['They hear of it from me.'], 'people')
      : notice(`Taken back: ${shorten(who.name)} is not ${title}`, ['They hear of it from me.'], 'people'),
  );
}

/** When the caller gave this answer, where it is the last that was said of it. */
async function whenAnswered(
  { store }: House,
  { caller }: Turn,
  { id }: Project,
  person: string,
  role: string,
  yes: boolean,
): Promise<string | undefined> {
  const deeds = (await readProject(store, id))?.deeds ?? [];
  const last = deeds.findLast(
    ({ did }) => did.kind === 'held-role' && did.who.id === person && did.role === role,
  );
  const how = last?.did.kind === 'held-role' ? last.did.how : undefined;
  return last?.by.id === caller.id && how === (yes ? 'vouched' : 'refused') ? last.at : undefined;
}

const inPlace = (replace: NoticeReply): Outcome => ({ replace, messages: [] });

function answered(roles: readonly HeldRole[], { name }: Who, key: string, title: string): string {
  const holds = roles.some((held) => roleKey(held) === key && !isOnlyGiven(held));
  return holds
    ? `${shorten(name)} is confirmed as ${title} already.`
    : `${shorten(name)} is not noted as ${title} any more.`;
}

function tellClaimant(
  { caller: { tenant, name }, at }: Pick<Turn, 'caller' | 'at'>,
  project: Project,
  who: Required<Who>,
  title: string,
  role: string,
  yes: boolean,
): Letter {
  return {
    id: `answered-claim/${markOf(who.id)}/${role}/${at}`,
    project: project.id,
    to: { kind: 'person', tenant, ...who },
    about: 'a role you say you hold',
    content: {
      kind: 'notice',
      title: yes ? `${name} confirms: you are ${title}` : `${name} says: you are not ${title}`,
      lines: yes
        ? [`What is kept for managers and security in ${project.name} is open to you now.`]
        : [`It is no longer noted, in ${project.name}. If that is wrong, have a word with them.`],
      buttons: [{ title: 'Who is who', say: 'people' }],
    },
    urgency: 'daily',
  };
}
