/**
 * `npm run content`: where each heading and bullet of the guidance went, and what it asks of people. `--write` puts it into
 * `docs/coverage.md`. With `BRIDGEKEEPER_DIALOGS` a team's own pack is counted too.
 */
import { writeFileSync } from 'node:fs';
import { loadContent } from '../src/content/load-content.ts';
import { calculations } from '../src/core/judgement/calculations/index.ts';
import { programme } from '../test/core/interview/routed-projects.ts';
import { reportOn } from './coverage.ts';
import { loadsOf } from './routing-shares.ts';
import { severityShares } from './severity-shares.ts';

const root = new URL('../', import.meta.url).pathname;
const own = process.env.BRIDGEKEEPER_DIALOGS || undefined;
const content = loadContent(`${root}dialogs`, calculations, own);
const { text, faults } = reportOn(
  content,
  calculations,
  `${root}dialogs/coverage.yaml`,
  severityShares(),
  loadsOf(content, calculations, programme()),
);

if (process.argv.includes('--write')) writeFileSync(`${root}docs/coverage.md`, text);
else process.stdout.write(text);

if (faults.length > 0) {
  process.stderr.write(`\nWanting:\n${faults.map((fault) => `- ${fault}`).join('\n')}\n`);
  process.exitCode = 1;
}
