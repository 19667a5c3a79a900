import type { Samples } from './samples.ts';

const integration = {
  project: 'palm',
  id: 'api002',
  name: 'Inbound Voucher Load (API002)',
  source: 'Agency Business System',
  target: 'Florida PALM',
};
const assumed = [{ question: 'one-size-fits-all.frequency', typed: 'hourly' }];
const lines = [
  { label: 'How often', now: 'Every day', would: 'Every hour' },
  { label: 'When a transfer fails', now: '', would: 'It is tried again, and somebody is told' },
];

export const whatIfSample: Samples['what-if'] = {
  kind: 'what-if',
  integration,
  assumed,
  lines,
  questions: [
    {
      value: 'owners-and-stakeholders.accountable-owner@abs',
      title: 'Who answers for Agency Business System?',
    },
    {
      value: 'one-size-fits-all.frequency',
      title: 'How often does Inbound Voucher Load (API002) run?',
    },
    {
      value: 'expectations.delay-need',
      title:
        'When something changes in Agency Business System, how soon does Florida PALM need it at the latest?',
    },
    {
      value: 'governance-model.lead',
      title: 'Does one person lead the work on all integrations?',
    },
  ],
  few: true,
  more: 104,
  proposals: [
    { id: '0f3a', name: 'Hourly, with retries', by: 'Dana Fox' },
    { id: '77b1', name: 'Nightly, in one file', by: 'Iris Blake' },
  ],
};

export const differenceSample: Samples['difference'] = {
  kind: 'difference',
  integration,
  options: [
    { id: '0f3a', name: 'Hourly, with retries', lines },
    {
      id: '77b1',
      name: 'Nightly, in one file',
      lines: [{ label: 'How often', now: 'Every day', would: 'Every night' }],
    },
  ],
  rows: [
    {
      title: 'Inbound Voucher Load (API002) is planned slower than the business needs it',
      now: 'high',
      would: [{ rated: 'none', shift: 'closed' }, { rated: 'high' }],
    },
    {
      title: 'Inbound Voucher Load (API002) can fail and nobody notices',
      now: 'unknown',
      would: [
        { rated: 'low', shift: 'new' },
        { rated: 'medium', shift: 'new' },
      ],
    },
    {
      title: 'Several loads use the same hour of Florida PALM',
      now: 'medium',
      would: [{ rated: 'critical', shift: 'worse' }, { rated: 'medium' }],
    },
  ],
  more: 2,
  assumed: [],
};
