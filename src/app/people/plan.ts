/** `plan`: who would be asked what this week; and sending it, which nothing else does. */
import { subjectKey } from '../../core/interview/answer.ts';
import { minutesFor } from '../../core/interview/interview.ts';
import { type Open, openQuestionsOf } from '../../core/interview/open-questions.ts';
import { type Ask, type Part, questionsAWeek, route } from '../../core/interview/routing.ts';
import { nearestFirst, stillWanted, wantedKey, wantedOf } from '../../core/interview/wanted.ts';
import { forgottenOwners } from '../../core/judgement/forgotten.ts';
import type { Integration, Member, Project } from '../../core/landscape/landscape.ts';
import { isManager, managersOf } from '../../core/landscape/trust.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import type { Command } from '../command.ts';
import { markOf } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, noProjectNotice, notice, problem, say } from '../notices.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import { judgeProject } from '../register/judge-project.ts';
import { post } from '../reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { askedIn, isLost, onFileIn, weekOf } from './asked.ts';
import type { PlanReply } from './plan-reply.ts';
import { roleInWords } from './role-words.ts';
import { thingsOf } from './things.ts';

const perPage = 8;
/** To write to more people than that at once is said once more first. */
const manyPeople = 10;

/** `plan` */
export async function plan(
  house: House,
  turn: Turn,
  { page }: Extract<Command, { do: 'plan' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  return say(await shown(house, turn, project, page));
}

/** Another page of it, or the way back from the question whether it is meant. */
export async function showPlan(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'show-plan' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  if (!project) return say(goneNotice());
  return { replace: await shown(house, turn, project, command.page), messages: [] };
}

async function shown(house: House, turn: Turn, project: Project, page: number) {
  // It says who has how much to answer, which is between those people and who manages the project.
  if (turn.caller.conversation.kind !== 'personal') return inPrivate();
  return planReply(turn, project, await planFor(house, project), page, house);
}

/** *Ask them*. Only now anything goes out. */
export async function sendPlan(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'send-plan' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, command.project);
  if (!project) return say(goneNotice());
  if (turn.caller.conversation.kind !== 'personal') return say(inPrivate());
  if (!isManager(project, turn.caller.id)) return say(notForYou(project));
  const planned = await planFor(house, project);
  const letters = planned.parts.flatMap((part) => letterFor(turn, project, planned, part));
  if (letters.length === 0)
    return say(
      notice('There is nobody to ask now', ['All who can answer have been asked this week.'], 'summary'),
    );
  if (letters.length > manyPeople && command.sure !== letters.length)
    return { replace: areYouSure(project, letters.length), messages: [] };
  await post(house, letters);
  return { replace: sent(letters.length), messages: [] };
}

const inPrivate = () =>
  notice('Let us do this in private', [
    'The plan says who has how much to answer. Whoever manages the project sees it in their chat with me.',
    'Open a chat with me and send: plan',
  ]);

function areYouSure({ id, name }: Project, people: number): NoticeReply {
  return {
    kind: 'notice',
    tone: 'plain',
    title: `This writes to ${people} people`,
    lines: [
      `Each of them gets one message about ${name}, in the name of whoever taps this. It cannot be taken back.`,
    ],
    buttons: [
      { title: `Yes, ask ${people} people`, command: { do: 'send-plan', project: id, sure: people } },
      { title: 'Back to the plan', command: { do: 'show-plan', project: id, page: 1 } },
    ],
  };
}

function sent(people: number): NoticeReply {
  return notice(people === 1 ? 'One person will be asked' : `${people} people will be asked`, [
    'Each gets one message, in their own working hours, with what they are asked, why, and how long it takes.',
    'I remind them, and tell you if somebody cannot be reached. To see what came of it, send: participation',
  ]);
}

function notForYou(project: Project): NoticeReply {
  const names = managersOf(project).map(({ name }) => name);
  return problem('Whoever manages the project sends this', [
    `That is ${names.join(' or ')}. A message to many people should come from one place.`,
  ]);
}

export interface Planned {
  readonly week: string;
  readonly parts: readonly PlannedPart[];
  readonly nobody: readonly Open[];
  readonly integrations: readonly Integration[];
}

interface PlannedPart {
  readonly member: Member;
  /** Not asked yet, and within what one person is asked in a week. */
  readonly now: readonly Ask[];
  readonly later: readonly Ask[];
  /** Asked this week already, and what of it is still open. */
  readonly before: { readonly questions: number; readonly left: number };
  /** They got this week's message. */
  readonly isSent: boolean;
  /** Open risks reach what they own, and nobody has asked them, not even by a letter that is on its way. */
  readonly isForgotten: boolean;
}

