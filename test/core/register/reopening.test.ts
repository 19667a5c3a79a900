import { expect, test } from 'vitest';
import type { Change } from '../../../src/core/interview/topic.ts';
import { byPerson, didChange, reopening } from '../../../src/core/register/reopening.ts';
import { answer, application, chose, content, integration, project, question, unsure } from '../builders.ts';

const rules = content([
  question('net.hosting', { scope: 'application' }),
  question('net.delay'),
  question('net.other'),
]);
const hosting: Change = {
  id: 'hosting',
  title: 'Where it runs',
  phrase: 'moves',
  also: [],
  questions: ['net.hosting', 'net.delay'],
};
const of = project({
  applications: [
    application('shop', [answer('net.hosting', chose('yes')), answer('net.hosting', unsure, 'iris')]),
    application('erp', [answer('net.hosting', chose('yes'))]),
  ],
});
const joined = integration([
  answer('net.delay', chose('yes'), 'lee'),
  answer('net.delay', chose('no')),
  answer('net.other', chose('no')),
]);
const far = integration([answer('net.delay', chose('yes'))], {
  id: 'far',
  source: { written: 'HR', application: 'hr' },
  target: { written: 'ERP', application: 'erp' },
});
const shop = { scope: 'application', id: 'shop' } as const;

test('an application takes along what people said about it and its integrations, and nothing else', () => {
  const reopened = reopening(rules, of, [joined, far], shop, hosting);
  expect(reopened.map(({ subject, question: { key }, by }) => [subject, key, by.id])).toEqual([
    [shop, 'net.hosting', 'dana'],
    [{ scope: 'integration', id: 'orders' }, 'net.delay', 'lee'],
    [{ scope: 'integration', id: 'orders' }, 'net.delay', 'dana'],
  ]);
  expect(byPerson(reopened).map(({ by, answers }) => [by.id, answers.length])).toEqual([
    ['dana', 2],
    ['lee', 1],
  ]);
});

test('an integration takes its own answers along, not those about its applications', () => {
  const reopened = reopening(rules, of, [joined, far], { scope: 'integration', id: 'far' }, hosting);
  expect(reopened).toHaveLength(1);
});

test('what was re-opened once is not re-opened again before somebody has answered', () => {
  const reopened = reopening(rules, of, [joined, far], shop, hosting);
  const did = didChange(shop, hosting, reopened, '');
  const deed = {
    by: { name: 'Mira' },
    at: '2027-01-01T00:00:00.000Z',
    turn: 't',
    door: 'teams',
    did,
  } as const;
  expect(reopening(rules, { ...of, deeds: [deed] }, [joined, far], shop, hosting)).toEqual([]);
});
