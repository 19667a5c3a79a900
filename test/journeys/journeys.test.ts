import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openStage, path, type Shown, type Stage } from './stage.ts';

/**
 * One transcript. A turn is `<name> types: <text>`, `<name> taps: <button>` (with `with:` label → what is filled in),
 * `time passes: <hours> hours` or `the bot: restarts`; `shows:` lists what then has to be on the cards, `hides:` what not.
 */
interface Journey {
  title: string;
  turns: Record<string, unknown>[];
}

const files = readdirSync(path('test/journeys')).filter((file) => file.endsWith('.yaml'));

test.each(files)('%s reads as it runs', async (file) => {
  const { turns } = parse(readFileSync(path(`test/journeys/${file}`), 'utf8')) as Journey;
  const stage = await openStage();
  for (const [at, turn] of turns.entries()) {
    const shown = await play(stage, turn);
    const text = shown.map((each) => each.text).join('\n');
    for (const phrase of (turn['shows'] ?? []) as string[]) expect(text, `turn ${at + 1}`).toContain(phrase);
    for (const phrase of (turn['hides'] ?? []) as string[])
      expect(text, `turn ${at + 1}`).not.toContain(phrase);
  }
  await stage.close();
});

async function play(stage: Stage, turn: Record<string, unknown>): Promise<Shown[]> {
  const [key = '', value] = Object.entries(turn)[0] ?? [];
  const [, who = '', verb = ''] = /^(.+) (types|taps|passes|bot)$/.exec(key) ?? [];
  if (verb === 'types') return stage.says(who, String(value));
  if (verb === 'taps') {
    const inputs = Object.entries((turn['with'] ?? {}) as Record<string, unknown>);
    return stage.taps(
      who,
      String(value),
      Object.fromEntries(inputs.map(([label, text]) => [label, String(text)])),
    );
  }
  if (key === 'time passes') stage.wait(Number.parseFloat(String(value)));
  else if (key === 'the bot') await stage.restart();
  else throw new Error(`a journey cannot say “${key}”`);
  return [];
}
