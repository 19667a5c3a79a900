/** Asking one person by name: what is open that they could say, how much of it this week, and the letter. */
import type { Subject } from '../../core/interview/answer.ts';
import { openFor } from '../../core/interview/ask-by-name.ts';
import { minutesFor } from '../../core/interview/interview.ts';
import { questionsAWeek } from '../../core/interview/routing.ts';
import { nearestFirst, type Wanted, wantedKey, wantedOf } from '../../core/interview/wanted.ts';
import type { HeldRole, Integration, Member, Project } from '../../core/landscape/landscape.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import { addDays } from '../../core/reminder/zone.ts';
import { markOf, readProject } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice } from '../notices.ts';
import { post } from '../reminder/outbox.ts';
import type { NoticeReply } from '../reply.ts';
import { todayOf } from '../today.ts';
import { askedIn, isLost, weekOf } from './asked.ts';
import { hold } from './hold-role.ts';
import { planFor } from './planning.ts';
import { thingsOf } from './things.ts';
import { withPerson } from './who-to-ask.ts';

/** What "about" names; absent where whatever falls to the person is meant. */
export type Thing = Exclude<Subject, { readonly scope: 'project' }>;
export interface Named {
  readonly subject: Thing;
  readonly name: string;
}

export interface Request {
  readonly person: Member;
  readonly about?: Named;
  /** The role they are asked in, and hold from now on. */
  readonly as?: Pick<HeldRole, 'role' | 'on' | 'in'>;
}

export async function send(
  house: House,
  turn: Turn,
  before: Project,
  integrations: readonly Integration[],
  { person: asked, about: thing, as }: Request,
): Promise<NoticeReply> {
  const { id, name } = asked;
  if (id === turn.caller.id)
    return notice('That is you', ['What waits for you is asked with: continue'], 'continue');
  const noted = as ? await hold(house, turn, before, { id, name }, as) : undefined;
  const known = noted ? await readProject(house.store, before.id) : undefined;
  const project = await withPerson(house, known ?? before, asked);
  const person = project.people.find((each) => each.id === id) ?? asked;
  const reply = await ask(house, turn, project, integrations, person, thing);
  return noted ? { ...reply, lines: [...reply.lines, `${noted.title}. ${noted.lines.join(' ')}`] } : reply;
}

async function ask(
  house: House,
  turn: Turn,
  project: Project,
  integrations: readonly Integration[],
  person: Member,
  thing: Named | undefined,
): Promise<NoticeReply> {
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
    id: `asked/${markOf(caller.id)}/${markOf(person.id)}/${about}/${todayOf(house)}`,
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
      wanted: thing ? wanted : nearestFirst(wanted),
      waits: true,
    },
    urgency: 'at-once',
  };
}
