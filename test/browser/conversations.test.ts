import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goOnTo } from './answering.ts';
import { meet } from './meeting.ts';
import { cards, openChat, pick, read, say, tap, waitForCard, waitForText } from './playground.ts';

const importIt = ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'];

test('the bot says who it is once, and answers hi, hello and help in any letter case', async () => {
  const { page, playground, album, ask } = await meet({ album: 'greetings' });
  const welcome = await waitForCard(page, 'Hello, I am Bridgekeeper');
  await waitForText(welcome, 'There is no project here yet');
  await album.keep(welcome, 'welcome-without-project');
  for (const greeting of ['hi', 'HELLO', 'Help', 'heLLo!', 'HI']) {
    const help = await ask(greeting, 'What I can do');
    for (const word of ['interview <integration>', 'risks <integration>']) await waitForText(help, word);
    await help.getByRole('button', { name: 'Try it on a real project' }).waitFor();
  }
  const help = await ask('help', 'What I can do');
  await album.keep(help, 'help-without-project');
  await help.getByText('forget me', { exact: true }).waitFor({ state: 'hidden' });
  await tap(help, 'All commands');
  await help.getByText('forget me', { exact: true }).waitFor();
  await album.keep(help, 'help-all-commands');
  const nonsense = await ask('what is the meaning of life', 'I do not know what to do with');
  await nonsense.getByRole('button', { name: 'Help' }).waitFor();
  await album.keep(nonsense, 'nonsense');
  const welcomes = cards(page).filter({ hasText: 'Hello, I am Bridgekeeper' });
  expect(await welcomes.count()).toBe(1);
  // Each load of the page installs the bot twice over; it has introduced itself, and that was that.
  await openChat(page, playground.url);
  await ask('help', 'What I can do');
  expect(await welcomes.count()).toBe(0);
});

test('a group chat and a channel hear of the risks and quote nobody, and interviews stay private', async () => {
  const { page, playground, album, ask } = await meet({ album: 'shared', before: importIt });
  // What is quoted in private …
  const start = await ask('interview API020', 'Outbound Supplier Data');
  await pick(start, 'Your role here', 'Project manager');
  await tap(start, 'Start');
  await waitForText(start, 'Topic 1 of');
  const owner = await goOnTo(page, start, 'Accountable owner');
  await pick(owner, 'Accountable owner', 'Nobody, or not settled');
  await tap(owner, 'Next');
  await waitForText(owner, 'Noted:');
  const quoted = 'Because Alex Wilber';
  await waitForText(await ask('risks API020', 'One critical risk'), quoted);

  for (const chat of ['Group Chat', 'My Team - General']) {
    await openChat(page, playground.url, chat);
    const name = chat.toLowerCase().replace(/\W+/g, '-');
    await album.keep(await waitForCard(page, 'Mention me to ask'), `${name}-welcome`);
    await sayTo(page, 'HELP');
    await waitForCard(page, 'Mention me and type one of these');
    await sayTo(page, 'risks API020');
    const risks = await waitForCard(page, 'One critical risk');
    await album.keep(risks, `${name}-risks`);
    const text = await read(risks);
    expect(text).toContain('Florida PALM has no single accountable owner');
    expect(text).toContain('Next step:');
    await sayTo(page, 'interview API020');
    const elsewhere = await waitForCard(page, 'Interviews run in personal chat, so that nobody answers');
    await waitForText(elsewhere, 'send: interview Outbound Supplier Data (API020)');
    await album.keep(elsewhere, `${name}-interview`);
    for (const shown of await cards(page).allInnerTexts()) {
      expect(shown).not.toContain(quoted);
      expect(shown).not.toContain('Nobody, or not settled');
    }
  }
});

/** In shared conversations the bot hears what mentions it. */
function sayTo(page: Page, text: string): Promise<void> {
  return say(page, text, { mention: 'Test Bot' });
}
