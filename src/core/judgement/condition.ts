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
import { those } from './those.ts';

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
type Lean = 'yes' | 'no';

export function judge(condition: Condition, facts: Facts, lean: Lean = 'yes'): Verdict {
  return testOf(condition)(facts, lean);
}

/** A condition made ready: which form it has is found out once, and it is judged thousands of times. */
type Test = (facts: Facts, lean: Lean) => Verdict;
const tests = new WeakMap<Condition, Test>();

function testOf(condition: Condition): Test {
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
  if ('not' in condition) {
    const inner = testOf(condition.not);
    return (facts, lean) => {
      const verdict = inner(facts, lean === 'yes' ? 'no' : 'yes');
      return truly(opposite(verdict.truth), verdict);
    };
  }
  if ('calculation' in condition) {
    const { calculation, band } = condition;
    return (facts, lean) => judgeBand(facts.calculate(calculation), band, lean);
  }
  const ofFact = prepareLeaf(condition);
  return (facts, lean) => judgeLeaf(facts.of(condition.question), ofFact, facts, lean);
}

/** `decisive` ends it: one "no" in `all`, one "yes" in `any`. */
function joint(parts: readonly Test[], decisive: Truth): Test {
  return (facts, lean) => {
    let decided: Verdict | undefined;
    let rest: Verdict | undefined;
    for (const part of parts) {
      const verdict = part(facts, lean);
      if (verdict.truth === decisive) decided = decided ? both(decided, verdict) : verdict;
      else if (!decided) rest = rest ? both(rest, verdict) : verdict;
    }
    return decided ?? rest ?? (decisive === 'no' ? silentYes : silentNo);
  };
}

/** What is unknown in one of them is unknown in both; otherwise they say the same. */
function both(one: Verdict, other: Verdict): Verdict {
  return {
    truth: one.truth === other.truth ? one.truth : 'unknown',
    because: joined(one.because, other.because),
    waitingFor: joined(one.waitingFor, other.waitingFor),
    waitingForDates: joined(one.waitingForDates, other.waitingForDates),
  };
}

function joined<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truth === 'yes' ? 'no' : 'yes';
}

function truly(truth: Truth, { because, waitingFor, waitingForDates }: Verdict): Verdict {
  return { truth, because, waitingFor, waitingForDates };
}

const nothing: readonly never[] = [];

/** What does not apply neither raises anything nor keeps anything waiting, whichever side of a `not` it stands on. */
const silentNo: Verdict = { truth: 'no', because: nothing, waitingFor: nothing, waitingForDates: nothing };
const silentYes: Verdict = truly('yes', silentNo);
const silent = (lean: Lean) => (lean === 'yes' ? silentNo : silentYes);

function judgeBand(outcome: Outcome, bands: readonly Band[], lean: Lean): Verdict {
  switch (outcome.kind) {
    case 'does-not-apply':
      return silent(lean);
    case 'waiting': {
      const { because, waitingFor, waitingForDates } = outcome;
      return { truth: 'unknown', because, waitingFor, waitingForDates };
    }
    case 'result':
      return settled(bands.includes(outcome.band) ? 'yes' : 'no', outcome.because);
  }
}

type Leaf = Extract<Condition, { question: QuestionKey }>;
type FactTest = (fact: Fact, facts: Facts, lean: Lean) => Verdict;

function judgeLeaf(entries: readonly Fact[], ofFact: FactTest, facts: Facts, lean: Lean): Verdict {
  let leaning: Verdict | undefined;
  let rest: Verdict | undefined;
  for (const fact of entries) {
    if (setAside(fact)) continue;
    const verdict = ofFact(fact, facts, lean);
    if (verdict.truth === lean) leaning = leaning ? both(leaning, verdict) : verdict;
    else if (!leaning) rest = rest ? both(rest, verdict) : verdict;
  }
  return leaning ?? rest ?? silent(lean);
}

/** Everybody who answered says that it does not apply. */
export function setAside(fact: Fact): boolean {
  return fact.answers.length > 0 && said(fact).seen.length === 0;
}

function settled(truth: Truth, because: readonly Reason[]): Verdict {
  return { truth, because, waitingFor: nothing, waitingForDates: nothing };
}

