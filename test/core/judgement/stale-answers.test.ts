import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/content/load-content.ts';
import type { Content } from '../../../src/core/interview/topic.ts';
import { assess } from '../../../src/core/judgement/assess.ts';
import { assessProject, type Memory } from '../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { checklist } from '../../../src/core/judgement/checklist.ts';
import type { Vantage } from '../../../src/core/landscape/landscape.ts';
import type { Deed } from '../../../src/core/register/deed.ts';
import { answer, chose, content, project, question, risk, vantage } from '../builders.ts';

const plain = content(
  [question('owners.accountable'), question('owners.deputy')],
  [risk('owners.no-owner', { question: 'owners.accountable', is: 'no' })],
);
const ageingIn = (of: Content) => ({
  ...of,
  topics: of.topics.map((topic) => ({ ...topic, staleAfter: { days: 30 } })),
});
const rules = ageingIn(plain);
const at = '2026-03-02T09:00:00.000Z';
const on = (today: string, ...answers: ReturnType<typeof answer>[]): Vantage => ({
  ...vantage(answers),
  today,
});
const yes = answer('owners.accountable', chose('yes'), 'dana', at);
const no = answer('owners.accountable', chose('no'), 'dana', at);

describe('what was right when it was said', () => {
  test('is right while the answer is fresh', () => {
    expect(assess(rules, [], on('2026-03-20', yes))).toMatchObject([{ kind: 'assertion' }]);
  });

  test('is not known to be right once the answer is old: whoever said it is to confirm it', () => {
    const [finding] = assess(rules, [], on('2026-05-01', yes));
    expect(finding).toMatchObject({
      kind: 'unknown',
      title: 'Risk owners.no-owner of Web orders',
      because: [{ stale: { kind: 'aged', days: 60 } }],
      waitingFor: [{ question: 'owners.accountable', named: ['Name of dana'], was: { words: 'yes', at } }],
      steps: [{ action: 'Ask Name of dana to confirm for Web orders: Label of owners.accountable' }],
    });
  });

  test('is right while one of two answers is fresh', () => {
    const fresh = answer('owners.accountable', chose('yes'), 'iris', '2026-04-28T09:00:00.000Z');
    expect(assess(rules, [], on('2026-05-01', yes, fresh))).toMatchObject([{ kind: 'assertion' }]);
  });

  test('is to be confirmed where it was settled long ago, however fresh the answers are', () => {
    const right = { question: 'owners.deputy', is: 'yes' };
    const when = { question: 'owners.accountable', is: 'no' };
    const unproven = ageingIn(
      content(
        [question('owners.accountable'), question('owners.deputy')],
        [risk('owners.no-owner', when, { right })],
      ),
    );
    const did = {
      kind: 'settled',
      question: 'owners.accountable',
      about: 'integration:orders',
      said: chose('yes'),
      decided: { name: 'Dee' },
      on: '2026-03-02',
      reason: 'agreed',
    } as const;
    const settled: Deed = { by: { name: 'Dee' }, at, turn: 'settled', door: 'teams', did };
    const fresh = answer('owners.accountable', chose('yes'), 'dana', '2026-04-28T09:00:00.000Z');
    const seen = on('2026-05-01', fresh);
    const integration = seen.integration && { ...seen.integration, deeds: [settled] };
    const findings = assess(unproven, [], { ...seen, ...(integration && { integration }) });
    expect(findings).toMatchObject([{ kind: 'unknown', waitingFor: [{ named: ['Dee'] }] }]);
  });

  test('is right again once it was confirmed', () => {
    const again = { ...yes, at: '2026-04-28T09:00:00.000Z', confirms: true } as const;
    expect(assess(rules, [], on('2026-05-01', yes, again))).toMatchObject([{ kind: 'assertion' }]);
  });
});

test('a risk stays a risk, and says how old its evidence is', () => {
  const [before] = assess(rules, [], on('2026-03-20', no));
  const [after] = assess(rules, [], on('2026-05-01', no));
  expect(after).toMatchObject({ kind: 'risk', severity: before?.severity });
  expect(before?.reasoning).toEqual(['Three by three.']);
  expect(after?.reasoning.at(-1)).toBe(
    'All that it rests on has grown old, the oldest of 2 March 2026: it is to be confirmed.',
  );
});

test('what was judged before is judged again on the day on which it has grown old, and only then', () => {
  const { integration } = vantage([yes]);
  if (!integration) throw new Error('there is one');
  const memory: Memory = new WeakMap();
  const of = project();
  const kinds = (today: string) =>
    assessProject(rules, [], of, [integration], memory, today).map(({ kind }) => kind);
  expect(kinds('2026-03-20')).toEqual(['assertion']);
  expect(kinds('2026-05-01')).toEqual(['unknown']);
  expect(kinds('2026-03-20')).toEqual(['assertion']);
});

test('an item of the checklist is met while what shows it is fresh', () => {
  const at = '2026-03-02T09:00:00.000Z';
  const said = answer('owner-alignment.business-result', chose('with-figure'), 'dana', at);
  const content = loadContent(join(import.meta.dirname, '../../../dialogs'), calculations);
  const old = { ...content, topics: content.topics.map((each) => ({ ...each, staleAfter: { days: 30 } })) };
  const { integration } = vantage([said]);
  if (!integration) throw new Error('there is one');
  const state = (today?: string) =>
    checklist(old, calculations, project(), [integration], today).find(({ id }) => id === 'D1')?.state;
  expect(state('2026-03-20')).toBe('met');
  expect(state('2026-05-01')).toBe('not-known');
  expect(state()).toBe('met');
});
