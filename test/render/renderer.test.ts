import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageQuestion } from '../../src/app/interview/interview-reply.ts';
import { OperatorError } from '../../src/error.ts';
import { aimBytes, openRenderer } from '../../src/render/renderer.ts';
import { partsOf } from './card-parts.ts';
import { content } from './sample-content.ts';
import { findings } from './sample-findings.ts';
import { samples } from './samples.ts';

const cards = new URL('../../cards/', import.meta.url).pathname;
const renderer = openRenderer(cards, content);
const long =
  'A sentence that somebody pasted from a long page and that says little more than its first words. ';

describe('a card stays below 25 KB', () => {
  test('with four huge questions', () => {
    const options = Array.from({ length: 9 }, (_, at) => ({
      id: `option-number-${at}`,
      text: long,
      also: [],
    }));
    const question = (at: number): PageQuestion => ({
      key: `a-topic-with-a-long-id.a-question-with-a-long-id-${at}`,
      label: long,
      ask: long.repeat(8),
      why: long.repeat(4),
      shape: at % 2 === 0 ? { kind: 'choice', ordered: false, options } : { kind: 'text', example: long },
      problem: long.repeat(4),
      filled: at % 2 === 0 ? 'option-number-3' : 'typed',
    });
    const questions = [0, 1, 2, 3].map(question);
    const ref = { ...samples.page.ref, questions: questions.map(({ key }) => key) };
    expect(renderer.render({ ...samples.page, ref, questions }).bytes).toBeLessThan(aimBytes);
  });

  test('with four long risks, each with its reasons and a decision', () => {
    const [first] = findings;
    if (!first) throw new Error('the sample has findings');
    const risk = {
      ...first,
      title: long,
      cause: long.repeat(3),
      event: long.repeat(3),
      effect: long.repeat(3),
      reasoning: Array.from({ length: 4 }, () => long),
      because: first.because.map((evidence) => ({ ...evidence, words: long.repeat(3) })),
      steps: first.steps.map((step) => ({ ...step, action: long.repeat(2), done: long.repeat(2) })),
      clears: long,
      working: Array.from({ length: 8 }, () => long),
    };
    const rendered = renderer.render({
      ...samples.findings,
      findings: Array.from({ length: 4 }, () => risk),
    });
    expect(rendered.bytes).toBeLessThan(aimBytes);
    expect(rendered.text).toContain('…');
  });

  test('with six integrations of long names', () => {
    const items = Array.from({ length: 6 }, (_, at) => ({
      integration: {
        project: 'florida-palm',
        id: `outbound-voucher-and-payment-extract-${at}`,
        name: `Outbound Voucher and Payment Extract of all agencies (API03${at})`,
        source: 'Florida PALM',
        target: 'Agency Business Systems, and Enterprise partners',
      },
      answered: 14,
      worst: 'critical' as const,
      open: false,
    }));
    expect(renderer.render({ ...samples.integrations, items }).bytes).toBeLessThan(aimBytes);
  });
});

test('ordinary risks are shown whole with what was decided, four of them on one card', () => {
  const [first, second, third] = findings;
  if (!first || !second || !third) throw new Error('the sample has three risks');
  const { card } = renderer.render({ ...samples.findings, findings: [first, second, third, second] });
  expect(JSON.stringify(card)).not.toContain('…');
});

test('a reply that should have been paged is refused, not sent', () => {
  const items = Array.from({ length: 200 }, () => samples.integrations.items[0]).flatMap(
    (item) => item ?? [],
  );
  expect(() => renderer.render({ ...samples.integrations, items })).toThrow(/integrations card of \d+ bytes/);
});

test('rendering twice gives the same card, and changes nothing in the reply', () => {
  const before = structuredClone(samples.page);
  const [one, other] = [renderer.render(samples.page), renderer.render(samples.page)];
  expect(one).toEqual(other);
  expect(samples.page).toEqual(before);
});

test('an unknown role or stage is named by its id', () => {
  const plain = openRenderer(cards, { roles: [], stages: [] });
  expect(plain.render(samples.findings).text).toContain('developer, due by the end of implement');
});

test('a button that would be the seventh is left out', () => {
  const buttons = Array.from({ length: 9 }, (_, at) => ({
    title: `Button ${at}`,
    command: { do: 'help' } as const,
  }));
  const { card } = renderer.render({ ...samples.findings, page: 2, pages: 3, buttons });
  const actions = partsOf(card).find(({ type }) => type === 'ActionSet')?.actions as { title: string }[];
  expect(actions.map(({ title }) => title)).toEqual([
    ...['Button 0', 'Button 1', 'Button 2', 'Button 3'],
    ...['Previous page', 'Next page'],
  ]);
});

describe('the folder of templates', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cards-'));
    for (const name of readdirSync(cards)) copyFileSync(join(cards, name), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('has every mistake named at once, each with its file', () => {
    rmSync(join(folder, 'help.json'));
    writeFileSync(join(folder, 'page.json'), '{ "type": ');
    writeFileSync(join(folder, 'start.json'), '{ "text": "`${unfinished}" }');
    writeFileSync(join(folder, 'poem.json'), '{}');
    let error: unknown;
    try {
      openRenderer(folder, content);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(OperatorError);
    const { code, details } = error as OperatorError;
    expect(code).toBe('content-invalid');
    expect(details.map((line) => line.slice(folder.length + 1).split(/[ :]/)[0]).toSorted()).toEqual([
      ...['help.json', 'page.json', 'poem.json', 'start.json'],
    ]);
  });

  test('has to be there', () => {
    expect(() => openRenderer(join(folder, 'nowhere'), content)).toThrow(OperatorError);
  });
});
