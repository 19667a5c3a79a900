/**
 * What was said, as one rule sees it, in a number. An option matters to a rule as far as its conditions name it, so that
 * most of the options of a question are one to it.
 */
import type { Option, QuestionKey } from '../interview/topic.ts';
import type { Placed } from './catalogue.ts';
import type { Rule } from './rules.ts';

/**
 * What each saying adds to the number: for the first thing of which the question is asked, and for the second, as an
 * integration has two applications. It adds nothing where nobody has said anything.
 */
export type Addends = readonly (readonly number[])[];

/** The project, an integration, and its two applications: with how many of them are seen the number begins. */
const mostThings = 4;

/** The digits of a number, each in a base of its own. What would make it too long to be exact, or has no saying, is left out. */
export function addendsOf(rule: Rule): ReadonlyMap<Placed, Addends> {
  let weight = mostThings + 1;
  const next = (digits: readonly number[], base: number): readonly number[] => {
    if (weight * base > Number.MAX_SAFE_INTEGER) return [0];
    const mine = weight;
    weight *= base;
    return digits.map((digit) => digit * mine);
  };
  return new Map(
    rule.restsOn.map((placed) => {
      const { digits, base } = digitsOf(rule, placed);
      const isOfBoth = placed.scope === 'application' && rule.risk.scope === 'integration';
      return [placed, isOfBoth ? [next(digits, base), next(digits, base)] : [next(digits, base)]];
    }),
  );
}

/** A digit for each saying: the same for those that the rule does not tell apart. */
function digitsOf(
  rule: Rule,
  { question: { key, answer: shape } }: Placed,
): { readonly digits: readonly number[]; readonly base: number } {
  if (shape.kind !== 'choice') return { digits: [0], base: 1 };
  const kinds = kindsOf(shape.options, rule, key);
  const many = Math.max(...kinds) + 1;
  // Of one speaker, and of one after another: the order of `sayingOf`.
  const digits = kinds.flatMap((first) => kinds.map((second) => first * many + second));
  return { digits, base: many * many };
}

/** In the order of `sayingOf`: nothing, the options, and what is no option. */
function kindsOf(
  options: readonly Option[],
  { leaves, measured }: Rule,
  question: QuestionKey,
): readonly number[] {
  const naming = leaves.flatMap((leaf) => {
    if (leaf.question !== question) return [];
    return 'is' in leaf ? [[leaf.is]] : 'oneOf' in leaf ? [leaf.oneOf] : [];
  });
  const isWhole =
    measured.has(question) || leaves.some((leaf) => leaf.question === question && 'disagree' in leaf);
  const seen: string[] = [];
  const kindOf = (id: string) => {
    const kind = isWhole ? id : naming.map((ids) => ids.includes(id)).join();
    if (!seen.includes(kind)) seen.push(kind);
    return seen.indexOf(kind) + 1;
  };
  const ofOptions = options.map(({ id }) => kindOf(id));
  return [0, ...ofOptions, seen.length + 1, seen.length + 2];
}
