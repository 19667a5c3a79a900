import { expect, test } from 'vitest';
import { counted, day, digits, inWords, listed, midSentence } from '../../src/render/counting.ts';

test('numbers have thousands separators, small ones are words', () => {
  expect([
    digits(1_200_000),
    inWords(3),
    inWords(1200),
    counted(1, 'answer'),
    counted(2000, 'answer'),
  ]).toEqual(['1,200,000', 'three', '1,200', '1 answer', '2,000 answers']);
});

test('a date is written out, whatever the time of day in UTC', () => {
  expect(day('2026-03-03')).toBe('3 March 2026');
  expect(day('2026-12-31T23:59:59Z')).toBe('31 December 2026');
});

test('what is no date is shown as it stands', () => {
  expect(day('mid March')).toBe('mid March');
});

test('a list reads as a sentence', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});

test('a sentence goes on in small letters, abbreviations do not', () => {
  expect([midSentence('Not part of it'), midSentence('SAP knows'), midSentence('I know')]).toEqual([
    'not part of it',
    'SAP knows',
    'I know',
  ]);
});
