import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import {
  chooseSteps,
  inLines,
  lineKey,
  type StepFilter,
  summedUp,
} from '../../../src/core/register/step-list.ts';
import type { StepEntry } from '../../../src/core/register/steps.ts';
import { chose } from '../builders.ts';
import { answer, dana, day, lee, steps, world } from './build.ts';

const of = world([answer('faults.retry', chose('none'), 'dana', day(2))]);
const [sample] = steps(of);

type More = Partial<StepEntry> & { readonly key?: string; readonly action?: string };

/** On the integration `orders` unless it is said otherwise. */
function entry(
  { key = 'faults.a', action = key, ...more }: More = {},
  weight: Partial<Finding> = {},
): StepEntry {
  if (!sample) throw new Error('there is no step');
  const { findings, step, due: _, ...rest } = sample;
  return {
    ...rest,
    step: { ...step, key, action },
    findings: findings.map((finding) => ({ ...finding, ...weight })),
    ...more,
  };
}

const around = { caller: dana, today: '2026-11-18', integrations: of.integrations };
const chosen = (all: readonly StepEntry[], only: StepFilter) =>
  chooseSteps(all, only, around).map(({ step }) => step.key);
const critical = { severity: 'critical', probability: 5, impact: 5 } as const;
const medium = { severity: 'medium', probability: 2, impact: 3 } as const;
const open = { kind: 'unknown', ...critical } as const;

describe('a list of next steps', () => {
  test('begins with what is late, then with the worst, then with what is due first', () => {
    const lines = inLines([
      entry({ key: 'find-out' }, open),
      entry({ key: 'medium' }, medium),
      entry({ key: 'critical' }, critical),
      entry({ key: 'critical-soon', due: '2026-11-20' }, critical),
      entry({ key: 'late', late: true }, medium),
    ]);
    expect(lines.map(([first]) => first?.step.key)).toEqual([
      'late',
      'critical-soon',
      'critical',
      'medium',
      'find-out',
    ]);
  });

  test('holds what is only to be found out in one line, once that is more than a few', () => {
    const asked = ['a', 'b', 'c', 'd'].map((id) => {
      const each = entry({ key: `ask.load.${id}` }, open);
      return { ...each, step: { ...each.step, proves: `load.${id}` } };
    });
    const counts = (all: readonly StepEntry[]) => summedUp(inLines(all)).map(({ length }) => length);
    expect(counts([entry({ key: 'act' }, critical), ...asked])).toEqual([1, 4]);
    expect(counts(asked.slice(1))).toEqual([1, 1, 1]);
  });

  test('holds one step about many things once, where the worst of them stands', () => {
    const lines = inLines([
      entry({ key: 'same', about: 'one' }, medium),
      entry({ key: 'other' }, medium),
      entry({ key: 'same', about: 'two' }, critical),
    ]);
    expect(lines.map((line) => line.map(({ about }) => about))).toEqual([['two', 'one'], ['Web orders']]);
  });

  test('holds a step that names what it is about once for each, and a question once for all', () => {
    const ask = { proves: 'faults.queue' };
    const asked = (action: string) => {
      const found = entry({ key: 'ask.faults.queue', action });
      return { ...found, step: { ...found.step, ...ask } };
    };
    const named = [entry({ action: 'Switch A off' }), entry({ action: 'Switch B off' })];
    expect(
      inLines([...named, asked('Find out for A'), asked('Find out for B')]).map(({ length }) => length),
    ).toEqual([1, 1, 2]);
  });
});

describe('of all steps there are left', () => {
  test('those of one line, as many as it says, though others have the same key', () => {
    const all = [
      entry({ action: 'Switch A off', about: 'one' }),
      entry({ action: 'Switch A off', about: 'two' }),
      entry({ action: 'Switch B off', about: 'three' }),
    ];
    for (const line of inLines(all)) {
      const [first] = line;
      expect(chooseSteps(all, { step: first ? lineKey(first) : '' }, around)).toEqual(line);
    }
  });

  test('those of one person, of a role, of nobody', () => {
    const all = [
      entry({ key: 'danas', owners: [dana] }),
      entry({ key: 'lees', owners: [lee] }),
      entry({ key: 'free', owners: [], role: 'tester' }),
    ];
    expect(chosen(all, { whose: { kind: 'me' } })).toEqual(['danas']);
    expect(chosen(all, { whose: { kind: 'person', name: lee.name } })).toEqual(['lees']);
    expect(chosen(all, { whose: { kind: 'nobody' } })).toEqual(['free']);
    expect(chosen(all, { whose: { kind: 'role', role: 'tester' } })).toEqual(['free']);
  });

  test('those that are late, and those of this week until its Sunday', () => {
    const all = [
      entry({ key: 'late', late: true, due: '2026-11-17' }),
      entry({ key: 'today', due: '2026-11-18' }),
      entry({ key: 'sunday', due: '2026-11-22' }),
      entry({ key: 'monday', due: '2026-11-23', state: 'doing' }),
    ];
    expect(chosen(all, { time: 'late' })).toEqual(['late']);
    expect(chosen(all, { time: 'this-week' })).toEqual(['today', 'sunday']);
    expect(chosen(all, { time: 'doing' })).toEqual(['monday']);
  });

  test('those for a risk as bad or worse, or those that only find something out', () => {
    const all = [
      entry({ key: 'critical' }, critical),
      entry({ key: 'medium' }, medium),
      entry({ key: 'ask' }, open),
    ];
    expect(chosen(all, { weight: 'high' })).toEqual(['critical']);
    expect(chosen(all, { weight: 'low' })).toEqual(['critical', 'medium']);
    expect(chosen(all, { weight: 'unknown' })).toEqual(['ask']);
  });

  test('those of an application, with the integrations that begin or end there', () => {
    const [integration] = of.integrations;
    const end = integration?.source.application ?? '';
    const all = [
      entry({ key: 'orders' }),
      entry({ key: 'its-end', subject: { scope: 'application', id: end } }),
      entry({ key: 'elsewhere', subject: { scope: 'application', id: 'elsewhere' } }),
      entry({ key: 'project', subject: { scope: 'project' } }),
    ];
    expect(end).not.toBe('');
    expect(chosen(all, { about: { scope: 'application', id: end } })).toEqual(['orders', 'its-end']);
    expect(chosen(all, { about: { scope: 'integration', id: 'orders' } })).toEqual(['orders']);
  });
});
