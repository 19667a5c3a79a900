/**
 * Draws every sample card as Teams would, and writes the sample data that fits each template:
 * `cards/<kind>.data.json`, `docs/cards/<kind>.png`, `docs/cards/<kind>.phone.png`. With kinds named, only those.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cardData, kinds } from '../src/render/card-data.ts';
import { openRenderer } from '../src/render/renderer.ts';
import { wordingFor } from '../src/render/wording.ts';
import { openBrowser } from '../test/browser/browser.ts';
import { content } from '../test/render/sample-content.ts';
import { samples } from '../test/render/samples.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs', 'cards');
/** Widths of a card in a chat: on a desktop, and on a phone held upright. */
const widths = { '': 520, '.phone': 330 };

export async function drawCard(browser: Browser, card: object, width: number, file: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: width + 32, height: 400 },
    deviceScaleFactor: 1.5,
  });
  try {
    const page = await context.newPage();
    await page.setContent(`<style>${style}</style><main style="width:${width}px"></main>`);
    for (const path of [
      'adaptivecards-renderer/dist/adaptivecards.min.js',
      'markdown-it/dist/browser/markdown-it.umd.min.js',
    ]) {
      await page.addScriptTag({ content: readFileSync(join(root, 'node_modules', path), 'utf8') });
    }
    await page.evaluate(inPage, [card, hostConfig] as const);
    await page.locator('main').screenshot({ path: file });
  } finally {
    await context.close();
  }
}

/** Runs in the browser, where the two bundles are globals. */
function inPage([json, config]: readonly [object, object]): void {
  // biome-ignore lint/suspicious/noExplicitAny: the bundles are untyped globals of the page
  const { AdaptiveCards, markdownit, document } = globalThis as any;
  const markdown = markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text: string, result: Record<string, unknown>) => {
    // As Teams draws whom it tells.
    const mention = '<span style="color: #5b5fc7">$1</span>';
    result.outputHtml = markdown.render(text).replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, mention);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(config);
  card.parse(json);
  document.querySelector('main').appendChild(card.render());
}

/** After the samples of a host config for Teams that the Adaptive Cards repository publishes, with today's colours. */
const palette = {
  default: { default: '#242424', subtle: '#616161' },
  accent: { default: '#4f52b2', subtle: '#4f52b2' },
  attention: { default: '#c4314b', subtle: '#c4314b' },
  good: { default: '#237b4b', subtle: '#237b4b' },
  warning: { default: '#835b00', subtle: '#835b00' },
};
const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors: palette },
    emphasis: { backgroundColor: '#f5f5f5', foregroundColors: palette },
    attention: { backgroundColor: '#fde7e9', foregroundColors: palette },
    warning: { backgroundColor: '#fff4ce', foregroundColors: palette },
    good: { backgroundColor: '#e7f2da', foregroundColors: palette },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 16,
  },
};

const style = `
  body { margin: 16px; background: #f5f5f5; font: 14px/20px 'Segoe UI', system-ui, sans-serif; color: #242424 }
  main { background: #fff; border-radius: 6px; box-shadow: 0 1px 3px #0003; overflow: hidden }
  p { margin: 0 }
  .ac-pushButton { font: 600 14px/20px 'Segoe UI', system-ui, sans-serif; padding: 5px 12px; border: 1px solid #d1d1d1;
    border-radius: 4px; background: #fff; color: #242424 }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff }
  .ac-actionSet > div, .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
  .ac-actionSet .ac-pushButton { flex: none !important }
  .ac-input { font: inherit; color: inherit }
  .ac-textInput, .ac-dateInput, .ac-multichoiceInput.ac-choiceSetInput-compact { width: 100%; box-sizing: border-box;
    min-height: 32px; padding: 5px 10px; border: 1px solid #d1d1d1; border-bottom-color: #616161; border-radius: 4px;
    background: #fff }
  input::placeholder, textarea::placeholder { color: #707070 }
  input[type=radio], input[type=checkbox] { accent-color: #5b5fc7; width: 16px; height: 16px; margin: 2px 0 }
`;

async function main(): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const wording = wordingFor(content, Number.POSITIVE_INFINITY);
  const renderer = openRenderer(join(root, 'cards'), content);
  const browser = await openBrowser();
  const named = process.argv.slice(2);
  try {
    for (const kind of kinds.filter((each) => named.length === 0 || named.includes(each))) {
      const data = JSON.stringify(cardData(samples[kind], wording), null, 2);
      writeFileSync(join(root, 'cards', `${kind}.data.json`), `${data}\n`);
      for (const [suffix, width] of Object.entries(widths)) {
        await drawCard(
          browser,
          renderer.render(samples[kind]).card,
          width,
          join(pictures, `${kind}${suffix}.png`),
        );
      }
    }
  } finally {
    await browser.close();
  }
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  execFileSync(process.execPath, [biome, 'format', '--write', 'cards'], { cwd: root });
}

if (process.argv[1] === import.meta.filename) await main();
