/** Taking on a role, giving one to somebody, and saying yes or no to it. Each is noted as a deed. */
import type { Project } from '../../core/landscape/landscape.ts';
import { withoutRole } from '../../core/landscape/role-changes.ts';
import { isOnlyGiven, readRoleKey, roleKey } from '../../core/landscape/roles.ts';
import type { Who } from '../../core/register/deed.ts';
import type { Caller } from '../command.ts';
import { listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { sayText } from '../interview/typed-text.ts';
import { goneNotice, noProjectNotice, notice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { shorten } from '../project/integrations.ts';
import { currentProject, projectFor } from '../project/membership.ts';
import { post } from '../reminder/outbox.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { findPerson, personWithId } from './find-person.ts';
import { findRole, roleNamed } from './find-role.ts';
import { refusedNotice, tellRefusal } from './given-role.ts';
import { type Held, hold } from './hold-role.ts';
import { peopleReply } from './people.ts';
import type { PeopleCommand } from './people-command.ts';
import { roleTitle } from './role-words.ts';
import { writeRole } from './write-role.ts';

type Of<Do extends PeopleCommand['do']> = Extract<PeopleCommand, { do: Do }>;

/** "I own CRM". What names no role was no such sentence. */
export async function sayRole(house: House, turn: Turn, said: Of<'say-role'>): Promise<Outcome> {
  if (!roleNamed(house.content.roles, said.role)) return sayText(house, turn, said.typed ?? said.role);
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  const reading = await readSaid(house, turn.caller, project, said);
  if ('instead' in reading) return say(reading.instead);
  return say(await hold(house, turn, project, reading.who, reading.held, said.ends));
}

/** *Note it* on the people card. */
export async function noteRole(
  house: House,
  turn: Turn,
  { project: id, inputs }: Of<'note-role'>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project) return say(goneNotice());
  const field = (name: string) => oneLine(inputs[name]);
  const filled = { who: field('who'), role: field('role'), of: field('of') };
  const isMe = filled.who === '' || /^(?:me|i|myself)$/i.test(filled.who);
  const { who, ...rest } = filled;
  const reading = await readSaid(house, turn.caller, project, isMe ? rest : { who, ...rest });
  if (!('instead' in reading)) {
    const replace = await hold(house, turn, project, reading.who, reading.held);
    return { replace, messages: [] };
  }
  const { instead } = reading;
  // Whoever or whatever may be meant is picked; else the form says what is missing.
  if (instead.buttons.some(({ command }) => command.do === 'give-role')) return say(instead);
  const problem = [instead.title, ...instead.lines.slice(0, 1)].join(' ');
  return { replace: await peopleReply(house, project, 1, { filled, problem }), messages: [] };
}

/** A button that names a person and a role. */
export async function giveRole(house: House, turn: Turn, command: Of<'give-role'>): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  const held = project && (await heldOf(house, project, command.role));
  const who =
    project &&
    (command.outside === undefined
      ? await personWithId(house, project, command.to ?? turn.caller.id)
      : outsiderCalled(command.outside));
  const isMe = command.to === undefined && command.outside === undefined;
  if (!project || !held || !(who || isMe)) return say(goneNotice());
  const me = { id: turn.caller.id, name: turn.caller.name };
  return say(await hold(house, turn, project, who ?? me, held, command.ends));
}

/** *Yes, that is me* and *Not me* on the letter. */
export async function answerRole(
  house: House,
  turn: Turn,
  { project: id, role: key, yes }: Of<'answer-role'>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  const member = project?.people.find((each) => each.id === turn.caller.id);
  const given = member?.roles.find((each) => roleKey(each) === key && isOnlyGiven(each));
  if (!project || !member) return say(goneNotice());
  const title = await roleTitle(house, project, readRoleKey(key));
  const inPlace = (replace: NoticeReply): Outcome => ({ replace, messages: [] });
  if (!given?.from) {
    const holds = member.roles.some((each) => roleKey(each) === key);
    return inPlace(notice(holds ? `Noted already: ${title}` : `You are not noted as ${title}`, [], 'people'));
  }
  const who = { id: member.id, name: member.name };
  if (yes) return inPlace(await hold(house, turn, project, who, readRoleKey(key)));
  // First the letter: once the role is gone, nobody knows any more who is to hear of it.
  await post(house, tellRefusal(turn.caller, project, given.from, title, key));
  await writeRole(house, turn, project, (current) => [
    withoutRole(current, who, key),
    { kind: 'held-role', who, role: key, how: 'refused' },
  ]);
  return inPlace(refusedNotice(title));
}

type Reading =
  | { readonly who: Who; readonly held: Held }
  /** What to say instead: it is asked which, never picked. */
  | { readonly instead: NoticeReply };

async function readSaid(
  house: House,
  caller: Caller,
  project: Project,
  said: { readonly who?: string; readonly role: string; readonly of: string },
): Promise<Reading> {
  const integrations = await listIntegrations(house.store, project.id);
  const found = findRole(house.content.roles, project, integrations, said);
  const typed = said.who;
  if (!found.ok) {
    // Who is meant is asked after, where that is in doubt, too.
    const which: Button[] =
      typed === undefined
        ? found.which.map(({ held, name }) => ({
            title: name,
            command: { do: 'give-role', project: project.id, role: roleKey(held) },
          }))
        : [];
    return { instead: asking(found.why, ['Say it once more, with the whole name.'], which) };
  }
  const { held } = found;
  if (typed === undefined) return { who: { id: caller.id, name: caller.name }, held };
  const read = await findPerson(house, project, typed);
  if (read.ok) return { who: read.who, held };
  const give = { do: 'give-role', project: project.id, role: roleKey(held) } as const;
  const which: Button[] = read.which.map((who) => ({
    title: whoTitle(house, project, who, read.which),
    command: who.id === undefined ? { ...give, outside: who.name } : { ...give, to: who.id },
  }));
  const other =
    which.length > 0 ? 'If it is somebody else, add their company, as in “Jo Miller of Acme”.' : '';
  return { instead: asking(read.why, other ? [other] : [], which) };
}

function asking(why: string, lines: readonly string[], which: readonly Button[]): NoticeReply {
  const asked = notice(why, lines, 'people');
  return { ...asked, buttons: [...which, ...asked.buttons].slice(0, 6) };
}

/** People of one name are told apart by what they do. */
function whoTitle({ content }: House, project: Project, who: Who, among: readonly Who[]): string {
  if (who.id === undefined) return `${shorten(who.name)} (outside Teams)`;
  if (among.length < 2) return shorten(who.name);
  const [held] = project.people.find(({ id }) => id === who.id)?.roles ?? [];
  const title = content.roles.find(({ id }) => id === held?.role)?.title;
  return `${shorten(who.name)} (${title ?? 'no role yet'})`;
}

function outsiderCalled(written: string): Who | undefined {
  const name = written
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return /[\p{L}\p{N}]/u.test(name) ? { name } : undefined;
}

/** A card's word: only a role that exists, on something that does. */
async function heldOf(house: House, project: Project, key: string): Promise<Held | undefined> {
  const held = readRoleKey(key);
  if (roleKey(held) !== key || !house.content.roles.some(({ id }) => id === held.role)) return undefined;
  if (held.on !== undefined && !project.applications.some(({ id }) => id === held.on)) return undefined;
  const integrations = held.in === undefined ? [] : await listIntegrations(house.store, project.id);
  return held.in === undefined || integrations.some(({ id }) => id === held.in) ? held : undefined;
}
