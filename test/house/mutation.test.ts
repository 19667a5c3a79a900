/**
 * What a finding cites is what it rests on: for each answer it names there is another that would have made the finding
 * another one. What may be changed at will without anything following is no evidence.
 */
import { expect, test } from 'vitest';
import type { Answer, Said, Value } from '../../src/core/interview/answer.ts';
import type { AnswerShape } from '../../src/core/interview/topic.ts';
import { assess } from '../../src/core/judgement/assess.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import type { Evidence, Finding } from '../../src/core/judgement/finding.ts';
import type { Vantage } from '../../src/core/landscape/landscape.ts';
import { type Case, cases, content, vantageOf } from './cases.ts';

const judge = (vantage: Vantage) => assess(content, calculations, vantage);

test.each([...content.risk.keys()])('%s rests on every answer it cites', (rule) => {
  const idle = judged.flatMap(({ each, vantage, findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) =>
        finding.because
          .filter((evidence) => !isDecisive(evidence, rule, vantage))
          .map((evidence) => complaint(each, finding, evidence)),
      ),
  );
  expect(idle).toEqual([]);
});

const judged = cases.map((each) => {
  const vantage = vantageOf(each);
  return { each, vantage, findings: judge(vantage) };
});

function complaint({ file, name }: Case, { kind, id }: Finding, { question, about, by, words }: Evidence) {
  return `${file}: ${name}: ${kind} ${id} cites ${question} of ${about}, “${words}” (${by.name}), to no effect`;
}

/** Where several people say the same, each of them would do: it is changed while the others are silent. */
function isDecisive(evidence: Evidence, rule: string, vantage: Vantage): boolean {
  if (isNoticed(evidence, rule, vantage)) return true;
  const alone = rewritten(vantage, evidence, (answer) => (isBy(answer, evidence) ? answer : undefined));
  return isNoticed(evidence, rule, alone);
}

/** Another answer makes it another finding; or keeps the finding, which then no longer rests on this one. */
function isNoticed(evidence: Evidence, rule: string, vantage: Vantage): boolean {
  const gist = (of: Vantage, own: boolean) => gistOf(rule, judge(of), evidence, own);
  const before = { withOwn: gist(vantage, true), withoutOwn: gist(vantage, false) };
  return othersThan(evidence).some((said) => {
    const after = rewritten(vantage, evidence, (answer) =>
      isBy(answer, evidence) ? said && { ...answer, said } : answer,
    );
    return said?.kind === 'value'
      ? gist(after, true) !== before.withOwn
      : gist(after, false) !== before.withoutOwn;
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

/** The vantage with other answers to the question of the evidence, about the same thing. */
function rewritten(
  vantage: Vantage,
  { question, about }: Evidence,
  rewrite: (answer: Answer) => Answer | undefined,
): Vantage {
  const change = <T extends { readonly name: string; readonly answers: readonly Answer[] }>(thing: T): T => {
    if (thing.name !== about) return thing;
    const answers = thing.answers.flatMap((each) =>
      each.question === question ? (rewrite(each) ?? []) : each,
    );
    return { ...thing, answers };
  };
  const { integration, project } = vantage;
  const applications = vantage.applications.map(change);
  return {
    project: { ...change(project), applications },
    ...(integration && { integration: change(integration) }),
    applications,
  };
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
