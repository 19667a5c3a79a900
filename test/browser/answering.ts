import type { Locator, Page } from 'playwright-core';
import { cards, pick, read, say, tap, waitForCard, waitForText } from './playground.ts';

/** Has somebody interviewed until they have given these answers, by label; what else is asked stays open. */
export async function answer(
  page: Page,
  integration: string,
  role: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const left = new Map(Object.entries(answers));
  let card = await after(page, () => say(page, `interview ${integration}`), 'Your role here');
  await pick(card, 'Your role here', role);
  await tap(card, 'Start');
  await waitForText(card, /Topic \d/);
  for (;;) {
    const lines = (await read(card)).split('\n');
    for (const [label, option] of left) {
      if (!lines.includes(label)) continue;
      await pick(card, label, option);
      left.delete(label);
    }
    const used = card;
    card = await after(page, () => tap(used, 'Next'), left.size > 0 ? /Topic \d/ : /Topic \d|Stage:/);
    if (left.size === 0) return;
  }
}

/** Leaves open what is asked until a page holds this label. */
export async function goOnTo(page: Page, first: Locator, label: string): Promise<Locator> {
  let card = first;
  while (!(await read(card)).split('\n').includes(label)) {
    const used = card;
    card = await after(page, () => tap(used, 'Next'), /Topic \d/);
  }
  return card;
}

async function after(page: Page, act: () => Promise<void>, answer: string | RegExp): Promise<Locator> {
  const there = await cards(page).count();
  await act();
  return waitForCard(page, answer, there);
}
