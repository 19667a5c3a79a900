import { test } from 'vitest';
import { answer } from './answering.ts';
import { meet } from './meeting.ts';
import { waitForText } from './playground.ts';

test('a project manager asks on Monday how things stand, and hears it in one card each time', async () => {
  const { page, album, ask } = await meet({
    album: 'summary',
    before: ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'],
  });
  await ask('milestone Kick-off', 'Kick-off');
  await answer(page, 'API020', 'Project manager', {
    'Accountable owner': 'A team or a shared mailbox',
    'Who decides': 'Nobody has been named',
  });
  await answer(page, 'API002', 'Enterprise architect', { 'Accountable owner': 'Nobody, or not settled' });

  const kinds = {
    summary: ['Florida PALM', 'What matters'],
    'summary Agency Business Systems': ['Application Agency Business Systems'],
    'summary API020': ['Integration'],
    'summary Alex Wilber': ['Person Alex Wilber'],
    'summary owners': ['Topic'],
    gate: ['End of Initiate'],
    compare: ['Since Kick-off', 'Because Alex Wilber'],
    landscape: ['applications'],
    'landscape Florida PALM': ['Florida PALM'],
    'next steps': ['for you'],
    export: ['one page for a steering group'],
  };
  for (const [asked, [first = '', ...others]] of Object.entries(kinds)) {
    const card = await ask(asked, first);
    for (const words of others) await waitForText(card, words);
    await album.keep(card, asked.toLowerCase().replaceAll(' ', '-'));
  }
});
