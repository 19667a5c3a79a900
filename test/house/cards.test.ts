import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { cardData, kinds } from '../../src/render/card-data.ts';
import { aimBytes, openRenderer } from '../../src/render/renderer.ts';
import { wordingFor } from '../../src/render/wording.ts';
import { partsOf, plainStringsOf, runsOf, shownStringsOf } from '../render/card-parts.ts';
import { allSamples, hostile, replies, withText } from '../render/harsh-replies.ts';
import { content } from '../render/sample-content.ts';
import { samples } from '../render/samples.ts';

/** The part of the renderer that is used; its own declarations do not compile under strict module settings. */
interface AdaptiveCards {
  AdaptiveCard: new () => {
    parse(card: object, context: object): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new () => { eventCount: number; getEventAt(at: number): { message: string } };
}
// Its ES modules do not load in Node, its bundle does.
const bundle: unknown = createRequire(import.meta.url)('adaptivecards-renderer/dist/adaptivecards.js');
const { AdaptiveCard, SerializationContext } = bundle as AdaptiveCards;

const folder = new URL('../../cards/', import.meta.url).pathname;
const files = readdirSync(folder);
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const renderer = openRenderer(folder, content);
/** What every client has drawn since 1.2; `Input.*` and the rest of the actions are older. */
const drawnEverywhere = new Set([
  ...['AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'Container', 'ColumnSet', 'Column', 'FactSet'],
  ...['ActionSet', 'Input.Text', 'Input.ChoiceSet', 'Input.Toggle', 'Input.Date'],
  // Parts of a table, which has a fallback as a whole.
  ...['TableRow', 'TableCell'],
  ...['Action.Submit', 'Action.ShowCard', 'Action.ToggleVisibility', 'Action.OpenUrl'],
]);

test('every kind of reply has a template and sample data, and nothing else lies among the cards', () => {
  expect(files.toSorted()).toEqual(kinds.flatMap((kind) => [`${kind}.data.json`, `${kind}.json`]).toSorted());
});

test('the sample data under cards/ is what the sample replies give', () => {
  const wording = wordingFor(content, Number.POSITIVE_INFINITY);
  for (const kind of kinds) {
    expect(cardData(samples[kind], wording), `run npm run cards: ${kind}`).toEqual(
      readJson(`${kind}.data.json`),
    );
  }
});

test('every sample card is drawn, for a desktop and for a phone', () => {
  const pictures = readdirSync(new URL('../../docs/cards/', import.meta.url).pathname);
  expect(pictures).toEqual(
    expect.arrayContaining(kinds.flatMap((kind) => [`${kind}.png`, `${kind}.phone.png`])),
  );
});

describe.each(replies)('%s', (_name, reply) => {
  const rendered = renderer.render(reply);
  const { card } = rendered;
  const parts = partsOf(card);

  test('leaves no binding of its template behind', () => {
    const names = [...JSON.stringify(readJson(`${reply.kind}.json`)).matchAll(/\$\{[^}]*\}/g)].map(
      ([binding]) => binding,
    );
    const shown = JSON.stringify(shownStringsOf(card));
    expect(names.filter((binding) => shown.includes(binding))).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('null');
  });

  test('is parsed without a complaint', () => {
    const context = new SerializationContext();
    const parsed = new AdaptiveCard();
    parsed.parse(structuredClone(card), context);
    const complaints = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message);
    // That everything newer has a fallback is held below.
    const isReplaced = (message: string) => message.includes('Fallback will be used');
    // Its check of `lang` keeps state from call to call and refuses every other "en".
    expect(
      [...complaints, ...invalid].filter((each) => !each.includes('"lang"') && !isReplaced(each)),
    ).toEqual([]);
  });

  test('says its version, its language, and itself in speech and in plain text', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en', speak: rendered.summary });
    expect(card).toHaveProperty('$schema');
    expect(card).toHaveProperty('fallbackText', rendered.summary);
    expect(rendered.summary).not.toBe('');
    expect(rendered.text).not.toBe('');
  });

  test('has at most six buttons, one of them primary at most', () => {
    const buttons = parts
      .filter(({ type }) => type === 'ActionSet')
      .flatMap(({ actions }) => actions as { style?: string; type: string }[]);
    expect(buttons.length).toBeLessThanOrEqual(6);
    expect(buttons.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
  });

  test('gives every element that came after version 1.2 a fallback', () => {
    const newer = parts.filter(({ type }) => !drawnEverywhere.has(String(type)));
    expect(newer.filter((part) => !part.fallback)).toEqual([]);
  });

  test('sends the same command whether a client executes or submits', () => {
    for (const action of parts.filter(({ type }) => type === 'Action.Execute')) {
      expect(action).toMatchObject({
        verb: 'bridgekeeper',
        fallback: { type: 'Action.Submit', data: action.data },
      });
      expect(action.data).toHaveProperty('command.do');
    }
  });

  test('labels every input and names each id once', () => {
    const inputs = parts.filter(({ type }) => String(type).startsWith('Input.'));
    for (const input of inputs)
      expect(input.type === 'Input.Toggle' ? input.title : input.label).toBeTruthy();
    const ids = parts.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(inputs.filter((input) => input.isRequired)).toEqual([]);
  });

  test('has at most three columns, and toggles only what is there', () => {
    for (const { columns } of parts.filter(({ type }) => type === 'ColumnSet')) {
      expect((columns as unknown[]).length).toBeLessThanOrEqual(3);
    }
    const ids = parts.map(({ id }) => id);
    const toggled = parts.flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? []);
    expect(toggled.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('is small enough to be read at once', () => {
    expect(rendered.bytes).toBe(JSON.stringify(card).length * 2);
    expect(rendered.bytes).toBeLessThanOrEqual(aimBytes);
  });
});

describe.each(allSamples.map((reply) => [reply.kind, reply] as const))(
  'hostile text in %s',
  (_kind, reply) => {
    const { card } = renderer.render(withText(reply, hostile));

    test('has no effect as Markdown, as a date, as a mention or as an expression', () => {
      const markdown = new MarkdownIt({ html: true });
      for (const text of plainStringsOf(card)) {
        expect(markdown.render(text).replace(/^<p>|<\/p>\n$/g, '')).not.toMatch(/<[a-z/!]/i);
      }
      for (const text of shownStringsOf(card)) expect(text).not.toMatch(/\{\{|\$\{|<\/?at|\u202e/);
    });

    test('appears as it was written', () => {
      const shown = runsOf(card)
        .map((text) => text.replaceAll('\u2060', ''))
        .join('\n');
      expect(shown).toContain('**bold** ${1+1} {{DATE(2026-01-01T00:00:00Z)}} <at>x</at>');
    });

    test('never stands in a text block when people wrote it', () => {
      const blocks = partsOf(card)
        .filter(({ type }) => type === 'TextBlock')
        .map(({ text }) => String(text));
      const fromContent = ['page', 'noted', 'answers'].includes(reply.kind) ? 1 : 0;
      expect(new Set(blocks.filter((text) => text.includes('bold'))).size).toBeLessThanOrEqual(fromContent);
    });
  },
);
