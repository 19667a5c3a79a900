/** Runs a calculation on what is known: whether it is about this at all, what went in, and how it came out. */
import type { Content, DateId } from '../interview/topic.ts';
import type { Band, Calculation, Input, Only, Outcome, Result } from './calculation.ts';
import type { Fact, Facts } from './condition.ts';
import { said, setAside } from './fact.ts';
import { type Gathered, isValue, optionsOf, Reading, type Reason } from './reading.ts';
import { those } from './those.ts';

const nothing: readonly never[] = [];
const doesNotApply: Outcome = { kind: 'does-not-apply' };

/** Every input is needed of every subject, unless the calculation says how it gets along without. */
export function calculate(calculation: Calculation, facts: Facts, content: Content): Outcome {
  const gate = passes(calculation.only ?? nothing, facts);
  if (gate === 'closed') return doesNotApply;
  if (gate.waitingFor.length > 0) return waiting(gate.waitingFor, nothing, gate.because);

  const { always, all } = partsOf(calculation);
  if (always.some(({ question }) => applying(facts, question).length === 0)) return doesNotApply;
  const inputs = all.map(([name, input]) => gather(name, input, facts));
  const replaced = inputs.flatMap(({ input, said }) => (said.length > 0 && input.insteadOf) || nothing);
  const needed = inputs.filter(
    ({ name, input }) => !input.optional && !input.otherwise && !replaced.includes(name),
  );
  if (needed.some(({ found }) => found.length === 0)) return doesNotApply;

  const used = (calculation.uses ?? nothing).map(({ id }) => facts.calculate(id));
  const isAnyResult = used.some(({ kind }) => kind === 'result');
  if (used.length > 0 && used.every(({ kind }) => kind === 'does-not-apply')) return doesNotApply;

  const isSilent = inputs.length > 0 && inputs.every(({ said }) => said.length === 0);
  const awaited = [
    ...(isSilent && needed.length === 0 ? inputs : needed).flatMap(({ open }) => open),
    ...(isAnyResult
      ? nothing
      : used.flatMap((each) => (each.kind === 'waiting' ? each.waitingFor : nothing))),
  ];
  const undated = (calculation.dates ?? nothing).filter((id) => facts.planDate(id) === undefined);
  if (awaited.length > 0 || undated.length > 0) {
    // What it would get along without says nothing while it waits, unless it stands for something that is not known.
    const unsaid = (name: string) => inputs.some((each) => each.name === name && each.said.length === 0);
    const telling = inputs.filter((each) => needed.includes(each) || each.input.insteadOf?.some(unsaid));
    return waiting(awaited, undated, [...gate.because, ...telling.flatMap(({ said }) => said)]);
  }
  return isSilent ? doesNotApply : run(calculation, inputs, gate.because, facts, content);
}

function run(
  calculation: Calculation,
  inputs: readonly Gathered[],
  because: readonly Reason[],
  facts: Facts,
  content: Content,
): Outcome {
  const reading = new Reading(calculation.id, inputs, facts, content);
  const result = calculation.run(reading);
  reading.end();
  if (!result) return doesNotApply;
  if ('needs' in result) {
    const needs = inputs.filter(({ name }) => result.needs.includes(name));
    return waiting(
      needs.flatMap(({ open }) => open),
      result.dates ?? nothing,
      [...because, ...reading.because()],
    );
  }
  return new Worked(result, [...because, ...reading.because()], reading);
}

/** Of most results nobody asks how they came about. */
class Worked {
  readonly kind = 'result';
  readonly band: Band;
  declare readonly ratio?: number;
  declare readonly estimate?: true;
  readonly #result: Result;
  readonly #reading: Reading;
  #lines: readonly string[] | undefined;

  constructor(
    result: Result,
    readonly because: readonly Reason[],
    reading: Reading,
  ) {
    this.band = result.band;
    if (result.ratio !== undefined) this.ratio = result.ratio;
    if (reading.isEstimate()) this.estimate = true;
    this.#result = result;
    this.#reading = reading;
  }

  get working(): readonly string[] {
    this.#lines ??= written(this.#reading, this.#result);
    return this.#lines;
  }
}

function written(reading: Reading, { working, lever }: Result): readonly string[] {
  const sums = working();
  const wayOut = lever?.();
  return [...reading.inputLines(), ...sums, ...reading.limitLines(), ...(wayOut ? [wayOut] : nothing)];
}

function waiting(
  waitingFor: readonly Fact[],
  waitingForDates: readonly DateId[],
  because: readonly Reason[],
): Outcome {
  return { kind: 'waiting', waitingFor, waitingForDates, because };
}

const open: { readonly waitingFor: readonly Fact[]; readonly because: readonly Reason[] } = {
  waitingFor: nothing,
  because: nothing,
};

/** One voice that says so is enough; while nobody has said anything else either, it is open. */
function passes(gates: readonly Only[], facts: Facts): 'closed' | typeof open {
  if (gates.length === 0) return open;
  const waitingFor: Fact[] = [];
  const because: Reason[] = [];
  for (const { question, oneOf } of gates) {
    const found = applying(facts, question);
    const before = because.length;
    for (const fact of found) {
      for (const answer of fact.answers) {
        if (optionsOf(answer).some((option) => oneOf.includes(option))) because.push({ fact, answer });
      }
    }
    if (because.length > before) continue;
    const unsaid = found.filter(({ answers }) => !answers.some(isValue));
    if (unsaid.length === 0) return 'closed';
    waitingFor.push(...unsaid);
  }
  return { waitingFor, because };
}

function applying(facts: Facts, question: string): readonly Fact[] {
  const found = facts.of(question);
  return found.some(setAside) ? found.filter((fact) => !setAside(fact)) : found;
}

interface Parts {
  readonly all: readonly (readonly [string, Input])[];
  /** Those it never gets along without. */
  readonly always: readonly Input[];
}

const parts = new WeakMap<Calculation, Parts>();

function partsOf(calculation: Calculation): Parts {
  let known = parts.get(calculation);
  if (!known) {
    const all = Object.entries(calculation.inputs);
    const replaceable = all.flatMap(([, { insteadOf = [] }]) => insteadOf);
    const always = all.filter(
      ([name, { optional, otherwise }]) => !optional && !otherwise && !replaceable.includes(name),
    );
    known = { all, always: always.map(([, input]) => input) };
    parts.set(calculation, known);
  }
  return known;
}

function gather(name: string, input: Input, facts: Facts): Gathered {
  const found = applying(facts, input.question);
  const [only] = found;
  if (!only) return { name, input, found, said: nothing, open: nothing };
  if (found.length === 1) {
    const told = toldTo(input, only);
    return { name, input, found, said: told, open: told.length > 0 ? nothing : found };
  }
  const told = found.map((fact) => toldTo(input, fact));
  return { name, input, found, said: told.flat(), open: found.filter((_, at) => told[at]?.length === 0) };
}

/** What counts as an answer to the input. */
function toldTo({ unsureCounts }: Input, fact: Fact): readonly Reason[] {
  const { valued, seen } = said(fact);
  if (!unsureCounts) return valued;
  return those(seen, ({ answer }) => isValue(answer) || answer.said.kind === 'unsure');
}
