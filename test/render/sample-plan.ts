/** Who would be asked what, in a project where somebody is missing. */
import type { PlanReply } from '../../src/app/people/plan-reply.ts';

export const planSample: PlanReply = {
  kind: 'plan',
  project: { id: 'palm', name: 'Florida PALM' },
  week: '2026-03-02',
  people: [
    {
      name: 'Lee Park',
      roles: ['Owner of Florida PALM'],
      questions: 20,
      minutes: 6,
      topics: [
        'Florida PALM',
        'Inbound Voucher Load (API002)',
        'Inbound Deposits (ARI009)',
        'Outbound Warrants',
      ],
      later: 34,
      isReader: false,
    },
    {
      name: 'Dana Fox',
      roles: ['Project manager'],
      questions: 11,
      minutes: 4,
      topics: ['the project', 'Florida PALM'],
      later: 0,
      isReader: true,
    },
    {
      name: 'Omar Haddad',
      roles: ['Integration architect', 'Integration developer of Inbound Deposits (ARI009)'],
      questions: 6,
      minutes: 2,
      topics: ['Inbound Deposits (ARI009)'],
      later: 0,
      asked: { questions: 14, left: 5 },
      isReader: false,
    },
    {
      name: 'Priya Nair',
      roles: ['Business process owner'],
      questions: 0,
      minutes: 0,
      topics: [],
      later: 3,
      asked: { questions: 20, left: 0 },
      isReader: false,
    },
  ],
  total: { people: 3, questions: 37 },
  page: 1,
  pages: 2,
  nobody: [
    {
      role: 'data-architect',
      title: 'Data architect',
      questions: 8,
      topics: ['Inbound Voucher Load (API002)', 'Outbound Warrants'],
      outside: [],
    },
    {
      role: 'network',
      title: 'Network engineer',
      questions: 2,
      topics: ['the project'],
      outside: ['Kim Berg'],
    },
  ],
  send: 2,
  managers: [],
};
