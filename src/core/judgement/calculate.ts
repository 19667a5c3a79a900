/** Runs a calculation on what is known: whether it is about this at all, what went in, and how it came out. */
import type { Content } from '../interview/topic.ts';
import type { Calculation, Outcome } from './calculation.ts';
import type { Facts } from './condition.ts';
import { gateAt, heldUpBy, sayingSo } from './gates.ts';
import type { Gathered, Reason } from './gathered.ts';
import { gather, inputsOf, isOpen, isSaid, isThere, type Named, neededOf } from './inputs.ts';
import { type Awaited, Waiting, Worked } from './outcomes.ts';
import { Reading } from './reading.ts';

const nothing: readonly never[] = [];
const doesNotApply: Outcome = { kind: 'does-not-apply' };

/** Every input is needed of every subject, unless the calculation says how it gets along without. */
export function calculate(calculation: Calculation, facts: Facts, content: Content): Outcome {
  const { only = nothing, uses = nothing, dates = nothing } = calculation;
  const gate = gateAt(only, facts);
  if (gate === 'closed') return doesNotApply;
  if (gate === 'waiting') return new Waiting(() => heldUpBy(only, facts));

  const inputs = inputsOf(calculation);
  const needed = neededOf(inputs, facts);
  if (needed.some(({ input }) => !isThere(input, facts))) return doesNotApply;
  const used = uses.map(({ id }) => facts.calculate(id));
  if (used.length > 0 && used.every(({ kind }) => kind === 'does-not-apply')) return doesNotApply;

  const isSilent = inputs.length > 0 && inputs.every(({ input }) => !isSaid(input, facts));
  const asked = isSilent && needed.length === 0 ? inputs : needed;
  const missing = used.some(({ kind }) => kind === 'result') ? nothing : used;
  const isWaiting =
    asked.some(({ input }) => isOpen(input, facts)) ||
    missing.some((each) => each.kind === 'waiting' && each.waitingFor.length > 0) ||
    dates.some((id) => facts.planDate(id) === undefined);
  if (isWaiting) return new Waiting(() => awaitedBy(calculation, { inputs, needed, asked, missing }, facts));
  return isSilent ? doesNotApply : run(calculation, facts, content);
}

function awaitedBy(
  { only = nothing, dates = nothing }: Calculation,
  state: {
    readonly inputs: readonly Named[];
    readonly needed: readonly Named[];
    readonly asked: readonly Named[];
    readonly missing: readonly Outcome[];
  },
  facts: Facts,
): Awaited {
  const { inputs, needed, asked, missing } = state;
  return {
    waitingFor: [
      ...asked.flatMap((each) => gather(each, facts).open),
      ...missing.flatMap((each) => (each.kind === 'waiting' ? each.waitingFor : nothing)),
    ],
    waitingForDates: dates.filter((id) => facts.planDate(id) === undefined),
    because: [...sayingSo(only, facts), ...telling(inputs, needed, facts)],
  };
}

/** What it would get along without says nothing while it waits, unless it stands for something that is not known. */
function telling(inputs: readonly Named[], needed: readonly Named[], facts: Facts): readonly Reason[] {
  const isUnsaid = (name: string) => inputs.some((each) => each.name === name && !isSaid(each.input, facts));
  return inputs
    .filter((each) => needed.includes(each) || each.input.insteadOf?.some(isUnsaid))
    .flatMap((each) => gather(each, facts).said);
}

function run(calculation: Calculation, facts: Facts, content: Content): Outcome {
  const because = sayingSo(calculation.only ?? nothing, facts);
  const inputs = inputsOf(calculation).map((each): Gathered => gather(each, facts));
  const reading = new Reading(calculation.id, inputs, facts, content);
  const result = calculation.run(reading);
  reading.end();
  if (!result) return doesNotApply;
  if ('needs' in result) {
    const needs = inputs.filter(({ name }) => result.needs.includes(name));
    return new Waiting(() => ({
      waitingFor: needs.flatMap(({ open }) => open),
      waitingForDates: result.dates ?? nothing,
      because: [...because, ...reading.because()],
    }));
  }
  return new Worked(result, [...because, ...reading.because()], reading);
}
