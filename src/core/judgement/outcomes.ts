/**
 * How a calculation came out. What it waits for, or how it came about, is found when somebody asks: of most nobody does,
 * because all that a condition looks at is which of the three it is.
 */
import type { DateId } from '../interview/topic.ts';
import type { Band, Result } from './calculation.ts';
import type { Fact } from './condition.ts';
import type { Reason } from './gathered.ts';
import type { Reading } from './reading.ts';

const nothing: readonly never[] = [];

export interface Awaited {
  readonly waitingFor: readonly Fact[];
  readonly waitingForDates: readonly DateId[];
  readonly because: readonly Reason[];
}

export class Waiting implements Awaited {
  readonly kind = 'waiting';
  #awaited: Awaited | undefined;

  constructor(private readonly find: () => Awaited) {}

  get waitingFor(): readonly Fact[] {
    return this.#found().waitingFor;
  }

  get waitingForDates(): readonly DateId[] {
    return this.#found().waitingForDates;
  }

  get because(): readonly Reason[] {
    return this.#found().because;
  }

  #found(): Awaited {
    this.#awaited ??= this.find();
    return this.#awaited;
  }
}

export class Worked {
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
