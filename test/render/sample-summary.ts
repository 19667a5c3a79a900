/** A project some weeks into its interviews, as the summary shows it. */
import type { SummaryReply } from '../../src/app/register/register-reply.ts';
import type { Finding } from '../../src/core/judgement/finding.ts';
import { compareFindings, severityOf } from '../../src/core/judgement/severity.ts';
import { type Entry, ratingOf } from '../../src/core/register/register.ts';
import { summarise } from '../../src/core/register/summary.ts';

interface Told {
  readonly topic: string;
  readonly title: string;
  readonly effect: string;
  readonly step: string;
  readonly owner: string;
  readonly stage: string;
  readonly probability: number;
  readonly impact: number;
  readonly on: readonly string[];
}

const told: readonly Told[] = [
  {
    topic: 'Limits and storage',
    title: 'The nightly load does not fit its window',
    effect: 'Vouchers arrive a day late, and payments with them.',
    step: 'Send only what changed since the last run, and measure again',
    owner: 'developer',
    stage: 'implement',
    probability: 5,
    impact: 4,
    on: ['Inbound Voucher Load (API002)'],
  },
  {
    topic: 'Owners and stakeholders',
    title: 'Several applications of Florida PALM have no single owner',
    effect: 'A decision about any of them waits, and with it every integration that touches it.',
    step: 'Name one accountable owner for each application',
    owner: 'project-manager',
    stage: 'initiate',
    probability: 4,
    impact: 5,
    on: ['Florida PALM'],
  },
  {
    topic: 'Owners and stakeholders',
    title: 'Nobody decides when the owners of this integration disagree',
    effect: 'A disagreement found in the tests costs weeks.',
    step: 'Name one accountable owner for each application',
    owner: 'project-manager',
    stage: 'initiate',
    probability: 4,
    impact: 4,
    on: [
      'Inbound Voucher Load (API002)',
      'Outbound Deposit Data (ARI024)',
      'Supplier Data (PRI010)',
      'Payroll Journal (GLI004)',
      'Cash Receipts (ARI011)',
      'Asset Transfer (AMI002)',
      'Grant Budgets (KKI001)',
    ],
  },
  {
    topic: 'Test systems',
    title: 'The test system of the bank is shared and booked',
    effect: 'The end-to-end test starts when the others are done.',
    step: 'Book the bank’s test system for the weeks of the system test',
    owner: 'test-lead',
    stage: 'initiate',
    probability: 4,
    impact: 3,
    on: ['Payment File (API005)', 'Bank Statement (CMI001)', 'Positive Pay (CMI003)'],
  },
  {
    topic: 'Business continuity',
    title: 'Changes are lost while Florida PALM is down',
    effect: 'What is missing shows at month-end, and is entered by hand.',
    step: 'Keep what could not be delivered, and send it again in order',
    owner: 'integration-architect',
    stage: 'implement',
    probability: 3,
    impact: 4,
    on: ['Inbound Voucher Load (API002)', 'Supplier Data (PRI010)'],
  },
  {
    topic: 'Expectations',
    title: 'Outbound Deposit Data is to be immediate without a good reason',
    effect: 'It costs more to build and to run than anybody gains.',
    step: 'Ask the people who use it how long they can wait',
    owner: 'process-owner',
    stage: 'initiate',
    probability: 3,
    impact: 2,
    on: ['Outbound Deposit Data (ARI024)', 'Cash Receipts (ARI011)'],
  },
];

const findings: Finding[] = told
  .flatMap((each, at) => each.on.map((about, place) => findingOf(each, about, `${at}-${place}`, String(at))))
  .sort(compareFindings);

function findingOf(
  { topic, title, effect, step, owner, stage, probability, impact }: Told,
  about: string,
  id: string,
  rule: string,
): Finding {
  return {
    id: `rule-${rule}@integration:${id}`,
    topic,
    rule,
    subject: { scope: 'integration', id: 'api002' },
    about,
    kind: 'risk',
    title,
    cause: '',
    event: '',
    effect,
    probability,
    impact,
    severity: severityOf(probability, impact),
    reasoning: [],
    because: [],
    waitingFor: [],
    cites: { title: 'Challenges in integration projects', revision: '2023-05-23', heading: topic },
    steps: [{ key: step, action: step, owner, with: [], stage, done: '' }],
    clears: '',
    working: [],
  };
}

const day = '2027-03-31';
const lee = { name: 'Lee Park' };
const pam = { name: 'Pam Ortiz' };
const byWeight = findings.toSorted(compareFindings);
const [treatedOne] = byWeight;
const acceptedOne = byWeight.findLast(({ severity }) => severity === 'critical');
if (!treatedOne || !acceptedOne) throw new Error('it has risks');
const decided: readonly Entry[] = [
  {
    finding: acceptedOne,
    state: 'accepted',
    inherent: ratingOf(acceptedOne),
    treatment: 'accept',
    owner: lee,
    acceptance: { reason: 'It is replaced in spring', approver: pam, until: day, holds: true, lapses: [] },
    late: false,
  },
  {
    finding: treatedOne,
    state: 'treated',
    inherent: ratingOf(treatedOne),
    treatment: 'reduce',
    owner: lee,
    late: false,
  },
];
const { counts, late, accepted, matrix, groups, themes, decision } = summarise(
  findings,
  new Map(decided.map((entry) => [entry.finding.id, entry])),
);

export const summarySample: SummaryReply = {
  kind: 'summary',
  project: { id: 'palm', name: 'Florida PALM' },
  of: { scope: 'project' },
  name: 'Florida PALM',
  stage: 'initiate',
  integrations: 30,
  counts,
  late,
  accepted,
  unknown: 23,
  right: 41,
  together: 0,
  matrix,
  groups: groups.slice(0, 5),
  rules: 14,
  guarded: 0,
  themes,
  ...(decision ? { decision } : {}),
  open: [
    {
      question: 'storage-and-limits.records-per-day',
      label: 'Records on a busy day',
      on: [
        'Payroll Journal (GLI004)',
        'Supplier Data (PRI010)',
        'Cash Receipts (ARI011)',
        'Positive Pay (CMI003)',
      ],
      roles: ['application-owner-target'],
      named: ['Lee Park'],
      holdsUp: 12,
    },
    {
      question: 'business-continuity.outage-bearable',
      label: 'Longest bearable outage',
      on: ['Inbound Voucher Load (API002)', 'Bank Statement (CMI001)'],
      roles: ['process-owner'],
      named: [],
      holdsUp: 5,
    },
  ],
  coverage: { apply: 1240, answered: 412, unsure: 37 },
  since: {
    name: 'Kick-off',
    at: '2026-02-09T09:00:00.000Z',
    counts: { new: 3, worse: 1, unknown: 0, better: 0, closed: 2 },
  },
  differences: 3,
  seen: {
    total: 3,
    places: [
      { name: 'Sales board', by: ['Dana Fox'] },
      { name: 'Tax file of the counties', by: ['Lee Park', 'Iris Wong'] },
      { name: 'Warehouse app', by: ['Lee Park'] },
    ],
  },
  page: 1,
  pages: 3,
  buttons: [
    {
      title: 'Risks: Inbound Voucher Load (API002)',
      command: { do: 'show-risks', project: 'palm', integration: 'api002', page: 1 },
      primary: true,
    },
    { title: 'Compare', command: { do: 'compare', name: '' } },
    { title: 'Next steps', command: { do: 'show-steps', project: 'palm', all: true, page: 1 } },
    { title: 'Differences', command: { do: 'differences', page: 1 } },
  ],
};
