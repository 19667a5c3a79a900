/**
 * Numbers as people type them: "200-300", "about 2 million a day", "2m", "1,5 h", "10.000". What can be read in two ways
 * is refused with the two ways named: one wrong power of ten makes every finding that rests on it wrong.
 */
import {
  about,
  adverbs,
  fractions,
  measures,
  numberWords,
  period,
  rates,
  scales,
  timeless,
  unitPatterns,
  unitPhrase,
  vague,
  whole,
  working,
  workingWords,
} from './amount-words.ts';
import type { Unit } from './topic.ts';

export type Amount =
  | { readonly ok: true; readonly low: number; readonly high: number }
  | { readonly ok: false; readonly why: string };

/** Longer than this it is prose, and a number in it can stand for anything. */
const longest = 120;
const largest = 1e15;

/** Reads an amount into the question's unit; a range keeps both ends. `least` is where "up to …" begins. */
export function readAmount(text: string, unit: Unit, least = 0): Amount {
  const typed = text.trim();
  if (typed.length > longest) return refuse('That is too much text for a number.');
  const plain = tidy(typed);
  const rate = rates[unit];
  const other = [...plain.matchAll(period)].map(periodName).find((name) => name !== rate);
  if (other && (rate || timeless.includes(unit))) {
    const asked = rate ? `a number per ${one(rate)}` : asksFor(unit);
    return refuse(`I asked for ${asked}, and “${typed}” is per ${one(other)}.`);
  }
  const body = inDigits(rate ? plain.replace(period, ' ') : plain);
  const found = findTerms(body, unit);
  if ('why' in found) return refuse(found.why);
  const [first, second, third] = found.terms;
  const around = found.terms.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    body,
  );
  if (vague.test(around)) return refuse(`Please write “${typed}” in digits, such as 2500.`);
  if (!first) return refuse(`I could not find a number in “${typed}”.`);
  if (/(?:^|[\s(])-$|^-\s*$|minus\s*$/.test(body.slice(0, first.start)))
    return refuse('A number below zero cannot be right here.');
  if (third) return refuse('I found more than two numbers; one number or one range is enough.');
  if (!second) {
    const open = boundOf(body.slice(0, first.start), body.slice(first.end));
    if (open === 'from')
      return refuse(`“${typed}” has no upper end. Write the most you expect, or a range such as 1000-2000.`);
    const value = inUnit(first, unit);
    return settle(open === 'up to' ? Math.min(least, value ?? 0) : value, value, unit, first);
  }
  if (!joins(body.slice(0, first.start), body.slice(first.end, second.start))) {
    return refuse(`I found two numbers in “${typed}”. Write one number, or a range such as 200-300.`);
  }
  // "2-3 million" scales both ends, "2k-3k" each its own; "5-10 min" and "5 min to 10" are minutes on both sides.
  const bare = first.scale === undefined && first.named === undefined;
  const from = { ...first, scale: bare ? second.scale : first.scale, named: first.named ?? second.named };
  const to = { ...second, named: second.named ?? first.named };
  const [low, high] = [inUnit(from, unit), inUnit(to, unit)];
  if (low !== undefined && high !== undefined && low > high)
    return refuse(`“${typed}” runs backwards. Write the smaller number first, such as 200-300.`);
  return settle(low, high, unit, low === undefined ? from : to);
}

/** One spelling for dashes, apostrophes, spaces and fractions. */
function tidy(typed: string): string {
  return typed
    .replace(/(\d?)\s?([¼½¾])/g, (_, before: string, sign: string) => `${before || '0'}.${fractions[sign]}`)
    .replace(/[²³¹⁰-₟]/g, '^$&')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[−–—]/g, '-')
    .replace(/’/g, "'");
}

/** "two million" → "2 million", "a day" at the beginning → "1 day". */
function inDigits(plain: string): string {
  return plain
    .replace(about, ' ')
    .replace(new RegExp(String.raw`(?<![\p{L}-])(?:${numberWords.join('|')})(?![\p{L}-])`, 'gu'), (word) =>
      String(Math.max(0, numberWords.indexOf(word) - 1)),
    )
    .replace(/^\s*an?\s+(\p{L}+)/u, (words, next: string) =>
      scales.has(next) || unitNamed(next) ? `1 ${next}` : words,
    );
}

