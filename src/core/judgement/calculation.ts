/** What every calculation has in common: typed inputs, a ratio, a band, and its working in words. */
import type { Answer } from '../interview/answer.ts';
import type { DateId, Limit, QuestionKey, Unit } from '../interview/topic.ts';
import type { Fact } from './condition.ts';

/** How a load stands to its limit: under one half, up to 0.8, up to 1, above. */
export type Band = 'fine' | 'watch' | 'high' | 'certain';
export const bands: readonly Band[] = ['fine', 'watch', 'high', 'certain'];

/** The probability (1–5) that a band stands for. */
export const bandProbability: Readonly<Record<Band, number>> = { fine: 1, watch: 2, high: 4, certain: 5 };

export function bandOf(ratio: number): Band {
  if (ratio < 0.5) return 'fine';
  if (ratio < 0.8) return 'watch';
  return ratio <= 1 ? 'high' : 'certain';
}

type Because = readonly { readonly fact: Fact; readonly answer: Answer }[];

export type Outcome =
  | {
      readonly kind: 'result';
      readonly band: Band;
      /** Load over limit where there is one. */
      readonly ratio?: number;
      /** Something nobody has said was taken as it usually is. */
      readonly estimate?: true;
      /** What went in and from whom, the arithmetic, the limits with their dates, the way out; a line each. */
      readonly working: readonly string[];
      readonly because: Because;
    }
  | {
      readonly kind: 'waiting';
      readonly waitingFor: readonly Fact[];
      readonly waitingForDates: readonly DateId[];
      readonly because: Because;
    }
  | { readonly kind: 'does-not-apply' };

/** What an input asks for; the answer arrives in this unit. */
export interface Input {
  readonly question: QuestionKey;
  readonly unit?: Unit;
  /** "I don't know" is an input too, and does not keep the calculation waiting. */
  readonly unsureCounts?: true;
  /** It is done without where nobody has answered. */
  readonly optional?: true;
  /** This is taken where nobody has answered, and the working says so. */
  readonly otherwise?: Otherwise;
  /** Inputs that are not waited for once this one is answered: a measured time for what it would be worked out from. */
  readonly insteadOf?: readonly string[];
}

export interface Otherwise {
  readonly value: (given: Given) => number;
  /** Why that, as it stands in brackets: "one record a call". */
  readonly words: string;
}

/** It is about integrations (or applications, projects) of which this was said, and about no others. */
export interface Only {
  readonly question: QuestionKey;
  readonly oneOf: readonly string[];
}

export interface Calculation {
  readonly id: string;
  readonly title: string;
  readonly only?: readonly Only[];
  readonly inputs: Readonly<Record<string, Input>>;
  /** Calculations whose ratio is read; one that has come to a result is enough. */
  readonly uses?: readonly Calculation[];
  /** Dates of the plan that are read; all of them are needed. */
  readonly dates?: readonly DateId[];
  /** Dates of the plan that are read where they are there. */
  readonly datesIfThere?: readonly DateId[];
  readonly limits: readonly string[];
  /** The formula in words. */
  readonly formula: string;
  readonly source: string;
  /** Nothing where there turns out to be nothing to hold the load against. */
  run(given: Given): Result | Needs | undefined;
}

/** Reads the inputs, over everybody who answered. What is read is what the result cites. */
export interface Given {
  /** The upper end of all that was said. */
  most(input: string): number;
  /** The lower end of all that was said. */
  least(input: string): number;
  /** The lower end for each thing it was said about: for both applications. */
  leastOfEach(input: string): readonly number[];
  /** All options anybody chose. */
  options(input: string): readonly string[];
  /** The latest date anybody named. */
  latest(input: string): string;
  /** Somebody has answered. */
  has(input: string): boolean;
  /** Nobody knew; only where the input says that this counts. */
  unsure(input: string): boolean;
  /** Of a calculation it uses; nothing where that one has no result or no ratio. */
  ratio(calculation: Calculation): number | undefined;
  planDate(id: DateId): string;
  /** Nothing where the plan does not have it. */
  planDateIfThere(id: DateId): string | undefined;
  limit(id: string): Limit;
}

export interface Result {
  readonly band: Band;
  readonly ratio?: number;
  /** The arithmetic, a line each, once somebody wants to see it. Who gave the numbers and which limits were read is added. */
  readonly working: () => readonly string[];
  /** What would make it fine. */
  readonly lever?: () => string | undefined;
}

/** Optional inputs, or dates, that the others turn out to make necessary. */
export interface Needs {
  readonly needs: readonly string[];
  readonly dates?: readonly DateId[];
}

/** Every question that its result can rest on. */
export function questionsOf({ only = [], inputs, uses = [] }: Calculation): readonly QuestionKey[] {
  return [
    ...only.map(({ question }) => question),
    ...Object.values(inputs).map(({ question }) => question),
    ...uses.flatMap(questionsOf),
  ];
}
