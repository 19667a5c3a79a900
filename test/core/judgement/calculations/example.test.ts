/**
 * The invented example of the fact sheet: web orders of a shop go to Dynamics 365 Sales. Answers as people type them, through
 * the content that ships; each line of its table comes out exactly, with the arithmetic printed.
 */
import { expect, test } from 'vitest';
import type { Answer } from '../../../../src/core/interview/answer.ts';
import { readAnswer } from '../../../../src/core/interview/read-answer.ts';
import { assess } from '../../../../src/core/judgement/assess.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { survey } from '../../../../src/core/judgement/survey.ts';
import { application, orders, vantage } from '../../builders.ts';
import { content } from './given.ts';

const said: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  Ada: {
    'platform-direction.products': 'dataverse',
    'expectations.delay-need': 'user waits',
  },
  Berta: {
    'expectations.delay-need': 'same day',
    'expectations.harm-if-late': 'worked-around',
    'expectations.need-origin': 'old-system',
    'expectations.data-use': 'act-on-it',
    'business-continuity.criticality': 'mission-critical',
    'one-size-fits-all.harm': 'doubled',
    'one-size-fits-all.freshness': 5,
  },
  Sam: {
    'one-size-fits-all.records-per-day': '40,000',
    'one-size-fits-all.busiest-hour': '12,000',
    'one-size-fits-all.window-start': 'night',
    'one-size-fits-all.window-hours': 2,
  },
  Dev: {
    'one-size-fits-all.delivery-means': 'web-call',
    'one-size-fits-all.frequency': 'every-few-minutes',
    'one-size-fits-all.interval': 15,
    'one-size-fits-all.run-minutes': 4,
    'one-size-fits-all.call-shape': 'one-record',
    'one-size-fits-all.calls-per-record': 3,
    'one-size-fits-all.operations-per-record': 4,
    'one-size-fits-all.record-size': 6,
    'one-size-fits-all.on-failure': 'endless-retries',
    'one-size-fits-all.repeat-recognition': 'cannot',
    'storage-and-limits.service': 'dataverse',
    'storage-and-limits.server-time': 120,
    'storage-and-limits.parallel': 10,
    'storage-and-limits.identities': 1,
    'connectivity.round-trip': 180,
    'sensitive-data.signs-in-as': 'service-account',
    'sensitive-data.rights': 'administrator',
    'anti-patterns.near-landing': 'possible',
  },
  Tess: { 'governance-performance-testing.test-scope': 'screens-only' },
  Eve: { 'storage-and-limits.base-users': 60 },
  Nils: { 'connectivity.hosting': 'on-premises' },
};

const ofTarget = {
  Ada: { 'owners-and-stakeholders.accountable-owner': 'nobody', 'connectivity.hosting': 'same-region' },
};

function answers(scope: string, from: typeof said = said): Answer[] {
  return Object.entries(from).flatMap(([who, own]) =>
    Object.entries(own).flatMap(([key, typed]) => {
      const question = content.question.get(key);
      if (question?.scope !== scope) return question ? [] : [expect.fail(`no question ${key}`)];
      const reading = readAnswer(question, String(typed), () => undefined);
      if (!reading.ok) return [expect.fail(reading.why)];
      const by = { kind: 'person', id: who, name: who } as const;
      return [{ question: key, by, at: '2026-03-03T09:00:00.000Z', turn: key, said: reading.said }];
    }),
  );
}

const example = vantage(answers('integration'), { stage: 'implement', answers: answers('project') }, [
  application('shop', answers('application')),
  application('erp', answers('application', ofTarget)),
]);
const view = survey(content, calculations, example).from(orders);
const dataverse = 'Service protection API limits, Microsoft Learn, 2023-01-31';
const convention = 'Bridgekeeper convention, 2026-11-23';
const servers = `Limit: 1 server that answers (mostly more do, and how many is not published) (${convention})`;
const peak = [
  `Limit: 3 times an average hour in the busiest one, where nobody has counted it (${convention})`,
  `Limit: 10 hours of a day in which its records arrive, where nobody has measured it (${convention})`,
];

