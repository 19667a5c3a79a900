/** Answers handed to a calculation by the names of its inputs, through the real engine and the content that ships. */
import type { Answer, Said, Value } from '../../../../src/core/interview/answer.ts';
import type { Question } from '../../../../src/core/interview/topic.ts';
import { calculate } from '../../../../src/core/judgement/calculate.ts';
import type { Calculation, Outcome } from '../../../../src/core/judgement/calculation.ts';
import type { Fact, Facts } from '../../../../src/core/judgement/condition.ts';
import { content } from '../../../shipped-content.ts';

/** The limits that ship, so that a changed limit is seen here. */
export { content };

/**
 * A number, a range, options, a date, one number for each application; nobody has answered ("open", which is how an input
 * stands that is left out), or the question does not apply ("gone").
 */
export type Given =
  | number
  | readonly [number, number]
  | readonly string[]
  | { readonly date: string }
  | { readonly each: readonly number[] }
  | 'open'
  | 'unsure'
  | 'gone';
export type Answers = Readonly<Record<string, Given>>;
export type Worked = Extract<Outcome, { kind: 'result' }>;

export interface More {
  readonly dates?: Readonly<Record<string, string>>;
  /** Outcomes of the calculations it uses; without them these do not apply. */
  readonly used?: Readonly<Record<string, Outcome>>;
}

export function outcomeOf(calculation: Calculation, answers: Answers, more: More = {}): Outcome {
  const given = new Map<string, Given>();
  // What has to hold for it to be about this integration holds, unless the test says otherwise.
  for (const { question, oneOf } of calculation.only ?? []) given.set(question, oneOf.slice(0, 1));
  for (const [name, said] of Object.entries(answers)) {
    given.set(calculation.inputs[name]?.question ?? name, said);
  }
  const facts: Facts = {
    of: (key) => factsOf(key, given.get(key) ?? 'open'),
    planDate: (id) => more.dates?.[id],
    calculate: (id) => more.used?.[id] ?? { kind: 'does-not-apply' },
  };
  return calculate(calculation, facts, content);
}

export function resultOf(calculation: Calculation, answers: Answers, more: More = {}): Worked {
  const outcome = outcomeOf(calculation, answers, more);
  if (outcome.kind !== 'result') throw new Error(`${calculation.id} comes to no result: ${outcome.kind}`);
  return outcome;
}

function factsOf(key: string, said: Given): readonly Fact[] {
  if (said === 'gone') return [];
  const question = content.question.get(key);
  if (!question) throw new Error(`there is no question ${key}`);
  if (said === 'open') return [fact(question, [])];
  if (said === 'unsure') return [fact(question, [{ kind: 'unsure' }])];
  if (typeof said === 'object' && 'each' in said) {
    return said.each.map((value, at) => fact(question, [number(value)], `End ${at + 1}`));
  }
  return [fact(question, valuesOf(question, said))];
}

function fact(question: Question, said: readonly Said[], about = 'Orders'): Fact {
  const answers = said.map(
    (each, at): Answer => ({
      question: question.key,
      by: { kind: 'person', id: `dana-${at}`, name: 'Dana' },
      at: '2026-03-03T09:00:00.000Z',
      turn: question.key,
      said: each,
    }),
  );
  const scope = question.scope === 'application' ? 'application' : 'integration';
  return { question, subject: { scope, id: about }, about, answers };
}

/** Several options of a choice are what several people say. */
function valuesOf(
  { answer }: Question,
  given: number | { readonly date: string } | readonly (number | string)[],
): Said[] {
  const value = (each: Value): Said => ({ kind: 'value', value: each });
  if (typeof given === 'number') return [number(given)];
  if ('date' in given) return [value({ type: 'date', date: given.date })];
  const [low, high] = given;
  if (typeof low === 'number' && typeof high === 'number') return [value({ type: 'number', low, high })];
  const options = given.filter((option) => typeof option === 'string');
  return answer.kind === 'choice'
    ? options.map((option) => value({ type: 'choice', option }))
    : [value({ type: 'multi', options })];
}

function number(value: number): Said {
  return { kind: 'value', value: { type: 'number', low: value, high: value } };
}

/** Only the arithmetic: without the lines on inputs and limits, which are the same everywhere. */
export function sums({ working }: Worked): readonly string[] {
  return working.filter((line) => !/^[A-Z][^:=]*: .*\)$|^Fine with /.test(line));
}
