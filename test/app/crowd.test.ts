import { expect, it } from 'vitest';
import { answersOnFile, everything, openTeamProject, openTestStage, pageAbout } from './interviewing.ts';

const people = Array.from({ length: 30 }, (_, at) => `Person ${at + 1}`);

/** Questions that can be asked about any integration, and about any application. */
const aboutIntegrations = 'one-size-fits-all.system-of-record';
const aboutApplications = [
  'owners-and-stakeholders.accountable-owner',
  'owners-and-stakeholders.deputy',
  'owners-and-stakeholders.owner-commitment',
  'business-continuity.availability-promise',
];

/** A third of the answers go into the one document that all share. */
function tapOf(project: string, who: string, at: number) {
  const integration = `voucher-load-${at + 1}`;
  const question = at % 3 === 0 ? (aboutApplications[at / 3] ?? '') : aboutIntegrations;
  const subject =
    at % 3 === 0
      ? ({ scope: 'application', id: 'payroll' } as const)
      : ({ scope: 'integration', id: integration } as const);
  const turn = `card of ${who} about ${integration}`;
  return {
    do: 'answer',
    page: pageAbout(project, subject, question, { integration, turn }),
    inputs: { [question]: '?' },
  } as const;
}

it('stores each of 300 answers once, where thirty people answer at once and every tenth delivery comes twice', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage, 10, ...people);
  const taps = people.flatMap((who) =>
    Array.from({ length: 10 }, (_, at) => ({ who, tap: tapOf(project, who, at) })),
  );
  const deliveries = taps.flatMap((tap, at) =>
    Array.from({ length: at % 10 === 0 ? 2 : 1 }, () => ({ ...tap, id: `delivery ${at}` })),
  );
  expect(deliveries).toHaveLength(330);

  await Promise.all(deliveries.map(({ who, tap, id }) => stage.take(who, tap, { id })));

  const stored = (await answersOnFile(stage)).map(({ by, question, turn }) =>
    [by.name, question, turn].join(', '),
  );
  const wanted = taps.map(({ who, tap }) => [who, tap.page.questions[0], tap.page.turn].join(', '));
  expect(stored.toSorted()).toEqual(wanted.toSorted());

  const before = await everything(stage);
  await stage.restart();
  expect(await everything(stage)).toEqual(before);
});