/** A number with its scale and the unit it was given in. */
interface Term {
  readonly value: number;
  readonly scale: number | undefined;
  readonly named: string | undefined;
  readonly start: number;
  readonly end: number;
}

function findTerms(body: string, unit: Unit): { readonly terms: readonly Term[] } | { readonly why: string } {
  const terms: Term[] = [];
  for (const match of body.matchAll(
    /(?<!\p{L}|\p{N}|\p{N}[.,])(?:(?<![.,])[.,])?\d+(?:[.,' ]\d+)*(?!\p{N})/gu,
  )) {
    const [run] = match;
    let end = match.index + run.length;
    const wordAt = (at: number) => /^\s*([\p{L}%]+)(?![\p{L}\p{N}])/u.exec(body.slice(at));
    const attached = /^[\p{L}]/u.test(body.slice(end));
    const next = wordAt(end);
    const meaning = meaningOf(next?.[1] ?? '', unit);
    if (meaning === 'unclear')
      return { why: `“${run}${next?.[0]}” can mean several things here. Please write the word out.` };
    // "1e6", "4x500", "3rd": not a number that we know how to read.
    if (attached && (!next || !meaning)) return { why: `I could not read “${body.trim()}” as a number.` };
    const value = readNumber(run, unit, typeof meaning === 'number');
    if (typeof value === 'string') return { why: value };
    let named = typeof meaning === 'string' ? meaning : undefined;
    if (next && meaning !== undefined) end += next[0].length;
    if (typeof meaning === 'number' || (next && meaning === undefined)) {
      const later = new RegExp(
        String.raw`^\s*(${workingWords})?[\s-]*(?:calendar|full|whole)?\s*([\p{L}%]+)`,
        'u',
      ).exec(body.slice(end));
      named = unitNamed(later?.[2] ?? '');
      if (later && named) end += later[0].length;
      if (later?.[1] && named === 'days') named = 'working-days';
    }
    terms.push({
      value,
      scale: typeof meaning === 'number' ? meaning : undefined,
      named,
      start: match.index,
      end,
    });
  }
  return { terms };
}

/** What stands behind a number: a scale, the name of a unit, nothing of ours, or one of two things. */
function meaningOf(word: string, unit: Unit): number | string | undefined | 'unclear' {
  const isSize = ['KB', 'GB', 'Mbps'].includes(unit);
  if (word === 'm') {
    if (unit === 'minutes' || unit === 'hours') return 'minutes';
    if (unit === 'months') return 'months';
    return whole.includes(unit) ? 1e6 : 'unclear';
  }
  if (word === 'k' && isSize) return 'unclear';
  const known = scales.get(word) ?? unitNamed(word);
  return known === undefined && word.length === 1 && !/[aài]/.test(word) ? 'unclear' : known;
}

function unitNamed(word: string): string | undefined {
  return unitPatterns.find(([pattern]) => pattern.test(word))?.[1];
}

/** "1,234", "1 234", "1'234" and, of whole things, "1.234" are thousands; "1,5" and "1.5" are not. A string says why not. */
function readNumber(run: string, unit: Unit, scaled: boolean): number | string {
  const [, integer = '', decimals = ''] = /^([\d.,' ]*?)(?:[.,](\d+))?$/.exec(run) ?? [];
  const asDecimal = Number(`${integer || '0'}.${decimals || '0'}`);
  // A comma with more than three digits behind it is no separator that anybody writes on purpose.
  if (/^[1-9]\d*,\d{4,}$/.test(run)) return bothWays(run, Number(run.replace(/\D/g, '')), asDecimal);
  if (/^\d*[.,]\d+$/.test(run) && !/^[1-9]\d{0,2}[.,]\d{3}$/.test(run)) return asDecimal;
  const asGroups = Number(run.replace(/\D/g, ''));
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(run)) {
    const comma = run.includes(',');
    if (unit === 'percent' && !comma) return asDecimal;
    if (!scaled && (comma ? unit !== 'percent' : whole.includes(unit))) return asGroups;
    return bothWays(run, asGroups, asDecimal);
  }
  if (/^\d+$/.test(run) || /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(run)) return asGroups;
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(run)) return asGroups;
  if (/^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+$/.test(run))
    return Number(`${integer.replace(/\D/g, '')}.${decimals}`);
  return `I could not read “${run}” as one number.`;
}

/** With three digits behind its point a number could be read as thousands once more. */
function bothWays(run: string, asGroups: number, asDecimal: number): string {
  const clear = /\.\d{3}$/.test(String(asDecimal)) ? `${asDecimal}0` : asDecimal;
  return `“${run}” can mean ${asGroups} or ${clear}. Please write it in one of these two ways.`;
}

function boundOf(before: string, after: string): 'up to' | 'from' | undefined {
  const least =
    /(?<!\p{L})(?:(?:no|not) (?:less|fewer) than|(?<!(?:no|not) )more than|at least|min(?:imum|\.)?|over|above|from|>=?|≥|mindestens|über|ab|au moins|plus de)[\s:~≈]*$/u;
  const most =
    /(?<!\p{L})(?:(?:no|not) more than|less than|fewer than|up to|at most|max(?:imum|imal|\.)?|below|under|<=?|≤|bis(?: zu)?|höchstens|jusqu'à)[\s:~≈]*$/u;
  if (
    least.test(before) ||
    /^\s*(?:\p{L}+\s+)?(?:\+|plus(?!\p{L})|(?:or|and) (?:more|up|above)|minimum|at least)/u.test(after)
  )
    return 'from';
  if (
    most.test(before) ||
    /^\s*(?:\p{L}+\s+)?(?:max(?!\p{L})|maximum|at most|or (?:less|fewer))/u.test(after)
  )
    return 'up to';
  return undefined;
}

/** What stands between the two ends of a range. */
function joins(before: string, between: string): boolean {
  if (/^\s*\p{L}*\s*(?:-|~|to|bis|or|oder|à|\.\.\.?)\s*\p{Sc}?\s*$/u.test(between)) return true;
  return /(?:between|zwischen|entre)\s*$/.test(before) && /^\s*\p{L}*\s*(?:and|und|et)\s*$/u.test(between);
}

/** In the question's unit; nothing where the written unit measures something else. */
function inUnit({ value, scale = 1, named }: Term, unit: Unit): number | undefined {
  if (named === undefined || named === unit) return value * scale;
  const measure = unit === 'working-days' ? { ...working, [unit]: 1 } : measures.find((each) => unit in each);
  const [from, to] = [measure?.[named], measure?.[unit]];
  return from === undefined || to === undefined ? undefined : (value * scale * from) / to;
}

function settle(low: number | undefined, high: number | undefined, unit: Unit, { named }: Term): Amount {
  if (low === undefined || high === undefined)
    return refuse(`I asked for ${asksFor(unit)}, and “${named?.replace('-', ' ')}” is something else.`);
  if (high > largest) return refuse('That number is too large to be right here.');
  // 4.35 thousand is 4350, not 4349.999….
  const exact = (value: number) => Number(value.toPrecision(12));
  return { ok: true, low: exact(low), high: exact(high) };
}

function refuse(why: string): Amount {
  return { ok: false, why };
}

function periodName(match: RegExpExecArray): string {
  const [, word = '', adverb = ''] = match;
  return unitNamed(word) ?? adverbs[adverb] ?? `${adverb.replace(/ly$/, '')}s`;
}

function one(period: string): string {
  return period.replace(/s$/, '');
}

function asksFor(unit: Unit): string {
  if (unit === 'currency/month') return 'an amount a month';
  if (unit === 'percent') return 'a percentage';
  return unitPhrase(unit) || 'a number';
}
