/** What people decided about the sample findings, and the steps that come of them. */
import type { NextStepsReply } from '../../src/app/register/register-reply.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import { type Entry, ratingOf } from '../../src/core/register/register.ts';
import { lineKey } from '../../src/core/register/step-list.ts';
import type { StepEntry } from '../../src/core/register/steps.ts';
import { about, findings } from './sample-findings.ts';

const dana = { id: 'dana.fox', name: 'Dana Fox' };
const lee = { id: 'lee.park', name: 'Lee Park' };
const priya = { id: 'priya.nair', name: 'Priya Nair' };

function at(place: number): Finding {
  const finding = findings[place];
  if (!finding) throw new Error(`there is no sample finding ${place}`);
  return finding;
}

const undecided = (finding: Finding): Entry => ({
  finding,
  state: 'undecided',
  inherent: ratingOf(finding),
  late: false,
});

export const treated: Entry = {
  ...undecided(at(0)),
  state: 'treated',
  treatment: 'reduce',
  owner: lee,
  due: '2026-04-17',
  note: 'Send what has changed only, and measure again with the load of a month’s end',
  residual: ratingOf({ probability: 2, impact: 4 }),
  decided: { by: dana, at: '2026-03-06T10:02:00Z', turn: 'turn-1' },
};

export const lapsed: Entry = {
  ...undecided(at(1)),
  state: 'lapsed',
  treatment: 'accept',
  owner: dana,
  acceptance: {
    reason: 'The agency names an owner by the end of the month; until then its help desk answers',
    approver: priya,
    until: '2026-04-30',
    holds: false,
    lapses: [
      {
        kind: 'changed',
        question: 'owners-and-stakeholders.accountable',
        about: 'application:agency',
        by: { kind: 'person', ...lee },
        at: '2026-03-09T08:15:00Z',
        said: { kind: 'unsure' },
      },
    ],
  },
  decided: { by: dana, at: '2026-03-06T10:05:00Z', turn: 'turn-2' },
};

/** One a risk of the findings card. */
export const entries: readonly Entry[] = [treated, lapsed, undecided(at(2))];

/** What waits for an answer is a step, too. */
const findOut = {
  key: 'ask.business-continuity.procedure',
  action: `Find out for ${about}: What people do in an outage`,
  owner: 'process-owner',
  with: [],
  stage: 'initiate',
  done: 'The answer is on file, with its author',
  proves: 'business-continuity.procedure',
};

function step(place: number, more: Partial<StepEntry> = {}): StepEntry {
  const finding = at(place);
  const first = finding.steps[0] ?? findOut;
  return {
    id: `${first.key}@integration:api002`,
    step: first,
    subject: finding.subject,
    about: finding.about,
    findings: [finding],
    role: first.owner,
    owners: [],
    stage: first.stage,
    state: 'open',
    unproven: false,
    late: false,
    ...more,
  };
}

const [proof] = at(0).because;

export const steps: readonly StepEntry[] = [
  step(1, { owners: [dana], due: '2026-03-02', late: true, state: 'doing' }),
  step(0, {
    owners: [lee],
    due: '2026-04-17',
    state: 'done',
    unproven: true,
    moved: { by: lee, at: '2026-03-08T16:30:00Z', turn: 'turn-3' },
    ...(proof ? { proof: { question: proof.question, subject: proof.subject } } : {}),
  }),
  step(2),
  step(3, { about }),
];

const [first, second, third, fourth] = steps;
/** One question about several integrations is one line. */
const asked = ['api006', 'api015', 'ari024'].map((id, at) => ({
  ...step(3, { about: `Inbound ${['Cancellation', 'Supplier', 'Journal'][at]} Load (${id.toUpperCase()})` }),
  id: `${findOut.key}@integration:${id}`,
  ...(at === 0 ? { owners: [priya] } : {}),
}));

export const nextSteps: NextStepsReply = {
  kind: 'next-steps',
  project: { id: 'palm', name: 'Florida PALM' },
  only: { weight: 'high' },
  narrowed: ['High or worse'],
  lines: [
    ...[first, second, third].flatMap((entry) =>
      entry
        ? [
            {
              key: lineKey(entry),
              action: entry.step.action,
              title: entry.findings[0]?.title ?? '',
              entries: [entry],
            },
          ]
        : [],
    ),
    {
      key: findOut.key,
      action:
        'Find out what is not known yet: What people do in an outage, Records a day, How often and 1 more',
      finds: true,
      title: 'An outage stops the work',
      entries: fourth ? [fourth, ...asked] : asked,
    },
  ],
  inLines: 22,
  total: 31,
  late: 1,
  others: 153,
  form: {
    whose: [
      { value: 'me', title: 'Mine' },
      { value: 'nobody', title: 'Nobody’s by name (88)' },
      { value: 'person:Dana Fox', title: 'Dana Fox (41)' },
      { value: 'person:Lee Park', title: 'Lee Park (12)' },
      { value: 'role:developer', title: 'Role: Integration developer (43)' },
    ],
    time: [
      { value: 'late', title: 'Overdue' },
      { value: 'this-week', title: 'Due this week' },
    ],
    weight: [
      { value: 'critical', title: 'Critical' },
      { value: 'high', title: 'High or worse' },
    ],
    filled: { whose: '', time: '', weight: 'high', about: '' },
  },
  page: 1,
  pages: 4,
  buttons: [
    { title: 'All of the project', command: { do: 'list-steps', project: 'palm', only: {}, page: 1 } },
    {
      title: 'Only mine',
      command: {
        do: 'list-steps',
        project: 'palm',
        only: { whose: { kind: 'me' }, weight: 'high' },
        page: 1,
      },
    },
  ],
};
