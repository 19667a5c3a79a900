import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Finding } from '../../src/core/judgement/finding.ts';
import type { Bundle } from '../../src/core/landscape/bundle.ts';
import { openTerminal } from './bot.ts';
import { meet } from './meeting.ts';
import { cards, fill, pick, read, tap, waitForCard, waitForText } from './playground.ts';

const importIt = ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'];

test('an inventory is imported on the command line, and importing it again changes nothing', async () => {
  const terminal = await openTerminal(inject('product'));
  onTestFinished(() => terminal.close());
  const first = await terminal.command(...importIt);
  expect(first).toContain('applications.csv: 13 applications read, 13 added, 0 changed');
  expect(first).toContain('36 of 52 fields are unknown');
  expect(first).toContain('integrations.csv: 30 integrations read, 30 added, 0 changed');
  expect(first).toContain('141 of 330 fields are unknown');
  const second = await terminal.command(...importIt);
  expect(second).toContain('applications.csv: 13 applications read, no change');
  expect(second).toContain('integrations.csv: 30 integrations read, no change');
});

test('a project manager is interviewed about one imported integration', async () => {
  const { bot, terminal, page, album, ask, tapFor } = await meet({
    album: 'interview',
    before: importIt,
  });
  await album.keep(await waitForCard(page, 'Hello, I am Bridgekeeper'), 'welcome');
  const help = await ask('help', 'What I can do');
  for (const title of ['Integrations', 'Add integration', 'Import a list', 'Project'])
    await help.getByRole('button', { name: title, exact: true }).waitFor();
  await album.keep(help, 'help');
  await album.keep(await ask('integrations', 'page 1 of 4'), 'integrations');

  // The first page takes the place of the card that asked for the role.
  const touched = await ask('interview API020', 'Outbound Supplier Data (API020)');
  await album.keep(touched, 'start');
  await pick(touched, 'Your role here', 'Project manager');
  await tap(touched, 'Start');
  // What was named comes first, then its applications, then the project.
  await waitForText(touched, 'Have all groups that Outbound Supplier Data (API020) touches');
  await album.keep(touched, 'page-integration');
  await pick(touched, 'Joint walk-through', 'Each group on its own');
  // Whom nobody can name is no gap in what we know, but a risk.
  await touched.getByRole('checkbox', { name: 'I don’t know' }).check();
  const owner = await tapFor(
    touched,
    'Next',
    'Is there one person who may say yes to a change of Florida PALM?',
  );
  await album.keep(owner, 'page-owner');
  await pick(owner, 'Accountable owner', 'Yes, one named person');
  const committed = await tapFor(owner, 'Next', 'Who decides about Florida PALM while');
  await album.keep(committed, 'page-follow-up');
  await fill(committed, 'Owner’s name', 'Alex Wilber');
  await pick(committed, 'Owner’s deputy', 'Nobody, it waits');
  await pick(committed, 'Owner’s agreement', 'Not contacted yet');
  await album.keepAsItIs(committed, 'page-filled-in');
  const joins = await tapFor(committed, 'Next', 'Joins the design');
  await fill(joins, 'Joins the design', '15 March 2027');
  const decides = await tapFor(joins, 'Next', 'Project · Florida PALM');
  await waitForText(joins, 'Joins the design: 15 March 2027');

  // A used card turns read-only in place.
  await waitForText(owner, 'Noted: Owners and stakeholders');
  await waitForText(owner, 'Accountable owner: Yes, one named person');
  for (const used of [owner, committed]) {
    expect(await used.locator('input, textarea').count()).toBe(0);
    expect(await used.getByRole('button', { name: 'Next' }).count()).toBe(0);
  }
  await album.keep(committed, 'noted');

  // One question for somebody else; what is filled in beside it is kept, also "I don't know".
  await album.keep(decides, 'page-project');
  await tap(decides, 'Not for me…');
  await album.keepAsItIs(decides, 'not-for-me');
  await pick(decides, 'Common approach', 'I don’t know');
  await pick(decides, 'Which question?', 'Who decides');
  await pick(decides, 'Why is it not for you?', 'Someone else knows');
  await fill(decides, 'Who knows, or why it does not apply', 'Megan Bowen');
  await tapFor(decides, 'Set aside', 'Outage drill');
  await waitForText(decides, 'Common approach: I don’t know');
  await waitForText(decides, 'Who decides: ask Megan Bowen');
  await album.keep(decides, 'noted-set-aside');

  await bot.crashAndRestart();
  const drill = await ask('continue', 'Outage drill');
  await album.keep(drill, 'page-last');

  // Second thoughts about an earlier answer.
  const correction = await tapFor(owner, 'Change: Accountable owner', 'A correction');
  await album.keep(correction, 'correction');
  await pick(correction, 'Accountable owner', 'A team or a shared mailbox');
  await tap(correction, 'Save');
  await waitForText(correction, 'Now a risk: Florida PALM has no single accountable owner');
  await album.keep(correction, 'corrected');

  await pick(drill, 'Outage drill', 'No');
  const findings = await tapFor(drill, 'Next', 'Thank you, that is enough for one sitting.');
  await album.keep(findings, 'findings');
  await findings
    .getByRole('button', { name: 'Why and how sure: Florida PALM has no single accountable owner' })
    .click();
  await waitForText(findings, 'Guidance: Challenges in integration projects');
  await album.keepAsItIs(findings, 'findings-why');
  const more = await tapFor(findings, 'Next page', 'page 2 of 2');
  await album.keep(more, 'findings-more');
  await album.keep(await ask('change', 'Tap Change beside an answer'), 'my-answers');

  // The other door comes to the same judgement, from an export taken beside the running bot.
  const file = terminal.file('export.json');
  await terminal.command('export', '--out', file);
  const judged = JSON.parse(await terminal.command('assess', file, '--json')) as { findings: Finding[] };
  const about = findingsAbout('API020', JSON.parse(await readFile(file, 'utf8')), judged.findings);
  const raised = about.filter(({ kind }) => kind === 'risk' || kind === 'issue');
  const shown = [...(await risksOn(findings)), ...(await risksOn(more))];
  expect(shown.map(({ mark, title }) => `${mark}: ${title}`)).toEqual(
    raised.map(({ severity, kind, title }) => `${severity} ${kind}: ${title}`),
  );
  expect(shown.map(({ mark }) => mark)).toEqual(['critical risk', 'high risk', 'high risk', 'medium risk']);
  const texts = `${await read(findings)}\n${await read(more)}`;
  for (const { title } of about) expect(texts).toContain(title);
  expect(texts, 'the person who was named').toContain('Who decides (Florida PALM): ask Megan Bowen');
  for (const { text } of shown) {
    expect(text).toMatch(/Because Alex Wilber \(.+\): .+\s– .+/);
    expect(text).toMatch(/Next step: .+\s– the .+, due by the end of \w+/);
  }
  for (const { because, cites, steps } of raised) {
    expect(because.map(({ by }) => by.name)).toContain('Alex Wilber');
    expect(cites.heading).not.toBe('');
    expect(steps[0]).toMatchObject({ owner: expect.any(String), stage: expect.any(String) });
  }
  expect(await cards(page).filter({ hasText: 'Hello, I am Bridgekeeper' }).count()).toBe(1);
});

/** What an export's findings say about one integration: its own, those of its two applications, and the project's. */
function findingsAbout(name: string, bundle: Bundle, findings: readonly Finding[]): Finding[] {
  const integration = bundle.integrations.find((each) => each.name.includes(name));
  const ends = [integration?.source.application, integration?.target.application];
  return findings.filter(({ subject }) => {
    if (subject.scope === 'project') return true;
    return subject.scope === 'application' ? ends.includes(subject.id) : subject.id === integration?.id;
  });
}

/** The risks on a findings card, as read there. */
async function risksOn(card: Locator): Promise<{ mark: string; title: string; text: string }[]> {
  const [, ...parts] = (await read(card)).split(/^(?=(?:Critical|High|Medium|Low) (?:risk|issue)$)/m);
  return parts.map((text) => {
    const [mark = '', title = ''] = text.split(/\n+/);
    return { mark: mark.toLowerCase(), title, text };
  });
}
