import { describe, expect, test } from 'vitest';
import { ageing, isStale } from '../../../src/core/interview/staleness.ts';
import type { Content, StaleAfter } from '../../../src/core/interview/topic.ts';
import type { Deed, Did } from '../../../src/core/register/deed.ts';
import {
  answer,
  chose,
  content,
  notApplicable,
  orders,
  passed,
  project,
  question,
  referred,
  stages,
  unsure,
} from '../builders.ts';

const asked = question('owners.accountable');
const other = question('load.records');

function aged(staleAfter: StaleAfter, reconfirm: readonly string[] = []): Content {
  const plain = content([asked, other]);
  return {
    ...plain,
    topics: plain.topics.map((topic) => (topic.id === 'owners' ? { ...topic, staleAfter } : topic)),
    stages: stages.map((stage) => (stage.id === 'implement' ? { ...stage, reconfirm } : stage)),
  };
}

const said = (at: string) => answer('owners.accountable', chose('yes'), 'dana', at);
const did = (at: string, what: Did): Deed => ({
  by: { name: 'Mira' },
  at,
  turn: `turn ${at}`,
  door: 'teams',
  did: what,
});
const movedTo = (at: string, from: string, to: string) => did(at, { kind: 'set', field: 'stage', from, to });
const changed = (at: string, questions: string[], subjects: string[]) =>
  did(at, { kind: 'changed', about: 'application:shop', change: 'hosting', questions, subjects });

const monday = '2026-03-02T09:00:00.000Z';

describe('by age', () => {
  const rules = aged({ days: 30, stages: { prepare: 10 } });
  const old = (today: string, stage = 'initiate') => isStale(said(monday), asked, rules, stage, today);

  test('an answer holds for so many days, the last of them included', () => {
    expect(old('2026-03-02')).toBe(false);
    expect(old('2026-04-01')).toBe(false);
    expect(old('2026-04-02')).toBe(true);
  });

  test('what was said from a day on is good as new, and the day before it was not', () => {
    const of = project();
    for (const today of ['2026-04-01', '2026-04-02', '2026-04-03']) {
      const ages = ageing(rules, of, today);
      expect(ages.of(said(monday), asked, orders) !== undefined).toBe(monday < ages.freshFrom);
      expect(old(today)).toBe(monday < ages.freshFrom);
    }
    expect(ageing(rules, of).freshFrom).toBe('');
  });

  test('a stage may ask for it sooner', () => {
    expect(old('2026-03-13')).toBe(false);
    expect(old('2026-03-13', 'prepare')).toBe(true);
  });

  test('of a topic that says nothing, answers hold for ever', () => {
    expect(isStale(said(monday), other, rules, 'initiate', '2036-03-02')).toBe(false);
  });

  test('what nobody knew, passed over or passed on does not grow old: it is open', () => {
    for (const what of [unsure, passed, referred])
      expect(isStale({ at: monday, said: what }, asked, rules, 'initiate', '2027-01-01')).toBe(false);
    expect(isStale({ at: monday, said: notApplicable }, asked, rules, 'initiate', '2027-01-01')).toBe(true);
  });

  test('without a day nothing is too old', () => {
    expect(ageing(rules, project()).of(said(monday), asked, orders)).toBeUndefined();
    expect(ageing(rules, project(), '2027-01-01').of(said(monday), asked, orders)).toEqual({
      kind: 'aged',
      days: 305,
    });
  });
});

describe('by a gate that asks for it once more', () => {
  const rules = aged({ days: 3000 }, ['owners']);
  const at = (stage: string, ...deeds: Deed[]) => ageing(rules, project({ stage, deeds }));
  const through = movedTo('2026-03-10T09:00:00.000Z', 'initiate', 'implement');

  test('what was said before it is old, what was said after it is not', () => {
    const ages = at('implement', through);
    expect(ages.of(said(monday), asked, orders)).toEqual({ kind: 'gate', stage: 'implement' });
    expect(ages.of(said('2026-03-11T09:00:00.000Z'), asked, orders)).toBeUndefined();
    expect(ages.of(said(monday), other, orders)).toBeUndefined();
  });

  test('a gate that was jumped over counts, one that was gone back through does not', () => {
    const jump = movedTo('2026-03-10T09:00:00.000Z', 'initiate', 'prepare');
    expect(at('prepare', jump).of(said(monday), asked, orders)).toBeDefined();
    const back = movedTo('2026-03-12T09:00:00.000Z', 'implement', 'initiate');
    expect(at('initiate', through, back).of(said(monday), asked, orders)).toBeUndefined();
  });
});

describe('by a change', () => {
  const rules = aged({ days: 3000 });
  const change = changed('2026-03-10T09:00:00.000Z', [asked.key], ['integration:orders']);
  const ages = ageing(rules, project({ deeds: [change] }));

  test('only what it touches is old', () => {
    expect(ages.of(said(monday), asked, orders)).toMatchObject({ kind: 'changed', change: 'hosting' });
    expect(ages.of(said(monday), asked, { scope: 'integration', id: 'stock' })).toBeUndefined();
    expect(ages.of(answer(other.key, chose('yes'), 'dana', monday), other, orders)).toBeUndefined();
  });

  test('a later answer stands', () => {
    expect(ages.of(said('2026-03-10T09:00:01.000Z'), asked, orders)).toBeUndefined();
  });
});

test('the same day, gates and changes have the same key, whatever else was done', () => {
  const rules = aged({ days: 30 });
  const keyOf = (deeds: Deed[], today: string) => ageing(rules, project({ deeds }), today).key;
  const change = changed(monday, [asked.key], ['integration:orders']);
  const treated = did(monday, { kind: 'withdrawn', finding: 'a.b@project' });
  expect(keyOf([change], '2026-03-02')).toBe(keyOf([treated, change], '2026-03-02'));
  expect(keyOf([change], '2026-03-02')).not.toBe(keyOf([], '2026-03-02'));
  expect(keyOf([change], '2026-03-02')).not.toBe(keyOf([change], '2026-03-03'));
});
