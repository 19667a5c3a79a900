import type { Subject } from '../../src/core/interview/answer.ts';
import type { Samples } from './samples.ts';

const ledger: Subject = { scope: 'application', id: 'agency' };
const voucher: Subject = { scope: 'integration', id: 'api002' };
const ref = (subject: Subject, question: string, at: string) => ({ subject, question, at });
const change = (subject: Subject, question: string) =>
  ({ do: 'ask-again', project: 'palm', integration: 'api002', subject, question }) as const;

export const confirmSample: Samples['confirm'] = {
  kind: 'confirm',
  ref: {
    project: 'palm',
    integration: 'api002',
    old: [
      ref(voucher, 'one-size-fits-all.records-per-day', '2026-03-03T09:00:00.000Z'),
      ref(ledger, 'connectivity.hosting', '2026-06-12T09:00:00.000Z'),
      ref(ledger, 'owners-and-stakeholders.owner-name', '2026-03-03T09:00:00.000Z'),
    ],
  },
  lines: [
    {
      about: {
        scope: 'integration',
        name: 'Inbound Voucher Load (API002)',
        source: 'Agency Business System',
        target: 'Florida PALM',
      },
      label: 'Records a day',
      words: 'about 1.2 million (1,200,000 records a day)',
      at: '2026-03-03T09:00:00.000Z',
      why: '',
      change: change(voucher, 'one-size-fits-all.records-per-day'),
    },
    {
      about: { scope: 'application', name: 'Agency Business System' },
      label: 'Where it runs',
      words: 'In our own data centre',
      at: '2026-06-12T09:00:00.000Z',
      why: 'before a change: where it runs',
      change: change(ledger, 'connectivity.hosting'),
    },
    {
      about: { scope: 'application', name: 'Agency Business System' },
      label: 'Owner’s name',
      words: 'Dana Fox',
      at: '2026-03-03T09:00:00.000Z',
      why: 'before the stage Prepare',
      change: change(ledger, 'owners-and-stakeholders.owner-name'),
    },
  ],
  left: 2,
  done: false,
};
