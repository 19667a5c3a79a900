import { describe, expect, test } from 'vitest';
import { type Answer, standInName } from '../../../src/core/interview/answer.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import { differencesOf, isOpenDifference, restingOn } from '../../../src/core/judgement/differences.ts';
import type { Project } from '../../../src/core/landscape/landscape.ts';
import { auditOf } from '../../../src/core/register/audit.ts';
import type { Deed } from '../../../src/core/register/deed.ts';
import {
  amountOf,
  answer,
  choice,
  chose,
  content,
  counted,
  integration,
  member,
  notApplicable,
  project,
  question,
  risk,
  throughJson,
  unsure,
} from '../builders.ts';

const purpose = question('alignment.purpose', { answer: choice('show', 'copy'), compare: ['architect'] });
const volume = question('load.volume', {
  answer: amountOf('records/day'),
  roles: ['source-owner', 'target-owner'],
  compare: ['source-owner', 'target-owner'],
  vantages: ['source-owner', 'target-owner'],
});
const follow = question('alignment.follow', { when: { question: 'alignment.purpose', is: 'copy' } });
const aging = content(
  [purpose, volume, follow],
  [
    risk('alignment.differ', { question: 'alignment.purpose', disagree: true }),
    risk('alignment.copies', { question: 'alignment.purpose', is: 'copy' }),
    risk('load.much', { question: 'load.volume', atLeast: 1000 }),
  ],
);
const small = {
  ...aging,
  topics: aging.topics.map((topic) => ({ ...topic, staleAfter: { days: 90 } })),
};
const today = '2026-11-20';
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;

function looked(answers: readonly Answer[], deeds: readonly Deed[] = [], more: Partial<Project> = {}) {
  const link = throughJson(integration(answers, deeds.length > 0 ? { deeds } : {}));
  const known = throughJson(project(more));
  return {
    differences: differencesOf(small, [], known, [link], today),
    findings: assessProject(small, [], known, [link]),
    audit: auditOf(small, known, [link]),
  };
}
const kinds = (answers: readonly Answer[], more: Partial<Project> = {}) =>
  looked(answers, [], more).differences.map(({ kind }) => kind);

const settled = (option: string, day: number, more: Partial<Deed> = {}): Deed => ({
  by: { id: 'lee', name: 'Name of lee' },
  at: on(day),
  turn: `settled ${day}`,
  door: 'teams',
  did: {
    kind: 'settled',
    question: purpose.key,
    about: 'integration:orders',
    said: chose(option),
    decided: { name: 'Dana Fox' },
    on: '2026-11-12',
    reason: 'agreed in the steering group',
  },
  ...more,
});
const apart = [
  answer(purpose.key, chose('show'), 'ann', on(2)),
  answer(purpose.key, chose('copy'), 'bob', on(3)),
];

describe('two people answer one question', () => {
  test('and cannot both be right', () => {
    const { differences } = looked(apart);
    expect(differences.map(({ id, kind }) => [id, kind])).toEqual([
      ['alignment.purpose@integration:orders', 'contradiction'],
    ]);
    expect(differences[0]?.voices.map(({ answer: { by, at } }) => [by.name, at])).toEqual([
      ['Name of ann', on(2)],
      ['Name of bob', on(3)],
    ]);
    expect(differences.every(isOpenDifference)).toBe(true);
  });

  test('and one of them does not know: that is a gap, and nothing to settle', () => {
    const { differences } = looked([
      answer(purpose.key, chose('show'), 'ann'),
      answer(purpose.key, unsure, 'bob'),
    ]);
    expect(differences.map(({ kind }) => kind)).toEqual(['gap']);
    expect(differences.some(isOpenDifference)).toBe(false);
  });

  test('and one of them has been forgotten since: what that one said counts until somebody answers after it', () => {
    const forgotten = { kind: 'person', id: 'stand-in', name: standInName } as const;
    const theirs = (day: number): Answer => ({
      ...answer(purpose.key, chose('copy'), '', on(day)),
      by: forgotten,
    });
    const [ann, bob] = [2, 4].map((day) => answer(purpose.key, chose('show'), `person ${day}`, on(day)));
    const raised = (answers: readonly Answer[]) =>
      looked(answers).findings.flatMap(({ kind, rule }) => (kind === 'risk' ? [rule] : []));
    expect(raised([theirs(1)])).toEqual(['alignment.copies']);
    expect(raised([theirs(1), answer(purpose.key, unsure, 'cat', on(2))])).toEqual(['alignment.copies']);
    expect(ann && kinds([theirs(1), ann])).toEqual([]);
    expect(ann && raised([theirs(1), ann])).toEqual([]);
    expect(ann && kinds([ann, theirs(3)])).toEqual(['contradiction']);
    expect(ann && bob && kinds([ann, theirs(3), bob])).toEqual([]);
    // That it does not apply is an answer; what no longer fits the question is none.
    expect(raised([theirs(1), answer(purpose.key, notApplicable, 'cat', on(2))])).toEqual([]);
    expect(raised([theirs(1), answer(purpose.key, chose('removed'), 'cat', on(2))])).toEqual([
      'alignment.copies',
    ]);
  });

  test('and both changed to the same', () => {
    expect(kinds([...apart, answer(purpose.key, chose('copy'), 'ann', on(9))])).toEqual([]);
  });

  test('and one of them says that it does not apply', () => {
    expect(
      kinds([answer(purpose.key, chose('show'), 'ann'), answer(purpose.key, notApplicable, 'bob')]),
    ).toEqual([]);
  });

  test('and the question no longer applies', () => {
    const answers = [answer(follow.key, chose('yes'), 'ann'), answer(follow.key, chose('no'), 'bob')];
    expect(kinds([answer(purpose.key, chose('copy'), 'ann'), ...answers])).toEqual(['contradiction']);
    expect(kinds([answer(purpose.key, chose('show'), 'ann'), ...answers])).toEqual([]);
  });

  test('and one of them half a year ago: first that one is asked again', () => {
    const old = answer(purpose.key, chose('show'), 'ann', '2026-05-02T09:00:00.000Z');
    expect(kinds([old, answer(purpose.key, chose('copy'), 'bob', on(3))])).toEqual(['stale']);
    // Where a third stands against the newer one, there is something to settle after all.
    expect(
      kinds([
        old,
        answer(purpose.key, chose('copy'), 'bob', on(3)),
        answer(purpose.key, chose('show'), 'cat', on(4)),
      ]),
    ).toEqual(['contradiction']);
  });
});

