/** What the calculations rely on in the content that ships. */
import { expect, test } from 'vitest';
import { questionsOf } from '../../../../src/core/judgement/calculation.ts';
import { flowLicences } from '../../../../src/core/judgement/calculations/flow-actions.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { content } from './given.ts';

const known = calculations.map((calculation) => ({ id: calculation.id, calculation }));

test.each(known)(
  '$id reads questions and limits that exist, in the unit they are asked in',
  ({ calculation }) => {
    for (const key of questionsOf(calculation)) expect(content.question.get(key)?.key).toBe(key);
    for (const { question, unit } of Object.values(calculation.inputs)) {
      const answer = content.question.get(question)?.answer;
      expect(unit).toBe(answer?.kind === 'number' ? answer.unit : undefined);
    }
    for (const id of calculation.limits) expect(content.limits.map((limit) => limit.id)).toContain(id);
  },
);

test.each(known)('$id leads to a rule', ({ id }) => {
  const leads = [...content.risk.values()].some(({ when }) =>
    JSON.stringify(when).includes(`"calculation":"${id}"`),
  );
  expect(leads).toBe(true);
});

test.each([
  ['one-size-fits-all.frequency', ['every-few-minutes', 'hourly', 'daily']],
  ['one-size-fits-all.peak-source', ['counted']],
  ['one-size-fits-all.on-failure', ['retried-then-told', 'endless-retries']],
  ['one-size-fits-all.delivery-means', ['queue']],
  ['one-size-fits-all.waits', ['user-waits', 'transaction-waits']],
  ['platform-direction.products', ['azure']],
  ['storage-and-limits.service', ['dataverse', 'power-automate', 'business-central']],
  ['storage-and-limits.hand-over', ['webhook', 'service-bus']],
  ['storage-and-limits.finance-way', ['odata', 'events', 'dual-write']],
  ['storage-and-limits.other-licences', ['none']],
  ['storage-and-limits.flow-licence', [...flowLicences]],
] as const)('%s offers what calculations look for', (key, options) => {
  const answer = content.question.get(key)?.answer;
  const offered = answer && 'options' in answer ? answer.options.map(({ id }) => id) : [];
  expect(offered).toEqual(expect.arrayContaining([...options]));
});

test('every limit names its source, its date, and what it is about, and no calculation has a number of its own', () => {
  for (const limit of content.limits) {
    expect(limit.sourceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(limit.source.length).toBeGreaterThan(10);
    expect(limit.scope.length).toBeGreaterThan(5);
  }
  const numbers = calculations.flatMap(({ id, run }) =>
    // Minutes of a day, seconds of five minutes, and the like are arithmetic, not limits.
    [...run.toString().matchAll(/(?<![\w.])\d[\d_]{3,}/g)].map(([number]) => `${id}: ${number}`),
  );
  expect(numbers.filter((each) => !/: (1000|1440|1_000|1_440|3600|1e6)$/.test(each))).toEqual([]);
});
