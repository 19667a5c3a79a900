/** What in the content a rule's findings rest on, as keys of `contentDigests`. */
import type { Content } from '../interview/topic.ts';
import type { Calculation } from '../judgement/calculation.ts';
import { type Condition, questionsIn } from '../judgement/condition.ts';
import { portfolioRules } from '../judgement/portfolio/index.ts';
import { type Rule, rulesOf } from '../judgement/rules.ts';

export function groundKeys(
  content: Content,
  calculations: readonly Calculation[],
  rule: string,
): readonly string[] {
  const all = rulesOf(content, calculations).all;
  const own = all.filter(({ risk }) => risk.key === rule || risk.covers.includes(rule));
  const together = portfolioRules.find(({ id }) => `portfolio.${id}` === rule);
  const keys = [
    `rule:${rule}`,
    ...own.flatMap((each) => keysOf(each, calculations)),
    ...(together?.needs ?? []).map((id) => `limit:${id}`),
    ...content.weighing.map(({ key }) => `question:${key}`),
    'stages',
  ];
  return [...new Set(keys)];
}

function keysOf(
  { risk, restsOn, calculations: used }: Rule,
  calculations: readonly Calculation[],
): readonly string[] {
  const conditions = [risk.when, ...risk.worse.map(({ when }) => when)];
  const known = calculations.filter(({ id }) => used.includes(id)).flatMap(withUsed);
  const questions = [
    ...restsOn.map(({ question }) => question.key),
    ...risk.worse.flatMap(({ when }) => questionsIn(when, () => [])),
    ...known.flatMap(({ inputs }) => Object.values(inputs).map(({ question }) => question)),
  ];
  const limits = [...conditions.flatMap(limitsIn), ...known.flatMap((each) => each.limits)];
  return [
    `rule:${risk.key}`,
    ...limits.map((id) => `limit:${id}`),
    ...questions.map((key) => `question:${key}`),
    ...used.map((id) => `chooser:${id}`),
  ];
}

function withUsed(calculation: Calculation): readonly Calculation[] {
  return [calculation, ...(calculation.uses ?? []).flatMap(withUsed)];
}

function limitsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(limitsIn);
  if ('any' in condition) return condition.any.flatMap(limitsIn);
  if ('not' in condition) return limitsIn(condition.not);
  return 'limit' in condition && condition.limit ? [condition.limit.id] : [];
}