test.each([
  [
    'request-count',
    'watch',
    0.5,
    [
      'Busiest hour: 12,000 an hour (Sam)',
      'Records a day: 40,000 (Sam)',
      'Calls for a record: 3 (Dev)',
      'Records in a call: 1 (one record a call)',
      'Accounts it uses: 1 (Dev)',
      '40,000 a day ÷ 10 h × 3 = 12,000 an hour, against 12,000 as stated',
      '12,000 an hour ÷ 12 = 1,000 in five minutes',
      '1,000 records × 3 calls ÷ 1 a call = 3,000 requests',
      '3,000 ÷ (6,000 × 1 account × 1 server) = 0.50',
      ...peak,
      `Limit: 6,000 requests in five minutes, for one account on one server of Dataverse (${dataverse})`,
      servers,
      `Limit: 1,000 operations in one batch request (${dataverse})`,
      'Fine with 2 accounts (0.25), or 2 records a call (0.25)',
    ],
  ],
  [
    'execution-time',
    'fine',
    0.3,
    [
      'Busiest hour: 12,000 an hour (Sam)',
      'Records a day: 40,000 (Sam)',
      'Calls for a record: 3 (Dev)',
      'Server time: 120 ms (Dev)',
      'Accounts it uses: 1 (Dev)',
      '40,000 a day ÷ 10 h × 3 = 12,000 an hour, against 12,000 as stated',
      '12,000 an hour ÷ 12 = 1,000 in five minutes',
      '1,000 records × 3 calls × 120 ms = 360 s of work',
      '360 ÷ (1,200 × 1 account × 1 server) = 0.30',
      ...peak,
      `Limit: 1,200 seconds of work in five minutes, for one account on one server of Dataverse (${dataverse})`,
      servers,
    ],
  ],
  [
    'concurrency',
    'fine',
    10 / 52,
    [
      'Busiest hour: 12,000 an hour (Sam)',
      'Records a day: 40,000 (Sam)',
      'Calls for a record: 3 (Dev)',
      'Records in a call: 1 (one record a call)',
      'There and back: 180 ms (Dev)',
      'Server time: 120 ms (Dev)',
      'Calls at a time: 10 (Dev)',
      'Accounts it uses: 1 (Dev)',
      '40,000 a day ÷ 10 h × 3 = 12,000 an hour, against 12,000 as stated',
      '12,000 an hour ÷ 12 = 1,000 in five minutes',
      '1,000 × 3 calls ÷ 1 a call ÷ 300 s = 10 requests a second',
      '10 a second × (180 + 120) ms = 3 under way, and up to 10 at once',
      '10 ÷ (52 × 1 account × 1 server) = 0.19',
      ...peak,
      `Limit: 52 requests at the same time or more, for one account on one server of Dataverse (${dataverse})`,
      servers,
    ],
  ],
  [
    'daily-entitlement',
    'fine',
    0.2,
    [
      'Records a day: 40,000 (Sam)',
      'Reads and writes: 4 (Dev)',
      'Full licences: 60 (Eve)',
      '40,000 records × 4 operations = 160,000 a day',
      '160,000 ÷ (500,000 + 60 users × 5,000 = 800,000) = 0.20, for this integration alone',
      'Limit: 500,000 requests a day with base licences of Dynamics 365 enterprise or professional (Requests limits and allocations, Microsoft Learn, 2025-05-29)',
      'Limit: 5,000 requests a day more for each base user (Requests limits and allocations, Microsoft Learn, 2025-05-29)',
      'Limit: 10,000,000 requests a day at most, however many base users (Requests limits and allocations, Microsoft Learn, 2025-05-29)',
    ],
  ],
  [
    'batch-window',
    'high',
    6000 / 7200,
    [
      'Hours to run: 2 h (Sam)',
      'Records a day: 40,000 (Sam)',
      'Calls for a record: 3 (Dev)',
      'Records in a call: 1 (one record a call)',
      'There and back: 180 ms (Dev)',
      'Server time: 120 ms (Dev)',
      'Calls at a time: 10 (Dev)',
      'Accounts it uses: 1 (Dev)',
      '40,000 records × 3 calls ÷ 1 a call = 120,000 calls',
      '120,000 × (180 + 120) ms = 10 h one by one',
      '÷ 10 at a time = 60 min',
      'Dataverse lets the calls through in 100 min and the work in 60 min at best',
      'So 60 min cannot be reached: the number of calls is slowed down',
      '100 min ÷ 2 h = 0.83',
      `Limit: 0.5 of the window up to which a failed run can be done again in full (${convention})`,
      `Limit: 0.7 of the window up to which a run may get before it has no room (${convention})`,
      `Limit: 6,000 requests in five minutes, for one account on one server of Dataverse (${dataverse})`,
      servers,
      `Limit: 1,200 seconds of work in five minutes, for one account on one server of Dataverse (${dataverse})`,
      `Limit: 52 requests at the same time or more, for one account on one server of Dataverse (${dataverse})`,
      `Limit: 1,000 operations in one batch request (${dataverse})`,
      'Fine with 2 accounts (0.50), or 2 records a call (0.50), or a window of 4 h (0.42)',
    ],
  ],
  [
    'latency-share',
    'certain',
    0.6,
    [
      'There and back: 180 ms (Dev)',
      'Server time: 120 ms (Dev)',
      'Records in a call: 1 (one record a call)',
      '180 ÷ (180 + 120) ms = 60% on the way',
      `Limit: 30 percent of a run spent on the way, above which the place to send from is in question (${convention})`,
      `Limit: 50 percent of a run spent on the way, above which calls should carry more (${convention})`,
      'Fine with 9 records a call (14.3%), or 21 ms there and back (14.9%)',
    ],
  ],
  [
    'freshness',
    'certain',
    19 / 5,
    [
      'Minutes between runs: 15 min (Dev)',
      'Length of a run: 4 min (Dev)',
      'Oldest useful data: 5 min (Berta)',
      '15 min until the next run + 4 min of run = 19 min',
      '19 ÷ 5 min = 3.8',
      `Limit: 70 percent of the age that data may have, up to which it is watched only (${convention})`,
      'Fine with a need of 39 min (0.49)',
    ],
  ],
  [
    'unnecessary-real-time',
    'high',
    undefined,
    [
      '+2 asked for at once or within a minute',
      '+1 ten minutes late does little harm',
      '+1 a liking, a habit or nothing known asks for it',
      '4 of 5 points; doubtful from 3',
      `Limit: 3 points of 5, from which the need for an immediate answer is doubted (${convention})`,
    ],
  ],
] as const)('%s: %s', (id, band, ratio, working) => {
  const outcome = view.calculate(id);
  if (outcome.kind !== 'result') return expect.fail(`${id} comes to no result: ${outcome.kind}`);
  expect(outcome.band).toBe(band);
  if (ratio === undefined) expect(outcome.ratio).toBeUndefined();
  else expect(outcome.ratio).toBeCloseTo(ratio, 12);
  expect(outcome.working).toEqual(working);
});

