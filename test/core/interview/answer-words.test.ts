import { describe, expect, test } from 'vitest';
import { day, inWords, number } from '../../../src/core/interview/answer-words.ts';
import {
  amountOf,
  choice,
  chose,
  counted,
  dated,
  dateShape,
  multi,
  named,
  notApplicable,
  option,
  passed,
  peopleShape,
  question,
  referred,
  textShape,
  ticked,
  unsure,
  wrote,
} from '../builders.ts';

const rate = question('t.rate', { answer: amountOf('records/day') });

describe('an answer in words', () => {
  test('speaks the words of the options, and the id of one that is gone', () => {
    const shape = { kind: 'choice', ordered: false, options: [option('a', { text: 'The first' })] } as const;
    expect(inWords(question('t.q', { answer: shape }), chose('a'))).toBe('The first');
    expect(inWords(question('t.q', { answer: shape }), chose('gone'))).toBe('gone');
    expect(inWords(question('t.q', { answer: multi('a', 'b') }), ticked('a', 'b'))).toBe('a, b');
  });

  test('gives a number with its unit, a range with both ends, and words that say more beside it', () => {
    expect(inWords(rate, counted(2_000_000))).toBe('2,000,000 records a day');
    expect(inWords(rate, counted(1))).toBe('1 record a day');
    expect(inWords(question('t.q', { answer: amountOf('people') }), counted(1))).toBe('1 person');
    expect(inWords(rate, counted(200, 300))).toBe('200 to 300 records a day');
    expect(inWords(rate, counted(2e6, 2e6, 'about 2 million a day'))).toBe(
      'about 2 million a day (2,000,000 records a day)',
    );
    expect(inWords(rate, counted(40_000, 40_000, '40,000'))).toBe('40,000 records a day');
    expect(inWords(question('t.q', { answer: amountOf('percent') }), counted(99.9))).toBe('99.9%');
  });

  test('has words for every way not to answer', () => {
    const reasons = [{ id: 'other', text: 'Another reason' }];
    const asked = question('t.q', { answer: choice('a') });
    expect(inWords(asked, unsure)).toBe('I don’t know');
    expect(inWords(asked, passed)).toBe('left open');
    expect(inWords(asked, referred)).toBe('ask Li Wei');
    expect(inWords(asked, notApplicable)).toBe('does not apply');
    expect(inWords(asked, notApplicable, reasons)).toBe('does not apply (Another reason)');
    expect(inWords(asked, { kind: 'not-applicable', reason: 'gone', note: 'no ERP' }, reasons)).toBe(
      'does not apply (no ERP)',
    );
  });

  test('gives dates, people and text as they are read', () => {
    expect(inWords(question('t.q', { answer: dateShape }), dated('2026-03-03'))).toBe('3 March 2026');
    expect(inWords(question('t.q', { answer: peopleShape }), named('Dana', 'Li'))).toBe('Dana, Li');
    expect(inWords(question('t.q', { answer: textShape }), wrote('a b'))).toBe('a b');
    expect(day('2026-12-31T23:59:59.999Z')).toBe('31 December 2026');
  });
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567.891, '1,234,567.89'],
  [0.5, '0.5'],
  [0.333_333, '0.33'],
  [0.000_277_7, '0.00028'],
  [1e-9, '0.000000001'],
  [0.005, '0.005'],
])('the number %d is written %s, and never as nothing unless it is nothing', (value, words) => {
  expect(number(value)).toBe(words);
});
