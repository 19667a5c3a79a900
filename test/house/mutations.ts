/** Everything else that could have been said in the place of an answer, and what then makes a finding another one. */
import type { Answer, Said, Value } from '../../src/core/interview/answer.ts';
import type { AnswerShape } from '../../src/core/interview/topic.ts';
import type { Evidence, Finding } from '../../src/core/judgement/finding.ts';
import { content } from './cases.ts';

/** The findings once the answers to the question of an evidence, about the same thing, are others. */
export type Judge = (rewrite?: (answer: Answer) => Answer | undefined) => readonly Finding[];

/** Where several people say the same, each of them would do: it is changed while the others are silent. */
export function isDecisive(evidence: Evidence, rule: string, judge: Judge): boolean {
  if (isNoticed(evidence, rule, judge)) return true;
  const alone = (answer: Answer) => (isBy(answer, evidence) ? answer : undefined);
  return isNoticed(evidence, rule, (rewrite) =>
    judge((answer) => {
      const only = alone(answer);
      return only && rewrite ? rewrite(only) : only;
    }),
  );
}

/** Another answer makes it another finding; or keeps the finding, which then no longer rests on this one. */
function isNoticed(evidence: Evidence, rule: string, judge: Judge): boolean {
  const gist = (findings: readonly Finding[], own: boolean) => gistOf(rule, findings, evidence, own);
  const before = judge();
  const [withOwn, withoutOwn] = [gist(before, true), gist(before, false)];
  return othersThan(evidence).some((said) => {
    const after = judge((answer) => (isBy(answer, evidence) ? said && { ...answer, said } : answer));
    return said?.kind === 'value' ? gist(after, true) !== withOwn : gist(after, false) !== withoutOwn;
  });
}

/**
 * What makes it this finding. An answer that was taken back is of course not cited any more (`own`), and one that was
 * changed is quoted in other words: neither tells whether it mattered.
 */
function gistOf(rule: string, findings: readonly Finding[], evidence: Evidence, own: boolean): string {
  const parts = findings
    .filter((finding) => finding.rule === rule)
    .map(({ id, kind, probability, impact, because, waitingFor, working }) => {
      const cited = because.map(keyOf).filter((key) => own || key !== keyOf(evidence));
      const sums = working.filter((line) => !line.startsWith(evidence.label));
      return [id, kind, probability, impact, cited, waitingFor, sums];
    });
  return JSON.stringify(parts);
}

function keyOf({ question, about, by }: Evidence): string {
  return `${question} of ${about} by ${by.name}`;
}

function isBy(answer: Answer, { by }: Evidence): boolean {
  return answer.by.name === by.name;
}

/** A thing with other answers, where the evidence is about it. */
export function rewritten<T extends { readonly name: string; readonly answers: readonly Answer[] }>(
  thing: T,
  { question, about }: Evidence,
  rewrite: (answer: Answer) => Answer | undefined,
): T {
  if (thing.name !== about) return thing;
  const answers = thing.answers.flatMap((each) =>
    each.question === question ? (rewrite(each) ?? []) : each,
  );
  return { ...thing, answers };
}

/** Everything else that could have been said; `undefined`: nothing. */
function othersThan({ question, said }: Evidence): (Said | undefined)[] {
  const shape = content.question.get(question)?.answer;
  if (!shape) throw new Error(`there is no question ${question}`);
  const values = valuesOf(shape).map((value): Said => ({ kind: 'value', value }));
  const others: Said[] = [...values, { kind: 'unsure' }, { kind: 'not-applicable', reason: 'other' }];
  return [...others.filter((other) => JSON.stringify(other) !== JSON.stringify(said)), undefined];
}

/** Every option alone, and enough numbers and dates to get past any limit. */
function valuesOf(shape: AnswerShape): Value[] {
  switch (shape.kind) {
    case 'choice':
      return shape.options.map(({ id }) => ({ type: 'choice', option: id }));
    case 'multi': {
      const ids = shape.options.map(({ id }) => id);
      return [...ids.map((id) => [id]), ids].map((options) => ({ type: 'multi', options }));
    }
    case 'number': {
      const { min, max = Number.POSITIVE_INFINITY } = shape;
      const inside = powers.filter((value) => value >= min && value <= max);
      return [min, ...inside].map((value) => ({ type: 'number', low: value, high: value }));
    }
    case 'date':
      return ['2020-01-01', '2040-01-01'].map((date) => ({ type: 'date', date }));
    case 'people':
      return [{ type: 'people', names: ['Somebody else'] }];
    case 'text':
      return [{ type: 'text', text: 'something else' }];
  }
}

const powers = Array.from({ length: 13 }, (_, power) => 10 ** (power - 2)).reverse();
