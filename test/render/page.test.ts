import { expect, test } from 'vitest';
import type { PageQuestion, PageReply } from '../../src/app/interview/interview-reply.ts';
import { openRenderer } from '../../src/render/renderer.ts';
import { type Part, partsOf, runsOf } from './card-parts.ts';
import { content } from './sample-content.ts';
import { samples } from './samples.ts';

const renderer = openRenderer(new URL('../../cards/', import.meta.url).pathname, content);
const option = (id: string) => ({ id, text: `Option ${id}`, also: [] });
const base: PageQuestion = {
  key: 'topic.question',
  label: 'Short label',
  ask: 'What is it?',
  why: 'Because.',
  shape: { kind: 'text', example: 'two sentences' },
};

function partsWith(question: Partial<PageQuestion>, reply: Partial<PageReply> = {}): Part[] {
  return partsOf(renderer.render({ ...samples.page, ...reply, questions: [{ ...base, ...question }] }).card);
}

const input = (parts: Part[], id: string) => parts.find((part) => part.id === id);
const button = (parts: Part[], title: string) => parts.find((part) => part.title === title);
const choice = (count: number) =>
  ({
    kind: 'choice',
    ordered: false,
    options: Array.from({ length: count }, (_, at) => option(`o${at}`)),
  }) as const;

test('up to five choices are radio buttons, more are a list', () => {
  expect(input(partsWith({ shape: choice(5) }), base.key)).toMatchObject({
    style: 'expanded',
    isMultiSelect: false,
  });
  expect(input(partsWith({ shape: choice(6) }), base.key)).toMatchObject({ style: 'compact' });
});

test('"I don’t know" is the last choice, also where several may be chosen', () => {
  const shapes = [choice(3), { kind: 'multi', options: [option('a'), option('b')] }] as const;
  for (const shape of shapes) {
    const { choices } = input(partsWith({ shape }), base.key) as {
      choices: { title: string; value: string }[];
    };
    expect(choices.at(-1)).toEqual({ title: 'I don’t know', value: '?' });
  }
});

test('several choices are checkboxes and hold what was chosen', () => {
  const shape = { kind: 'multi', options: [option('a'), option('b'), option('c')] } as const;
  expect(input(partsWith({ shape, filled: 'a,c' }), base.key)).toMatchObject({
    style: 'expanded',
    isMultiSelect: true,
    value: 'a,c',
    label: 'Short label (all that fit)',
  });
});

test('a number is typed freely, with an example, its unit in words and a tick for "I don’t know"', () => {
  const parts = partsWith({ shape: { kind: 'number', unit: 'records/day', min: 0, example: '2 million' } });
  expect(input(parts, base.key)).toMatchObject({
    type: 'Input.Text',
    label: 'Short label (records a day)',
    placeholder: 'For example: 2 million',
  });
  expect(input(parts, `unsure:${base.key}`)).toMatchObject({ type: 'Input.Toggle', value: 'false' });
});

test('a date may be typed in words and comes back as typed', () => {
  const parts = partsWith({ shape: { kind: 'date', example: '30 June 2026' }, filled: 'mid March' });
  expect(input(parts, base.key)).toMatchObject({ type: 'Input.Text', value: 'mid March' });
});

test('an earlier "I don’t know" stands as the tick, not as text', () => {
  const parts = partsWith({ filled: '?' });
  expect(input(parts, base.key)).toMatchObject({ value: '' });
  expect(input(parts, `unsure:${base.key}`)).toMatchObject({ value: 'true' });
});

test('what was typed comes back whole, however long and odd', () => {
  const typed = `${'x'.repeat(1500)} **as** \${typed} {{DATE(2026-01-01T00:00:00Z)}}\nsecond line`;
  expect(input(partsWith({ filled: typed }), base.key)).toMatchObject({ value: typed });
});

test('an answer that is no choice is said above the choices', () => {
  const parts = partsWith({ shape: choice(3), filled: 'ask Dana Fox' });
  expect(input(parts, base.key)).toMatchObject({ value: '' });
  expect(runsOf(parts)).toContain('So far: ask Dana Fox');
});

test('a suggestion names its file and the button that confirms it', () => {
  expect(runsOf(partsWith({ filled: 'x', fromFile: 'list.csv' }))).toContain(
    'From list.csv: Next confirms it.',
  );
  const correction = { ref: { ...samples.page.ref, correction: true } };
  expect(runsOf(partsWith({ filled: 'x', fromFile: 'list.csv' }, correction))).toContain(
    'From list.csv: Save confirms it.',
  );
});

test('a problem stands before its input and says so in words', () => {
  const parts = partsWith({ problem: 'No number in it.' });
  const problem = parts.findIndex(({ text }) => text === 'No number in it.');
  expect(parts[problem - 1]).toMatchObject({ text: 'Please check: ' });
  expect(problem).toBeLessThan(parts.findIndex(({ id }) => id === base.key));
});

test('Back sends what was typed, Pause does not', () => {
  const parts = partsWith({});
  expect(button(parts, 'Back')).not.toHaveProperty('associatedInputs');
  expect(button(parts, 'Pause')).toMatchObject({
    associatedInputs: 'none',
    data: { command: { do: 'pause' } },
  });
  expect(button(parts, 'Next')).toMatchObject({
    style: 'positive',
    data: { command: { do: 'answer', page: samples.page.ref } },
  });
});

test('the first page has no way back, a correction has nothing to pause', () => {
  expect(button(partsWith({}, { back: false }), 'Back')).toBeUndefined();
  const correction = partsWith({}, { ref: { ...samples.page.ref, correction: true } });
  expect([button(correction, 'Pause'), button(correction, 'Next')]).toEqual([undefined, undefined]);
  expect(button(correction, 'Save')).toMatchObject({ style: 'positive' });
});

test('"Not for me…" opens in place and asks which question only where there are several', () => {
  const several = partsOf(renderer.render(samples.page).card);
  expect(button(several, 'Not for me…')).toMatchObject({ type: 'Action.ShowCard' });
  expect(input(several, 'aside-question')).toMatchObject({ choices: { length: 3 } });
  const one = partsWith({});
  expect(input(one, 'aside-question')).toBeUndefined();
  expect(input(one, 'aside-how')).toMatchObject({
    value: 'someone-else',
    choices: [
      { title: 'Someone else knows', value: 'someone-else' },
      { title: 'Does not apply: not part of this project', value: 'out-of-scope' },
      { title: 'Does not apply: there is no such thing here', value: 'no-data' },
      { title: 'Does not apply: another reason', value: 'other' },
    ],
  });
  expect(button(one, 'Set aside')).toMatchObject({ data: { command: { do: 'set-aside' } } });
});

test('"Not for me" that lacks something stays open, as far as it was filled in', () => {
  const aside = { question: '', how: 'other', note: 'Lee', problem: 'Choose which question it is about.' };
  const { card, text } = renderer.render({ ...samples.page, aside });
  const parts = partsOf(card);
  expect(text).toContain('Please check: Choose which question it is about.');
  expect(input(parts, 'aside-how')).toMatchObject({ value: 'other' });
  expect(input(parts, 'aside-note')).toMatchObject({ value: 'Lee' });
  expect(button(parts, 'Not for me…')).toBeUndefined();
  expect(button(parts, 'Next')).toBeDefined();
});

test('what no input can hold is said beside it', () => {
  const standing = 'does not apply (Another reason)';
  for (const shape of [choice(3), base.shape])
    expect(runsOf({ items: partsWith({ shape, standing }) })).toContain(`So far: ${standing}`);
});
