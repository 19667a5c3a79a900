import { describe, expect, test } from 'vitest';
import type { Said } from '../../src/core/interview/answer.ts';
import { assessProject } from '../../src/core/judgement/assess-project.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';
import { advise } from '../../src/core/judgement/choosers/advise.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import { survey } from '../../src/core/judgement/survey.ts';
import { type Integration, type Project, vantageOf } from '../../src/core/landscape/landscape.ts';
import {
  answer,
  application,
  chance,
  chose,
  counted,
  integration,
  project,
  ticked,
  unsure,
} from '../core/builders.ts';
import { content } from '../shipped-content.ts';

const products = 'platform-direction.products';
const named =
  /dataverse|dynamics|power (platform|apps|automate)|powerapps|business central|finance and operations|f&o|supply chain|dual-?write|synapse|data ?management framework|virtual table/i;

/** Somebody answers nearly everything, the same way for the same seed. */
function somebodySays(seed: number, scope: string): ReturnType<typeof answer>[] {
  const luck = chance(seed);
  return [...content.question.values()]
    .filter((question) => question.scope === scope && question.key !== products)
    .flatMap(({ key, answer: shape }) => {
      const said = (): Said => {
        if (luck.below(8) === 0) return unsure;
        if (shape.kind === 'choice') return chose(luck.oneOf(shape.options).id);
        if (shape.kind === 'multi') return ticked(luck.oneOf(shape.options).id);
        if (shape.kind === 'number') return counted(10 ** luck.below(8));
        if (shape.kind === 'date') return { kind: 'value', value: { type: 'date', date: '2027-05-01' } };
        if (shape.kind === 'people') return { kind: 'value', value: { type: 'people', names: ['Dana Fox'] } };
        return { kind: 'value', value: { type: 'text', text: 'some words' } };
      };
      return luck.below(6) === 0 ? [] : [answer(key, said())];
    });
}

function projectOf(seed: number, uses: Said): { readonly of: Project; readonly integrations: Integration[] } {
  const luck = chance(seed);
  return {
    of: project({
      stage: luck.oneOf(['initiate', 'implement', 'operate']),
      dates: { 'design-freeze': '2027-01-01', 'build-start': '2027-02-01', 'sit-start': '2027-03-01' },
      answers: [answer(products, uses), ...somebodySays(seed, 'project')],
      applications: ['shop', 'erp'].map((id, at) =>
        application(id, somebodySays(seed * 3 + at, 'application')),
      ),
    }),
    integrations: [0, 1, 2].map((at) =>
      integration(somebodySays(seed * 5 + at, 'integration'), { id: `i-${at}`, name: `Orders ${at}` }),
    ),
  };
}

const seeds = Array.from({ length: 120 }, (_, seed) => seed);

describe('a project that uses none of the products we know', () => {
  const none = ticked('none-of-these');
  const judged = new Map<number, readonly Finding[]>();
  /** What is found in the project of this seed, judged once for all tests. */
  const findingsOf = (seed: number): readonly Finding[] => {
    const { of, integrations } = projectOf(seed, none);
    const findings = judged.get(seed) ?? assessProject(content, calculations, of, integrations);
    judged.set(seed, findings);
    return findings;
  };

  test('is never asked about one of them, but for the question which it uses', () => {
    const asked = new Set<string>();
    for (const seed of seeds) {
      const { of, integrations } = projectOf(seed, none);
      for (const each of integrations) {
        for (const { question, applies } of survey(content, calculations, vantageOf(of, each)).standings) {
          if (applies === 'no' || question.key === products) continue;
          const { ask, why, label, answer: shape } = question;
          const options = 'options' in shape ? shape.options.map(({ text }) => text) : [];
          const example = 'example' in shape ? [shape.example] : [];
          if (named.test([ask, why, label, ...options, ...example].join('\n'))) asked.add(question.key);
        }
      }
    }
    expect([...asked]).toEqual([]);
  });

  test('is never told about one of them, in a finding or in advice', () => {
    const told = new Set<string>();
    for (const seed of seeds) {
      const { of, integrations } = projectOf(seed, none);
      for (const finding of findingsOf(seed)) {
        // What people said is theirs.
        const { because: _, id: __, ...words } = finding;
        const match = named.exec(JSON.stringify(words));
        if (match) told.add(`${finding.rule}: ${match[0]}`);
      }
      const match = named.exec(JSON.stringify(advise(content, calculations, of, integrations)));
      if (match) told.add(`advice: ${match[0]}`);
    }
    expect([...told]).toEqual([]);
  });

  test('still gets full value from the rest: most rules can speak of it', () => {
    const spoken = new Set<string>();
    for (const seed of seeds) for (const { rule } of findingsOf(seed)) spoken.add(rule);
    expect(spoken.size / content.risk.size).toBeGreaterThan(0.8);
  });
});

test('a project that uses one of them is asked and told about it', () => {
  const told = new Set<string>();
  for (const seed of seeds.slice(0, 40)) {
    const { of, integrations } = projectOf(
      seed,
      ticked('dataverse', 'finance-operations', 'business-central'),
    );
    for (const finding of assessProject(content, calculations, of, integrations))
      if (named.test(JSON.stringify(finding))) told.add(finding.rule);
  }
  expect(told.size).toBeGreaterThan(10);
});
