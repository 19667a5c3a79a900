/**
 * What to ask whom next. Computed from the answers each time, so nothing about "where we are" is ever stored: a restart,
 * a week's pause or a re-ordered topic file changes nothing.
 */
import type { Survey } from '../judgement/survey.ts';
import { type Subject, subjectKey } from './answer.ts';
import { type Interviewee, isOpen, saidSince } from './interviewee.ts';
import { choose, inOrder, type Put } from './order.ts';
import type { Question, QuestionKey } from './topic.ts';

/** At most this many questions in one sitting; after that people stop reading. */
export const sittingLength = 10;
const pageLength = 4;
/** Lines of radio buttons and inputs that fit a phone without getting lost. */
const pageLines = 20;
const secondsPerQuestion = 18;

export interface Page {
  readonly subject: Subject;
  /** Of one topic, or what a file says already, whatever topic it is of. */
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
  const { asked, open, planned } = sittingOf(known, who);
  if (open.length === 0) return { kind: 'done' };
  const [first] = planned;
  if (!first) return { kind: 'rest', left: open.length };
  const together = planned.filter(
    ({ section, confirms, first: isFirst }) =>
      section === first.section && (confirms || isFirst === first.first),
  );
  return {
    kind: 'page',
    page: {
      subject: first.standing.subject,
      questions: fitPage(together),
      progress: placeIn([...asked, ...planned], first.section, planned.length),
    },
  };
}

/** What was asked in this sitting, in that order; what is open; and what of it is still to come. */
function sittingOf(known: Survey, who: Interviewee) {
  const asked = known.standings.filter((standing) => saidSince(standing, who) !== undefined);
  const open = known.standings.filter((standing) => isOpen(standing, who));
  const times = new Map(asked.map((standing) => [standing, saidSince(standing, who)?.at ?? '']));
  const at = ({ standing }: Put) => times.get(standing) ?? '';
  return {
    asked: inOrder(asked, who).sort((one, other) => (at(one) < at(other) ? -1 : Number(at(one) > at(other)))),
    open,
    planned: choose(open, sittingLength - asked.length, who),
  };
}

/** How far along a page with these questions is: one that is shown again, or that *Back* leads to. */
export function progressAt(
  known: Survey,
  who: Interviewee,
  subject: Subject,
  questions: readonly QuestionKey[],
): Page['progress'] | undefined {
  const { asked, planned } = sittingOf(known, who);
  const sitting = [...asked, ...planned];
  const here = sitting.find(
    ({ standing }) =>
      questions.includes(standing.question.key) && subjectKey(standing.subject) === subjectKey(subject),
  );
  return here && placeIn(sitting, here.section, planned.length);
}

function placeIn(sitting: readonly Put[], section: string, ahead: number): Page['progress'] {
  const sections = [...new Set(sitting.map((each) => each.section))];
  return { topic: sections.indexOf(section) + 1, of: sections.length, minutes: minutesFor(ahead) };
}

/** What one sitting starting now would hold. */
export interface Foreseen {
  readonly questions: number;
  readonly minutes: number;
  /** Answers of a file that are only confirmed. */
  readonly confirms: number;
  /** Of the other questions, in the order of asking. */
  readonly topics: readonly string[];
}

export function foresee(known: Survey, who: Interviewee): Foreseen {
  const open = known.standings.filter((standing) => isOpen(standing, who));
  const planned = choose(open, sittingLength, who);
  const asked = planned.filter(({ confirms }) => !confirms);
  return {
    questions: planned.length,
    minutes: minutesFor(planned.length),
    confirms: planned.length - asked.length,
    topics: [...new Set(asked.map(({ standing }) => standing.question.topic))],
  };
}

function fitPage(puts: readonly Put[]): Question[] {
  const page: Question[] = [];
  let lines = 0;
  for (const put of puts) {
    lines += linesOf(put);
    if (page.length > 0 && (lines > pageLines || page.length >= pageLength)) break;
    page.push(put.standing.question);
  }
  return page;
}

/** As drawn: choices up to five are radio buttons, longer lists and what is only confirmed fold away, the rest is one input. */
function linesOf({ standing, confirms }: Put): number {
  const { answer } = standing.question;
  if (answer.kind === 'multi') return answer.options.length + 3;
  if (answer.kind === 'choice' && answer.options.length <= 5 && !confirms) return answer.options.length + 3;
  return 4;
}

export function minutesFor(questions: number): number {
  return Math.max(1, Math.ceil((questions * secondsPerQuestion) / 60));
}

export interface Taken {
  readonly subject: Subject;
  readonly turn: string;
  readonly questions: readonly QuestionKey[];
}

/** The pages this person has answered in the sitting, oldest first: what Back goes through. */
export function takenPages(known: Survey, who: Interviewee): Taken[] {
  const pages = new Map<string, { subject: Subject; turn: string; at: string; questions: QuestionKey[] }>();
  for (const standing of known.standings) {
    const { subject, question } = standing;
    const own = saidSince(standing, who);
    if (!own) continue;
    const key = `${own.turn}@${subjectKey(subject)}`;
    const page = pages.get(key) ?? { subject, turn: own.turn, at: own.at, questions: [] };
    page.questions.push(question.key);
    pages.set(key, page);
  }
  return [...pages.values()].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
