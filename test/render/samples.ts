/** One realistic reply of each kind. The sample data under `cards/` and the pictures under `docs/cards/` come from here. */
import type { CardCommand } from '../../src/app/command.ts';
import { commandThemes } from '../../src/app/command-words.ts';
import type { PageRef } from '../../src/app/interview/interview-command.ts';
import type { NotedLine } from '../../src/app/interview/interview-reply.ts';
import type { IntegrationName } from '../../src/app/project/project-reply.ts';
import type { Button, Reply } from '../../src/app/reply.ts';
import { changeRequestSample } from './sample-change-request.ts';
import { compareSample } from './sample-compare.ts';
import { confirmSample } from './sample-confirm.ts';
import { content } from './sample-content.ts';
import { digestSample } from './sample-digest.ts';
import { findings } from './sample-findings.ts';
import { participationSample } from './sample-participation.ts';
import { planSample } from './sample-plan.ts';
import { entries, lapsed, nextSteps, steps, treated } from './sample-register.ts';
import { summarySample } from './sample-summary.ts';
import { differenceSample, whatIfSample } from './sample-what-if.ts';

export type Samples = { readonly [K in Reply['kind']]: Extract<Reply, { kind: K }> };

const button = (title: string, command: CardCommand, primary = false): Button => ({
  title,
  command,
  primary,
});
const named = (id: string, name: string, source: string, target: string): IntegrationName => ({
  project: 'palm',
  id,
  name,
  source,
  target,
});
const voucher = named('api002', 'Inbound Voucher Load (API002)', 'Agency Business System', 'Florida PALM');
const openVoucher: CardCommand = { do: 'open-interview', project: 'palm', integration: 'api002' };
const list: CardCommand = { do: 'integrations', page: 1 };
const add: CardCommand = { do: 'add-integration' };
const about = {
  scope: 'integration',
  name: voucher.name,
  source: voucher.source,
  target: voucher.target,
} as const;
const option = (id: string, text: string) => ({ id, text, also: [] });

const ref: PageRef = {
  project: 'palm',
  integration: 'api002',
  subject: { scope: 'integration', id: 'api002' },
  questions: ['expectations.wait', 'expectations.who-uses', 'storage-and-limits.records-per-day'],
  turn: '0b0f3b0e-5d7b-4a53-9d3f-0f5b6f6d1c11',
  correction: false,
};

const lines: readonly NotedLine[] = [
  {
    question: 'expectations.wait',
    label: 'Longest acceptable delay',
    words: 'The next morning',
    kind: 'value',
    confirmed: false,
  },
  {
    question: 'expectations.who-uses',
    label: 'Who works with the data',
    words: 'Accounts payable, Treasury',
    kind: 'value',
    confirmed: true,
  },
  {
    question: 'storage-and-limits.records-per-day',
    label: 'Records on a busy day',
    words: 'about 1.2 million (1,200,000 records a day)',
    kind: 'value',
    confirmed: false,
  },
  {
    question: 'expectations.owner',
    label: 'Who accepts the delay',
    words: '',
    kind: 'passed',
    confirmed: false,
  },
];

const [, secondStep] = steps;
if (!secondStep) throw new Error('there is a second sample step');