function prepareLeaf(leaf: Leaf): FactTest {
  if ('missing' in leaf) return (fact) => judgeGap(fact, said(fact).seen);
  if ('unsure' in leaf)
    return (fact) =>
      judgeGap(
        fact,
        those(said(fact).seen, ({ answer }) => answer.said.kind === 'unsure'),
      );
  if ('disagree' in leaf) return judgeDifference;
  if ('after' in leaf) {
    const { after } = leaf;
    return (fact, facts, lean) => {
      const planned = facts.planDate(after);
      const { valued } = said(fact);
      if (planned === undefined && valued.length > 0)
        return { truth: 'unknown', because: valued, waitingFor: nothing, waitingForDates: [after] };
      return judgeValues(fact, lean, (value) => value.type === 'date' && value.date > (planned ?? ''));
    };
  }
  const holds = prepareValue(leaf);
  return (fact, _, lean) => judgeValues(fact, lean, holds);
}

function judgeGap(fact: Fact, telling: readonly Reason[]): Verdict {
  const { valued, open } = said(fact);
  if (valued.length > 0) return settled('no', valued);
  return telling.length > 0 ? settled('yes', telling) : open;
}

/** One voice contradicts nobody, and is no agreement either. */
function judgeDifference(fact: Fact): Verdict {
  const { valued, open } = said(fact);
  if (valued.length === 0) return open;
  if (valued.length === 1) return silentNo;
  return settled(differ(fact.question.answer, valued.map(givenValue)) === 'none' ? 'no' : 'yes', valued);
}

type Holds = (value: Value, lean: Lean) => boolean;

function judgeValues(fact: Fact, lean: Lean, holds: Holds): Verdict {
  const { valued, open } = said(fact);
  if (valued.length === 0) return open;
  const leaning = leaningOf(valued, lean, holds);
  return leaning.length > 0 ? settled(lean, leaning) : settled(opposite(lean), valued);
}

function leaningOf(valued: readonly Reason[], lean: Lean, holds: Holds): readonly Reason[] {
  return those(valued, (reason) => holds(givenValue(reason), lean) === (lean === 'yes'));
}

function prepareValue(
  leaf: Exclude<Leaf, { missing: true } | { unsure: true } | { disagree: true } | { after: DateId }>,
): Holds {
  if ('is' in leaf) return (value) => value.type === 'choice' && value.option === leaf.is;
  if ('oneOf' in leaf) return (value) => value.type === 'choice' && leaf.oneOf.includes(value.option);
  if ('includes' in leaf)
    return (value) => value.type === 'multi' && leaf.includes.some((id) => value.options.includes(id));
  if ('atLeast' in leaf)
    return (value, lean) =>
      value.type === 'number' && (lean === 'yes' ? value.high : value.low) >= leaf.atLeast;
  return (value, lean) => value.type === 'number' && (lean === 'yes' ? value.low : value.high) <= leaf.atMost;
}

/** What has to be answered first, all the way down. */
export function roots(fact: Fact): readonly Fact[] {
  return fact.behind ?? [fact];
}

interface Spoken {
  readonly all: readonly Reason[];
  /** Without those who say that it does not apply. */
  readonly seen: readonly Reason[];
  readonly valued: readonly Reason[];
  /** The verdict while nobody has given an answer. */
  readonly open: Verdict;
}

/** What was said about a fact, sorted once and kept with it: many rules look at the same fact. */
export function said(fact: Fact & { spoken?: Spoken }): Spoken {
  fact.spoken ??= sort(fact);
  return fact.spoken;
}

function sort(fact: Fact): Spoken {
  const all = fact.answers.length > 0 ? fact.answers.map((answer) => ({ fact, answer })) : nothing;
  const seen = those(all, ({ answer }) => answer.said.kind !== 'not-applicable');
  return {
    all,
    seen,
    valued: those(seen, ({ answer }) => answer.said.kind === 'value'),
    open: { truth: 'unknown', because: seen, waitingFor: [fact], waitingForDates: nothing },
  };
}

export function givenValue({ answer }: Reason): Value {
  if (answer.said.kind !== 'value') throw new Error('only answers with a value are compared');
  return answer.said.value;
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
