import { test } from 'vitest';
import { meet } from './meeting.ts';
import { cards, pick, read, tap, waitForCard, waitForText } from './playground.ts';

test('x', async () => {
  const { page, ask, tapFor, album } = await meet({ album: 'x', before: ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'] });
  const walk = async (role: string, answers: Record<string, string>) => {
    let card = await ask('interview API020', 'Your role here');
    await pick(card, 'Your role here', role);
    await tap(card, 'Start');
    await waitForText(card, 'Topic 1 of');
    for (;;) {
      const text = await read(card);
      console.log(text);
      if (!/Topic \d/.test(text)) return card;
      for (const [label, option] of Object.entries(answers)) if (text.split('\n').includes(label)) await pick(card, label, option);
      card = await tapFor(card, 'Next', /Topic \d|Stage:/);
    }
  };
  await walk('Integration architect', { 'What it must do': 'Keep the same data in both systems' });
  await page.route('**/_conversation/v1/**', (route) => {
    const body = route.request().postData();
    return route.continue(body ? { postData: body.replace('"id":"user-id-0"', '"id":"user-id-1"') } : {});
  });
  const f = await walk('Business process owner', { 'What it must do': 'Start or continue work in the other system' });
  await album.keep(f, 'f');
});
