/** Three weeks after a gate: what has changed, and what each change comes from. */
import type { CompareReply } from '../../src/app/register/compare-reply.ts';
import { severityOf } from '../../src/core/judgement/severity.ts';
import type { Noted } from '../../src/core/register/milestone.ts';

function noted(probability: number, impact: number, kind: Noted['kind'] = 'risk'): Noted {
  const severity = severityOf(probability, impact);
  return { id: 'a', rule: 'a', title: '', about: '', topic: '', kind, probability, impact, severity };
}

const nobody: CompareReply['around']['people'] = { added: [], removed: [] };

export const compareSample: CompareReply = {
  kind: 'compare',
  project: { id: 'palm', name: 'Florida PALM' },
  milestone: { id: 'milestone-1', name: 'Gate Initiate', at: '2026-03-03T09:00:00.000Z' },
  counts: { new: 2, worse: 4, unknown: 2, better: 0, closed: 2 },
  settled: 6,
  guarded: 0,
  around: {
    stage: { from: 'initiate', to: 'implement' },
    dates: [{ title: 'Go-live', from: '2026-10-01', to: '2026-09-01' }],
    integrations: { added: ['Positive Pay (CMI003)'], removed: [] },
    applications: nobody,
    people: { added: [], removed: ['Lee Park'] },
    content: ['the limit of 6,000 requests in five minutes, for one account on one server of Dataverse'],
  },
  changes: [
    {
      shift: 'new',
      title: 'The nightly load does not fit its window',
      on: ['Inbound Voucher Load (API002)'],
      after: noted(5, 4),
      causes: [
        {
          kind: 'answer',
          label: 'Records on a busy day',
          about: 'Inbound Voucher Load (API002)',
          by: 'Dana Fox',
          at: '2026-03-20T09:14:00Z',
          from: '200,000 records a day',
          to: 'about 1.2 million (1,200,000 records a day)',
        },
      ],
    },
    {
      shift: 'new',
      title: 'Nobody decides when the owners of Positive Pay (CMI003) disagree',
      on: ['Positive Pay (CMI003)'],
      after: noted(4, 4),
      causes: [{ kind: 'added', name: 'Positive Pay (CMI003)' }],
    },
    {
      shift: 'worse',
      title: 'The test system of the bank is shared and booked',
      on: [
        'Payment File (API005)',
        'Bank Statement (CMI001)',
        'Supplier Data (PRI010)',
        'Cash Receipts (ARI011)',
      ],
      before: noted(3, 3),
      after: noted(4, 3),
      causes: [{ kind: 'stage', from: 'initiate', to: 'implement' }],
    },
    {
      shift: 'unknown',
      title: 'Changes are lost while Florida PALM is down',
      on: ['Supplier Data (PRI010)'],
      before: noted(3, 4),
      after: noted(3, 4, 'unknown'),
      causes: [
        {
          kind: 'answer',
          label: 'What happens to changes',
          about: 'Florida PALM',
          by: 'Omar Diaz',
          at: '2026-03-22T10:00:00Z',
          from: 'They are kept and sent again',
          to: 'I don’t know',
        },
      ],
    },
    {
      shift: 'unknown',
      title: 'Nobody stands in for the owner of Florida PALM',
      on: ['Florida PALM'],
      after: noted(3, 3, 'unknown'),
      causes: [
        {
          kind: 'stale',
          label: 'Deputy',
          about: 'Florida PALM',
          by: 'Iris Wong',
          at: '2026-01-12T16:40:00Z',
          words: 'Yes, one named person',
          since: '2026-03-14',
        },
      ],
    },
    {
      shift: 'closed',
      title: 'Several applications of Florida PALM have no single owner',
      on: ['Florida PALM'],
      before: noted(4, 5),
      causes: [
        {
          kind: 'answer',
          label: 'Accountable owner',
          about: 'Florida PALM',
          by: 'Iris Wong',
          at: '2026-03-12T16:40:00Z',
          from: 'Nobody yet',
          to: 'One named person',
        },
      ],
    },
  ],
  page: 1,
  pages: 1,
  buttons: [
    { title: 'Summary', command: { do: 'summary', name: '' } },
    {
      title: 'Since Kick-off',
      command: { do: 'show-compare', project: 'palm', milestone: 'milestone-0', page: 1 },
    },
    { title: 'Integrations', command: { do: 'integrations', page: 1 } },
  ],
};