export const samples: Samples = {
  welcome: {
    kind: 'welcome',
    where: 'personal',
    project: { name: 'Florida PALM', integrations: 30 },
    buttons: [button('See the integrations', list, true), button('What can you do?', { do: 'help' })],
  },
  help: {
    kind: 'help',
    where: 'personal',
    themes: commandThemes,
    project: { name: 'Florida PALM', integrations: 30 },
    waiting: { integration: voucher.name },
    buttons: [
      button('Continue', { do: 'continue' }, true),
      button('Integrations', list),
      button('Add integration', add),
    ],
  },
  notice: {
    kind: 'notice',
    tone: 'plain',
    title: 'Paused',
    lines: ['Everything you said about Inbound Voucher Load (API002) is kept. Type “continue” to go on.'],
    buttons: [button('Continue', { do: 'continue' }, true), button('Integrations', list)],
  },
  integrations: {
    kind: 'integrations',
    project: 'Florida PALM',
    items: [
      { integration: voucher, answered: 12, worst: 'critical', open: true },
      {
        integration: named(
          'api020',
          'Outbound Supplier Data (API020)',
          'Florida PALM',
          'various agency systems',
        ),
        answered: 4,
        worst: 'medium',
        open: false,
      },
      {
        integration: named(
          'ari007',
          'Inbound Deposit Data (ARI007)',
          'Agency Business System and 3rd party providers',
          'Florida PALM',
        ),
        answered: 0,
        open: false,
      },
      {
        integration: named('kki001', 'Inbound Budget Journal (KKI001)', 'LAS/PBS', 'Florida PALM'),
        answered: 1,
        open: false,
      },
    ],
    total: 30,
    page: 1,
    pages: 8,
    buttons: [button('Add integration', add)],
  },
  'add-integration': {
    kind: 'add-integration',
    applications: ['Florida PALM', 'Agency Business System', 'MFMP', 'People First', 'LAS/PBS', 'FACTS'],
    filled: { name: 'Supplier refunds', source: 'Florida PALM', target: '' },
    problem: 'Name the application that receives the data.',
  },
  start: {
    kind: 'start',
    integration: voucher,
    questions: 9,
    minutes: 3,
    topics: [
      'Application owners and stakeholders',
      'Expectations',
      'Business continuity',
      'Storage and limits',
    ],
    roles: [
      { value: 'application-owner-source@agency', title: 'Owner of Agency Business System' },
      { value: 'application-owner-target@palm', title: 'Owner of Florida PALM' },
      ...content.roles.map(({ id, title }) => ({ value: id, title })),
    ],
    role: 'project-manager',
    fromFile: 3,
    old: 2,
    asked: 4,
  },
  page: {
    kind: 'page',
    ref,
    about,
    heading: 'Expectations',
    progress: { topic: 2, of: 4, minutes: 1 },
    questions: [
      {
        key: 'expectations.wait',
        label: 'Longest acceptable delay',
        ask: 'After a voucher is entered in Agency Business System, how old may the data in Florida PALM be?',
        why: 'Everything faster than needed costs money and fails more often.',
        shape: {
          kind: 'choice',
          ordered: true,
          options: [
            option('seconds', 'Seconds: somebody waits for it'),
            option('minutes', 'Some minutes'),
            option('hours', 'Some hours'),
            option('next-day', 'The next morning'),
          ],
        },
        filled: 'next-day',
        fromFile: 'integrations.csv',
      },
      {
        key: 'expectations.who-uses',
        label: 'Who works with the data',
        ask: 'Who works with the vouchers once they have arrived?',
        why: 'They notice first when a load is late.',
        shape: {
          kind: 'multi',
          options: [
            option('ap', 'Accounts payable'),
            option('treasury', 'Treasury'),
            option('agencies', 'The agencies themselves'),
          ],
        },
      },
      {
        key: 'storage-and-limits.records-per-day',
        label: 'Records on a busy day',
        ask: 'How many vouchers arrive on the busiest day of the year?',
        why: 'The load has to fit its window on that day, too.',
        shape: { kind: 'number', unit: 'records/day', min: 0, example: '200,000 to 300,000' },
        filled: 'quite a few',
        problem: 'I could not read a number in “quite a few”. A rough one helps.',
      },
    ],
    back: true,
    reasons: [
      { id: 'out-of-scope', text: 'Not part of this project' },
      { id: 'no-data', text: 'There is no such thing here' },
      { id: 'other', text: 'Another reason' },
    ],
  },
  noted: {
    kind: 'noted',
    ref,
    about,
    heading: 'Expectations',
    lines: lines.map((line, at) =>
      at === 0 ? { ...line, was: { words: 'Some hours', at: '2026-03-02T08:00:00.000Z' } } : line,
    ),
    unchanged: false,
    raised: [],
    cleared: ['People expect different delays'],
    lapsed: [{ title: 'Nobody is accountable for Agency Business System', told: ['Priya Nair', 'Dana Fox'] }],
  },
  findings: {
    kind: 'findings',
    integration: voucher,
    stage: 'Initiate',
    counts: { critical: 2, high: 1, medium: 3, low: 0 },
    unknown: 4,
    ofProject: 1,
    assertions: 6,
    guarded: { critical: 0, high: 0, medium: 0, low: 0 },
    unasked: 11,
    untouched: false,
    namesake: 'This is the integration. “voucher” may mean the application Voucher archive, too.',
    findings,
    entries,
    page: 1,
    pages: 3,
    left: 6,
    yours: [],
    ended: true,
    buttons: [button('Answer more', openVoucher, true), button('Integrations', list)],
  },
  answers: {
    kind: 'answers',
    integration: voucher,
    groups: [
      {
        about,
        heading: 'Expectations',
        lines: lines.slice(0, 4).map((line) => ({ ...line, change: askAgain(line.question) })),
      },
      {
        about: { scope: 'application', name: 'Agency Business System' },
        heading: 'Application owners and stakeholders',
        lines: [
          {
            question: 'owners-and-stakeholders.accountable',
            label: 'Accountable owner',
            words: 'I don’t know',
            kind: 'unsure',
            confirmed: false,
            change: askAgain('owners-and-stakeholders.accountable'),
          },
        ],
      },
    ],
    page: 1,
    pages: 1,
    buttons: [
      button('Continue', { do: 'continue' }, true),
      button('Risks', { do: 'show-risks', project: 'palm', integration: 'api002', page: 1 }),
    ],
  },
  imported: {
    kind: 'imported',
    file: 'integrations.csv',
    project: 'Florida PALM',
    report: {
      integrations: { read: 30, added: 28, changed: 2 },
      applications: { read: 13, added: 13, changed: 0 },
      fields: 360,
      unknownFields: 131,
      suggested: 74,
      refused: [{ line: 14, reason: 'The name is empty.' }],
      flagged: [
        { line: 9, note: '“EOG/OPB” is no known application; kept as written.', end: true },
        { line: 22, note: 'Same name as line 21; both are kept.' },
      ],
    },
    buttons: [button('See the integrations', list, true)],
  },
  project: {
    kind: 'project',
    project: { id: 'palm', name: 'Florida PALM', stage: 'initiate', integrations: 30, applications: 13 },
    stages: content.stages.map(({ id, title }) => ({ id, title })),
    dates: [
      { id: 'plan-baseline', title: 'Plan fixed', date: '2026-03-31' },
      { id: 'design-freeze', title: 'Design frozen', date: '2026-06-30' },
      { id: 'sit-start', title: 'Start of the system integration test' },
      { id: 'go-live', title: 'Go-live' },
    ],
    others: [{ id: 'contoso', name: 'Contoso roll-out' }],
    buttons: [button('Integrations', list)],
  },
  landscape: {
    kind: 'landscape',
    project: { id: 'palm', name: 'Florida PALM' },
    applications: 13,
    others: 9,
    integrations: 30,
    places: [
      {
        ...{ id: 'florida-palm', name: 'Florida PALM', known: true, worst: 'high', links: 30, hard: 2 },
        sendsTo: ['Agency Business Systems (ABS)', 'LAS/PBS', 'Central FLAIR', 'MFMP', 'FACTS', 'DOR'],
        getsFrom: ['Agency Business Systems (ABS)', 'Human Resource Information Systems (HRIS)', ''],
      },
      {
        ...{
          id: 'abs',
          name: 'Agency Business Systems (ABS)',
          known: true,
          worst: 'medium',
          links: 7,
          hard: 1,
        },
        sendsTo: ['Florida PALM'],
        getsFrom: ['Florida PALM'],
      },
      {
        ...{
          id: 'written spreadsheet (excel)',
          name: 'spreadsheet (Excel)',
          known: false,
          links: 1,
          hard: 0,
        },
        sendsTo: ['Florida PALM'],
        getsFrom: [],
      },
      {
        ...{ id: 'written sales board', name: 'Sales board', known: false, links: 0, hard: 0 },
        seenBy: ['Dana Fox', 'Lee Park'],
        sendsTo: [],
        getsFrom: ['Florida PALM'],
      },
      {
        ...{ id: 'data-warehouse', name: 'Data Warehouse', known: true, links: 0, hard: 0 },
        sendsTo: [],
        getsFrom: [],
      },
    ],
    page: 1,
    pages: 3,
    buttons: [
      button('What hangs on Florida PALM', {
        do: 'show-place',
        project: 'palm',
        place: 'florida-palm',
        page: 1,
      }),
      button('Integrations', list),
    ],
  },
  reach: {
    kind: 'reach',
    project: { id: 'palm', name: 'Florida PALM' },
    place: { id: 'florida-palm', name: 'Florida PALM', known: true, worst: 'high' },
    touching: 30,
    holds: { hard: 1, soft: 2, unknown: 1 },
    rows: [
      {
        ...{
          direction: 'downstream',
          hops: 1,
          hold: 'hard',
          id: 'abs',
          name: 'Agency Business Systems (ABS)',
        },
        via: ['Outbound Deposit Data (ARI024)', 'Outbound ChartField Values (GLI001)', 'API031', 'POI001'],
      },
      {
        ...{ direction: 'downstream', hops: 1, hold: 'soft', id: 'flair', name: 'Central FLAIR' },
        via: ['DOR direct journal deposits to Central FLAIR'],
      },
      {
        ...{ direction: 'downstream', hops: 2, hold: 'soft', id: 'dor', name: 'DOR' },
        via: ['Monthly reconciliation'],
      },
      {
        ...{ direction: 'upstream', hops: 1, hold: 'unknown', id: 'hris', name: 'People First' },
        via: ['Inbound Job and Payroll Data (PRI001)'],
      },
    ],
    page: 1,
    pages: 1,
    buttons: [
      button('Risks: Outbound Deposit Data (ARI024)', {
        ...{ do: 'show-risks', project: 'palm', integration: 'ari024', page: 1 },
      }),
      button('Whole landscape', { do: 'landscape', name: '', page: 1 }),
      button('Integrations', list),
    ],
  },
  summary: summarySample,
  decide: {
    kind: 'decide',
    risk: { project: 'palm', finding: lapsed.finding.id },
    about: { scope: 'application', name: 'Agency Business System' },
    entry: lapsed,
    seen: { decision: 'turn-2', facts: '5d7b9f0f' },
    notes: [],
    buttons: [button('All risks', { do: 'show-risks', project: 'palm', integration: 'api002', page: 1 })],
  },
  'side-by-side': {
    kind: 'side-by-side',
    ref: { project: 'palm', difference: 'owner-alignment.purpose@integration:api002' },
    about,
    label: 'What it must do',
    question: 'owner-alignment.purpose',
    ask: 'What must Inbound Voucher Load (API002) do, above all?',
    how: 'contradiction',
    voices: [
      {
        name: 'Dana Fox',
        roles: ['process-owner'],
        at: '2026-02-24T09:00:00.000Z',
        words: 'Show data of the other system',
        own: true,
        stale: false,
      },
      {
        name: 'Lee Park',
        roles: ['integration-architect'],
        at: '2026-03-02T09:00:00.000Z',
        words: 'Keep the same data in both systems',
        own: false,
        stale: false,
      },
    ],
    hangs: [
      {
        title: 'The owners of Inbound Voucher Load (API002) want different things of it',
        kind: 'risk',
        severity: 'critical',
      },
    ],
    change: {
      do: 'ask-again',
      project: 'palm',
      integration: 'api002',
      subject: { scope: 'integration', id: 'api002' },
      question: 'owner-alignment.purpose',
    },
    seen: '',
    buttons: [],
  },
  treat: {
    kind: 'treat',
    risk: { project: 'palm', finding: treated.finding.id },
    about,
    treatment: 'accept',
    entry: treated,
    seen: { decision: 'turn-1', facts: '5d7b9f0f' },
    filled: { owner: 'Dana Fox', reason: '', approver: 'Lee', until: '2026-04-30' },
    people: ['Dana Fox', 'Lee Park', 'Lee Wong', 'Priya Nair'],
    problems: ['Reason: say why it is acceptable.', 'Approved by: Who is meant: Lee Park or Lee Wong?'],
  },
  'next-steps': nextSteps,
  step: {
    kind: 'step',
    ref: { project: 'palm', step: secondStep.id },
    about,
    entry: secondStep,
    filled: { owner: 'Lee Park', due: '2026-04-17', reason: '' },
    people: ['Dana Fox', 'Lee Park', 'Priya Nair'],
    problems: [],
    seen: 'turn-3',
    risk: { project: 'palm', finding: treated.finding.id },
    asks: true,
  },
  plan: planSample,
  participation: participationSample,
  schedule: {
    kind: 'schedule',
    ref: { project: 'palm' },
    now: {
      next: ['Monday 9 March, 09:00', 'Monday 16 March, 09:00', 'Monday 23 March, 09:00'],
      zone: 'Europe/Berlin',
      by: { id: 'u-1', name: 'Dana Fox' },
    },
    form: { when: 'every Thursday 8:30 Europe/Berlin', always: true },
    preview: {
      times: ['Thursday 5 March, 08:30', 'Thursday 12 March, 08:30', 'Thursday 19 March, 08:30'],
      cron: '30 8 * * 4',
      zone: 'Europe/Berlin',
    },
    lines: ['Monday 2 March, 09:00: sent', 'Monday 23 February, 09:00: could not be sent'],
  },
  forget: {
    kind: 'forget',
    projects: ['Florida PALM', 'Payroll'],
    toll: { answers: 12, changed: 4, deeds: 3, roles: 2, owned: 1 },
    letters: 5,
    effects: [
      'Florida PALM: 1 risk is no longer seen, 2 risks can no longer be judged: Agency Business System has no owner; An outage stops the payment of vouchers; Nobody decides.',
      'Payroll: no risk changes.',
    ],
    buttons: [
      button('Take my name off', { do: 'forget', how: 'name', seen: '0a1b2c3d' }),
      button('Remove my answers too', { do: 'forget', how: 'answers', seen: '0a1b2c3d' }),
      button('Cancel', { do: 'stay' }),
      button('My data', { do: 'my-data' }),
    ],
  },
  people: {
    kind: 'people',
    project: { id: 'palm', name: 'Florida PALM' },
    posts: [
      { role: 'Sponsor', holders: [{ name: 'Dana Fox', kind: 'member' }] },
      {
        role: 'Integration architect',
        holders: [
          { name: 'Lee Park', kind: 'member' },
          { name: 'Priya Nair', kind: 'member', givenBy: 'Dana Fox' },
          { name: 'Sam Ortiz', kind: 'member', unconfirmed: true },
        ],
      },
      {
        role: 'Application owner',
        about: 'Agency Business Systems',
        holders: [{ name: 'Jo Miller of Acme', kind: 'outside' }],
      },
      {
        role: 'Application owner',
        about: 'Florida PALM',
        holders: [{ name: 'Omar Haddad', kind: 'guest' }],
      },
      {
        role: 'Integration developer',
        about: 'Voucher load',
        holders: [{ name: 'Lee Park', kind: 'member' }],
      },
    ],
    ownerless: ['Bank of America', 'Concur', 'Department of Revenue'],
    ownerlessTotal: 11,
    roleless: ['Ana Silva'],
    rolelessTotal: 1,
    standIn: 'Dana Fox',
    sameNames: ['Jo Miller of Acme'],
    silent: 14,
    roles: [
      { id: 'project-manager', title: 'Project manager' },
      { id: 'application-owner', title: 'Application owner' },
      { id: 'developer', title: 'Integration developer' },
    ],
    filled: { who: 'Omar', role: 'application-owner', of: '' },
    problem: 'Which application is owned? Say its name, too.',
    page: 1,
    pages: 2,
    buttons: [
      button('One person: Jo Miller of Acme', {
        do: 'same-person',
        project: 'palm',
        outside: 'Jo Miller of Acme',
        who: 'jo',
      }),
      button('I own Bank of America', { do: 'give-role', project: 'palm', role: 'application-owner@bank' }),
      button('Help', { do: 'help' }),
    ],
  },
  governance: {
    kind: 'governance',
    ref: { project: 'palm', post: 'governance/general/2026-03-02T08:00:00.000Z' },
    project: 'Florida PALM',
    stage: 'Initiate',
    answered: 3,
    open: 7,
    groups: [
      {
        title: 'Project manager',
        holders: [
          { id: 'u-1', name: 'Dana Fox' },
          { id: 'u-2', name: 'Lee Park' },
        ],
        questions: [
          { label: 'Lead of integrations', about: 1, unsure: 1 },
          { label: 'Performance tests in the plan', about: 1, unsure: 0 },
        ],
      },
      {
        title: 'Tester',
        holders: [],
        questions: [{ label: 'Test systems', about: 5, unsure: 0 }],
      },
    ],
    questions: [
      {
        key: 'governance-model.integration-lead',
        label: 'Lead of integrations',
        ask: 'Who is in charge of all integrations of Florida PALM together?',
        why: 'What belongs to everybody is nobody’s until it is late.',
        shape: {
          kind: 'choice',
          ordered: false,
          options: [
            { id: 'one-person', text: 'One named person', also: [] },
            { id: 'several', text: 'Several people, each for a part', also: [] },
            { id: 'nobody', text: 'Nobody yet', also: [] },
          ],
        },
      },
    ],
    skipped: 1,
  },
  digest: digestSample,
  reminder: {
    kind: 'reminder',
    day: '2026-03-02',
    items: [
      {
        title: 'Dana Fox asks for your answers about Inbound Voucher Load (API002)',
        lines: [
          '“You know the error handling best.”',
          'Ten questions at most. “I don’t know” and “somebody else knows” are good answers too.',
        ],
        button: button('Answer now', openVoucher, true),
        key: 'asked/palm/ask-1',
      },
      {
        title: 'Agree who accepts that a voucher arrives the next morning',
        lines: ['Inbound Voucher Load (API002) · was due 27 February 2026'],
        button: button('Open this step', {
          do: 'show-step',
          project: 'palm',
          step: 'expectations.accept@api002',
        }),
        key: 'step/palm/expectations.accept@api002/2026-02-27',
      },
      {
        title: 'Your acceptance ends on 13 March 2026: Nobody watches the nightly load',
        lines: [
          'It is about Outbound Supplier Data (API020). Accept it anew, or decide what to do about it.',
        ],
        button: button('Look at it again', { do: 'decide', risk: { project: 'palm', finding: 'a' } }),
        key: 'acceptance/palm/a/2026-03-13',
      },
    ],
  },
  reminders: {
    kind: 'reminders',
    open: ['You stopped in the middle of Inbound Voucher Load (API002)'],
    next: 'If something waits then, you hear from me on Tuesday 3 March, 09:00 (Europe/Berlin).',
    overview: [
      {
        kind: 'coming',
        lines: [
          'In the channel: Monday 9 March, 09:00 · Monday 16 March, 09:00 · Monday 23 March, 09:00 (Europe/Berlin). It would list nine open questions of governance.',
          'Your next digest: Monday 9 March, 09:00 (Europe/Berlin).',
        ],
      },
      {
        kind: 'expected',
        lines: [
          'Pam: three things, Tuesday 3 March, 09:00.',
          'Otto: nothing is sent, although one thing waits. They want no reminders.',
        ],
      },
      {
        kind: 'sent',
        lines: ['Monday 2 March, 09:02: Answers about Inbound Voucher Load (API002), to Pam.'],
      },
      {
        kind: 'failed',
        lines: [
          'Monday 2 March, 09:03: An acceptance has ended, to Eva. Why: they have never written to me. Once Eva has written “hi” to me in a chat of their own, I can write again.',
        ],
      },
    ],
    filled: {
      zone: 'Europe/Berlin',
      from: '09:00',
      to: '17:00',
      days: '1,2,3,4,5',
      country: 'DE',
      away: '',
      rhythm: 'daily',
    },
  },
  compare: compareSample,
  changes: {
    kind: 'changes',
    project: { id: 'palm', name: 'Florida PALM' },
    file: 'Florida PALM 2026-03-02.xlsx',
    total: 3,
    changes: [
      { about: voucher.name, field: 'Records on a busy day', from: 'about 1.2 million', to: '2 million' },
      {
        about: voucher.name,
        field: 'The voucher load may not fit its window: Owner',
        from: '',
        to: 'Dana Fox',
      },
      { about: 'Agency Business System', field: 'Name', from: 'ABS', to: 'Agency Business System' },
    ],
    conflicts: [
      { about: voucher.name, field: 'Target', from: 'Florida PALM', to: 'Florida PALM, general ledger' },
    ],
    problems: [
      {
        about: voucher.name,
        field: 'Longest acceptable delay',
        from: 'The next morning',
        to: 'soon',
        why: 'I could not match it to one of the answers.',
      },
    ],
    unknown: ['the column “My remarks” of Risks'],
    page: 1,
    pages: 1,
    buttons: [
      button('Apply all 3', { do: 'apply-upload', project: 'palm', digest: '5d7b9f0f-1c11' }, true),
      button('Leave it', { do: 'drop-upload', project: 'palm' }),
      button('Help', { do: 'help' }),
    ],
  },
  confirm: confirmSample,
  'change-request': changeRequestSample,
  'what-if': whatIfSample,
  difference: differenceSample,
  file: {
    kind: 'file',
    links: [
      {
        name: 'Florida PALM 2026-03-02 report.md',
        url: 'http://127.0.0.1:3978/exports/r8Zt2cVQ/Florida%20PALM%202026-03-02%20report.md',
        bytes: 4_096,
      },
      { name: 'landscape.png', url: 'http://127.0.0.1:3978/exports/r8Zt2cVQ/landscape.png', bytes: 181_342 },
    ],
  },
};

function askAgain(question: string): CardCommand {
  return {
    do: 'ask-again',
    project: 'palm',
    integration: 'api002',
    subject: { scope: 'integration', id: 'api002' },
    question,
  };
}
