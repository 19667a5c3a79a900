/** How far apart several values of one question are. Who said them is of no matter here. */
import type { Value } from '../interview/answer.ts';
import type { AnswerShape } from '../interview/topic.ts';

/** `major`: both cannot hold. */
export type Distance = 'none' | 'minor' | 'major';

/** Ratio of the largest to the smallest number from which people are said to differ; judgement, no outside source. */
const minorRatio = 1.25;
const majorRatio = 2;
/** In working days. */
const majorDays = 10;

/** The worst difference among several values of one question. Ranges that overlap agree. */
export function differ(shape: AnswerShape, values: readonly Value[]): Distance {
  let worst: Distance = 'none';
  for (const [at, one] of values.entries()) {
    for (const other of values.slice(at + 1)) {
      const difference = differPair(shape, one, other);
      if (difference === 'major') return 'major';
      if (difference === 'minor') worst = 'minor';
    }
  }
  return worst;
}

function differPair(shape: AnswerShape, one: Value, other: Value): Distance {
  if (one.type === 'number' && other.type === 'number') {
    if (one.low <= other.high && other.low <= one.high) return 'none';
    const [lower, upper] = one.high < other.low ? [one.high, other.low] : [other.high, one.low];
    const ratio = lower > 0 ? upper / lower : Number.POSITIVE_INFINITY;
    return ratio > majorRatio ? 'major' : ratio > minorRatio ? 'minor' : 'none';
  }
  if (one.type === 'date' && other.type === 'date') {
    const days = workingDays(Date.parse(one.date) / dayMs, Date.parse(other.date) / dayMs);
    return days === 0 ? 'none' : days > majorDays ? 'major' : 'minor';
  }
  if (one.type === 'choice' && other.type === 'choice') {
    if (one.option === other.option) return 'none';
    if (shape.kind !== 'choice' || !shape.ordered) return 'major';
    const place = (id: string) => shape.options.findIndex((option) => option.id === id);
    return Math.abs(place(one.option) - place(other.option)) === 1 ? 'minor' : 'major';
  }
  if (one.type === 'multi' && other.type === 'multi') {
    const [mine, theirs] = [holdsAll(one.options, other.options), holdsAll(other.options, one.options)];
    // Whoever knows of more does not contradict: nobody has said that there is nothing else.
    return mine && theirs
      ? 'none'
      : (mine || theirs) && one.options.length * other.options.length > 0
        ? 'minor'
        : 'major';
  }
  if (one.type === 'people' && other.type === 'people')
    return samePeople(one.names, other.names) ? 'none' : 'major';
  return 'none'; // Free text is shown side by side, never compared by a machine.
}

const holdsAll = (all: readonly string[], some: readonly string[]) =>
  some.every((each) => all.includes(each));

const dayMs = 86_400_000;

/** Mondays to Fridays after the earlier day, up to the later one; days counted from 1970, which began on a Thursday. */
function workingDays(one: number, other: number): number {
  const upTo = (day: number) => Math.floor((day + 3) / 7) * 5 + Math.min(5, ((day + 3) % 7) + 1);
  return Math.abs(upTo(one) - upTo(other));
}

/** The same people, however fully their names were written: Dana, Dana Fox and Fox, Dana are one where nobody else is named. */
function samePeople(one: readonly string[], other: readonly string[]): boolean {
  const [mine, theirs] = [one.map(partsOfName), other.map(partsOfName)];
  const isNamed = (name: readonly string[], among: readonly (readonly string[])[]) =>
    among.some((each) => each.join() === name.join() || isPartOf(each, name) || isPartOf(name, each));
  return mine.every((name) => isNamed(name, theirs)) && theirs.every((name) => isNamed(name, mine));
}

const isPartOf = (some: readonly string[], all: readonly string[]) => some.length > 0 && holdsAll(all, some);

/** What a name consists of; accents, capitals and what stands in brackets tell nobody apart. */
function partsOfName(name: string): readonly string[] {
  return name
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
