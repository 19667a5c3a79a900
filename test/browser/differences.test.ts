import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openAlbum } from './album.ts';
import { answer } from './answering.ts';
import { meet } from './meeting.ts';
import { cards, fill, pick, read, say, tap, waitForCard, waitForText } from './playground.ts';

const asked = 'What it must do';

test('two people who answer differently both get both answers, one changes theirs, and what was a risk is done right', async () => {
  const { page, bot, chatOf, album, ask } = await meet({
    album: 'differences',
    before: ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'],
  });
  const lee = await chatOf('Lee Park');
  const leesAlbum = await openAlbum('differences-lee');
  await Promise.all([page, lee].map(atAnyHour));
  await answer(page, 'API020', 'Business process owner', { [asked]: 'Keep the same data in both systems' });
  await answer(lee, 'API020', 'Integration architect', { [asked]: 'Show data of the other system' });

  // Nobody asks for it: it comes to the two of them, even when the bot dies over it. What is new it looks for each minute,
  // and when it starts.
  await bot.crashAndRestart();
  for (const each of [page, lee]) {
    const letter = await waitForCard(each, `Answered differently: ${asked}`);
    if (each === page) await album.keep(letter, 'told');
    const both = await after(each, () => tap(letter, 'Look at the answers'), 'Both cannot hold');
    const text = await read(both);
    expect(text).toContain('Keep the same data in both systems');
    expect(text).toContain('Show data of the other system');
    expect(text).toMatch(each === page ? /Alex Wilber \(you\)/ : /Lee Park \(you\)/);
    if (each === page) await album.keep(both, 'side-by-side');
  }
  const findings = await ask('risks API020', 'One critical risk');
  await album.keep(findings, 'both-are-quoted');
  const quoted = (await read(findings)).replaceAll('\u00a0', ' ');
  expect(quoted).toContain('The owners of Outbound Supplier Data (API020) want different things of it');
  expect(quoted).toMatch(/Alex Wilber \([^)]+\): What it must do – Keep the same data in both systems/);
  expect(quoted).toMatch(/Lee Park \([^)]+\): What it must do – Show data of the other system/);

  const correction = await after(lee, () => tap(lee, 'I change mine'), 'A correction');
  await pick(correction, asked, 'Keep the same data in both systems');
  await tap(correction, 'Save');
  await waitForText(
    correction,
    'No longer listed: The owners of Outbound Supplier Data (API020) want different',
  );
  await leesAlbum.keep(correction, 'changed');

  const sound = await ask('risks API020', 'Those who were asked want the same of Outbound Supplier Data');
  expect(await read(sound)).not.toContain('want different things');
  await album.keep(sound, 'done-right');
});

/** Else the letters would wait for the morning of a working day. */
async function atAnyHour(page: Page): Promise<void> {
  const card = await after(page, () => say(page, 'reminders'), 'Time zone');
  await fill(card, 'From', '00:00');
  await fill(card, 'To', '23:59');
  for (const day of ['Saturday', 'Sunday']) await pick(card, 'On', day);
  await tap(card, 'Save');
  await waitForText(card, 'you hear from me');
}

async function after(page: Page, act: () => Promise<void>, answer: string | RegExp) {
  const there = await cards(page).count();
  await act();
  return waitForCard(page, answer, there);
}
