/** An input of a calculation with all that was said to it, and what can be read from that. */
import type { Answer, Value } from '../interview/answer.ts';
import type { Input } from './calculation.ts';
import type { Fact } from './condition.ts';

export type Reason = { readonly fact: Fact; readonly answer: Answer };

/** One input with what was said to it. */
export interface Gathered {
  readonly name: string;
  readonly input: Input;
  /** Where its question applies. */
  readonly found: readonly Fact[];
  readonly said: readonly Reason[];
  readonly open: readonly Fact[];
}

export function endsOf(
  said: readonly Reason[],
  of?: Fact,
): { readonly low: number; readonly high: number } | undefined {
  let ends: { low: number; high: number } | undefined;
  for (const { fact, answer } of said) {
    const value = of && fact !== of ? undefined : valueIn(answer);
    if (value?.type !== 'number') continue;
    const { low, high } = value;
    ends = ends ? { low: Math.min(ends.low, low), high: Math.max(ends.high, high) } : { low, high };
  }
  return ends;
}

export function isValue({ said }: Answer): boolean {
  return said.kind === 'value';
}

function valueIn({ said }: Answer): Value | undefined {
  return said.kind === 'value' ? said.value : undefined;
}

export function dateOf(answer: Answer): string | undefined {
  const value = valueIn(answer);
  return value?.type === 'date' ? value.date : undefined;
}

export function optionsOf(answer: Answer): readonly string[] {
  const value = valueIn(answer);
  if (value?.type === 'choice') return [value.option];
  return value?.type === 'multi' ? value.options : [];
}
