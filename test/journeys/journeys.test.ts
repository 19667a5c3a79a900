import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type Happening, play } from './play.ts';
import { openStage, path } from './stage.ts';

interface Journey {
  readonly title: string;
  readonly turns: readonly Happening[];
}

/** As YAML writes it down: paragraphs and headings may have lines of their own between them. */
const asRead = (text: string) => text.replaceAll('\u00a0', ' ').replace(/\n\s*/g, '\n').trim();

/** The product writes curly apostrophes, a keyboard straight ones. */
function curly(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

for (const file of readdirSync(path('test/journeys')).filter((name) => name.endsWith('.yaml'))) {
  const { title, turns } = parse(curly(readFileSync(path(`test/journeys/${file}`), 'utf8'))) as Journey;
  test(`${title} (${file})`, async () => {
    const stage = await openStage();
    onTestFinished(() => stage.close());
    for (const [at, turn] of turns.entries()) {
      const where = `turn ${at + 1}, ${JSON.stringify(turn)}`;
      const shown = await play(stage, turn).catch((error: Error) => {
        throw new Error(`${where}: ${error.message}`, { cause: error });
      });
      const text = shown.map((each) => each.text.replaceAll('\u00a0', ' ')).join('\n');
      if (turn['word for word'] !== undefined)
        expect(asRead(shown.at(-1)?.text ?? ''), where).toBe(asRead(turn['word for word']));
      for (const phrase of turn.shows ?? []) expect(text, where).toContain(phrase);
      for (const phrase of turn.hides ?? []) expect(text, where).not.toContain(phrase);
      for (const phrase of turn['shows once'] ?? []) expect(text.split(phrase), where).toHaveLength(2);
    }
  });
}
