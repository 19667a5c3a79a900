/** `ask Dana about CRM`: somebody is asked in their personal chat, and whoever asked hears when the answers are in. */
import type { Subject } from '../core/interview/answer.ts';
import { openFor } from '../core/interview/ask-by-name.ts';
import { minutesFor } from '../core/interview/interview.ts';
import { questionsAWeek } from '../core/interview/routing.ts';
import { type Wanted, wantedKey, wantedOf } from '../core/interview/wanted.ts';
import type { Integration, Member, Project } from '../core/landscape/landscape.ts';
import { readWho } from '../core/register/who.ts';
import type { Letter } from '../core/reminder/letter.ts';
import { addDays } from '../core/reminder/zone.ts';
import { askedIn, isLost, weekOf } from './asked.ts';
import type { Command } from './command.ts';
import { listIntegrations } from './documents.ts';
import type { House, Turn } from './house.ts';
import { fold, shorten } from './integrations.ts';
import { currentProject, memberOf, projectFor } from './membership.ts';
import { goneNotice, noProjectNotice, notice, problem, say } from './notices.ts';
import { post } from './outbox.ts';
import { planFor } from './plan.ts';
import type { Button, NoticeReply, Outcome } from './reply.ts';
import { thingsOf } from './things.ts';
import { todayOf } from './today.ts';

/** What "about" names; absent where whatever falls to the person is meant. */
type Thing = Exclude<Subject, { readonly scope: 'project' }>;
interface Named {
  readonly subject: Thing;
  readonly name: string;
}

const offered = 5;

/** "@Dana about CRM" → who, and about what. */
export function readAsk(typed: string): { readonly who: string; readonly about: string } {
  const [who = '', ...about] = typed
    .trim()
    .replace(/^@/, '')
    .split(/\s+about\s+/i);
  return { who: who.trim(), about: about.join(' about ').trim() };
}

