/**
 * The one language for "ask this when" and "this is a risk when". Three-valued: yes, no, unknown.
 *
 * Where people differ, or a number is a range, the reading that lets the condition hold counts; inside `not` it is the
 * other way round. So a risk is judged at its worse end at any depth, and what does not apply never raises anything.
 */
import type { Answer, Subject } from '../interview/answer.ts';
import type { DateId, Limit, Question, QuestionKey } from '../interview/topic.ts';
import type { Band, Outcome } from './calculation.ts';
import { type Leaf, leafTest } from './leaf.ts';
import { both, opposite, settled, silently } from './verdict.ts';

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
  | Banded
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** How a calculation comes out. */
interface Banded {
  readonly calculation: string;
  readonly band: readonly Band[];
}

/** What is known about one question at one subject: the newest answer of each person. Empty: nobody has seen it. */
export interface Fact {
  readonly question: Question;
  readonly subject: Subject;
  readonly about: string;
  readonly answers: readonly Answer[];
  /** Where it is not yet known whether the question applies: what has to be answered first. */
  readonly behind?: readonly Fact[] | undefined;
}

/** What a condition may look at. */
export interface Facts {
  /** One entry for each subject where the question applies; none where it does not apply anywhere. */
  of(question: QuestionKey): readonly Fact[];
  /** A date of the project plan, `YYYY-MM-DD`. */
  planDate(id: DateId): string | undefined;
  calculate(id: string): Outcome;
}

/** One answer a verdict rests on. */
export interface Reason {
  readonly fact: Fact;
  readonly answer: Answer;
}

export interface Verdict {
  readonly truth: Truth;
  /** The answers it rests on. */
  readonly because: readonly Reason[];
  /** What would have to be answered before it can be said; `date:…` for a date of the plan. */
  readonly waitingFor: readonly Fact[];
  readonly waitingForDates: readonly DateId[];
}

/** The reading that counts where there are several: the one under which the condition holds, or the one where not. */
export type Lean = 'yes' | 'no';

export function judge(condition: Condition, facts: Facts, lean: Lean = 'yes'): Verdict {
  return testOf(condition).judge(facts, lean);
}

/** The truth of the verdict alone, where nobody asks what it rests on: most conditions of most rules say nothing. */
export function truthOf(condition: Condition, facts: Facts, lean: Lean = 'yes'): Truth {
  return testOf(condition).truth(facts, lean);
}

/** A condition made ready: which form it has is found out once, and it is judged thousands of times. */
export interface Test {
  readonly judge: (facts: Facts, lean: Lean) => Verdict;
  readonly truth: (facts: Facts, lean: Lean) => Truth;
}

const tests = new WeakMap<Condition, Test>();

/** For who judges the same condition again and again. */
export function testOf(condition: Condition): Test {
  let test = tests.get(condition);
  if (!test) {
    test = prepare(condition);
    tests.set(condition, test);
  }
  return test;
}

function prepare(condition: Condition): Test {
  if ('all' in condition) return joint(condition.all.map(testOf), 'no');
  if ('any' in condition) return joint(condition.any.map(testOf), 'yes');
  if ('not' in condition) return negated(testOf(condition.not));
  return 'calculation' in condition ? bandTest(condition.calculation, condition.band) : leafTest(condition);
}

/** `decisive` ends it: one "no" in `all`, one "yes" in `any`. */
function joint(parts: readonly Test[], decisive: Truth): Test {
  const otherwise = opposite(decisive);
  return {
    judge(facts, lean) {
      const isDecided = parts.some((part) => part.truth(facts, lean) === decisive);
      let joined: Verdict | undefined;
      for (const part of parts) {
        // Where it is decided, the others do not matter.
        if (isDecided && part.truth(facts, lean) !== decisive) continue;
        const verdict = part.judge(facts, lean);
        joined = joined ? both(joined, verdict) : verdict;
      }
      return joined ?? silently(otherwise);
    },
    truth(facts, lean) {
      let truth = otherwise;
      for (const part of parts) {
        const each = part.truth(facts, lean);
        if (each === decisive) return decisive;
        if (each === 'unknown') truth = 'unknown';
      }
      return truth;
    },
  };
}

function negated(inner: Test): Test {
  const other = (lean: Lean) => (lean === 'yes' ? 'no' : 'yes');
  return {
    judge(facts, lean) {
      const { truth, because, waitingFor, waitingForDates } = inner.judge(facts, other(lean));
      return { truth: opposite(truth), because, waitingFor, waitingForDates };
    },
    truth: (facts, lean) => opposite(inner.truth(facts, other(lean))),
  };
}

function bandTest(calculation: string, bands: readonly Band[]): Test {
  return {
    judge(facts, lean) {
      const outcome = facts.calculate(calculation);
      if (outcome.kind === 'does-not-apply') return silently(opposite(lean));
      const { because } = outcome;
      if (outcome.kind === 'result') return settled(bands.includes(outcome.band) ? 'yes' : 'no', because);
      const { waitingFor, waitingForDates } = outcome;
      return { truth: 'unknown', because, waitingFor, waitingForDates };
    },
    truth(facts, lean) {
      const outcome = facts.calculate(calculation);
      if (outcome.kind === 'does-not-apply') return opposite(lean);
      if (outcome.kind === 'waiting') return 'unknown';
      return bands.includes(outcome.band) ? 'yes' : 'no';
    },
  };
}

/** All leaves, wherever they stand. */
export function leavesIn(condition: Condition): readonly (Leaf | Banded)[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn);
  if ('any' in condition) return condition.any.flatMap(leavesIn);
  return 'not' in condition ? leavesIn(condition.not) : [condition];
}

/** The questions a condition names, and those its calculations read. */
export function questionsIn(
  condition: Condition,
  inputsOf: (calculation: string) => readonly QuestionKey[],
): readonly QuestionKey[] {
  return leavesIn(condition).flatMap((leaf) =>
    'calculation' in leaf ? inputsOf(leaf.calculation) : [leaf.question],
  );
}
