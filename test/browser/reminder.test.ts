import { expect, test } from 'vitest';
import { meet } from './meeting.ts';
import { cards, openChat, pick, read, say, tap, waitForCard, waitForText } from './playground.ts';

/** Every day at the second that is so far ahead: time to look at the preview and to save it. */
function cronIn(ms: number): string {
  const at = new Date(Date.now() + ms);
  return `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
}

test('a channel is reminded on schedule, and the post keeps up with the answers given in it', async () => {
  const { page, playground, album } = await meet({
    album: 'reminder',
    before: ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'],
    pack: '',
  });
  await openChat(page, playground.url, 'My Team - General');
  await waitForCard(page, 'Mention me to ask');
  await say(page, `remind team ${cronIn(10_000)} UTC`, { mention: 'Test Bot' });
  const preview = await waitForCard(page, 'The next three times will be');
  await album.keepAsItIs(preview, 'preview');
  await tap(preview, 'Save');
  await waitForText(preview, 'I will remind you here');

  const post = await waitForCard(page, 'questions of governance are open');
  const before = await read(post);
  await album.keep(post, 'post');
  await tap(post, 'Answer here…');
  await pick(post, 'Lead of integrations', 'Nobody');
  await album.keepAsItIs(post, 'answering');
  const count = await cards(page).count();
  await tap(post, 'Save');
  await waitForText(post, '1 of ');
  await album.keep(post, 'one-answered');
  expect(await cards(page).count()).toBe(count);
  const after = await read(post);
  expect(before).toContain('Lead of integrations');
  expect(after.split('Answer')[0]).not.toContain('Lead of integrations');
  expect(after).not.toMatch(/Nobody|Alex/);
});