test('the example raises what its table says, and nothing about the limits that are kept', () => {
  const findings = assess(content, calculations, example, [orders]);
  const raised = findings.filter(({ kind }) => kind === 'risk' || kind === 'issue').map(({ rule }) => rule);
  expect(raised).toEqual(
    expect.arrayContaining([
      'expectations.unnecessary-real-time',
      'one-size-fits-all.records-doubled',
      'one-size-fits-all.endless-retries',
      'one-size-fits-all.stale-data',
      'sensitive-data.too-much-power',
      'anti-patterns.far-from-the-data',
    ]),
  );
  expect(raised.filter((rule) => rule.startsWith('storage-and-limits.'))).toEqual([]);
  const doubled = findings.find(({ rule }) => rule === 'one-size-fits-all.records-doubled');
  expect(doubled).toMatchObject({ probability: 4, impact: 5, severity: 'critical' });
});

test('of the example people disagree about the haste, and what is about its target and its project is raised too', () => {
  const findings = assess(content, calculations, example);
  const of = (rule: string) => findings.find((finding) => finding.rule === rule);
  expect(of('expectations.unnecessary-real-time')?.reasoning).toContain(
    'People answered differently: probability +1.',
  );
  // A stage past its gate.
  expect(of('owners-and-stakeholders.nobody-accountable')).toMatchObject({
    about: 'ERP',
    probability: 5,
    reasoning: expect.arrayContaining(['Due by the end of Initiate, which has passed: probability +1.']),
  });
  expect(of('governance-performance-testing.users-find-it')).toMatchObject({ kind: 'risk', impact: 4 });
});
