import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** What Microsoft 365 Agents Playground makes up for its world: who is there and where they can talk. */
export interface PlaygroundWorld {
  tenantId: string;
  bot: { id: string; name: string };
  currentUser: { id: string; name: string; aadObjectId: string };
  users: { id: string; name: string; aadObjectId: string }[];
  personalChat: { id: string };
  groupChats: { id: string; name: string }[];
  teams: { id: string; name: string; channels: { id: string; name: string }[] }[];
}

export interface Playground {
  url: string;
  world: PlaygroundWorld;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Where the bot takes activities, for example `http://127.0.0.1:3978/api/messages`. */
  botEndpoint: string;
  /** Left out or taken: a free one. */
  port?: number;
  /** The id of the personal chat; left out, a new one at each start. */
  conversationId?: string;
  /** Who sits before it, by full name; left out, Alex Wilber. */
  person?: string;
}

export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'bridgekeeper-playground-'));
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const args = [
    'start',
    '-e',
    options.botEndpoint,
    '-c',
    'msteams',
    '-p',
    String(options.port ?? 0),
    '--disable-telemetry',
  ];
  if (options.conversationId) args.push('--conversation-id', options.conversationId);
  if (options.person) await writeFile(join(folder, '.m365agentsplayground.yml'), worldOf(options.person));
  const child = spawn(process.execPath, ['--import', ON_A_LEASH, cli, ...args], {
    cwd: folder, // it keeps a log under the folder it starts in, and reads a configuration there
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none', // else it opens one, and dies where there is none
      NO_PROXY: 'localhost,127.0.0.1',
      no_proxy: 'localhost,127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a process group of its own, to be ended as a whole
  });
  const end = () => endGroup(child);
  process.once('exit', end);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    process.off('exit', end);
    end();
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://localhost:${await listeningPort(child)}`;
    const answer = await fetch(`${url}/_internal/v1/testConfig`);
    const { config } = (await answer.json()) as { config: PlaygroundWorld };
    return { url, world: config, stop };
  } catch (error) {
    const log = await readFile(join(folder, 'devTools', 'm365agentsplayground.log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`Microsoft 365 Agents Playground did not start.\n${log}`, { cause: error });
  }
}

/** The world it makes up, with another person before it and five strangers, as it demands; JSON is YAML, too. */
function worldOf(person: string): string {
  const [tenantId, team, bot] = ['0000000000001', '000000000031', '00000000000011'].map(
    (end) => `00000000-0000-0000-0000-${end}`,
  );
  const account = (name: string) => {
    const [givenName = '', surname = ''] = name.split(' ');
    const id = Buffer.from(name).toString('hex').padStart(12, '0').slice(0, 12);
    const email = `${givenName}.${surname}@example.com`.toLowerCase();
    const aadObjectId = `00000000-0000-0000-0000-${id}`;
    return { id: `user-${id}`, aadObjectId, name, givenName, surname, email, userPrincipleName: email };
  };
  const currentUser = account(person);
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: bot, name: 'Test Bot' },
    currentUser,
    users: ['Ann One', 'Ben Two', 'Cy Three', 'Di Four', 'Ed Five'].map(account),
    personalChat: { id: `chat-of-${currentUser.id}` },
    groupChat: { id: 'group-chat-id', name: 'Group Chat' },
    team: {
      ...{ id: 'team-id', name: 'My Team', aadGroupId: team },
      channels: [{ id: 'channel-announcements-id', name: 'Announcements' }],
    },
  });
}

/**
 * It would listen on every network of this machine and let anybody talk to a bot without credentials, and it
 * would outlive a test run that is killed. So: on loopback only, and it ends when its standard input does.
 */
const ON_A_LEASH = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  process.stdin.on('end', () => process.exit()).resume();
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (port, ...rest) {
    return listen.call(this, typeof port === 'number' ? { port, host: '127.0.0.1' } : port, ...rest);
  };
`)}`;

