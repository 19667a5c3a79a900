import type { DigestReply } from '../../src/app/digest/digest-reply.ts';

export const digestSample: DigestReply = {
  kind: 'digest',
  title: 'Florida PALM since Monday 16 March',
  decision: {
    what: 'Agency Business Systems (ABS) has no single accountable owner. Beth’s acceptance ends this Friday: ask Beth to renew it, or name one accountable owner for the application.',
    why: 'It is critical, and open again from then on.',
    button: {
      title: 'Decide now',
      command: {
        do: 'decide',
        risk: { project: 'palm', finding: 'owners-and-stakeholders.no-owner@application:abs' },
      },
      primary: true,
    },
  },
  opening: 'Beth, Dev and Pam answered twelve questions. Two risks are new and one is gone.',
  parts: [
    {
      kind: 'news',
      lines: [
        'New, critical: Details of the interface of ABS are missing or come late. “Interface documents”: Beth said “None”. Next: ask for the specification (for you to take on).',
        'New, high: Outbound Voucher and Payment Extract (API031) can fail and nobody notices. Dev said: “One try, and nobody notices”. Next: design what happens on errors (Dev, by Friday 27 March).',
        'No longer a risk: Inbound Payment Cancellation (API006) is planned slower than the business needs it. Pam now says “The next day or later”.',
        'No longer needed for API006: compare three ways for records to arrive.',
      ],
    },
    {
      kind: 'late',
      lines: ['API031: write the messages users see. Dev’s, due Friday 20 March, not done.'],
    },
    {
      kind: 'people',
      lines: ['Otto has not answered you about API031 for 19 days and two reminders; a call might help.'],
    },
  ],
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
      title: 'All changes',
      command: { do: 'show-compare', project: 'palm', milestone: '2026-w11', page: 1 },
    },
    { title: 'All next steps', command: { do: 'show-steps', project: 'palm', all: true, page: 1 } },
    { title: 'Summary', command: { do: 'show-summary', project: 'palm', of: { scope: 'project' }, page: 1 } },
  ],
};
