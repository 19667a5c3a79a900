/** How numbers stand in the working of a calculation. */
import { type Band, bandOf, type Given } from '../calculation.ts';

/** 40000 → "40,000", 6666.7 → "6,667", 2.5 → "2.5"; below one two digits count. */
export function plain(value: number): string {
  const [whole = '', decimals] = shortened(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals ? `${grouped}.${decimals}` : grouped;
}

/** Without an exponent, and without zeros at the end. */
function shortened(value: number): string {
  if (value >= 100 || value <= 0) return String(Math.round(value));
  const places = value >= 1 ? 1 : 1 - Math.floor(Math.log10(value));
  return String(Number(value.toFixed(Math.min(places, 6))));
}

/** "0.83", "1.67", "5.0"; what is over or under a bound of the bands never reads as the bound itself. */
export function ratioText(ratio: number): string {
  const text = ratio < 2 ? ratio.toFixed(2) : ratio.toFixed(1);
  const bound = [0.5, 0.8, 1].find((each) => each === Number(text));
  if (bound === undefined || Math.abs(ratio - bound) < 1e-9) return text;
  return `just ${ratio < bound ? 'under' : 'over'} ${text}`;
}

/** 0.304 → "30%". */
export function percent(share: number): string {
  return `${plain(share * 100)}%`;
}

/** Seconds as people say them: "45 s", "83 min", "10 h". */
export function duration(seconds: number): string {
  if (seconds < 120) return `${plain(seconds)} s`;
  return seconds < 7200 ? `${plain(seconds / 60)} min` : `${plain(seconds / 3600)} h`;
}

/** A load over its limit. Where there is nothing to hold a load, no ratio can be shown. */
export function against(load: number, limit: number): { readonly band: Band; readonly ratio?: number } {
  if (limit <= 0) return { band: 'certain' };
  const ratio = load / limit;
  return { band: bandOf(ratio), ratio };
}

/** One thing that could be changed, in whole numbers, upwards from what there is now. */
export interface Lever {
  readonly now: number;
  /** Beyond that it cannot be raised. */
  readonly most?: number;
  /** "2 accounts". */
  readonly words: (amount: number) => string;
  /** Never rises with the amount. */
  readonly ratioAt: (amount: number) => number;
}

const isUnderHalf = (ratio: number) => ratio < 0.5;

/** What would bring the ratio under one half, each change by itself; nothing where it is there already. */
export function lever(
  ratio: number,
  levers: readonly Lever[],
  isFine: (ratio: number) => boolean = isUnderHalf,
  show: (ratio: number) => string = ratioText,
): string | undefined {
  if (isFine(ratio)) return undefined;
  const ways = levers.flatMap(({ now, most = 1e6, words, ratioAt }) => {
    const amount = smallest((candidate) => isFine(ratioAt(candidate)), Math.floor(now) + 1, most);
    return amount === undefined ? [] : [`${words(amount)} (${show(ratioAt(amount))})`];
  });
  return ways.length > 0 ? `Fine with ${ways.join(', or ')}` : undefined;
}

/** The smallest whole number that will do, where every larger one would do as well. */
function smallest(does: (amount: number) => boolean, from: number, most: number): number | undefined {
  let [low, high] = [from, from];
  for (let step = 1; !does(high); step *= 2) {
    if (high >= most) return undefined;
    [low, high] = [high + 1, Math.min(most, high + step)];
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle + 1;
  }
  return high <= most ? high : undefined;
}

/** "1 account", "2 accounts"; only the number where nothing is named. */
export function counted(amount: number, one = '', several = one): string {
  return `${plain(amount)} ${amount === 1 ? one : several}`.trimEnd();
}

/** The numbers of several limits, in the order in which they are named. */
export function limitsOf<Ids extends readonly string[]>(
  given: Given,
  ...ids: Ids
): { readonly [At in keyof Ids]: number } {
  return ids.map((id) => given.limit(id).value) as { readonly [At in keyof Ids]: number };
}
