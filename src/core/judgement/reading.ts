/** Hands a calculation its inputs, and remembers what it took: that is what its result rests on, and what its working shows. */
import type { Content, DateId, Limit } from '../interview/topic.ts';
import type { Calculation, Given } from './calculation.ts';
import { plain } from './calculations/working.ts';
import type { Fact, Facts } from './condition.ts';
import { dateOf, endsOf, type Gathered, isValue, optionsOf, type Reason } from './gathered.ts';
import { dateLine, numberLine, type Taken } from './input-lines.ts';

export class Reading implements Given {
  readonly #id: string;
  readonly #inputs: readonly Gathered[];
  readonly #facts: Facts;
  readonly #content: Content;
  readonly #read: Gathered[] = [];
  readonly #numbers: Taken[] = [];
  readonly #dates: { readonly from: Gathered; readonly date: string }[] = [];
  readonly #limits = new Set<Limit>();
  readonly #because: Reason[] = [];
  #isOver = false;

  constructor(id: string, inputs: readonly Gathered[], facts: Facts, content: Content) {
    this.#id = id;
    this.#inputs = inputs;
    this.#facts = facts;
    this.#content = content;
  }

  most(name: string): number {
    return this.#number(name, 'high');
  }

  least(name: string): number {
    return this.#number(name, 'low');
  }

  leastOfEach(name: string): readonly number[] {
    const { said } = this.#take(name);
    return [...new Set(said.map(({ fact }) => fact))].map((fact) => this.#number(name, 'low', fact));
  }

  options(name: string): readonly string[] {
    return this.#take(name).said.flatMap(({ answer }) => optionsOf(answer));
  }

  latest(name: string): string {
    const from = this.#take(name);
    const date = from.said
      .flatMap(({ answer }) => dateOf(answer) ?? [])
      .sort()
      .at(-1);
    if (date === undefined) throw new Error(`${this.#id} reads ${name}, which nobody has said`);
    this.#dates.push({ from, date });
    return date;
  }

  has(name: string): boolean {
    return this.#inputs.some((input) => input.name === name && input.said.length > 0);
  }

  unsure(name: string): boolean {
    return !this.#take(name).said.some(({ answer }) => isValue(answer));
  }

  ratio({ id }: Calculation): number | undefined {
    const outcome = this.#facts.calculate(id);
    if (outcome.kind !== 'result') return undefined;
    this.#because.push(...outcome.because);
    return outcome.ratio;
  }

  planDate(id: DateId): string {
    const date = this.#facts.planDate(id);
    if (date === undefined) throw new Error(`${this.#id} reads the date ${id}, which the plan does not have`);
    return date;
  }

  planDateIfThere(id: DateId): string | undefined {
    return this.#facts.planDate(id);
  }

  limit(id: string): Limit {
    const limit = limitsOf(this.#content).get(id);
    if (!limit) throw new Error(`no limit is called ${id}`);
    this.#limits.add(limit);
    return limit;
  }

  /** What is read for the working alone would be shown and not cited. */
  end(): void {
    this.#isOver = true;
  }

  isEstimate(): boolean {
    return this.#read.some(
      ({ input, said, found }) => input.otherwise && said.length === 0 && found.length > 0,
    );
  }

  because(): readonly Reason[] {
    return [...this.#read.flatMap(({ said }) => said), ...this.#because];
  }

  /** Which number was taken and from whom, once for each. */
  inputLines(): ReadonlySet<string> {
    return new Set([
      ...this.#numbers.map((taken) => numberLine(this.#content, taken)),
      ...this.#dates.map(({ from, date }) => dateLine(this.#content, from, date)),
    ]);
  }

  limitLines(): readonly string[] {
    return [...this.#limits].map(
      ({ value, unit, scope, source, sourceDate }) =>
        `Limit: ${plain(value)} ${unit} ${scope} (${source}, ${sourceDate})`,
    );
  }

  #take(name: string): Gathered {
    const from = this.#inputs.find((candidate) => candidate.name === name);
    if (!from) throw new Error(`${this.#id} has no input called ${name}`);
    if (this.#read.includes(from)) return from;
    if (this.#isOver) throw new Error(`${this.#id} reads ${name} too late to cite it`);
    this.#read.push(from);
    return from;
  }

  #number(name: string, end: 'low' | 'high', of?: Fact): number {
    const from = this.#take(name);
    const ends = endsOf(from.said, of);
    const value = ends ? ends[end] : from.input.otherwise?.value(this);
    if (value === undefined) throw new Error(`${this.#id} reads ${name}, which nobody has said`);
    const { low, high } = ends ?? { low: value, high: value };
    const isKnown = this.#numbers.some(
      (taken) => taken.from === from && taken.value === value && taken.of === of,
    );
    if (!isKnown) this.#numbers.push({ from, value, low, high, ...(of ? { of } : {}) });
    return value;
  }
}

const keptLimits = new WeakMap<Content, ReadonlyMap<string, Limit>>();

function limitsOf(content: Content): ReadonlyMap<string, Limit> {
  let limits = keptLimits.get(content);
  if (!limits) {
    limits = new Map(content.limits.map((limit) => [limit.id, limit]));
    keptLimits.set(content, limits);
  }
  return limits;
}
