/** Runs a calculation on what is known: gathers its inputs, and writes down what went in and what it was held against. */
import type { Answer, Value } from '../interview/answer.ts';
import { day } from '../interview/answer-words.ts';
import type { Content, DateId, Limit, Question, Unit } from '../interview/topic.ts';
import type { Calculation, Given, Input, Only, Outcome } from './calculation.ts';
import { plain } from './calculations/working.ts';
import { type Fact, type Facts, setAside } from './condition.ts';

type Because = readonly { readonly fact: Fact; readonly answer: Answer }[];

/** One input with what was said to it. */
interface Gathered {
  readonly name: string;
  readonly input: Input;
  /** Where its question applies. */
  readonly found: readonly Fact[];
  readonly said: Because;
  readonly open: readonly Fact[];
}

const nothing: readonly never[] = [];
const doesNotApply: Outcome = { kind: 'does-not-apply' };

/** Every input is needed of every subject, unless the calculation says how it gets along without. */
export function calculate(calculation: Calculation, facts: Facts, content: Content): Outcome {
  const gate = passes(calculation.only ?? nothing, facts);
  if (gate === 'closed') return doesNotApply;
  if (gate.waitingFor.length > 0) return waiting(gate.waitingFor, nothing, gate.because);

  const inputs = Object.entries(calculation.inputs).map(([name, input]) => gather(name, input, facts));
  const answered = inputs.filter(({ said }) => said.length > 0);
  const replaced = answered.flatMap(({ input }) => input.insteadOf ?? nothing);
  const needed = inputs.filter(
    ({ name, input }) => !input.optional && !input.otherwise && !replaced.includes(name),
  );
  if (needed.some(({ found }) => found.length === 0)) return doesNotApply;

  const used = (calculation.uses ?? nothing).map(({ id }) => facts.calculate(id));
  const isAnyResult = used.some(({ kind }) => kind === 'result');
  if (used.length > 0 && used.every(({ kind }) => kind === 'does-not-apply')) return doesNotApply;

  const isSilent = inputs.length > 0 && answered.length === 0;
  const awaited = [
    ...(isSilent && needed.length === 0 ? inputs : needed).flatMap(({ open }) => open),
    ...(isAnyResult
      ? nothing
      : used.flatMap((each) => (each.kind === 'waiting' ? each.waitingFor : nothing))),
  ];
  const undated = (calculation.dates ?? nothing).filter((id) => facts.planDate(id) === undefined);
  if (awaited.length > 0 || undated.length > 0) {
    return waiting(awaited, undated, [...gate.because, ...answered.flatMap(({ said }) => said)]);
  }
  if (isSilent) return doesNotApply;

  const reading = readerOf(calculation, inputs, facts, content);
  const result = calculation.run(reading.given);
  if (!result) return doesNotApply;
  if ('needs' in result) {
    const needs = inputs.filter(({ name }) => result.needs.includes(name));
    return waiting(
      needs.flatMap(({ open }) => open),
      nothing,
      [...gate.because, ...reading.because()],
    );
  }
  const { band, ratio, working, lever } = result;
  return {
    kind: 'result',
    band,
    ...(ratio === undefined ? {} : { ratio }),
    ...(reading.isEstimate() ? { estimate: true } : {}),
    working: [...reading.inputLines(), ...working, ...reading.limitLines(), ...(lever ? [lever] : nothing)],
    because: [...gate.because, ...reading.because()],
  };
}

function waiting(waitingFor: readonly Fact[], waitingForDates: readonly DateId[], because: Because): Outcome {
  return { kind: 'waiting', waitingFor, waitingForDates, because };
}

/** One voice that says so is enough; while nobody has said anything else either, it is open. */
function passes(
  gates: readonly Only[],
  facts: Facts,
): 'closed' | { readonly waitingFor: readonly Fact[]; readonly because: Because } {
  const waitingFor: Fact[] = [];
  const because: { fact: Fact; answer: Answer }[] = [];
  for (const { question, oneOf } of gates) {
    const found = facts.of(question).filter((fact) => !setAside(fact));
    const said = found.flatMap((fact) => fact.answers.map((answer) => ({ fact, answer })));
    const holding = said.filter(({ answer }) => optionsOf(answer).some((option) => oneOf.includes(option)));
    const open = found.filter(({ answers }) => !answers.some(isValue));
    if (holding.length > 0) because.push(...holding);
    else if (open.length > 0) waitingFor.push(...open);
    else return 'closed';
  }
  return { waitingFor, because };
}

function gather(name: string, input: Input, facts: Facts): Gathered {
  const counts = (answer: Answer) => isValue(answer) || (input.unsureCounts && answer.said.kind === 'unsure');
  const found = facts.of(input.question).filter((fact) => !setAside(fact));
  const said = found.flatMap((fact) => fact.answers.filter(counts).map((answer) => ({ fact, answer })));
  return { name, input, found, said, open: found.filter(({ answers }) => !answers.some(counts)) };
}

