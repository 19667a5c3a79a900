import { readFile } from 'node:fs/promises';
import type { Request } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Bundle } from '../../src/core/landscape/bundle.ts';
import { goOnTo } from './answering.ts';
import { meet } from './meeting.ts';
import { cards, pick, tap, waitForCard, waitForText } from './playground.ts';

test('a double click on Next notes the answer once, and a tap on an old card is a correction', async () => {
  const { page, terminal, ask } = await meet({
    album: 'taps',
    before: ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'],
  });
  const start = await ask('interview API020', 'Outbound Supplier Data');
  await pick(start, 'Your role here', 'Project manager');
  await tap(start, 'Start');
  await waitForText(start, 'Topic 1 of');
  const owner = await goOnTo(page, start, 'Accountable owner');
  await pick(owner, 'Accountable owner', 'Yes, one named person');

  const sent: Request[] = [];
  page.on('request', (request) => void (request.url().endsWith('/invoke') && sent.push(request)));
  const there = await cards(page).count();
  await owner.getByRole('button', { name: 'Next', exact: true }).dblclick();
  await waitForText(owner, 'Accountable owner: Yes, one named person');
  await waitForCard(page, /Topic \d/, there);
  for (const request of sent) expect((await request.response())?.ok()).toBe(true);
  expect(sent, 'both clicks arrived').toHaveLength(2);
  // What is said after them is answered after them.
  await ask('help', 'What I can do');
  expect(await cards(page).count(), 'the next page once, and help').toBe(there + 2);

  const answers = async () => {
    const file = terminal.file('export.json');
    await terminal.command('export', '--out', file);
    const { project }: Bundle = JSON.parse(await readFile(file, 'utf8'));
    const application = project.applications.find(({ name }) => name === 'Florida PALM');
    return application?.answers.map(({ said }) => (said.kind === 'value' ? said.value : said.kind));
  };
  expect(await answers()).toEqual([{ type: 'choice', option: 'one-person' }]);

  // Another device still shows the card as it was, and there the person taps something else.
  const old = JSON.parse(sent[0]?.postData() ?? '') as {
    value: { action: { data: Record<string, string> } };
  };
  old.value.action.data['owners-and-stakeholders.accountable-owner'] = 'nobody';
  const answered = await page.request.post(sent[0]?.url() ?? '', { data: old });
  expect(answered.ok()).toBe(true);
  await waitForText(owner, 'Accountable owner: Nobody, or not settled');
  await waitForText(owner, 'Now a risk: Florida PALM has no single accountable owner');
  expect(await answers()).toEqual([
    { type: 'choice', option: 'one-person' },
    { type: 'choice', option: 'nobody' },
  ]);
});
