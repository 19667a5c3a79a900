/** Draws the app's icons for Teams from their SVG sources: 192 × 192 in colour, 32 × 32 white on transparent. */
import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from '../test/browser/browser.ts';

const folder = new URL('../manifest/', import.meta.url);
const browser = await openBrowser();
for (const [name, size] of [
  ['color', 192],
  ['outline', 32],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(`icons/${name}.svg`, folder), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
