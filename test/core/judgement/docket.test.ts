import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/core/interview/topic.ts';
import { assess } from '../../../src/core/judgement/assess.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import type { Calculation } from '../../../src/core/judgement/calculation.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Condition } from '../../../src/core/judgement/condition.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import { type Integration, type Project, vantageOf } from '../../../src/core/landscape/landscape.ts';
import type { Deed } from '../../../src/core/register/deed.ts';
import { randomProject } from '../../app/export/random-project.ts';
import { content as shipped } from '../../shipped-content.ts';
import * as made from '../builders.ts';

/** Of each integration some that say nearly the same: one answer is missing, or is that of another one. */
function alike(integrations: readonly Integration[]): Integration[] {
  return integrations.flatMap((integration, at) => {
    const { answers } = integration;
    const others = integrations[(at + 1) % integrations.length]?.answers ?? [];
    const variants = answers.flatMap(({ question }, place) => [
      answers.toSpliced(place, 1),
      answers.toSpliced(place, 1, ...others.filter((other) => other.question === question)),
    ]);
    return [answers, ...variants.filter((_, place) => place % 8 === 0)].map((said, copy) => ({
      ...integration,
      id: `${integration.id}-${copy}`,
      answers: said,
    }));
  });
}

const told = ({ kind, id }: Finding) => `${kind} ${id}`;

/** All that is found about integrations, which is held against what is found where each is judged by itself. */
function judgedAsAlone(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): readonly string[] {
  const isOfOne = ({ subject }: Finding) => subject.scope === 'integration';
  const together = assessProject(content, calculations, project, integrations).filter(isOfOne);
  const alone = integrations.flatMap((each) =>
    assess(content, calculations, vantageOf(project, each), [{ scope: 'integration', id: each.id }]),
  );
  expect(together.map(told).sort()).toEqual(alone.map(told).sort());
  return together.map(told);
}

test.each([1, 2, 3, 4, 5])(
  'of project %i what is judged beside others that say nearly the same is judged as if alone',
  (seed) => {
    const random = randomProject(shipped, seed, 3);
    judgedAsAlone(shipped, calculations, random.project, alike(random.integrations));
  },
);

describe('whatever two people say to a question, it is judged beside all that they could say as if alone', () => {
  const { chose, unsure, passed, referred, notApplicable } = made;
  const sayings = [...['a', 'b', 'c', 'd'].map(chose), unsure, passed, referred, notApplicable];
  const several = [[], ...sayings.map((one) => [one])].flatMap((first) =>
    [[], ...sayings.map((one) => [one])].map((second) => [...first, ...second]),
  );
  const chosenB: Calculation = {
    id: 'chosen-b',
    title: 'Whether b was chosen',
    inputs: { choice: { question: 't.q' } },
    limits: [],
    formula: 'b or not',
    source: 'made up',
    run: (given) => ({ band: given.options('choice').includes('b') ? 'certain' : 'fine', working: () => [] }),
  };
  const when: Readonly<Record<string, Condition>> = {
    'is one of them': { question: 't.q', is: 'b' },
    'is among some': { question: 't.q', oneOf: ['b', 'c'] },
    'is not': { not: { question: 't.q', is: 'b' } },
    'people differ': { question: 't.q', disagree: true },
    'nobody knows': { question: 't.q', unsure: true },
    'nobody answered': { question: 't.q', missing: true },
    'is counted with': { calculation: 'chosen-b', band: ['certain'] },
    'opens another question': { question: 't.next', missing: true },
  };
  const questions = [
    made.question('t.q', { answer: made.choice('a', 'b', 'c', 'd') }),
    made.question('t.next', { when: { question: 't.q', oneOf: ['c', 'd'] } }),
  ];
  const ways = Object.keys(when).flatMap((way) => [
    { way, order: 'as listed' },
    { way, order: 'backwards' },
  ]);

  test.each(ways)('where it matters that it $way, $order', ({ way, order }) => {
    const { right: _, ...risk } = made.risk('t.r', when[way] ?? { question: 't.q', is: 'b' });
    const content = made.content(questions, [risk]);
    const project = made.project();
    const integrations = several.map((said, at) =>
      made.integration(
        [
          ...said.map((each, speaker) => made.answer('t.q', each, `speaker-${speaker}`)),
          ...(at % 2 === 0 ? [made.answer('t.next', unsure)] : []),
        ],
        { id: `case-${at}` },
      ),
    );
    const listed = order === 'backwards' ? integrations.toReversed() : integrations;
    const judged = judgedAsAlone(content, [chosenB], project, listed);
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.length).toBeLessThan(integrations.length);
  });
});

describe('what is said about the applications at both ends counts for each of them', () => {
  const { chose, unsure, notApplicable } = made;
  const said = {
    silent: undefined,
    also: chose('a'),
    a: chose('a'),
    b: chose('b'),
    unsure,
    none: notApplicable,
  };
  const applications = Object.entries(said).map(([id, each]) =>
    made.application(id, each ? [made.answer('t.q', each)] : []),
  );
  const ids = applications.map(({ id }) => id);
  const integrations = ids.flatMap((source) => ids.map((target) => made.between(source, target)));
  const content = (when: Condition) => {
    const { right: _, ...risk } = made.risk('t.r', when);
    const answer = made.choice('a', 'b', 'c');
    return made.content([made.question('t.q', { scope: 'application', answer })], [risk]);
  };

  test.each([
    { question: 't.q', is: 'b' },
    { not: { question: 't.q', is: 'b' } },
    { question: 't.q', missing: true },
    {
      all: [
        { question: 't.q', is: 'a' },
        { question: 't.q', is: 'b' },
      ],
    },
  ] as Condition[])('%j', (when) => {
    const found = judgedAsAlone(content(when), [], made.project({ applications }), integrations);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(integrations.length);
  });

  test('also where something else was agreed on for one of them', () => {
    const settled: Deed = {
      by: { name: 'Dee' },
      at: made.morning,
      turn: 'settled',
      door: 'teams',
      did: {
        kind: 'settled',
        question: 't.q',
        about: 'application:a',
        said: chose('b'),
        decided: { name: 'Dee' },
        on: '2026-11-02',
      },
    };
    const project = made.project({ applications, deeds: [settled] });
    const isB: Condition = { question: 't.q', is: 'b' };
    const found = judgedAsAlone(content(isB), [], project, integrations);
    expect(found).toContain('risk t.r@integration:a-silent');
  });
});
