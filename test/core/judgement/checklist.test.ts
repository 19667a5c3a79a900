import { describe, expect, test } from 'vitest';
import type { Said } from '../../../src/core/interview/answer.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { checklist } from '../../../src/core/judgement/checklist.ts';
import { items } from '../../../src/core/judgement/checklist-items.ts';
import { type Condition, questionsIn } from '../../../src/core/judgement/condition.ts';
import { content } from '../../shipped-content.ts';
import { application, chose, counted, integration, log, project, ticked, unsure } from '../builders.ts';

function reportOn(
  id: string,
  said: {
    project?: Record<string, Said>;
    application?: Record<string, Said>;
    integrations?: Record<string, Said>[];
  },
) {
  const applications = [
    application('shop', log(said.application ?? {})),
    application('erp', log(said.application ?? {})),
  ];
  const integrations = (said.integrations ?? [{}]).map((each, at) =>
    integration(log(each), { id: `i${at}`, name: `Integration ${at}` }),
  );
  const of = project({ applications, answers: log(said.project ?? {}) });
  const item = checklist(content, calculations, of, integrations).find((each) => each.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

test('there are nineteen items in five groups, and each looks at questions, options and risks that are there', () => {
  expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, at) => `D${at + 1}`));
  expect(new Set(items.map(({ group }) => group)).size).toBe(5);
  const conditions = items.flatMap(({ wrong }) => wrong.map(({ when }) => when));
  for (const when of conditions) {
    if ('risk' in when) expect(content.risk.has(when.risk), when.risk).toBe(true);
    else {
      for (const key of questionsIn(when, () => [])) expect(content.question.has(key), key).toBe(true);
      for (const { question: key, options } of chosenIn(when)) {
        const shape = content.question.get(key)?.answer;
        const offered = shape && 'options' in shape ? shape.options.map((option) => option.id) : [];
        expect(offered, key).toEqual(expect.arrayContaining(options));
      }
    }
  }
});

function chosenIn(condition: Condition): { question: string; options: string[] }[] {
  if ('all' in condition) return condition.all.flatMap(chosenIn);
  if ('any' in condition) return condition.any.flatMap(chosenIn);
  if ('not' in condition) return chosenIn(condition.not);
  if ('oneOf' in condition) return [{ question: condition.question, options: [...condition.oneOf] }];
  return 'includes' in condition ? [{ question: condition.question, options: [...condition.includes] }] : [];
}

describe('an item', () => {
  const written = { 'owner-alignment.business-result': chose('with-figure') };
  const technical = { 'owner-alignment.business-result': chose('technical') };

  test('is met where it was asked everywhere and nothing is wrong', () => {
    expect(reportOn('D1', { integrations: [written, written] })).toMatchObject({
      state: 'met',
      open: [],
      notKnown: [],
    });
  });

  test('is open for those where something is wrong, whatever is not known beside', () => {
    expect(reportOn('D1', { integrations: [written, technical, {}] })).toMatchObject({
      state: 'open',
      open: ['Integration 1'],
      notKnown: ['Integration 2'],
    });
  });

  test('is not known where it was not asked, or nobody knew', () => {
    const nobodyKnew = { 'owner-alignment.business-result': unsure };
    expect(reportOn('D1', { integrations: [written, nobodyKnew] })).toMatchObject({
      state: 'not-known',
      notKnown: ['Integration 1'],
    });
    expect(reportOn('D1', {}).state).toBe('not-known');
  });

  test('looks at the project, its applications and its integrations', () => {
    expect(
      reportOn('D9', {
        project: {
          'platform-direction.middleware': chose('cloud'),
          'platform-direction.middleware-lacks': ticked('versions'),
        },
      }).state,
    ).toBe('open');
    expect(
      reportOn('D5', {
        application: {
          'connectivity.hosting': chose('on-premises'),
          'sensitive-data.way-in': chose('opened-port'),
        },
      }).open,
    ).toEqual(['SHOP', 'ERP']);
    expect(
      reportOn('D17', {
        project: { 'governance-environments.sit-rounds': counted(1) },
        integrations: [
          {
            'business-continuity.criticality': chose('important'),
            'it-driven-design.test-cases': chose('whole-process'),
          },
        ],
      }),
    ).toMatchObject({ state: 'open' });
  });
});