describe('those who send and those who receive', () => {
  const answers = [answer(volume.key, counted(100), 'ann'), answer(volume.key, counted(900), 'bob')];
  const sender = member('ann', { role: 'source-owner', on: 'shop' });
  test('see different sides', () => {
    const receiver = member('bob', { role: 'target-owner', on: 'erp' });
    expect(kinds(answers, { people: [sender, receiver] })).toEqual(['vantage']);
  });
  test('see the same side where both own the sending application, or one person owns both', () => {
    expect(kinds(answers, { people: [sender, member('bob', { role: 'source-owner', on: 'shop' })] })).toEqual(
      ['contradiction'],
    );
    const both = member('bob', { role: 'source-owner', on: 'shop' }, { role: 'target-owner', on: 'erp' });
    expect(kinds(answers, { people: [sender, both] })).toEqual(['contradiction']);
    expect(kinds(answers)).toEqual(['contradiction']);
  });
});

test('what hangs on a difference are the risks that rest on its question, there', () => {
  const { differences, findings } = looked([...apart, answer(volume.key, counted(5000), 'ann')]);
  const [first] = differences;
  expect(
    first &&
      restingOn(first, findings)
        .map(({ rule }) => rule)
        .sort(),
  ).toEqual(['alignment.copies', 'alignment.differ']);
});

describe('once a difference is settled', () => {
  const rules = (deeds: readonly Deed[], more: readonly Answer[] = []) =>
    looked([...apart, ...more], deeds).findings.map(({ rule, kind }) => `${rule} ${kind}`);

  test('what was settled counts, and the answers stay on file with their authors', () => {
    expect(rules([])).toContain('alignment.differ risk');
    expect(rules([settled('show', 12)])).toEqual(['alignment.copies assertion']);
    expect(rules([settled('copy', 12)])).toEqual(['alignment.copies risk']);
    const { differences, findings } = looked(apart, [settled('copy', 12)]);
    expect(differences[0]?.settled?.answer.said).toEqual(chose('copy'));
    expect(differences[0]?.voices).toHaveLength(2);
    expect(differences.some(isOpenDifference)).toBe(false);
    expect(findings[0]?.because.map(({ by, at }) => [by.name, at])).toEqual([['Dana Fox', on(12)]]);
  });

  test('the newest settlement counts', () => {
    expect(rules([settled('show', 12), settled('copy', 13)])).toEqual(['alignment.copies risk']);
  });

  test('a later answer that says otherwise opens it again; one that says the same does not', () => {
    expect(rules([settled('show', 12)], [answer(purpose.key, chose('show'), 'cat', on(14))])).toEqual([
      'alignment.copies assertion',
    ]);
    const reopened = [answer(purpose.key, chose('copy'), 'cat', on(14))];
    expect(rules([settled('show', 12)], reopened)).toContain('alignment.differ risk');
    expect(looked([...apart, ...reopened], [settled('show', 12)]).differences.some(isOpenDifference)).toBe(
      true,
    );
  });

  test('an option that the question no longer has settles nothing', () => {
    expect(rules([settled('gone', 12)])).toContain('alignment.differ risk');
  });

  test('it stands in the audit with who decided, when and why', () => {
    const entry = looked(apart, [settled('copy', 12)]).audit.find(({ kind }) => kind === 'settled');
    expect(entry).toMatchObject({
      about: 'Web orders',
      what: 'Settled: Label of alignment.purpose',
      to: 'copy; decided by Dana Fox on 12 November 2026; agreed in the steering group',
      by: { name: 'Name of lee' },
    });
  });
});
