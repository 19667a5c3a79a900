import type { DigestReply } from '../../src/app/digest/digest-reply.ts';

export const digestSample: DigestReply = {
  kind: 'digest',
  title: 'Florida PALM since Monday 16 March',
  opening: 'Pam, Dev and Beth answered twelve questions. Two risks are new and one is gone.',
  parts: [
    {
      kind: 'news',
      lines: [
        'New, high: Outbound Voucher and Payment Extract (API031) can fail and nobody notices. Dev said on Tuesday: “One try, and nobody notices”.',
        'No longer a risk: Inbound Payment Cancellation (API006) is planned slower than the business needs it. Pam now says “The next day or later” instead of “Within an hour”.',
      ],
    },
    {
      kind: 'late',
      lines: [
        'API031: design what happens on errors. Dev’s since 16 March; was due Friday 20 March, not done.',
        'Agency Business Systems (ABS) has no single accountable owner. Beth accepts this until this Friday: accept it again, or decide anew.',
      ],
    },
    {
      kind: 'people',
      lines: ['Otto has not answered you about API031, 19 days now. Two reminders did not help; you may.'],
    },
  ],
  decision: {
    what: 'ABS: ask for the specification, sample data and a place to try them, by a date before design. Yours, by Monday 4 May: talk to Beth, or hand it on.',
    why: 'Helps against three risks, two of them critical. It was already open last Monday.',
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
      title: 'Open this step',
      command: {
        do: 'show-step',
        project: 'palm',
        step: 'owners-and-stakeholders.name-owner@application:abs',
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
