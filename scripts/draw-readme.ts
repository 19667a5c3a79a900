/**
 * Photographs the findings of one integration of the sample, after two people were asked: `docs/findings.png`. Drives the
 * built bot: `npm run build && npx tsx scripts/draw-readme.ts`.
 */
import { join } from 'node:path';
import { answer } from '../test/browser/answering.ts';
import { openTerminal, startBot } from '../test/browser/bot.ts';
import { openBrowser } from '../test/browser/browser.ts';
import { openChat, say, shootCard, startPlayground, waitForCard } from '../test/browser/playground.ts';

const root = join(import.meta.dirname, '..');
const closing: (() => Promise<void>)[] = [];
try {
  const terminal = await openTerminal(root);
  closing.unshift(terminal.close);
  await terminal.command('import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM');
  const bot = await startBot(terminal);
  closing.unshift(bot.stop);
  const browser = await openBrowser();
  closing.unshift(() => browser.close());
  const chatOf = async (person: string) => {
    const playground = await startPlayground({ botEndpoint: bot.endpoint, person });
    closing.unshift(playground.stop);
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await openChat(page, playground.url);
    return page;
  };
  const dana = await chatOf('Dana Fox');
  await answer(dana, 'API020', 'Integration architect', {
    'Accountable owner': 'A team or a shared mailbox',
    'Others using the data': 'No, and somebody has checked',
    'Common approach': 'Yes, written and approved',
    'What it must do': 'Keep the same data in both systems',
  });
  await answer(await chatOf('Lee Park'), 'API020', 'Business process owner', {
    'What it must do': 'Start or continue work in the other system',
  });
  await say(dana, 'risks API020');
  const findings = await waitForCard(dana, 'Two critical risks');
  await shootCard(findings, join(root, 'docs', 'findings.png'));
} finally {
  for (const close of closing) await close();
}
