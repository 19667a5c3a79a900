/** The risks of the content, each with what judging it needs to know beforehand. */
import type { Citation, Content, QuestionKey, Risk, Scope, Step } from '../interview/topic.ts';
import { type Calculation, questionsOf } from './calculation.ts';
import { readsOfMeasure } from './choosers/measures.ts';
import { type Condition, questionsIn } from './condition.ts';

export interface Rule {
  readonly risk: Risk;
  readonly cites: Citation;
  readonly steps: readonly Step[];
  /** The calculations it rests on, the arithmetic of which is shown. */
  readonly calculations: readonly string[];
  /** Every question its verdict can rest on. While none of them has been heard of, there is nothing to say. */
  readonly reads: readonly QuestionKey[];
}

export type Rules = Readonly<Record<Scope, readonly Rule[]>>;

const kept = new WeakMap<Content, { readonly calculations: readonly Calculation[]; readonly rules: Rules }>();

export function rulesOf(content: Content, calculations: readonly Calculation[]): Rules {
  const known = kept.get(content);
  if (known?.calculations === calculations) return known.rules;
  const rules = makeRules(content, calculations);
  kept.set(content, { calculations, rules });
  return rules;
}

function makeRules(content: Content, calculations: readonly Calculation[]): Rules {
  const inputsOf = (id: string): readonly QuestionKey[] => {
    const calculation = calculations.find((each) => each.id === id);
    return calculation ? questionsOf(calculation) : readsOfMeasure(id, content, inputsOf);
  };
  const reads = (condition: Condition, found = new Set<QuestionKey>()): ReadonlySet<QuestionKey> => {
    for (const key of questionsIn(condition, inputsOf)) {
      if (found.has(key)) continue;
      found.add(key);
      // Until it is known whether a question applies, what it waits for is what has been said.
      const when = content.question.get(key)?.when;
      if (when) reads(when, found);
    }
    return found;
  };
  const rules = content.topics.flatMap(({ cites, risks }) =>
    risks.map(
      (risk): Rule => ({
        risk,
        cites,
        steps: risk.steps.flatMap((key) => content.step.get(key) ?? []),
        calculations: calculationsOf(risk),
        reads: [...reads(risk.when)],
      }),
    ),
  );
  const about = (scope: Scope) => rules.filter(({ risk }) => risk.scope === scope);
  return { project: about('project'), application: about('application'), integration: about('integration') };
}

function calculationsOf(risk: Risk): string[] {
  const weighing = typeof risk.probability === 'number' ? [] : [risk.probability.calculation];
  return [...new Set([...calculationsIn(risk.when), ...weighing])];
}

function calculationsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(calculationsIn);
  if ('any' in condition) return condition.any.flatMap(calculationsIn);
  if ('not' in condition) return calculationsIn(condition.not);
  return 'calculation' in condition ? [condition.calculation] : [];
}
