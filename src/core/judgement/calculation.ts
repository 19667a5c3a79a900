/** What every calculation has in common: typed inputs, a ratio, a band, and its working in words. */
import type { Answer } from '../interview/answer.ts';
import type { Limit, QuestionKey, Unit } from '../interview/topic.ts';
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

export type Outcome =
  | {
      readonly kind: 'result';
      readonly band: Band;
      /** Load over limit where there is one. */
      readonly ratio?: number;
      /** The arithmetic, a line each, with what came from whom. */
      readonly working: readonly string[];
      readonly because: readonly { readonly fact: Fact; readonly answer: Answer }[];
    }
  | {
      readonly kind: 'waiting';
      readonly waitingFor: readonly Fact[];
      readonly because: readonly { readonly fact: Fact; readonly answer: Answer }[];
    }
  | { readonly kind: 'does-not-apply' };

/** What an input asks for; the answer arrives in this unit. */
export interface Input {
  readonly question: QuestionKey;
  readonly unit?: Unit;
  /** "I don't know" is an input too, and does not keep the calculation waiting. */
  readonly unsureCounts?: true;
}

export interface Calculation {
  readonly id: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly limits: readonly string[];
  /** The formula in words. */
  readonly formula: string;
  readonly source: string;
  run(given: Given): Result;
}

/** Reads one input, over everybody who answered: the whole range of numbers, all options anybody chose. */
export interface Given {
  number(input: string): { readonly low: number; readonly high: number };
  options(input: string): readonly string[];
  /** Nobody knew; only where the input says that this counts. */
  unsure(input: string): boolean;
  limit(id: string): Limit;
}

export interface Result {
  readonly band: Band;
  readonly ratio?: number;
  readonly working: readonly string[];
}
