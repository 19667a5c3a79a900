/** When two people's answers to one question differ, and how badly. */

import type { Value } from '../interview/answer.ts';
import type { AnswerShape } from '../interview/topic.ts';

export type Difference = 'none' | 'minor' | 'major';

/** Ratio of the largest to the smallest number from which people are said to differ; judgement, no outside source. */
const minorRatio = 1.25;
const majorRatio = 2;
/** Calendar days that ten working days span. */
const majorDays = 14;

/** The worst difference among several values of one question. Ranges that overlap agree. */
export function differ(shape: AnswerShape, values: readonly Value[]): Difference {
  let worst: Difference = 'none';
  for (const [at, one] of values.entries()) {
    for (const other of values.slice(at + 1)) {
      const difference = differPair(shape, one, other);
      if (difference === 'major') return 'major';
      if (difference === 'minor') worst = 'minor';
    }
  }
  return worst;
}

function differPair(shape: AnswerShape, one: Value, other: Value): Difference {
  if (one.type === 'number' && other.type === 'number') {
    if (one.low <= other.high && other.low <= one.high) return 'none';
    const [lower, upper] = one.high < other.low ? [one.high, other.low] : [other.high, one.low];
    const ratio = lower > 0 ? upper / lower : Number.POSITIVE_INFINITY;
    return ratio > majorRatio ? 'major' : ratio > minorRatio ? 'minor' : 'none';
  }
  if (one.type === 'date' && other.type === 'date') {
    const days = Math.abs(Date.parse(one.date) - Date.parse(other.date)) / 86_400_000;
    return days === 0 ? 'none' : days > majorDays ? 'major' : 'minor';
  }
  if (one.type === 'choice' && other.type === 'choice') {
    if (one.option === other.option) return 'none';
    if (shape.kind !== 'choice' || !shape.ordered) return 'major';
    const place = (id: string) => shape.options.findIndex((option) => option.id === id);
    return Math.abs(place(one.option) - place(other.option)) === 1 ? 'minor' : 'major';
  }
  if (one.type === 'multi' && other.type === 'multi')
    return sameSet(one.options, other.options) ? 'none' : 'major';
  if (one.type === 'people' && other.type === 'people') {
    return sameSet(one.names.map(plain), other.names.map(plain)) ? 'none' : 'major';
  }
  return 'none'; // Free text is shown side by side, never compared by a machine.
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((entry) => other.includes(entry));
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
