import type { Samples } from './samples.ts';

export const changeRequestSample: Samples['change-request'] = {
  kind: 'change-request',
  project: { id: 'palm', name: 'Florida PALM' },
  places: ['Florida PALM', 'Agency Business System', 'Inbound Voucher Load (API002)'],
  changes: [
    { id: 'hosting', title: 'Where it runs' },
    { id: 'owner', title: 'Who owns it' },
  ],
  filled: {
    about: 'Agency Business System',
    change: 'hosting',
    note: 'Agency Business System moves to the cloud in June',
  },
  preview: {
    subject: { scope: 'application', id: 'agency' },
    name: 'Agency Business System',
    phrase: 'runs somewhere else',
    answers: 5,
    people: [
      { name: 'Dana Fox', labels: ['Where it runs', 'Second line', 'Way in from outside'] },
      { name: 'Lee Park', labels: ['There and back'] },
      { name: 'Iris Blake', labels: ['Promised uptime'] },
    ],
  },
};
