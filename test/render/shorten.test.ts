import { expect, test } from 'vitest';
import { shorten } from '../../src/render/shorten.ts';

test('what fits stays as it is', () => {
  expect(shorten('exactly ten', 11)).toBe('exactly ten');
});

test('what does not fit ends after a whole word, with an ellipsis', () => {
  expect(shorten('one two three four five', 16)).toBe('one two three…');
});

test('a single long word is cut where it has to be', () => {
  expect(shorten('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`);
});

test('no character is cut in two', () => {
  expect(shorten('👩‍👩‍👧 family', 9)).toBe('👩‍👩‍👧…');
  expect(shorten('👩‍👩‍👧👩‍👩‍👧 family', 14)).toBe('👩‍👩‍👧…');
  expect(shorten('e\u0301'.repeat(10), 6)).toBe('e\u0301e\u0301…');
});

test('the result is never longer than asked', () => {
  for (let most = 2; most < 40; most += 1) {
    expect(shorten('A sentence – with, some: punctuation; and 👍 signs.', most).length).toBeLessThanOrEqual(
      most,
    );
  }
});
