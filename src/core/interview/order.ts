/**
 * Which questions a sitting holds, and in which order. What somebody was asked for by name comes first; then the integration
 * they are interviewed about, its applications, and the project. About each thing it starts with what a file says already and
 * is only confirmed; then topic after topic, its core first and its follow-ups behind it.
 */
import type { Standing } from '../judgement/survey.ts';
import { subjectKey } from './answer.ts';
import { type Interviewee, isSeen } from './interviewee.ts';
import type { Question } from './topic.ts';
import { wantedKey } from './wanted.ts';

/** A question with its place in a sitting. */
export interface Put {
  readonly standing: Standing;
  /** Questions of one section follow each other: those of a topic about one thing, or what a file says about it. */
  readonly section: string;
  /** A file answers it: it is only confirmed. */
  readonly confirms: boolean;
  /** Asked by name, or on the core path and not seen yet. */
  readonly first: boolean;
  /** The smaller, the less it is left out when there is more than a sitting holds. */
  readonly rank: number;
}

/** As many of them as there is room for, in the order of asking. */
export function choose(open: readonly Standing[], room: number, who: Interviewee): Put[] {
  const ordered = inOrder(open, who);
  const chosen = new Set(ordered.toSorted((one, other) => one.rank - other.rank).slice(0, Math.max(0, room)));
  return ordered.filter((each) => chosen.has(each));
}

/** `standings`: in the order of the topics. */
export function inOrder(standings: readonly Standing[], who: Interviewee): Put[] {
  const things = placesOf(thingsInOrder(who));
  const topics = placesOf(standings.map(({ question }) => question.topic));
  const wanted = new Set(who.wanted?.map(wantedKey));
  return standings
    .map((standing) => {
      const { question, subject, suggested } = standing;
      const about = subjectKey(subject);
      const isWanted = wanted.has(wantedKey({ question: question.key, about }));
      const confirms = suggested !== undefined;
      const seen = isSeen(standing, who);
      const first = isWanted || (question.core && !seen);
      const topic = confirms ? 0 : topics.get(question.topic);
      const place = [isWanted ? 0 : 1, things.get(about) ?? things.size, confirms ? 0 : 1, topic ?? 0];
      return {
        standing,
        confirms,
        first,
        section: `${isWanted ? 'wanted ' : ''}${about} ${confirms ? 'on file' : question.topic}`,
        rank: isWanted ? 0 : rankOf(question, confirms, seen),
        place: [...place, first ? 0 : 1],
      };
    })
    .sort((one, other) => compare(one.place, other.place));
}

/**
 * The core path is kept free: a follow-up takes no room from the core of a later topic, and what an answer has just opened is
 * not put off for what could be asked at any time. Whoever leaves ten open would get the same ten in every sitting, if what
 * they have seen did not come last.
 */
function rankOf({ core, when }: Question, confirms: boolean, seen: boolean): number {
  if (seen) return 5;
  if (core) return 1;
  if (confirms) return 2;
  return when ? 3 : 4;
}

function thingsInOrder({ integration: { id, source, target }, wanted = [] }: Interviewee): string[] {
  const ends = [source, target].flatMap(({ application }) =>
    application === undefined ? [] : [`application:${application}`],
  );
  return [...wanted.map(({ about }) => about), `integration:${id}`, ...ends, 'project'];
}

/** The place of each: where it stands first. */
function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, place) => [name, place]));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((each, at) => each !== other[at]);
  return differs < 0 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0);
}
