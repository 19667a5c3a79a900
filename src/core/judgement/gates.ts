/** Whether a calculation is about this at all: it may say of what it is, and of nothing else. */
import type { Answer } from '../interview/answer.ts';
import type { Only } from './calculation.ts';
import type { Fact, Facts } from './condition.ts';
import { isValue, type Reason } from './gathered.ts';
import { applying } from './inputs.ts';
import type { Awaited } from './outcomes.ts';

const nothing: readonly never[] = [];

/** One voice that says so is enough; while nobody has said anything else either, it waits. */
export function gateAt(gates: readonly Only[], facts: Facts): 'closed' | 'waiting' | 'open' {
  let gate: 'waiting' | 'open' = 'open';
  for (const only of gates) {
    const found = applying(facts, only.question);
    if (isSaid(only, found)) continue;
    if (isAllAnswered(found)) return 'closed';
    gate = 'waiting';
  }
  return gate;
}

export function heldUpBy(gates: readonly Only[], facts: Facts): Awaited {
  const waitingFor = gates.flatMap((only): readonly Fact[] => {
    const found = applying(facts, only.question);
    return isSaid(only, found) ? nothing : found.filter(({ answers }) => !answers.some(isValue));
  });
  return { waitingFor, waitingForDates: nothing, because: sayingSo(gates, facts) };
}

/** Everybody who says that it is about this. */
export function sayingSo(gates: readonly Only[], facts: Facts): readonly Reason[] {
  return gates.flatMap((only) =>
    applying(facts, only.question).flatMap((fact) =>
      fact.answers.filter((answer) => saysSo(answer, only)).map((answer) => ({ fact, answer })),
    ),
  );
}

function isSaid(only: Only, found: readonly Fact[]): boolean {
  for (const { answers } of found) for (const answer of answers) if (saysSo(answer, only)) return true;
  return false;
}

function saysSo({ said }: Answer, { oneOf }: Only): boolean {
  if (said.kind !== 'value') return false;
  const { value } = said;
  if (value.type === 'choice') return oneOf.includes(value.option);
  return value.type === 'multi' && value.options.some((option) => oneOf.includes(option));
}

function isAllAnswered(found: readonly Fact[]): boolean {
  for (const { answers } of found) if (!answers.some(isValue)) return false;
  return true;
}