/** Not attached to a terminal, it prints `Listening on <port>` from the moment it can be called. */
function listeningPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Not ready after 30 s: ${said}`)), 30_000);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /^Listening on (\d+)$/m.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Ended with code ${code}: ${said}`));
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGKILL');
}

/**
 * Opens the Playground as a desktop client. `chat` is an entry of its list on the left: `Personal Chat`,
 * `Group Chat`, `My Team - General`. Each load of the page begins with an empty chat and tells the bot of an
 * installation again, as does the first opening of each chat.
 */
export async function openChat(page: Page, url: string, chat = 'Personal Chat'): Promise<void> {
  page.setDefaultTimeout(30_000);
  await desktop(page);
  await page.addInitScript({ content: PHONE_STYLE });
  await arrive(page, () => page.goto(url));
  const entry = page.getByRole('treeitem', { name: chat, exact: true });
  if (chat !== 'Personal Chat') await arrive(page, () => entry.click());
}

async function arrive(page: Page, way: () => Promise<unknown>): Promise<void> {
  const installed = page.waitForResponse((response) => response.url().endsWith('/installation'));
  await Promise.all([installed, way()]);
  await editor(page).waitFor();
}

/** Says something to the bot. In group chats and channels the bot hears only what mentions it. */
export async function say(page: Page, text: string, options: { mention?: string } = {}): Promise<void> {
  // Not a click: that waits for the page to be drawn twice at rest, which a busy machine may not come to.
  await editor(page).focus();
  if (options.mention) {
    await page.keyboard.type('@');
    await page.getByRole('listbox').getByRole('menuitem', { name: options.mention }).click();
    // What is typed before the name stands there would take its place, and the bot would hear nothing.
    await editor(page).filter({ hasText: options.mention }).waitFor();
    await page.keyboard.insertText(' ');
  }
  await page.keyboard.insertText(text);
  const accepted = page.waitForResponse((response) => response.url().endsWith('/messages'));
  await Promise.all([
    accepted,
    page
      .getByRole('button', { name: /^(Post|Send Message)$/ })
      .first()
      .click(),
  ]);
}

/** What the chat shows besides cards: waits for a message that holds the text. */
export async function waitForMessage(page: Page, text: string | RegExp): Promise<Locator> {
  const message = page
    .locator('div:has(> div > div > [aria-label="Show more information"])')
    .filter({ hasText: text })
    .last();
  await message.waitFor();
  return message;
}

/** Every card in the chat, oldest first. In a channel each post holds its own, newest post first. */
export function cards(page: Page): Locator {
  return page.locator('.ac-preview-panel > .ac-adaptiveCard');
}

/** The newest card. The locator stays with it when others arrive, and when it is replaced in place. */
export async function lastCard(page: Page): Promise<Locator> {
  await cards(page).first().waitFor();
  return cards(page).nth((await cards(page).count()) - 1);
}

/**
 * Waits for a card that holds the text and gives the newest such; `from` leaves out older cards: with the
 * count of cards before an action, only what came after it. The locator stays with the card.
 */
export async function waitForCard(page: Page, text: string | RegExp, from = 0): Promise<Locator> {
  const sought = typeof text === 'string' ? { source: literally(text), flags: 'i' } : text;
  const asked = JSON.stringify({ source: sought.source, flags: sought.flags, from });
  const find = `(${FIND_CARD})(${asked})`;
  // Not at each frame, as it would be by itself: to read every card costs as much as to draw it.
  const found = await page.waitForFunction<number>(find, undefined, { polling: 50 }).catch(async (error) => {
    const shown = await cards(page).allInnerTexts();
    throw new Error([`No card says ${text}. There are:`, ...shown.slice(from)].join('\n\n'), {
      cause: error,
    });
  });
  return cards(page).nth((await found.jsonValue()) - 1);
}

