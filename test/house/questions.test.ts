/** How questions are put: what people type for an option is heard, and one sign stands for one thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/load-content.ts';
import { readAnswer } from '../../src/core/interview/read-answer.ts';
import type { Option } from '../../src/core/interview/topic.ts';
import { calculations } from '../../src/core/judgement/calculations/index.ts';

const dialogs = new URL('../../dialogs', import.meta.url).pathname;
const content = loadContent(dialogs, calculations);
const choices = [...content.question.values()].flatMap((question) =>
  question.answer.kind === 'choice' ? [{ question, options: question.answer.options }] : [],
);

describe.each(['yes', 'no'])('a bare %s', (word) => {
  const says = ({ text }: Option) => new RegExp(`^${word}\\b`, 'i').test(text);

  test('is heard where one option alone says so', () => {
    const sayable = choices.filter(({ options }) => options.filter(says).length === 1);
    expect(sayable.length).toBeGreaterThan(20);
    for (const { question, options } of sayable) {
      const reading = readAnswer(question, word, () => undefined);
      expect(reading, question.key).toMatchObject({
        said: { kind: 'value', value: { option: options.find(says)?.id } },
      });
    }
  });

  test('is asked back where several say so', () => {
    const several = choices.filter(
      ({ options }) =>
        options.filter(says).length > 1 && !options.some(({ text }) => text.toLowerCase() === word),
    );
    expect(several.length).toBeGreaterThan(0);
    for (const { question } of several)
      expect(readAnswer(question, word, () => undefined).ok, question.key).toBe(false);
  });
});

test('apostrophes are curly, as in the rest of the product', () => {
  const files = readdirSync(dialogs, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.yaml'),
  );
  const straight = files.flatMap((file) =>
    textsIn(parse(readFileSync(join(dialogs, file), 'utf8'))).filter((text) => /\p{L}'\p{L}/u.test(text)),
  );
  expect(straight).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