/** Hands the inputs out, and remembers which were taken. */
function readerOf(calculation: Calculation, inputs: readonly Gathered[], facts: Facts, content: Content) {
  const read = new Set<Gathered>();
  /** The lines that say which number was taken and from whom. */
  const lines = new Map<string, string>();
  const limits = new Map<string, Limit>();
  const because: { fact: Fact; answer: Answer }[] = [];

  const taken = (name: string): Gathered => {
    const input = inputs.find((candidate) => candidate.name === name);
    if (!input) throw new Error(`${calculation.id} has no input called ${name}`);
    read.add(input);
    return input;
  };
  const number = (name: string, end: 'low' | 'high', of = (_: Fact) => true): number => {
    const { input, said, found } = taken(name);
    const mine = said.filter(({ fact }) => of(fact));
    const ends = mine.flatMap(({ answer }) => numberOf(answer) ?? nothing);
    const question = content.question.get(input.question);
    const label = question?.label ?? name;
    const amount = (value: number) => `${plain(value)}${unitAfter(question)}`;
    if (ends.length === 0) {
      const value = input.otherwise?.value(given);
      if (value === undefined) throw new Error(`${calculation.id} reads ${name}, which nobody has said`);
      const how = found.length > 0 ? 'estimate: ' : '';
      lines.set(name, `${label}: ${amount(value)} (${how}${input.otherwise?.words ?? ''})`);
      return value;
    }
    const [low, high] = [
      Math.min(...ends.map((each) => each.low)),
      Math.max(...ends.map((each) => each.high)),
    ];
    const value = end === 'low' ? low : high;
    const about = mine[0]?.fact;
    const whose = about?.subject.scope === 'application' ? ` of ${about.about}` : '';
    const worse = low === high ? '' : `, the worse end of ${plain(low)}–${plain(high)}`;
    lines.set(`${name}${whose}`, `${label}${whose}: ${amount(value)}${worse} (${namesIn(mine)})`);
    return value;
  };
  const given: Given = {
    most: (name) => number(name, 'high'),
    least: (name) => number(name, 'low'),
    leastOfEach: (name) => {
      const { said } = taken(name);
      return [...new Set(said.map(({ fact }) => fact))].map((fact) =>
        number(name, 'low', (of) => of === fact),
      );
    },
    options: (name) => taken(name).said.flatMap(({ answer }) => optionsOf(answer)),
    latest: (name) => {
      const { input, said } = taken(name);
      const dates = said.flatMap(({ answer }) => dateOf(answer) ?? nothing).sort();
      const date = dates.at(-1);
      if (date === undefined) throw new Error(`${calculation.id} reads ${name}, which nobody has said`);
      const label = content.question.get(input.question)?.label ?? name;
      lines.set(name, `${label}: ${day(date)} (${namesIn(said)})`);
      return date;
    },
    has: (name) => inputs.some((input) => input.name === name && input.said.length > 0),
    unsure: (name) => !taken(name).said.some(({ answer }) => isValue(answer)),
    ratio: ({ id }) => {
      const outcome = facts.calculate(id);
      if (outcome.kind !== 'result') return undefined;
      because.push(...outcome.because);
      return outcome.ratio;
    },
    planDate: (id) => {
      const date = facts.planDate(id);
      if (date === undefined)
        throw new Error(`${calculation.id} reads the date ${id}, which the plan does not have`);
      return date;
    },
    limit: (id) => {
      const limit = content.limits.find((candidate) => candidate.id === id);
      if (!limit) throw new Error(`no limit is called ${id}`);
      limits.set(id, limit);
      return limit;
    },
  };
  return {
    given,
    isEstimate: () =>
      [...read].some(({ input, said, found }) => input.otherwise && said.length === 0 && found.length > 0),
    because: () => [...[...read].flatMap(({ said }) => said), ...because],
    inputLines: () => lines.values(),
    limitLines: () =>
      [...limits.values()].map(
        ({ value, unit, scope, source, sourceDate }) =>
          `Limit: ${plain(value)} ${unit} ${scope} (${source}, ${sourceDate})`,
      ),
  };
}

function namesIn(said: Because): string {
  return [...new Set(said.map(({ answer }) => answer.by.name))].join(', ');
}

const shortUnits: Partial<Record<Unit, string>> = {
  'records/day': 'a day',
  'rows/day': 'a day',
  'records/hour': 'an hour',
  'currency/month': 'a month',
  hours: 'h',
  minutes: 'min',
  milliseconds: 'ms',
  percent: '%',
  months: 'months',
  KB: 'KB',
  GB: 'GB',
  Mbps: 'Mbps',
};

/** "Records a day: 40,000" needs no unit behind it. */
function unitAfter(question: Question | undefined): string {
  if (question?.answer.kind !== 'number') return '';
  const unit = shortUnits[question.answer.unit] ?? '';
  if (unit === '' || question.label.endsWith(unit)) return '';
  return unit === '%' ? unit : ` ${unit}`;
}

function isValue({ said }: Answer): boolean {
  return said.kind === 'value';
}

function valueIn({ said }: Answer): Value | undefined {
  return said.kind === 'value' ? said.value : undefined;
}

function numberOf(answer: Answer) {
  const value = valueIn(answer);
  return value?.type === 'number' ? value : undefined;
}

function dateOf(answer: Answer): string | undefined {
  const value = valueIn(answer);
  return value?.type === 'date' ? value.date : undefined;
}

function optionsOf(answer: Answer): readonly string[] {
  const value = valueIn(answer);
  if (value?.type === 'choice') return [value.option];
  return value?.type === 'multi' ? value.options : nothing;
}
