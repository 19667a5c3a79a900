/** How numbers stand in the working of a calculation. */
import { type Band, bandOf } from '../calculation.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

/** 40000 → "40,000", 6666.7 → "6,667", 2.5 → "2.5". */
export function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

/** Near the bands' bounds a second digit: 1.04 is over the limit. */
export function ratioText(ratio: number): string {
  return ratio < 2 ? ratio.toFixed(2) : ratio.toFixed(1);
}

/** Says which end of a range was taken; nothing where one number was given. */
export function taken(what: string, range: Range, end: 'low' | 'high', unit: string): string[] {
  if (range.low === range.high) return [];
  return [`${what}: ${plain(range[end])} of ${plain(range.low)}–${plain(range.high)} ${unit}, the worse end`];
}

/** A load over its limit. Where there is nothing to hold a load, no ratio can be shown. */
export function against(load: number, limit: number): { readonly band: Band; readonly ratio?: number } {
  if (limit <= 0) return { band: 'certain' };
  const ratio = load / limit;
  return { band: bandOf(ratio), ratio };
}
