import type { DigestReply } from '../../src/app/digest/digest-reply.ts';

export const digestSample: DigestReply = {
  kind: 'digest',
  title: 'Florida PALM since Monday 16 March',
  opening: 'Beth, Dev and Pam answered twelve questions. Two risks are new and one is gone.',
  parts: [
    {
      kind: 'news',
      lines: [
        'New, critical: Details of the interface of Agency Business Systems (ABS) are missing or come late. “Interface documents”: Beth said “None” on Tuesday.',
        'New, high: Outbound Voucher and Payment Extract (API031) can fail and nobody notices. Dev said on Tuesday: “One try, and nobody notices”.',
        'No longer a risk: Inbound Payment Cancellation (API006) is planned slower than the business needs it. Pam now says “The next day or later” instead of “Within an hour”.',
        'No longer needed for API006: compare three ways for records to arrive.',
      ],
    },
    {
      kind: 'late',
      lines: [
        'API031: design what happens on errors. Dev’s since 16 March; was due Friday 20 March, not done.',
        'ABS has no single accountable owner. Beth accepts this until this Friday.',
      ],
    },
    {
      kind: 'people',
      lines: [
        'Otto has not answered you about API031, 19 days now. Two reminders did not help; a call from you might.',
      ],
    },
  ],
  decision: {
    what: 'ABS has no single accountable owner: Beth’s acceptance ends this Friday. Accept it again with Beth, or name one accountable owner for the application and enter the name in the list of responsibilities.',
    why: 'It is critical, and after that nobody stands for it.',
  },
  own: [
    {
      title: 'You stopped in the middle of Inbound Voucher Load (API002)',
      lines: ['Three questions, about one minute.'],
      button: { title: 'Continue', command: { do: 'continue' } },
      key: 'sitting/palm/api002',
    },
  ],
  buttons: [
    {
      title: 'Decide now',
      command: {
        do: 'decide',
        risk: { project: 'palm', finding: 'owners-and-stakeholders.no-owner@application:abs' },
      },
      primary: true,
    },
    {
      title: 'All changes',
      command: { do: 'show-compare', project: 'palm', milestone: '2026-w11', page: 1 },
    },
    { title: 'All next steps', command: { do: 'show-steps', project: 'palm', all: true, page: 1 } },
    { title: 'Summary', command: { do: 'show-summary', project: 'palm', of: { scope: 'project' }, page: 1 } },
  ],
};
