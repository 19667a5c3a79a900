import { expect, it } from 'vitest';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import type { Stage } from '../../journeys/stage.ts';
import { everything, openTeamProject, openTestStage, projectOf, saidBy, team } from '../interviewing.ts';

const add = (stage: Stage, who: string, name: string, source = 'Payroll', target = 'Ledger') =>
  stage.take(who, { do: 'add-integration', inputs: { name, source, target } }, { place: team });

async function integrationsOf(stage: Stage): Promise<Integration[]> {
  const documents = [...(await everything(stage))].filter(([key]) => key.includes('/integrations/'));
  return documents.map(([, document]) => document as Integration);
}

const endsOf = ({ source, target }: Integration) => [source.application, target.application];
const idsOf = ({ applications }: Project) => applications.map(({ id }) => id);

it('puts an integration on the list once, where Add is tapped twice at once or one after the other', async () => {
  const stage = await openTestStage();
  const outcomes = await Promise.all([1, 2].map(() => add(stage, 'Dana', 'Voucher load')));
  for (const outcome of [...outcomes, await add(stage, 'Dana', 'Voucher load')])
    expect(saidBy(outcome)).toContain('Voucher load is on the list');
  expect(await integrationsOf(stage)).toHaveLength(1);
});

it('keeps two integrations apart whose names make the same id', async () => {
  const stage = await openTestStage();
  await Promise.all(['Voucher load', 'Voucher-load', 'VOUCHER/LOAD'].map((name) => add(stage, 'Dana', name)));
  const all = await integrationsOf(stage);
  expect(all.map(({ id }) => id)).toEqual(['voucher-load', 'voucher-load-2', 'voucher-load-3']);
  expect(new Set(all.map(({ name }) => name)).size).toBe(3);
});

it('says so where the name is on the list with other applications, and changes nothing', async () => {
  const stage = await openTestStage();
  await add(stage, 'Dana', 'Voucher load');
  const before = await everything(stage);
  expect((await add(stage, 'Dana', ' voucher  LOAD ', 'Bank')).replace).toMatchObject({
    kind: 'add-integration',
    problem: '“Voucher load” is on the list already, with other applications.',
    filled: { name: 'voucher LOAD', source: 'Bank', target: 'Ledger' },
  });
  expect(await everything(stage)).toEqual(before);
});

it('loses no application, where several people name new ones at once', async () => {
  const stage = await openTestStage();
  const people = Array.from({ length: 12 }, (_, at) => at);
  await Promise.all(people.map((at) => add(stage, `Person ${at}`, `Load ${at}`, 'Payroll', `System ${at}`)));
  const project = await projectOf(stage);
  expect(idsOf(project).toSorted()).toEqual(['payroll', ...people.map((at) => `system-${at}`)].toSorted());
  expect(project.people).toHaveLength(12);
  for (const integration of await integrationsOf(stage))
    expect(endsOf(integration)).toEqual(['payroll', integration.name.replace('Load ', 'system-')]);
});

it('recognises an application that is on the list under another spelling', async () => {
  const stage = await openTestStage();
  await openTeamProject(stage);
  await add(stage, 'Dana', 'Deposits', 'The PAYROLL', ' ledger ');
  expect(idsOf(await projectOf(stage))).toEqual(['payroll', 'ledger']);
});

it('asks for what is missing and keeps what is there', async () => {
  const stage = await openTestStage();
  expect((await add(stage, 'Dana', '', 'Payroll', '  ')).replace).toMatchObject({
    problem: 'Still missing: a name, where it goes.',
    filled: { name: '', source: 'Payroll', target: '' },
  });
  expect((await add(stage, 'Dana', 'Load', 'Payroll', 'payroll')).replace).toMatchObject({
    problem: 'Source and target are the same application. An integration joins two.',
  });
  expect((await add(stage, 'Dana', 'x'.repeat(121))).replace).toMatchObject({
    problem: expect.stringContaining('is too long; 120 characters are enough.'),
  });
  expect((await everything(stage)).size).toBe(0);
});
