/** What people have told about a question, over every subject that can be seen. */
import type { QuestionKey } from '../interview/topic.ts';
import type { Facts, Reason } from './condition.ts';
import { givenValue, said, setAside } from './fact.ts';

export function told(facts: Facts, question: QuestionKey): readonly Reason[] {
  const found = facts.of(question);
  if (found.length === 1 && found[0] && !setAside(found[0])) return said(found[0]).valued;
  return found.flatMap((fact) => (setAside(fact) ? [] : said(fact).valued));
}

/** Every option anybody chose, with who did. */
export function toldOptions(facts: Facts, question: QuestionKey): readonly string[] {
  const options: string[] = [];
  for (const reason of told(facts, question)) options.push(...optionsOf(reason));
  return options;
}

export function optionsOf(reason: Reason): readonly string[] {
  const value = givenValue(reason);
  if (value.type === 'choice') return [value.option];
  return value.type === 'multi' ? value.options : [];
}

/** The one option that all who answered agree on. */
export function agreedOption(facts: Facts, question: QuestionKey): string | undefined {
  const options = new Set(toldOptions(facts, question));
  return options.size === 1 ? [...options][0] : undefined;
}

/** The whole range of numbers anybody gave. */
export function toldNumber(
  facts: Facts,
  question: QuestionKey,
): { readonly low: number; readonly high: number; readonly because: readonly Reason[] } | undefined {
  const because = told(facts, question);
  const values = because.map(givenValue).flatMap((value) => (value.type === 'number' ? [value] : []));
  if (values.length === 0) return undefined;
  return {
    low: Math.min(...values.map(({ low }) => low)),
    high: Math.max(...values.map(({ high }) => high)),
    because,
  };
}