export async function planFor(house: House, project: Project): Promise<Planned> {
  const { content, calculations } = house;
  const { integrations, findings } = await judgeProject(house, project);
  const open = openQuestionsOf(content, calculations, project, integrations);
  const places = forgottenOwners(content, calculations, project, integrations, findings);
  const forgotten = new Set(places.flatMap(({ owners }) => owners.flatMap(({ id }) => id ?? [])));
  const { parts, nobody } = route(open, questionsAWeek, forgotten);
  const week = weekOf(house);
  const ever = (await askedIn(house, project.id)).filter((each) => !isLost(each));
  const asked = ever.filter(({ posted }) => posted.at >= week);
  const onFile = onFileIn(project, integrations);
  const planPart = ({ member, asks, isForgotten }: Part): PlannedPart => {
    const own = asked.filter(({ person }) => person.id === member.id);
    const wanted = own.flatMap(({ content }) => content.wanted ?? []);
    const known = new Set(wanted.map(wantedKey));
    const fresh = asks.filter(({ question, subject }) => {
      return !known.has(wantedKey({ question: question.key, about: subjectKey(subject) }));
    });
    const room = Math.max(0, questionsAWeek - wanted.length);
    return {
      member,
      now: fresh.slice(0, room),
      later: fresh.slice(room),
      before: {
        questions: wanted.length,
        left: stillWanted(wanted, member.id, onFile, house.content).length,
      },
      isSent: own.some(({ posted }) => posted.letter.id === planLetterId(week, member.id)),
      isForgotten: isForgotten && ever.every(({ person }) => person.id !== member.id),
    };
  };
  return { week, parts: parts.map(planPart), nobody, integrations };
}

const planLetterId = (week: string, person: string) => `asked/plan/${week}/${markOf(person)}`;

/** One letter for one person and week; nothing for whoever sends it, who has the plan before them. */
function letterFor(
  { caller }: Turn,
  { id: project, home }: Project,
  { week }: Planned,
  { member, now, isSent }: PlannedPart,
): Letter[] {
  const [first] = now;
  if (!first || isSent || member.id === caller.id) return [];
  return [
    {
      id: planLetterId(week, member.id),
      project,
      to: {
        kind: 'person',
        tenant: home.kind === 'anyone' ? caller.tenant : home.tenant,
        id: member.id,
        name: member.name,
      },
      about: `${caller.name} asks ${now.length === 1 ? 'one question' : `${now.length} questions`}`,
      content: {
        kind: 'asked',
        by: { id: caller.id, name: caller.name },
        integration: first.via,
        wanted: nearestFirst(now.map(wantedOf)),
      },
      urgency: 'daily',
    },
  ];
}

function planReply(turn: Turn, project: Project, planned: Planned, wanted: number, house: House): PlanReply {
  const { parts, nobody, integrations, week } = planned;
  const pages = Math.max(1, Math.ceil(parts.length / perPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const manages = isManager(project, turn.caller.id);
  const send = parts.flatMap((part) => letterFor(turn, project, planned, part)).length;
  const asking = parts.filter(({ now }) => now.length > 0);
  return {
    kind: 'plan',
    project: { id: project.id, name: project.name },
    week,
    people: parts
      .slice((page - 1) * perPage, page * perPage)
      .map(({ member, now, later, before, isForgotten }) => ({
        name: member.name,
        roles: member.roles.map((held) => roleInWords(house.content, project, integrations, held)),
        questions: now.length,
        minutes: minutesFor(now.length),
        topics: thingsOf(now.length > 0 ? now.map(wantedOf) : [], project, integrations),
        later: later.length,
        ...(before.questions > 0 ? { asked: before } : {}),
        ...(isForgotten ? { isForgotten } : {}),
        isReader: member.id === turn.caller.id,
      })),
    total: { people: asking.length, questions: asking.reduce((sum, { now }) => sum + now.length, 0) },
    page,
    pages,
    nobody: missing(house, project, integrations, nobody),
    ...(manages && send > 0 ? { send } : {}),
    managers: manages ? [] : managersOf(project).map(({ name }) => name),
  };
}

/** By the role that is placed best to know; where people were tried, they said that they do not. */
function missing(
  house: House,
  project: Project,
  integrations: readonly Integration[],
  nobody: readonly Open[],
): PlanReply['nobody'] {
  const byRole = new Map<string, Open[]>();
  for (const open of nobody) {
    const [role = ''] = open.question.roles;
    byRole.set(role, [...(byRole.get(role) ?? []), open]);
  }
  return [...byRole]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([role, open]) => ({
      role,
      title: house.content.roles.find(({ id }) => id === role)?.title ?? role,
      questions: open.length,
      topics: thingsOf(
        open.map(({ subject }) => ({ about: subjectKey(subject) })),
        project,
        integrations,
      ),
      outside: [...new Set(open.flatMap(({ outside }) => outside))],
    }));
}
