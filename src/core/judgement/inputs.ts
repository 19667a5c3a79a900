/**
 * The inputs of a calculation: which of them are needed, which have been said, and by whom. Whether they have been is
 * asked by every judgement, and answered without making anything; what was said is gathered where it goes in.
 */
import type { Answer } from '../interview/answer.ts';
import type { QuestionKey } from '../interview/topic.ts';
import type { Calculation, Input } from './calculation.ts';
import type { Fact, Facts } from './condition.ts';
import { said, setAside } from './fact.ts';
import { type Gathered, isValue, type Reason } from './gathered.ts';
import { those } from './those.ts';

const nothing: readonly never[] = [];

export interface Named {
  readonly name: string;
  readonly input: Input;
  /** It cannot be done without, */
  readonly isRequired: boolean;
  /** unless one of these has been said. */
  readonly replacedBy: readonly Input[];
}

const kept = new WeakMap<Calculation, readonly Named[]>();

export function inputsOf(calculation: Calculation): readonly Named[] {
  let named = kept.get(calculation);
  if (!named) {
    const all = Object.entries(calculation.inputs);
    named = all.map(([name, input]) => ({
      name,
      input,
      isRequired: !input.optional && !input.otherwise,
      replacedBy: all.flatMap(([, other]) => (other.insteadOf?.includes(name) ? [other] : [])),
    }));
    kept.set(calculation, named);
  }
  return named;
}

/** Those that the calculation does not get along without. */
export function neededOf(inputs: readonly Named[], facts: Facts): readonly Named[] {
  return those(
    inputs,
    ({ isRequired, replacedBy }) => isRequired && !replacedBy.some((other) => isSaid(other, facts)),
  );
}

export function applying(facts: Facts, question: QuestionKey): readonly Fact[] {
  const found = facts.of(question);
  return found.some(setAside) ? found.filter((fact) => !setAside(fact)) : found;
}

export function isSaid(input: Input, facts: Facts): boolean {
  for (const fact of facts.of(input.question)) if (!setAside(fact) && isTold(input, fact)) return true;
  return false;
}

/** There is somebody to ask. */
export function isOpen(input: Input, facts: Facts): boolean {
  for (const fact of facts.of(input.question)) if (!setAside(fact) && !isTold(input, fact)) return true;
  return false;
}

/** It applies, whether or not it has been said. */
export function isThere(input: Input, facts: Facts): boolean {
  for (const fact of facts.of(input.question)) if (!setAside(fact)) return true;
  return false;
}

export function gather({ name, input }: Named, facts: Facts): Gathered {
  const found = applying(facts, input.question);
  return {
    name,
    input,
    found,
    said: flat(found, (fact) => toldTo(input, fact)),
    open: those(found, (fact) => !isTold(input, fact)),
  };
}

function isTold(input: Input, { answers }: Fact): boolean {
  for (const answer of answers) if (counts(input, answer)) return true;
  return false;
}

function toldTo(input: Input, fact: Fact): readonly Reason[] {
  return those(said(fact).seen, ({ answer }) => counts(input, answer));
}

function counts({ unsureCounts }: Input, answer: Answer): boolean {
  return isValue(answer) || (unsureCounts === true && answer.said.kind === 'unsure');
}

/** Most inputs are about one thing. */
function flat<T, R>(list: readonly T[], of: (entry: T) => readonly R[]): readonly R[] {
  const [first] = list;
  if (first === undefined) return nothing;
  return list.length === 1 ? of(first) : list.flatMap(of);
}
