/** What somebody said, when, to which question. Answers are a log: nothing in it is ever changed. */
import type { QuestionKey } from './topic.ts';

export type Value =
  | { readonly type: 'choice'; readonly option: string }
  | { readonly type: 'multi'; readonly options: readonly string[] }
  /** In the question's unit; `low` equals `high` where one number was given. */
  | { readonly type: 'number'; readonly low: number; readonly high: number }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'people'; readonly names: readonly string[] }
  | { readonly type: 'text'; readonly text: string };

export type Said =
  /** `words`: as typed, kept where it says more than the value: "about 2 million a day". */
  | { readonly kind: 'value'; readonly value: Value; readonly words?: string }
  /** "I don't know": data, not a gap. */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly note?: string }
  /** "Someone else knows": who. */
  | { readonly kind: 'referred'; readonly to: string }
  /** Seen and left open. */
  | { readonly kind: 'passed' };

export type Speaker =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  /** An imported file: pre-fills a page, counts for nothing until a person confirms it. */
  | { readonly kind: 'file'; readonly name: string; readonly line: number };

export interface Answer {
  readonly question: QuestionKey;
  readonly by: Speaker;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The command that brought it; answers of one page share it. */
  readonly turn: string;
  readonly said: Said;
  /** The same as this person had said before, which had grown old. */
  readonly confirms?: true;
}

/** What one answer is about. */
export type Subject =
  | { readonly scope: 'project' }
  | { readonly scope: 'application'; readonly id: string }
  | { readonly scope: 'integration'; readonly id: string };

export function subjectKey(subject: Subject): string {
  return subject.scope === 'project' ? 'project' : `${subject.scope}:${subject.id}`;
}

/** The subject of a `subjectKey`. */
export function subjectOf(key: string): Subject {
  const [scope, ...id] = key.split(':');
  return scope === 'application' || scope === 'integration'
    ? { scope, id: id.join(':') }
    : { scope: 'project' };
}

/** The newest answer of each speaker to one question, oldest speaker first; without the forgotten who gave way. */
export function newestPerSpeaker(answers: readonly Answer[], question: QuestionKey): readonly Answer[] {
  let newest: Answer[] = [];
  for (const answer of answers) {
    if (answer.question === question) newest = withNewest(newest, answer);
  }
  return letForgottenGiveWay(newest);
}

/** Among the newest answers to one question: in the place of what the same speaker said before. */
export function withNewest(newest: readonly Answer[], answer: Answer): Answer[] {
  const before = newest.findIndex(({ by }) => isSame(by, answer.by));
  return before < 0 ? [...newest, answer] : newest.with(before, answer);
}

/** Who stands in the place of somebody who asked to be forgotten; each of them has an id that says nothing. */
export const standInName = 'Somebody who asked to be forgotten';

export function isForgotten(by: Speaker): boolean {
  return by.kind === 'person' && by.name === standInName;
}

/**
 * Nobody can ask somebody forgotten whether it still holds, nor tell whether they have answered again under their name:
 * what they said counts until anybody knows better, and differs from nobody then. It stays on file.
 */
export function letForgottenGiveWay(newest: readonly Answer[]): readonly Answer[] {
  if (!newest.some(({ by }) => isForgotten(by))) return newest;
  const knowing = newest.filter(
    ({ by, said }) => by.kind === 'person' && !isForgotten(by) && knowsBetter(said),
  );
  return newest.filter(({ by, at }) => !isForgotten(by) || knowing.every((other) => other.at < at));
}

/** That it does not apply is an answer; that somebody does not know is none. */
function knowsBetter({ kind }: Said): boolean {
  return kind === 'value' || kind === 'not-applicable';
}

function isSame(one: Speaker, other: Speaker): boolean {
  if (one.kind === 'person') return other.kind === 'person' && one.id === other.id;
  return other.kind === 'file' && one.name === other.name;
}

export function speakerKey(by: Speaker): string {
  return by.kind === 'person' ? `person:${by.id}` : `file:${by.name}`;
}

/** The same was said, whoever put it on file: the order in which its parts were written says nothing. */
export function sameSaid(one: Said, other: Said): boolean {
  return isEqual(one, other);
}

function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return mine.length === theirs.size && mine.every(([key, value]) => isEqual(value, theirs.get(key)));
}
