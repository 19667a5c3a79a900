/** The leaves of a condition: what one question has to have been answered for it to hold. */
import type { Value } from '../interview/answer.ts';
import type { DateId, QuestionKey } from '../interview/topic.ts';
import type { Condition, Fact, Facts, Lean, Reason, Test, Truth, Verdict } from './condition.ts';
import { differ } from './disagreement.ts';
import { givenValue, openAt, said, setAside } from './fact.ts';
import { those } from './those.ts';
import { both, opposite, settled, silently } from './verdict.ts';

export type Leaf = Extract<Condition, { question: QuestionKey }>;

/** A leaf at one subject; a leaf is asked of every subject that can be seen. */
interface FactTest {
  readonly judge: (fact: Fact, facts: Facts, lean: Lean) => Verdict;
  readonly truth: (fact: Fact, facts: Facts, lean: Lean) => Truth;
}

export function leafTest(leaf: Leaf): Test {
  const { question } = leaf;
  const test = factTest(leaf);
  return {
    judge(facts, lean) {
      let leaning: Verdict | undefined;
      let rest: Verdict | undefined;
      for (const fact of facts.of(question)) {
        if (setAside(fact)) continue;
        const verdict = test.judge(fact, facts, lean);
        if (verdict.truth === lean) leaning = leaning ? both(leaning, verdict) : verdict;
        else if (!leaning) rest = rest ? both(rest, verdict) : verdict;
      }
      return leaning ?? rest ?? silently(opposite(lean));
    },
    truth(facts, lean) {
      let truth = opposite(lean);
      for (const fact of facts.of(question)) {
        if (setAside(fact)) continue;
        const each = test.truth(fact, facts, lean);
        if (each === lean) return lean;
        if (each === 'unknown') truth = 'unknown';
      }
      return truth;
    },
  };
}

function factTest(leaf: Leaf): FactTest {
  if ('missing' in leaf) return gapTest((fact) => said(fact).seen);
  if ('unsure' in leaf)
    return gapTest((fact) => those(said(fact).seen, ({ answer }) => answer.said.kind === 'unsure'));
  if ('disagree' in leaf) return justTruth(judgeDifference);
  if ('after' in leaf) return dateTest(leaf.after);
  return valueTest(holdsFor(leaf));
}

/** Where the truth is no quicker found than the whole verdict. */
function justTruth(judge: FactTest['judge']): FactTest {
  return { judge, truth: (fact, facts, lean) => judge(fact, facts, lean).truth };
}

function gapTest(telling: (fact: Fact) => readonly Reason[]): FactTest {
  return justTruth((fact) => {
    const { valued } = said(fact);
    if (valued.length > 0) return settled('no', valued);
    const told = telling(fact);
    return told.length > 0 ? settled('yes', told) : openAt(fact);
  });
}

/** One voice contradicts nobody, and is no agreement either. */
function judgeDifference(fact: Fact): Verdict {
  const { valued } = said(fact);
  if (valued.length === 0) return openAt(fact);
  if (valued.length === 1) return silently('no');
  return settled(differ(fact.question.answer, valued.map(givenValue)) === 'none' ? 'no' : 'yes', valued);
}

function dateTest(after: DateId): FactTest {
  return justTruth((fact, facts, lean) => {
    const planned = facts.planDate(after);
    const { valued } = said(fact);
    if (planned === undefined && valued.length > 0)
      return { truth: 'unknown', because: valued, waitingFor: [], waitingForDates: [after] };
    return judgeValues(fact, lean, (value) => value.type === 'date' && value.date > (planned ?? ''));
  });
}

type Holds = (value: Value, lean: Lean) => boolean;

function valueTest(holds: Holds): FactTest {
  return {
    judge: (fact, _, lean) => judgeValues(fact, lean, holds),
    truth({ answers }, _, lean) {
      let truth: Truth = 'unknown';
      for (const { said: what } of answers) {
        if (what.kind !== 'value') continue;
        if (holds(what.value, lean) === (lean === 'yes')) return lean;
        truth = opposite(lean);
      }
      return truth;
    },
  };
}

function judgeValues(fact: Fact, lean: Lean, holds: Holds): Verdict {
  const { valued } = said(fact);
  if (valued.length === 0) return openAt(fact);
  const leaning = leaningOf(valued, lean, holds);
  return leaning.length > 0 ? settled(lean, leaning) : settled(opposite(lean), valued);
}

function leaningOf(valued: readonly Reason[], lean: Lean, holds: Holds): readonly Reason[] {
  return those(valued, (reason) => holds(givenValue(reason), lean) === (lean === 'yes'));
}

type ValueLeaf = Exclude<Leaf, { missing: true } | { unsure: true } | { disagree: true } | { after: DateId }>;

function holdsFor(leaf: ValueLeaf): Holds {
  if ('is' in leaf) return (value) => value.type === 'choice' && value.option === leaf.is;
  if ('oneOf' in leaf) return (value) => value.type === 'choice' && leaf.oneOf.includes(value.option);
  if ('includes' in leaf)
    return (value) => value.type === 'multi' && leaf.includes.some((id) => value.options.includes(id));
  if ('atLeast' in leaf)
    return (value, lean) =>
      value.type === 'number' && (lean === 'yes' ? value.high : value.low) >= leaf.atLeast;
  return (value, lean) => value.type === 'number' && (lean === 'yes' ? value.low : value.high) <= leaf.atMost;
}
