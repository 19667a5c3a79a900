/** A bot, the Playground in front of it, and a browser with its chat open: what every test here begins with. */
import type { Locator, Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { type Album, openAlbum } from './album.ts';
import { type Bot, openTerminal, startBot, type Terminal } from './bot.ts';
import { openBrowser } from './browser.ts';
import { cards, openChat, type Playground, say, startPlayground, tap, waitForCard } from './playground.ts';

export interface Meeting {
  readonly bot: Bot;
  readonly terminal: Terminal;
  readonly playground: Playground;
  readonly page: Page;
  readonly album: Album;
  /** The chat of somebody else with the same bot, on a machine of their own. */
  chatOf(person: string): Promise<Page>;
  /** Says something and waits for the card that answers it. */
  ask(text: string, answer: string | RegExp): Promise<Locator>;
  /** Taps a button and waits for the card that comes of it, as a message of its own. */
  tapFor(where: Locator, title: string, answer: string | RegExp): Promise<Locator>;
}

export interface MeetingOptions {
  /** The name of the folder for its pictures. */
  readonly album: string;
  /** A command line that runs before the bot starts. */
  readonly before?: readonly string[];
  /** Topics laid over those that come with the bot; empty for none. */
  readonly pack?: string;
}

export async function meet({ album, before, pack }: MeetingOptions): Promise<Meeting> {
  const terminal = await openTerminal(inject('product'), pack);
  onTestFinished(() => terminal.close());
  if (before) await terminal.command(...before);
  const bot = await startBot(terminal);
  onTestFinished(() => bot.stop());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const sitDown = async (person?: string) => {
    const playground = await startPlayground({ botEndpoint: bot.endpoint, ...(person ? { person } : {}) });
    onTestFinished(() => playground.stop());
    // What moves all the time is drawn anew all the time, while the bot could have the processor.
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await openChat(page, playground.url);
    return { playground, page };
  };
  const { playground, page } = await sitDown();
  const after = async (act: () => Promise<void>, answer: string | RegExp) => {
    const there = await cards(page).count();
    await act();
    return waitForCard(page, answer, there);
  };
  return {
    bot,
    terminal,
    playground,
    page,
    album: await openAlbum(album),
    chatOf: async (person) => (await sitDown(person)).page,
    ask: (text, answer) => after(() => say(page, text), answer),
    tapFor: (where, title, answer) => after(() => tap(where, title), answer),
  };
}
