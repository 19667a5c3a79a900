/** `ask Dana about CRM as owner`: somebody is asked in their personal chat, and whoever asked hears when the answers are in. */
import type { Role } from '../../core/interview/topic.ts';
import type { Integration, Member, Project } from '../../core/landscape/landscape.ts';
import type { Command } from '../command.ts';
import { listIntegrations } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, problem, say } from '../notices.ts';
import { fold, shorten } from '../project/integrations.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import type { Button, NoticeReply, Outcome } from '../reply.ts';
import { type Named, send, type Thing } from './asking.ts';
import { heldOn, roleNamed } from './find-role.ts';
import { nobodyToAsk, personToAsk, whoToAsk } from './who-to-ask.ts';

const offered = 5;

interface Said {
  readonly who: string;
  readonly about: string;
  readonly as?: Role;
}

/** "@Dana about CRM as owner" → who, about what, and as what. Software as a service is no role of anybody. */
export function readAsk(typed: string, roles: readonly Role[]): Said {
  const [, before = '', last = ''] = /^(.*)\s+as\s+(?:an?\s+)?(.+)$/i.exec(typed.trim()) ?? [];
  const as = roleNamed(roles, last);
  const [who = '', ...about] = (as ? before : typed)
    .trim()
    .replace(/^@/, '')
    .split(/\s+about\s+/i);
  return { who: who.trim(), about: about.join(' about ').trim(), ...(as ? { as } : {}) };
}

/** `ask <person> about <application or integration> as <role>` */
export async function ask(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'ask' }>,
): Promise<Outcome> {
  const found = await currentProject(house, turn.caller);
  if (!found) return say(noProjectNotice());
  await memberOf(house, found, turn.caller);
  const { who, about, as } = readAsk(name, house.content.roles);
  if (!who)
    return say(notice('Who is to be asked?', ['Say a name, and about what: “ask Dana about CRM”.'], 'plan'));
  const person = await whoToAsk(house, found, who);
  // Whoever came or went according to Teams is noted by then.
  const project = (await projectFor(house, turn.caller, found.id)) ?? found;
  const integrations = await listIntegrations(house.store, project.id);
  const things = about ? thingsNamed(project, integrations, about, as) : [];
  const [thing, other] = things;
  if (person.kind !== 'found') {
    const way = (each: Member, title: string) =>
      askButton(project, each, { title, ...(other ? {} : { about: thing }), as });
    return say(nobodyToAsk(house, project, person, way));
  }
  if (about && (!thing || other)) return say(aboutWhat(project, person.person, about, as, things));
  return say(await asked(house, turn, project, integrations, { person: person.person, about: thing, as }));
}

/** A card's way to the same, once it is clear who and what is meant. */
export async function askPerson(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'ask-person' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  const person = project && (await personToAsk(house, project, command.person));
  const integrations = project ? await listIntegrations(house.store, project.id) : [];
  const about = project && command.about && nameThing(project, integrations, command.about);
  const as = house.content.roles.find(({ id }) => id === command.as);
  if (!project || !person || (command.about && !about) || (command.as && !as)) return say(goneNotice());
  return say(await asked(house, turn, project, integrations, { person, about: about || undefined, as }));
}

interface Meant {
  readonly person: Member;
  readonly about: Named | undefined;
  readonly as: Role | undefined;
}

async function asked(
  house: House,
  turn: Turn,
  project: Project,
  integrations: readonly Integration[],
  { person, about, as }: Meant,
): Promise<NoticeReply> {
  const held = as && heldOn(as, about?.subject);
  if (as && !held)
    return problem('Which application is owned?', [`Say its name: “ask ${person.name} about CRM as owner”.`]);
  return send(house, turn, project, integrations, {
    person,
    ...(about ? { about } : {}),
    ...(held ? { as: held } : {}),
  });
}

/** Whether somebody of the project is meant: else it is no request, but something that was said. */
export async function isSomebody(house: House, project: Project, typed: string): Promise<boolean> {
  const { who } = readAsk(typed, house.content.roles);
  if (!who) return false;
  const { kind } = await whoToAsk(house, project, who);
  return kind === 'found' || kind === 'doubt';
}

/** An owner owns applications. */
function thingsNamed(
  project: Project,
  integrations: readonly Integration[],
  typed: string,
  as: Role | undefined,
): Named[] {
  const plain = fold(typed).replace(/^the /, '');
  const all: Named[] = [
    ...project.applications.map(({ id, name }) => ({ subject: { scope: 'application', id } as const, name })),
    ...(as?.ofApplication ? [] : integrations).map(({ id, name }) => ({
      subject: { scope: 'integration', id } as const,
      name,
    })),
  ];
  const exact = all.filter(({ name, subject }) => fold(name) === plain || subject.id === plain);
  return exact.length > 0 ? exact : all.filter(({ name }) => fold(name).includes(plain));
}

function nameThing(
  project: Project,
  integrations: readonly Integration[],
  subject: Thing,
): Named | undefined {
  const things = subject.scope === 'application' ? project.applications : integrations;
  const thing = things.find(({ id }) => id === subject.id);
  return thing && { subject, name: thing.name };
}

function askButton(
  { id }: Project,
  person: Member,
  { title, about, as }: { readonly title: string; readonly about?: Named | undefined } & Pick<Meant, 'as'>,
): Button {
  return {
    title,
    command: {
      do: 'ask-person',
      project: id,
      person: person.id,
      ...(about ? { about: about.subject } : {}),
      ...(as ? { as: as.id } : {}),
    },
  };
}

function aboutWhat(
  project: Project,
  person: Member,
  typed: string,
  as: Role | undefined,
  things: readonly Named[],
): NoticeReply {
  if (things.length === 0)
    return problem(
      `Nothing here is called “${shorten(typed)}”`,
      [as?.ofApplication ? 'Name an application.' : 'Name an application or an integration.'],
      'list',
    );
  return {
    ...notice(`${things.length} match “${shorten(typed)}”`, ['About which?']),
    buttons: things.slice(0, offered).map((about) => {
      const title = about.subject.scope === 'integration' ? about.name : `${about.name} (application)`;
      return askButton(project, person, { title, about, as });
    }),
  };
}
