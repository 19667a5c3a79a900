import { expect, test } from 'vitest';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import { compareFindings, severityOf } from '../../../src/core/judgement/severity.ts';
import { type Entry, ratingOf } from '../../../src/core/register/register.ts';
import { summarise } from '../../../src/core/register/summary.ts';

function finding(rule: string, about: string, more: Partial<Finding> = {}): Finding {
  const { probability = 3, impact = 3 } = more;
  return {
    id: `${rule}@integration:${about}`,
    topic: rule.split('.')[0] ?? '',
    rule,
    subject: { scope: 'integration', id: about },
    about,
    kind: 'risk',
    title: `${rule} of ${about}`,
    cause: '',
    event: '',
    effect: '',
    probability,
    impact,
    severity: severityOf(probability, impact),
    reasoning: [],
    because: [],
    waitingFor: [],
    cites: { title: '', revision: '2023-05-23', heading: '' },
    steps: [{ key: `${rule}.step`, action: 'Act', owner: 'sponsor', with: [], stage: 'initiate', done: '' }],
    clears: '',
    working: [],
    ...more,
  };
}

const summaryOf = (...findings: readonly Finding[]) => summarise(findings.toSorted(compareFindings));
const waiting = (question: string, about: string, named: readonly string[] = []) => ({
  question,
  label: question,
  subject: { scope: 'integration', id: about } as const,
  about,
  roles: ['architect'],
  named,
});

test('one rule over many integrations is one thing to know, as bad as its worst', () => {
  const { groups } = summaryOf(
    finding('load.late', 'A'),
    finding('owner.none', 'A'),
    finding('owner.none', 'B', { probability: 5, impact: 5 }),
    finding('owner.none', 'C'),
  );
  expect(groups.map(({ worst, on }) => [worst.title, on])).toEqual([
    ['owner.none of B', ['B', 'A', 'C']],
    ['load.late of A', ['A']],
  ]);
});

test('what is said of each and once more of all is one thing to know, led by the worse, and about each', () => {
  const account = 'storage-and-limits.one-account-for-all';
  const ofAll = finding('portfolio.shared-identity', 'The project', { probability: 4, impact: 4 });
  const each = [finding(account, 'A'), finding(account, 'B')];
  expect(summaryOf(ofAll, ...each).groups).toEqual([{ worst: ofAll, on: ['A', 'B'] }]);
  expect(summaryOf(...each).groups.map(({ worst }) => worst.rule)).toEqual([account]);
  const owner = 'owners-and-stakeholders.nobody-accountable';
  const worse = finding(owner, 'C', { probability: 5, impact: 5 });
  const owners = summaryOf(finding('portfolio.unowned', 'The project'), worse, finding(owner, 'D'));
  expect(owners.groups).toEqual([{ worst: worse, on: ['C', 'D'] }]);
});

test('of two that are equally bad, the one that is about more comes first', () => {
  const { groups } = summaryOf(finding('a.one', 'A'), finding('z.two', 'A'), finding('z.two', 'B'));
  expect(groups.map(({ worst }) => worst.rule)).toEqual(['z.two', 'a.one']);
});

test('only what may hurt is counted by severity and drawn; unknown and right are counted beside it', () => {
  const { counts, raised, unknown, right, matrix } = summaryOf(
    finding('a.one', 'A', { probability: 4, impact: 5 }),
    finding('a.two', 'A', { kind: 'issue', probability: 4, impact: 5 }),
    finding('a.three', 'A', { kind: 'unknown' }),
    finding('a.four', 'A', { kind: 'assertion' }),
  );
  expect(counts).toEqual({ critical: 2, high: 0, medium: 0, low: 0 });
  expect({ raised, unknown, right }).toEqual({ raised: 2, unknown: 1, right: 1 });
  expect(matrix[4]?.[3]).toEqual({ count: 2, severity: 'critical' });
  expect(matrix.flat().filter(({ count }) => count > 0)).toHaveLength(1);
});

test('the decision is the step that most weight hangs on, among the worst', () => {
  const common = {
    key: 'own',
    action: 'Name owners',
    owner: 'sponsor',
    with: [],
    stage: 'initiate',
    done: '',
  };
  const { decision } = summaryOf(
    finding('a.one', 'A', { probability: 5, impact: 4 }),
    finding('b.one', 'A', { probability: 4, impact: 4, steps: [common] }),
    finding('b.two', 'B', { probability: 4, impact: 4, steps: [common] }),
    finding('c.one', 'B', { steps: [common] }),
  );
  expect(decision).toEqual({ step: common, helps: 3 });
});

