/**
 * What to ask whom next. Computed from the answers each time, so nothing about "where we are" is ever stored: a restart,
 * a week's pause or a re-ordered topic file changes nothing.
 */
import type { Standing, Survey } from '../judgement/survey.ts';
import type { Integration, Member } from '../landscape/landscape.ts';
import { holdsRole } from '../landscape/roles.ts';
import { type Answer, type Subject, subjectKey } from './answer.ts';
import type { Question, QuestionKey, Role } from './topic.ts';

/** At most this many questions in one sitting; after that people stop reading. */
export const sittingLength = 10;
const pageLength = 4;
/** Lines of radio buttons and inputs that fit a phone without getting lost. */
const pageLines = 20;
const secondsPerQuestion = 18;

export interface Interviewee {
  readonly member: Member;
  readonly roles: readonly Role[];
  readonly integration: Integration;
  /** When the sitting began, ISO 8601. */
  readonly since: string;
}

export interface Page {
  readonly topic: string;
  readonly subject: Subject;
  readonly questions: readonly Question[];
  /** "Topic 2 of 4 · about 1 minute". */
  readonly progress: { readonly topic: number; readonly of: number; readonly minutes: number };
}

export type Next =
  | { readonly kind: 'page'; readonly page: Page }
  /** The sitting is full; so many questions wait for the next one. */
  | { readonly kind: 'rest'; readonly left: number }
  /** There is nothing left that this person can know. */
  | { readonly kind: 'done' };

export function nextPage(known: Survey, who: Interviewee): Next {
  const asked = known.standings.filter((standing) => answeredSince(standing, who));
  const room = sittingLength - asked.length;
  const open = known.standings.filter((standing) => isOpen(standing, who));
  if (open.length === 0) return { kind: 'done' };
  if (room <= 0) return { kind: 'rest', left: open.length };
  const planned = plan(open, room, who);
  const [first] = planned;
  if (!first) return { kind: 'rest', left: open.length };
  const together = planned.filter(
    ({ question, subject }) =>
      question.topic === first.question.topic &&
      question.core === first.question.core &&
      subjectKey(subject) === subjectKey(first.subject),
  );
  return {
    kind: 'page',
    page: {
      topic: first.question.topic,
      subject: first.subject,
      questions: fitPage(together.map(({ question }) => question)),
      progress: placeIn(known, [...asked, ...planned], first.question.topic, planned.length),
    },
  };
}

/** How far along a page of this topic is: one that is shown again, or that *Back* leads to. */
export function progressAt(known: Survey, who: Interviewee, topic: string): Page['progress'] | undefined {
  const asked = known.standings.filter((standing) => answeredSince(standing, who));
  const open = known.standings.filter((standing) => isOpen(standing, who));
  const planned = plan(open, sittingLength - asked.length, who);
  const sitting = [...asked, ...planned];
  if (sitting.every(({ question }) => question.topic !== topic)) return undefined;
  return placeIn(known, sitting, topic, planned.length);
}

/** Topics count in the order they are asked in. */
function placeIn(
  known: Survey,
  sitting: readonly Standing[],
  topic: string,
  ahead: number,
): Page['progress'] {
  const topics = new Set(sitting.map(({ question }) => question.topic));
  const inOrder = known.standings.map(({ question }) => question.topic).filter((each) => topics.has(each));
  const ordered = [...new Set(inOrder)];
  return { topic: ordered.indexOf(topic) + 1, of: ordered.length, minutes: minutesFor(ahead) };
}

/** What one sitting starting now would hold: so many questions, of these topics. */
export function foresee(
  known: Survey,
  who: Interviewee,
): { questions: number; minutes: number; topics: string[] } {
  const planned = plan(
    known.standings.filter((standing) => isOpen(standing, who)),
    sittingLength,
    who,
  );
  const topics = [...new Set(planned.map(({ question }) => question.topic))];
  return { questions: planned.length, minutes: minutesFor(planned.length), topics };
}

/**
 * The core path comes first and its place is kept free: within a topic core questions, then the follow-ups that still
 * fit once the core of the later topics is counted.
 */
