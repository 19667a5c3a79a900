/**
 * The one language for "ask this when" and "this is a risk when". Three-valued: yes, no, unknown.
 *
 * Where people differ, or a number is a range, the reading that lets the condition hold counts; inside `not` it is the
 * other way round. So a risk is judged at its worse end at any depth, and what does not apply never raises anything.
 */
import type { Answer, Subject, Value } from '../interview/answer.ts';
import type { DateId, Limit, Question, QuestionKey } from '../interview/topic.ts';
import type { Band, Outcome } from './calculation.ts';
import { differ } from './disagreement.ts';

export type Truth = 'yes' | 'no' | 'unknown';

export type Condition =
  | { readonly question: QuestionKey; readonly is: string }
  | { readonly question: QuestionKey; readonly oneOf: readonly string[] }
  /** A multiple choice holds at least one of these. */
  | { readonly question: QuestionKey; readonly includes: readonly string[] }
  | { readonly question: QuestionKey; readonly atLeast: number; readonly limit?: Limit }
  | { readonly question: QuestionKey; readonly atMost: number; readonly limit?: Limit }
  /** A date answer that lies after a date of the plan. */
  | { readonly question: QuestionKey; readonly after: DateId }
  /** Somebody said "I don't know", and nobody gave an answer. */
  | { readonly question: QuestionKey; readonly unsure: true }
  /** It was put to somebody and nobody gave an answer; a question nobody has seen is not missing. */
  | { readonly question: QuestionKey; readonly missing: true }
  | { readonly question: QuestionKey; readonly disagree: true }
  | { readonly calculation: string; readonly band: readonly Band[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What is known about one question at one subject: the newest answer of each person. Empty: nobody has seen it. */
export interface Fact {
  readonly question: Question;
  readonly subject: Subject;
  readonly about: string;
  readonly answers: readonly Answer[];
  /** Where it is not yet known whether the question applies: what has to be answered first. */
  readonly behind?: readonly Fact[];
}

/** What a condition may look at. */
export interface Facts {
  /** One entry for each subject where the question applies; none where it does not apply anywhere. */
  of(question: QuestionKey): readonly Fact[];
  /** A date of the project plan, `YYYY-MM-DD`. */
  planDate(id: DateId): string | undefined;
  calculate(id: string): Outcome;
}

export interface Verdict {
  readonly truth: Truth;
  /** The answers it rests on. */
  readonly because: readonly { readonly fact: Fact; readonly answer: Answer }[];
  /** What would have to be answered before it can be said; `date:…` for a date of the plan. */
  readonly waitingFor: readonly Fact[];
  readonly waitingForDates: readonly DateId[];
}

/** The reading that counts where there are several: the one under which the condition holds, or the one where not. */
type Lean = 'yes' | 'no';

export function judge(condition: Condition, facts: Facts, lean: Lean = 'yes'): Verdict {
  if ('all' in condition) return join(condition.all, facts, lean, 'no');
  if ('any' in condition) return join(condition.any, facts, lean, 'yes');
  if ('not' in condition) {
    const inner = judge(condition.not, facts, lean === 'yes' ? 'no' : 'yes');
    return { ...inner, truth: opposite(inner.truth) };
  }
  if ('calculation' in condition) return judgeBand(condition.calculation, condition.band, facts, lean);
  return judgeLeaf(condition, facts, lean);
}

/** `decisive` ends it: one "no" in `all`, one "yes" in `any`. */
function join(parts: readonly Condition[], facts: Facts, lean: Lean, decisive: Truth): Verdict {
  const verdicts = parts.map((part) => judge(part, facts, lean));
  const decided = verdicts.filter((verdict) => verdict.truth === decisive);
  if (decided.length > 0) return merge(decisive, decided);
  const open = verdicts.filter((verdict) => verdict.truth === 'unknown');
  return open.length > 0 ? merge('unknown', verdicts) : merge(opposite(decisive), verdicts);
}

function merge(truth: Truth, verdicts: readonly Verdict[]): Verdict {
  const unknown = truth === 'unknown';
  return {
    truth,
    because: verdicts.flatMap((verdict) => verdict.because),
    waitingFor: unknown ? verdicts.flatMap((verdict) => verdict.waitingFor) : [],
    waitingForDates: unknown ? verdicts.flatMap((verdict) => verdict.waitingForDates) : [],
  };
}

function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truth === 'yes' ? 'no' : 'yes';
}

function judgeBand(id: string, bands: readonly Band[], facts: Facts, lean: Lean): Verdict {
  const outcome = facts.calculate(id);
  switch (outcome.kind) {
    case 'does-not-apply':
      return silent(lean);
    case 'waiting':
      return {
        truth: 'unknown',
        because: outcome.because,
        waitingFor: outcome.waitingFor,
        waitingForDates: [],
      };
    case 'result':
      return {
        truth: bands.includes(outcome.band) ? 'yes' : 'no',
        because: outcome.because,
        waitingFor: [],
        waitingForDates: [],
      };
  }
}

type Leaf = Extract<Condition, { question: QuestionKey }>;

function judgeLeaf(leaf: Leaf, facts: Facts, lean: Lean): Verdict {
  const entries = facts.of(leaf.question).filter((fact) => !setAside(fact));
  if (entries.length === 0) return silent(lean);
  const verdicts = entries.map((fact) => judgeFact(leaf, fact, facts, lean));
  const leaning = verdicts.filter((verdict) => verdict.truth === lean);
  if (leaning.length > 0) return merge(lean, leaning);
  return merge(
    verdicts.some((verdict) => verdict.truth === 'unknown') ? 'unknown' : opposite(lean),
    verdicts,
  );
}

/** Everybody who answered says that it does not apply. */
export function setAside(fact: Fact): boolean {
  return fact.answers.length > 0 && fact.answers.every((answer) => answer.said.kind === 'not-applicable');
}

/** What does not apply neither raises anything nor keeps anything waiting, whichever side of a `not` it stands on. */
function silent(lean: Lean): Verdict {
  return { truth: opposite(lean), because: [], waitingFor: [], waitingForDates: [] };
}

function judgeFact(leaf: Leaf, fact: Fact, facts: Facts, lean: Lean): Verdict {
  const seen = fact.answers.filter((answer) => answer.said.kind !== 'not-applicable');
  const valued = seen.filter((answer) => answer.said.kind === 'value');
  const settled = (truth: Truth, answers: readonly Answer[]): Verdict => ({
    truth,
    because: answers.map((answer) => ({ fact, answer })),
    waitingFor: truth === 'unknown' ? [fact] : [],
    waitingForDates: [],
  });
  if ('missing' in leaf || 'unsure' in leaf) {
    if (valued.length > 0) return settled('no', valued);
    const telling = 'missing' in leaf ? seen : seen.filter((answer) => answer.said.kind === 'unsure');
    return telling.length > 0 ? settled('yes', telling) : settled('unknown', seen);
  }
  if ('disagree' in leaf) {
    // One voice contradicts nobody, and is no agreement either.
    if (valued.length < 2) return valued.length === 1 ? settled('no', []) : settled('unknown', seen);
    return settled(differ(fact.question.answer, valued.map(givenValue)) === 'none' ? 'no' : 'yes', valued);
  }
  if (valued.length === 0) return settled('unknown', seen);
  if ('after' in leaf && facts.planDate(leaf.after) === undefined) {
    const waiting = settled('unknown', valued);
    return { ...waiting, waitingFor: [], waitingForDates: [leaf.after] };
  }
  const holds = (answer: Answer) => holdsFor(leaf, givenValue(answer), facts, lean);
  const leaning = valued.filter((answer) => holds(answer) === (lean === 'yes'));
  return leaning.length > 0 ? settled(lean, leaning) : settled(opposite(lean), valued);
}

function givenValue(answer: Answer): Value {
  if (answer.said.kind !== 'value') throw new Error('only answers with a value are compared');
  return answer.said.value;
}

function holdsFor(leaf: Leaf, value: Value, facts: Facts, lean: Lean): boolean {
  if ('is' in leaf) return value.type === 'choice' && value.option === leaf.is;
  if ('oneOf' in leaf) return value.type === 'choice' && leaf.oneOf.includes(value.option);
  if ('includes' in leaf)
    return value.type === 'multi' && leaf.includes.some((id) => value.options.includes(id));
  if ('atLeast' in leaf)
    return value.type === 'number' && (lean === 'yes' ? value.high : value.low) >= leaf.atLeast;
  if ('atMost' in leaf)
    return value.type === 'number' && (lean === 'yes' ? value.low : value.high) <= leaf.atMost;
  if ('after' in leaf) return value.type === 'date' && value.date > (facts.planDate(leaf.after) ?? '');
  return false;
}

/** The questions a condition names, and those its calculations read. */
export function questionsIn(
  condition: Condition,
  inputsOf: (calculation: string) => readonly QuestionKey[],
): QuestionKey[] {
  if ('all' in condition) return condition.all.flatMap((part) => questionsIn(part, inputsOf));
  if ('any' in condition) return condition.any.flatMap((part) => questionsIn(part, inputsOf));
  if ('not' in condition) return questionsIn(condition.not, inputsOf);
  if ('calculation' in condition) return [...inputsOf(condition.calculation)];
  return [condition.question];
}
