/** What came of asking, with one person most waits for. */
import type { ParticipationReply } from '../../src/app/people/participation-reply.ts';

export const participationSample: ParticipationReply = {
  kind: 'participation',
  project: { id: 'palm', name: 'Florida PALM' },
  people: [
    {
      name: 'Lee Park',
      asked: 20,
      answered: 6,
      answers: 6,
      minutes: 6,
      risks: 2,
      right: 0,
      standing: [],
    },
    {
      name: 'Priya Nair',
      asked: 9,
      answered: 0,
      answers: 0,
      minutes: 3,
      risks: 0,
      right: 0,
      standing: [{ kind: 'away', until: '2026-03-13' }],
    },
    {
      name: 'Omar Haddad',
      asked: 14,
      answered: 14,
      answers: 17,
      minutes: 5,
      risks: 4,
      right: 3,
      standing: [],
    },
    { name: 'Dana Fox', asked: 0, answered: 0, answers: 11, minutes: 0, risks: 1, right: 2, standing: [] },
  ],
  total: { people: 3, asked: 43, answered: 20 },
  page: 1,
  pages: 1,
  bottleneck: { name: 'Lee Park', questions: 14, since: '2026-03-02' },
};