const FIND_CARD = `({ source, flags, from }) =>
  1 + [...document.querySelectorAll('.ac-preview-panel > .ac-adaptiveCard')].findLastIndex((card, index) =>
    index >= from && new RegExp(source, flags).test(card.innerText.replace(/\\s+/g, ' ')))`;

/** What the card says, line by line. */
export async function read(card: Locator): Promise<string> {
  return (await card.allInnerTexts()).join('\n');
}

/** Waits until this card (replaced in place, or not) holds the text. */
export async function waitForText(card: Locator, text: string | RegExp): Promise<void> {
  await card.filter({ hasText: text }).waitFor();
}

/** Presses the button with this title. On a page: that of the newest card which has one. */
export async function tap(where: Page | Locator, title: string): Promise<void> {
  const scope = 'keyboard' in where ? cards(where) : where;
  await scope.getByRole('button', { name: title, exact: true }).last().click();
}

/** Writes into the text, number, date or time input with this label. */
export async function fill(where: Page | Locator, label: string, text: string): Promise<void> {
  const input = field(where, label).locator('input, textarea');
  await input.fill(text);
  await input.blur();
}

/** Chooses in the choice set or toggle with this label: radio button, check box, or an entry of a list. */
export async function pick(where: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'keyboard' in where ? where : where.page();
  const list = field(where, label).getByRole('combobox');
  const box = field(where, label)
    .locator('.fui-Radio, .fui-Checkbox')
    .filter({ has: page.getByText(option, { exact: true }) })
    .locator('input');
  await list.or(box).waitFor();
  if ((await box.count()) > 0) return box.check();
  await list.click();
  const entry = page.getByRole('option', { name: option, exact: true });
  const several = page.getByRole('menuitemcheckbox', { name: option, exact: true });
  await entry.or(several).click();
  await list.press('Escape');
}

function field(where: Page | Locator, label: string): Locator {
  const scope = 'keyboard' in where ? cards(where) : where;
  const text = new RegExp(`^\\s*${literally(label)}\\s*\\*?\\s*$`);
  return scope
    .locator('label.ac-richTextBlock')
    .filter({ hasText: text })
    .last()
    .locator('xpath=following-sibling::*[contains(@class, "ac-input-container")]');
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function editor(page: Page): Locator {
  return page.locator('[data-lexical-editor]').first();
}

/** The window of a desktop client: cards are 446 wide, as in a chat. So tall that it need not grow for most pictures. */
async function desktop(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1600 });
}

/**
 * One card as a phone draws it: 326 wide. The Playground itself never draws one narrower than 446. Only this card
 * becomes narrow, and not the window: that would lay out the whole chat anew, twice for each picture.
 */
const PHONE_STYLE = `addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = '[data-phone] { flex: none !important; width: 326px !important; min-width: 0 !important; }';
  document.head.append(style);
});`;

/** Photographs one whole card, however tall it is. */
export async function shootCard(card: Locator, path: string): Promise<void> {
  const page = card.page();
  const before = page.viewportSize();
  const box = await card.boundingBox();
  if (!before || !box) throw new Error('The card cannot be seen.');
  const height = Math.ceil(box.height) + 400;
  if (height <= before.height) return photograph(card, path);
  await page.setViewportSize({ width: before.width, height });
  await photograph(card, path);
  await page.setViewportSize(before);
}

/**
 * The same as on a phone. Before anything is filled in: a change of width may draw the card anew and empty it.
 * `targetWidth` is judged as wide at any width.
 */
export async function shootCardOnPhone(card: Locator, path: string): Promise<void> {
  const panel = card.locator('xpath=..');
  await panel.evaluate((element) => element.setAttribute('data-phone', ''));
  await shootCard(card, path);
  await panel.evaluate((element) => element.removeAttribute('data-phone'));
}

/** A busy machine may draw too seldom for the browser to call the card still; then it is tried once more. */
async function photograph(card: Locator, path: string): Promise<void> {
  const take = () => card.screenshot({ path, animations: 'disabled', caret: 'hide', timeout: 15_000 });
  await take().catch(take);
}