function plan(open: readonly Standing[], room: number, who: Interviewee): Standing[] {
  // What somebody has already passed over comes after everything that they have not seen.
  const comesFirst = (standing: Standing) => standing.question.core && !isSeen(standing, who);
  const core = open.filter(comesFirst);
  let spare = room - core.length;
  const chosen = new Set(core.slice(0, room));
  const later = open.filter((standing) => !comesFirst(standing));
  const unseen = later.filter((standing) => !isSeen(standing, who));
  // Else whoever leaves ten open would get the same ten in every sitting, and never the next one.
  for (const standing of [...unseen, ...later.filter((each) => isSeen(each, who))]) {
    if (spare <= 0) break;
    chosen.add(standing);
    spare -= 1;
  }
  const topicOrder = [...new Set(open.map(({ question }) => question.topic))];
  return topicOrder.flatMap((topic) => {
    const ofTopic = open.filter((standing) => standing.question.topic === topic && chosen.has(standing));
    return [...ofTopic.filter(comesFirst), ...ofTopic.filter((standing) => !comesFirst(standing))];
  });
}

function fitPage(questions: readonly Question[]): Question[] {
  const page: Question[] = [];
  let lines = 0;
  for (const question of questions) {
    lines += linesOf(question);
    if (page.length > 0 && (lines > pageLines || page.length >= pageLength)) break;
    page.push(question);
  }
  return page;
}

/** As drawn: choices up to five are radio buttons, longer lists fold away, the rest is one input. */
function linesOf(question: Question): number {
  const { answer } = question;
  if (answer.kind === 'multi') return answer.options.length + 3;
  if (answer.kind === 'choice' && answer.options.length <= 5) return answer.options.length + 3;
  return 4;
}

export function minutesFor(questions: number): number {
  return Math.max(1, Math.ceil((questions * secondsPerQuestion) / 60));
}

/** Put to this person, and not yet answered: by them, or by somebody else where one answer is enough. */
export function isOpen(standing: Standing, who: Interviewee): boolean {
  const { question, answers, applies } = standing;
  if (standing.settled) return false;
  if (applies !== 'yes' || !canKnow(question, standing.subject, who)) return false;
  const own = answers.find((answer) => isBy(answer, who));
  // What was left open in an earlier sitting is asked again; what was left open in this one is not.
  if (own && (own.said.kind !== 'passed' || own.at >= who.since)) return false;
  const held = answers.some(({ said }) => said.kind === 'value' || said.kind === 'not-applicable');
  return !held || comparedWith(question, standing.subject, who);
}

function isSeen({ answers }: Standing, who: Interviewee): boolean {
  return answers.some((answer) => isBy(answer, who));
}

function answeredSince(standing: Standing, who: Interviewee): boolean {
  return standing.answers.some((answer) => isAnswerSince(answer, who));
}

/** To confirm what was said earlier is no question answered. */
function isAnswerSince(answer: Answer, who: Interviewee): boolean {
  return isBy(answer, who) && answer.at >= who.since && !answer.confirms;
}

export function isBy(answer: Answer, who: Pick<Interviewee, 'member'>): boolean {
  return answer.by.kind === 'person' && answer.by.id === who.member.id;
}

/** Somebody without a role is asked everything. */
export function canKnow(question: Question, subject: Subject, who: Interviewee): boolean {
  return who.member.roles.length === 0 || question.roles.some((role) => holds(role, subject, who));
}

function comparedWith(question: Question, subject: Subject, who: Interviewee): boolean {
  if (who.member.roles.length === 0) return question.compare.length > 0;
  return question.compare.some((role) => holds(role, subject, who));
}

function holds(role: string, subject: Subject, { member, roles, integration }: Interviewee): boolean {
  return holdsRole(member, role, { subject, integration }, roles);
}

export interface Taken {
  readonly subject: Subject;
  readonly turn: string;
  readonly questions: readonly QuestionKey[];
}

/** The pages this person has answered in the sitting, oldest first: what Back goes through. */
export function takenPages(known: Survey, who: Interviewee): Taken[] {
  const pages = new Map<string, { subject: Subject; turn: string; at: string; questions: QuestionKey[] }>();
  for (const { answers, subject, question } of known.standings) {
    const own = answers.find((answer) => isAnswerSince(answer, who));
    if (!own) continue;
    const key = `${own.turn}@${subjectKey(subject)}`;
    const page = pages.get(key) ?? { subject, turn: own.turn, at: own.at, questions: [] };
    page.questions.push(question.key);
    pages.set(key, page);
  }
  return [...pages.values()].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