/** `ask <person> about <application or integration>` */
export async function ask(
  house: House,
  turn: Turn,
  { name }: Extract<Command, { do: 'ask' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  const { who, about } = readAsk(name);
  const integrations = await listIntegrations(house.store, project.id);
  const people = peopleNamed(project, who);
  const things = about ? thingsNamed(project, integrations, about) : [];
  const [person, another] = people;
  if (!person || another) return say(whom(project, who, people, things));
  const [thing, other] = things;
  if (about && (!thing || other)) return say(aboutWhat(project, person, about, things));
  return say(await send(house, turn, project, integrations, person, thing));
}

/** A card's way to the same, once it is clear who and what is meant. */
export async function askPerson(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'ask-person' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  const person = project?.people.find(({ id, left }) => id === command.person && !left);
  const integrations = project ? await listIntegrations(house.store, project.id) : [];
  const thing = project && command.about && nameThing(project, integrations, command.about);
  if (!project || !person || (command.about && !thing)) return say(goneNotice());
  return say(await send(house, turn, project, integrations, person, thing || undefined));
}

/** Whole names before parts of names. */
function peopleNamed({ people }: Project, typed: string): Member[] {
  const here = people.filter(({ left }) => !left);
  const plain = fold(typed);
  if (!plain) return [];
  const exact = here.filter(({ name }) => fold(name) === plain);
  if (exact.length > 0) return exact;
  return here.filter(
    ({ name }) => fold(name).split(' ').includes(plain) || fold(name).startsWith(`${plain} `),
  );
}

/** Whether somebody of the project is meant: else it is no request, but something that was said. */
export function isSomebody(project: Project, typed: string): boolean {
  return peopleNamed(project, readAsk(typed).who).length > 0;
}

function thingsNamed(project: Project, integrations: readonly Integration[], typed: string): Named[] {
  const plain = fold(typed).replace(/^the /, '');
  const all: Named[] = [
    ...project.applications.map(({ id, name }) => ({ subject: { scope: 'application', id } as const, name })),
    ...integrations.map(({ id, name }) => ({ subject: { scope: 'integration', id } as const, name })),
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

const askButton = (project: Project, person: Member, thing: Named | undefined, title: string): Button => ({
  title,
  command: {
    do: 'ask-person',
    project: project.id,
    person: person.id,
    ...(thing ? { about: thing.subject } : {}),
  },
});

function whom(
  project: Project,
  typed: string,
  people: readonly Member[],
  things: readonly Named[],
): NoticeReply {
  const [thing, other] = things;
  if (people.length > 1)
    return {
      ...notice(`${people.length} people are called “${shorten(typed)}”`, ['Who is meant?']),
      buttons: people
        .slice(0, offered)
        .map((person) => askButton(project, person, other ? undefined : thing, person.name)),
    };
  if (!typed)
    return notice('Who is to be asked?', ['Say a name, and about what: “ask Dana about CRM”.'], 'plan');
  const outside = readWho(typed, []);
  const known = (project.outsiders ?? []).find(
    ({ name }) => outside.ok && fold(name) === fold(outside.who.name),
  );
  return known
    ? problem(`${known.name} is not in Teams`, [
        'I cannot ask them. Ask them yourself, and say what they told you in an interview of your own.',
      ])
    : problem(
        `Nobody in ${project.name} is called “${shorten(typed)}”`,
        [
          'I know people once they have written to me, or where I was added. Ask them to say “hello” to me, and try again.',
        ],
        'plan',
      );
}

function aboutWhat(project: Project, person: Member, typed: string, things: readonly Named[]): NoticeReply {
  if (things.length === 0)
    return problem(
      `Nothing here is called “${shorten(typed)}”`,
      ['Name an application or an integration.'],
      'list',
    );
  return {
    ...notice(`${things.length} match “${shorten(typed)}”`, ['About which?']),
    buttons: things
      .slice(0, offered)
      .map((thing) =>
        askButton(
          project,
          person,
          thing,
          thing.subject.scope === 'integration' ? thing.name : `${thing.name} (application)`,
        ),
      ),
  };
}

async function send(
  house: House,
  turn: Turn,
  project: Project,
  integrations: readonly Integration[],
  person: Member,
  thing: Named | undefined,
): Promise<NoticeReply> {
  const { caller } = turn;
  if (person.id === caller.id)
    return notice('That is you', ['What waits for you is asked with: continue'], 'continue');
  const open = await openOf(house, turn, project, integrations, person, thing);
  if (open.length === 0) return nothingOpen(person, thing);
  const { wanted, next } = await withinTheWeek(house, project, person, open);
  if (wanted.length === 0)
    return notice(`${person.name} has been asked enough this week`, [
      `Nobody is asked more than ${questionsAWeek} questions a week. From ${next} on they can be asked again.`,
    ]);
  const letter = letterOf(house, turn, project, person, thing, wanted);
  await post(house, [letter]);
  const minutes = minutesFor(wanted.length);
  const names = thing ? thing.name : thingsOf(wanted, project, integrations).slice(0, 2).join(' and ');
  return notice(`${person.name} will be asked ${countOf(wanted.length)} about ${names}`, [
    `It takes them about ${minutes === 1 ? 'one minute' : `${minutes} minutes`}, in their chat with me.`,
    'I tell you when the answers are in, or if they cannot be reached.',
  ]);
}

const countOf = (questions: number) => (questions === 1 ? 'one question' : `${questions} questions`);

async function openOf(
  house: House,
  turn: Turn,
  project: Project,
  integrations: readonly Integration[],
  person: Member,
  thing: Named | undefined,
): Promise<readonly Wanted[]> {
  const { content, calculations } = house;
  if (thing) return openFor(content, calculations, project, integrations, person, thing.subject, turn.at);
  const part = (await planFor(house, project)).parts.find(({ member }) => member.id === person.id);
  return part ? [...part.now, ...part.later].map(wantedOf) : [];
}

function nothingOpen({ name, roles }: Member, thing: Named | undefined): NoticeReply {
  if (!thing && roles.length === 0)
    return notice(`I do not know yet what ${name} can say`, [
      `Nothing is noted of what they do. Say about what: “ask ${name} about …”`,
    ]);
  return notice(`Nothing is open that ${name} could say${thing ? ` about ${thing.name}` : ''}`, [
    'They have answered it, or others in their role have.',
  ]);
}

/** As much of it as they may be asked this week; what they were asked already and have not answered is asked once more. */
async function withinTheWeek(house: House, project: Project, person: Member, open: readonly Wanted[]) {
  const week = weekOf(house);
  const asked = (await askedIn(house, project.id))
    .filter((each) => each.person.id === person.id && !isLost(each) && each.posted.at >= week)
    .flatMap(({ content }) => content.wanted ?? []);
  const known = new Set(asked.map(wantedKey));
  let room = questionsAWeek - known.size;
  const wanted = open.filter((each) => {
    if (known.has(wantedKey(each))) return true;
    room -= 1;
    return room >= 0;
  });
  return { wanted: wanted.slice(0, questionsAWeek), next: addDays(week, 7) };
}

/** Asked twice on one day by one person about one thing, it is one letter. */
function letterOf(
  house: House,
  { caller }: Turn,
  { id: project, home }: Project,
  person: Member,
  thing: Named | undefined,
  wanted: readonly Wanted[],
): Letter {
  const about = thing ? `${thing.subject.scope}:${thing.subject.id}` : 'all';
  return {
    id: `asked/${caller.id}/${person.id}/${about}/${todayOf(house)}`,
    project,
    to: {
      kind: 'person',
      tenant: home.kind === 'anyone' ? caller.tenant : home.tenant,
      id: person.id,
      name: person.name,
    },
    about: `${caller.name} asks ${countOf(wanted.length)}${thing ? ` about ${thing.name}` : ''}`,
    content: {
      kind: 'asked',
      by: { id: caller.id, name: caller.name },
      integration: wanted[0]?.via ?? '',
      wanted,
      waits: true,
    },
    urgency: 'at-once',
  };
}