test('what is unknown is asked once, over all it is about, with those who are said to know', () => {
  const { open } = summaryOf(
    finding('a.one', 'A', { kind: 'unknown', waitingFor: [waiting('q.load', 'A', ['Lee Park'])] }),
    finding('a.one', 'B', { kind: 'unknown', waitingFor: [waiting('q.load', 'B')] }),
    finding('a.two', 'A', { kind: 'unknown', waitingFor: [waiting('q.owner', 'A')] }),
  );
  expect(open.map(({ question, on, named, holdsUp }) => ({ question, on, named, holdsUp }))).toEqual([
    { question: 'q.load', on: ['A', 'B'], named: ['Lee Park'], holdsUp: 2 },
    { question: 'q.owner', on: ['A'], named: [], holdsUp: 1 },
  ]);
});

function decided(finding: Finding, state: Entry['state'], until = '2027-03-31'): Entry {
  const owner = { name: 'Lee Park' };
  const base = { finding, state, inherent: ratingOf(finding), owner, late: false };
  if (state === 'treated') return { ...base, treatment: 'reduce' };
  const holds = state === 'accepted';
  return { ...base, acceptance: { reason: '', approver: owner, until, holds, lapses: [] } };
}
const decidedOf = (findings: readonly Finding[], ...entries: readonly Entry[]) =>
  summarise(findings.toSorted(compareFindings), new Map(entries.map((each) => [each.finding.id, each])));

test('what is accepted comes after all that needs somebody, and says until when; it is counted as before', () => {
  const worst = finding('a.one', 'A', { probability: 5, impact: 5 });
  const mild = finding('b.one', 'A');
  const { groups, counts, accepted, decision } = decidedOf([worst, mild], decided(worst, 'accepted'));
  expect(groups.map(({ worst: { rule }, decided: said }) => [rule, said?.until])).toEqual([
    ['b.one', undefined],
    ['a.one', ['2027-03-31']],
  ]);
  expect(counts).toEqual({ critical: 1, high: 0, medium: 1, low: 0 });
  expect(accepted).toBe(1);
  expect(decision?.step.key).toBe('b.one.step');
});

test('an acceptance that has lapsed is as if nobody had decided', () => {
  const worst = finding('a.one', 'A', { probability: 5, impact: 5 });
  const findings = [worst, finding('b.one', 'A')];
  expect(decidedOf(findings, decided(worst, 'lapsed'))).toEqual(decidedOf(findings));
});

test('a rule is as bad as the worst of it that is not accepted', () => {
  const worst = finding('a.one', 'A', { probability: 5, impact: 5 });
  const { groups } = decidedOf([worst, finding('a.one', 'B')], decided(worst, 'accepted'));
  expect(groups[0]).toMatchObject({ worst: { about: 'B' }, on: ['A', 'B'], decided: { of: 2, accepted: 1 } });
});

test('what is treated keeps its place and says who has it; there is nothing to decide about it', () => {
  const worst = finding('a.one', 'A', { probability: 5, impact: 5 });
  const { groups, decision } = decidedOf([worst, finding('b.one', 'A')], decided(worst, 'treated'));
  expect(groups[0]).toMatchObject({
    worst: { rule: 'a.one' },
    decided: { treated: 1, owners: ['Lee Park'] },
  });
  expect(decision?.step.key).toBe('b.one.step');
  expect(decidedOf([worst], decided(worst, 'treated')).decision).toBeUndefined();
});

test('critical for its stage alone is counted apart, and weighs in themes and decisions as it did before', () => {
  const late = finding('late.one', 'A', { probability: 5, impact: 4, atFirst: 8 });
  const bad = finding('bad.one', 'B', { probability: 5, impact: 4, atFirst: 16 });
  const summary = summaryOf(late, bad, finding('none.past', 'C', { probability: 4, impact: 4 }));
  expect(summary).toMatchObject({ late: 1, counts: { critical: 3 } });
  expect(summary.groups.map(({ worst }) => worst.rule)).toEqual(['bad.one', 'none.past', 'late.one']);
  expect(summary.themes.at(-1)).toEqual({ topic: 'late', raised: 1, worst: 'critical' });
});
