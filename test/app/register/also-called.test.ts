import { expect, it } from 'vitest';
import { openTeamProject, openTestStage, saidBy, team } from '../interviewing.ts';

it('says that there are more where an application takes the place of the last integration that matches', async () => {
  const stage = await openTestStage();
  await openTeamProject(stage, 6);
  const inputs = { name: 'Archive', source: 'Voucher archive', target: 'Ledger' };
  await stage.take('Dana', { do: 'add-integration', inputs }, { place: team });
  const outcome = await stage.take('Dana', { do: 'risks', name: 'voucher', page: 1 }, { place: team });
  const [notice] = outcome.messages;
  expect(notice).toMatchObject({ buttons: { length: 6, 5: { title: 'Voucher archive (application)' } } });
  expect(saidBy(outcome)).toEqual([
    '6 integrations match “voucher”',
    'These are the first. Say more of the name to find the others.',
  ]);
});
