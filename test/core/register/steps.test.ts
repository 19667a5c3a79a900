import { describe, expect, test } from 'vitest';
import type { StepState } from '../../../src/core/register/deed.ts';
import { isOpenStep, stepsOf } from '../../../src/core/register/steps.ts';
import { chose, unsure } from '../builders.ts';
import { answer, dana, day, deed, lee, small, step, steps, type World, world } from './build.ts';

const none = answer('faults.retry', chose('none'), 'dana', day(2));
const queued = answer('faults.queue', chose('yes'), 'dana', day(2));
const full = (at: number, by = 'dana') => answer('faults.retry', chose('full'), by, day(at));
const moved = (to: StepState, at = 5, more: object = {}) =>
  deed({ kind: 'moved-step', step, to, ...more }, day(at));
const only = (of: World, on?: string) => {
  const [first, ...others] = steps(of, on);
  expect(others).toEqual([]);
  if (!first) throw new Error('there is no step');
  return first;
};

test('one step that serves two risks of the same integration is there once', () => {
  expect(only(world([none, queued]))).toMatchObject({
    id: step,
    about: 'Web orders',
    state: 'open',
    findings: [{ rule: 'faults.late' }, { rule: 'faults.lost' }],
  });
});

test('what waits for an answer is a step of what the question is about', () => {
  const found = steps(world([answer('faults.retry', unsure, 'dana', day(2))]));
  expect(found.map(({ id, proof }) => [id, proof?.question])).toEqual([
    ['ask.faults.queue@integration:orders', 'faults.queue'],
    ['ask.faults.retry@integration:orders', 'faults.retry'],
  ]);
});

describe('its owner', () => {
  test('is whoever holds its role, until somebody takes it on', () => {
    expect(only(world([none])).owners).toEqual([dana]);
    expect(only(world([none], [moved('doing', 5, { owner: lee })])).owners).toEqual([lee]);
  });

  test('is nobody in person where nobody holds the role', () => {
    const found = only(world([none], [], { people: [] }));
    expect([found.owners, found.role]).toEqual([[], 'architect']);
  });

  test('is the owner of the application that sends, where that is the role', () => {
    const roles = { ...small, topics: small.topics };
    const of = world([none]);
    const findings = of.findings.map((finding) => ({
      ...finding,
      steps: finding.steps.map((each) => ({ ...each, owner: 'source-owner' })),
    }));
    const [first] = stepsOf(roles, of.project, of.integrations, findings, '2026-11-20');
    expect(first?.owners).toEqual([lee]);
    const others = findings.map((finding) => ({
      ...finding,
      steps: finding.steps.map((each) => ({ ...each, owner: 'target-owner' })),
    }));
    expect(stepsOf(roles, of.project, of.integrations, others, '2026-11-20')[0]?.owners).toEqual([]);
  });
});

describe('its date', () => {
  test('is the end of its stage, as far as the plan has one', () => {
    expect(only(world([none])).due).toBeUndefined();
    expect(only(world([none], [], { dates: { 'go-live': '2026-11-30' } })).due).toBe('2026-11-30');
    const dates = { 'go-live': '2026-11-30', build: '2026-11-10' };
    expect(only(world([none], [], { dates }))).toMatchObject({ due: '2026-11-10', late: true });
  });

  test('is what somebody said, where they did; a later deed without a date leaves it', () => {
    const deeds = [moved('open', 5, { due: '2026-12-24' }), moved('doing', 6)];
    const found = only(world([none], deeds, { dates: { build: '2026-11-10' } }));
    expect(found).toMatchObject({ due: '2026-12-24', late: false, state: 'doing' });
  });
});

describe('done', () => {
  test('does not count while the answer is the same, and asks the question that would show it', () => {
    const found = only(world([none], [moved('done')]));
    expect(found).toMatchObject({
      state: 'done',
      unproven: true,
      proof: { question: 'faults.retry', subject: { scope: 'integration', id: 'orders' } },
    });
    expect(isOpenStep(found)).toBe(true);
  });

  test('is over with the risk, as soon as the fact has changed', () => {
    expect(steps(world([none, full(6)], [moved('done')]))).toEqual([]);
    expect(steps(world([none, full(6)])), 'also without anybody having said so').toEqual([]);
  });

  test('is still not proven while somebody else says otherwise', () => {
    const of = world([none, answer('faults.retry', chose('full'), 'lee', day(6))], [moved('done')]);
    expect(only(of)).toMatchObject({ state: 'done', unproven: true });
  });

  test('is open again once the fact is back', () => {
    const back = answer('faults.retry', chose('none'), 'dana', day(7));
    expect(only(world([none, full(6), back], [moved('done')]))).toMatchObject({
      state: 'open',
      unproven: false,
    });
  });

  test('is late when its date is over and nothing is proven', () => {
    const of = world([none], [moved('done', 5, { due: '2026-11-10' })]);
    expect(only(of).late).toBe(true);
  });
});

describe('dropped', () => {
  const dropped = moved('dropped', 5, { reason: 'Replaced next year', due: '2026-11-10' });

  test('is over with its reason, and never late', () => {
    const found = only(world([none], [dropped]));
    expect(found).toMatchObject({ state: 'dropped', reason: 'Replaced next year', late: false });
    expect(isOpenStep(found)).toBe(false);
  });

  test('is open again once the fact has gone and come back', () => {
    const back = answer('faults.retry', chose('none'), 'dana', day(7));
    expect(only(world([none, full(6), back], [dropped])).state).toBe('open');
  });
});

test('a step may name another question than the one the risk rests on', () => {
  const of = world([none, queued]);
  const findings = of.findings.map((finding) => ({
    ...finding,
    steps: finding.steps.map((each) => ({ ...each, proves: 'faults.queue' })),
  }));
  const [first] = stepsOf(small, of.project, of.integrations, findings, '2026-11-20');
  expect(first?.proof).toEqual({ question: 'faults.queue', subject: { scope: 'integration', id: 'orders' } });
});

test('what is late comes first, then by date, then what is over', () => {
  const nobody = answer('owners.owner', chose('no'), 'dana', day(2));
  const applications = ['shop', 'erp', 'crm'].map((id) => ({ id, name: id, answers: [nobody] }));
  const on = (id: string, to: StepState, due?: string) =>
    deed({ kind: 'moved-step', step: `owners.act@application:${id}`, to, ...(due ? { due } : {}) }, day(5));
  const deeds = [on('erp', 'open', '2026-11-10'), on('crm', 'open', '2026-12-10'), moved('dropped')];
  const of = world([none], deeds, { applications });
  expect(steps(of).map(({ id }) => id)).toEqual([
    'owners.act@application:erp',
    'owners.act@application:crm',
    'owners.act@application:shop',
    step,
  ]);
});
