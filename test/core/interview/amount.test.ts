import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../src/core/interview/amount.ts';
import { unitPhrase } from '../../../src/core/interview/amount-words.ts';
import { type Unit, units } from '../../../src/core/interview/topic.ts';

function read(text: string, unit: Unit): number | [number, number] | string {
  const amount = readAmount(text, unit);
  if (!amount.ok) return amount.why;
  return amount.low === amount.high ? amount.low : [amount.low, amount.high];
}

const kilobytesOfGigabyte = 1024 * 1024;

describe('a number', () => {
  const table: [string, Unit, number][] = [
    ['300', 'records/day', 300],
    ['0', 'records', 0],
    ['none', 'records', 0],
    ['300.', 'records', 300],
    ['about 300', 'records/day', 300],
    ['ca. 300', 'records/day', 300],
    ['ca.300', 'records/day', 300],
    ['~300', 'records/day', 300],
    ['≈ 300', 'records/day', 300],
    ['I think 300', 'records/day', 300],
    ['(300)', 'records/day', 300],
    ['300 users', 'people', 300],
    ['S4 sends 500 a day', 'records/day', 500],
    ['１０', 'records', 10],
    ['two', 'people', 2],
    ['$5', 'currency/month', 5],
  ];
  test.each(table)('“%s” (%s) is %d', (text, unit, value) => expect(read(text, unit)).toBe(value));
});

describe('a scale', () => {
  const table: [string, Unit, number][] = [
    ['2m', 'records', 2e6],
    ['5 m', 'records', 5e6],
    ['10k', 'records/day', 1e4],
    ['1.5k', 'records/day', 1500],
    ['4.35k', 'records/day', 4350],
    ['1.1 million', 'records', 1_100_000],
    ['two million', 'records', 2e6],
    ['a million', 'records', 1e6],
    ['a hundred', 'records', 100],
    ['3 Mio', 'records', 3e6],
    ['2 Mrd', 'records', 2e9],
    ['5 tausend', 'records', 5000],
    ['5 lakh', 'records', 5e5],
    ['2 dozen', 'people', 24],
  ];
  test.each(table)('“%s” (%s) multiplies to %d', (text, unit, value) => expect(read(text, unit)).toBe(value));
});

describe('separators', () => {
  const table: [string, Unit, number][] = [
    ['10,000', 'records', 10_000],
    ['10.000', 'records', 10_000],
    ['1 234', 'records', 1234],
    ['1\u00a0234', 'records', 1234],
    ['1\u202f234\u202f567', 'records', 1_234_567],
    ["1'234", 'records', 1234],
    ['1’234’567', 'records', 1_234_567],
    ['1.234.567', 'records', 1_234_567],
    ['1,00,000', 'records', 100_000],
    ['2.500,50', 'currency/month', 2500.5],
    ['2,500.50', 'currency/month', 2500.5],
    ['€2.500', 'currency/month', 2500],
    ['1,5 h', 'hours', 1.5],
    ['1.5', 'hours', 1.5],
    ['.5', 'hours', 0.5],
    ['0.125', 'hours', 0.125],
    ['0,125', 'hours', 0.125],
    ['1,500', 'milliseconds', 1500],
    ['99.9%', 'percent', 99.9],
    ['99,95 %', 'percent', 99.95],
    ['99.999', 'percent', 99.999],
    ['½', 'hours', 0.5],
    ['2½ h', 'hours', 2.5],
    ['1 ¼', 'hours', 1.25],
  ];
  test.each(table)('“%s” (%s) stand in %d', (text, unit, value) => expect(read(text, unit)).toBe(value));

  const twoWays: [string, Unit, string][] = [
    ['1.500', 'hours', '1500 or 1.5'],
    ['1.234', 'hours', '1234 or 1.2340'],
    ['1.500 ms', 'milliseconds', '1500 or 1.5'],
    ['2.048', 'GB', '2048 or 2.0480'],
    ['1,500%', 'percent', '1500 or 1.5'],
    ['2,5000', 'records', '25000 or 2.5'],
    ['1.250 million', 'records', '1250 or 1.25'],
    ['1,250 million', 'records', '1250 or 1.25'],
  ];
  test.each(twoWays)('that make two numbers of “%s” (%s) are asked about: %s', (text, unit, ways) => {
    expect(read(text, unit)).toContain(`can mean ${ways}`);
  });

  test('have two ways out that are both understood', () => {
    expect(read('1234', 'hours')).toBe(1234);
    expect(read('1.2340', 'hours')).toBe(1.234);
  });

  test.each(['20 30', '12 34', '1.2.3', '01.02.2026', '1,2,3', '1.234,567,8'])(
    'that fit no way of writing refuse “%s”',
    (text) => expect(read(text, 'records')).toMatch(/could not read|two numbers/),
  );
});

describe('a range', () => {
  const table: [string, Unit, number, number][] = [
    ['200-300', 'records', 200, 300],
    ['200 - 300', 'records', 200, 300],
    ['200–300', 'records', 200, 300],
    ['200 to 300', 'records', 200, 300],
    ['200 bis 300', 'records', 200, 300],
    ['200..300', 'records', 200, 300],
    ['200…300', 'records', 200, 300],
    ['200~300', 'records', 200, 300],
    ['2 or 3', 'people', 2, 3],
    ['one or two', 'people', 1, 2],
    ['between 200 and 300', 'records', 200, 300],
    ['from 200 to 300', 'records', 200, 300],
    ['up to 200-300', 'records', 200, 300],
    ['2–3 million', 'records', 2e6, 3e6],
    ['10k-20k records a day', 'records/day', 1e4, 2e4],
    ['2k - 3000', 'records', 2000, 3000],
    ['10.000 - 20.000', 'records', 10_000, 20_000],
    ['$200-$300', 'currency/month', 200, 300],
    ['200 records to 300 records', 'records', 200, 300],
    ['1-2 h', 'minutes', 60, 120],
    ['5 min to 1 h', 'minutes', 5, 60],
    ['30 min to 60', 'minutes', 30, 60],
    ['30 min - 60', 'hours', 0.5, 1],
    ['10-15%', 'percent', 10, 15],
    ['1-2 business days', 'working-days', 1, 2],
  ];
  test.each(table)('“%s” (%s) goes from %d to %d', (text, unit, low, high) => {
    expect(read(text, unit)).toEqual([low, high]);
  });

  test.each(['300-200', '500-2 million', '2026-01'])('“%s” runs backwards and is asked about', (text) => {
    expect(read(text, 'records')).toContain('runs backwards');
  });
});

describe('an upper end', () => {
  test.each([
    'up to 500',
    'less than 500',
    'fewer than 500',
    'no more than 500',
    'not more than 500',
    'max 500',
    'max. 500',
    'max: 500',
    'at most about 500',
    '< 500',
    '<500',
    '≤500',
    'under 500',
    '500 max',
    '500 records at most',
    'bis zu 500',
    'höchstens 500',
  ])('stands in “%s”', (text) => expect(read(text, 'records')).toEqual([0, 500]));

  test('begins where the question begins', () => {
    expect(readAmount('up to 5', 'people', 1)).toEqual({ ok: true, low: 1, high: 5 });
    expect(readAmount('max 10 min', 'minutes', 0)).toEqual({ ok: true, low: 0, high: 10 });
  });

  test.each([
    '>1000',
    '> 1000',
    '≥1000',
    'more than 1000',
    'no less than 1000',
    'at least 1000',
    'over 1000',
    'min. 1000',
    'from 1000',
    '1000+',
    '10k+',
    '1000 or more',
    '1000 records and up',
    'mindestens 1000',
  ])('is missing in “%s” and asked for', (text) =>
    expect(read(text, 'records')).toContain('has no upper end'),
  );
});

describe('a unit', () => {
  const table: [string, Unit, number][] = [
    ['90 min', 'hours', 1.5],
    ['60min', 'hours', 1],
    ['2h', 'hours', 2],
    ['2 h', 'minutes', 120],
    ['1 day', 'hours', 24],
    ['a day', 'hours', 24],
    ['about an hour', 'minutes', 60],
    ['3d', 'hours', 72],
    ['5m', 'minutes', 5],
    ['30m', 'hours', 0.5],
    ['6m', 'months', 6],
    ['2 years', 'months', 24],
    ['300ms', 'milliseconds', 300],
    ['0.3 s', 'milliseconds', 300],
    ['5 µs', 'milliseconds', 0.005],
    ['5 Stunden', 'minutes', 300],
    ['2 jours', 'hours', 48],
    ['3 weeks', 'days', 21],
    ['3 days', 'working-days', 3],
    ['3 weeks', 'working-days', 15],
    ['2 months', 'working-days', 42],
    ['3 Arbeitstage', 'working-days', 3],
    ['2 GB', 'KB', 2 * kilobytesOfGigabyte],
    ['512 MB', 'GB', 0.5],
    ['10kb', 'KB', 10],
    ['1 Gbps', 'Mbps', 1000],
    ['100 Mbit/s', 'Mbps', 100],
    ['3x', 'times', 3],
    ['3 times', 'times', 3],
    ['99 percent', 'percent', 99],
  ];
  test.each(table)('turns “%s” into %s: %d', (text, unit, value) => expect(read(text, unit)).toBe(value));

  test('of five minutes is a twelfth of an hour', () => {
    expect(read('5 min', 'hours')).toBeCloseTo(1 / 12, 10);
  });

  const wrong: [string, Unit, string][] = [
    ['5 GB', 'hours', 'I asked for hours, and “GB” is something else'],
    ['50%', 'records/day', 'I asked for records a day, and “percent” is something else'],
    ['500h', 'count', 'I asked for a number, and “hours” is something else'],
    ['3 business days', 'hours', '“working days” is something else'],
    ['8 hours', 'working-days', 'I asked for working days'],
    ['10 MB/s', 'Mbps', '“MB” is something else'],
    ['150%', 'times', 'I asked for times'],
    ['5 min', 'currency/month', 'I asked for an amount a month'],
    ['5 min', 'percent', 'I asked for a percentage'],
  ];
  test.each(wrong)('that measures something else is refused: “%s” for %s', (text, unit, why) => {
    expect(read(text, unit)).toContain(why);
  });

  const unclear: [string, Unit][] = [
    ['5m', 'days'],
    ['5m', 'milliseconds'],
    ['5m', 'working-days'],
    ['5m', 'KB'],
    ['10 m', 'Mbps'],
    ['5k', 'KB'],
    ['5 g', 'KB'],
  ];
  test.each(unclear)('of one letter that can mean two things is asked about: “%s” for %s', (text, unit) => {
    expect(read(text, unit)).toContain('write the word out');
  });
});

describe('a rate', () => {
  const table: [string, Unit, number][] = [
    ['about 2 million a day', 'records/day', 2e6],
    ['a million a day', 'records/day', 1e6],
    ['two million every day', 'records/day', 2e6],
    ['nightly 40,000', 'records/day', 40_000],
    ['40,000 nightly', 'records/day', 40_000],
    ['500 per night', 'records/day', 500],
    ['500/day', 'rows/day', 500],
    ['500 per working day', 'records/day', 500],
    ['10.000 pro Tag', 'records/day', 10_000],
    ['500/h', 'records/hour', 500],
    ['500 an hour', 'records/hour', 500],
    ['2k per month', 'currency/month', 2000],
    ['500 on a normal day', 'records/day', 500],
    ['20% a year', 'percent', 20],
    ['24 hours a day', 'hours', 24],
  ];
  test.each(table)('“%s” (%s) is %d', (text, unit, value) => expect(read(text, unit)).toBe(value));

  const other: [string, Unit, string][] = [
    ['50k per hour', 'records/day', 'a number per day, and “50k per hour” is per hour'],
    ['50 per hr', 'records/day', 'per hour'],
    ['500 pro Stunde', 'records/day', 'per hour'],
    ['5/s', 'records/hour', 'per second'],
    ['weekly 500', 'records/day', 'per week'],
    ['500 annually', 'records/day', 'per year'],
    ['daily 500, hourly 20', 'records/day', 'per hour'],
    ['2k EUR per year', 'currency/month', 'a number per month'],
    ['500 per day', 'records', 'I asked for records'],
    ['3 per quarter', 'records/day', 'per quarter'],
  ];
  test.each(other)('over another time than asked for is refused: “%s” for %s', (text, unit, why) => {
    expect(read(text, unit)).toContain(why);
  });
});

describe('what is not one amount', () => {
  const table: [string, Unit, string][] = [
    ['', 'records', 'could not find a number'],
    ['lots', 'records', 'could not find a number'],
    ['٣٠٠', 'records', 'could not find a number'],
    ['🙂', 'records', 'could not find a number'],
    ['two-three', 'records', 'could not find a number'],
    ['12٣', 'records', 'could not find a number'],
    ['twenty', 'records', 'in digits'],
    ['twenty-five', 'records', 'in digits'],
    ['twenty five', 'records', 'in digits'],
    ['half a million', 'records', 'in digits'],
    ['half an hour', 'minutes', 'in digits'],
    ['2 and a half hours', 'hours', 'in digits'],
    ['three quarters of an hour', 'minutes', '“quarters” is something else'],
    ['a few thousand', 'records', 'in digits'],
    ['5 hundred thousand', 'records', 'in digits'],
    ['2 mil', 'records', 'in digits'],
    ['5 MM', 'records', 'in digits'],
    ['1e6', 'records', 'could not read'],
    ['24x7', 'hours', 'could not read'],
    ['4x500', 'records', 'could not read'],
    ['1h30', 'minutes', 'could not read'],
    ['3rd', 'records', 'could not read'],
    ['5constructor', 'records', 'could not read'],
    ['10²', 'records', 'two numbers'],
    ['10^6', 'records', 'two numbers'],
    ['24/7', 'hours', 'two numbers'],
    ['2 x 500', 'records', 'two numbers'],
    ['200 and 300', 'records', 'two numbers'],
    ['1 h 30 min', 'minutes', 'two numbers'],
    ['5 +/- 2', 'records', 'two numbers'],
    ['300 (peak 900)', 'records', 'two numbers'],
    ['20.000 records/day in summer, 5.000 otherwise', 'records/day', 'two numbers'],
    ['1, 2, 3', 'records', 'more than two numbers'],
    ['2026-01-01', 'records', 'more than two numbers'],
    ['-5', 'records', 'below zero'],
    ['- 5', 'records', 'below zero'],
    ['about −5', 'records', 'below zero'],
    ['minus 5', 'records', 'below zero'],
    ['999999999999999999', 'records', 'too large'],
    ['9'.repeat(110), 'records', 'too large'],
  ];
  test.each(table)('“%s” (%s) is refused kindly: %s', (text, unit, why) => {
    expect(read(text, unit)).toContain(why);
  });
});

test('an end that has no unit of its own, and a scale after the range, never make the lower end the higher one', () => {
  for (const text of ['1-2k', '1k-2', '1-2 h', '5 h-10', '900-1 million']) {
    const amount = readAmount(text, 'records');
    if (amount.ok) expect(amount.low).toBeLessThanOrEqual(amount.high);
  }
});

test('whatever is typed, an amount read from it can be kept in a document', () => {
  const pieces = [
    '1',
    '000',
    '.',
    ',',
    ' ',
    '-',
    'k',
    'm',
    'min',
    'h',
    '%',
    '/',
    'a day',
    'e',
    '½',
    '²',
    '+',
    '<',
    '🙂',
  ];
  let state = 7;
  const next = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  for (let run = 0; run < 20_000; run += 1) {
    const text = Array.from({ length: 1 + next(6) }, () => pieces[next(pieces.length)]).join('');
    const unit = units[next(units.length)] ?? 'count';
    const amount = readAmount(text, unit);
    if (!amount.ok) continue;
    const ends = [amount.low, amount.high];
    expect(ends.every(Number.isFinite), `${text} ${unit}`).toBe(true);
    expect(amount.low, `${text} ${unit}`).toBeLessThanOrEqual(amount.high);
    expect(amount.low, `${text} ${unit}`).toBeGreaterThanOrEqual(0);
  }
});

test.each(['1', '1 ', '1.', '-', 'a', 'k ', '½', '²', ' ', 'one ', '1k-'])(
  'a hundred thousand characters of “%s” are refused without being read',
  (piece) => {
    const long = piece.repeat(100_000 / piece.length);
    const amount = readAmount(`${long}x`, 'records');
    expect(amount.ok).toBe(false);
    expect(amount.ok ? '' : amount.why).not.toContain(piece.repeat(50));
  },
);

test('every unit has a phrase that fits into a sentence', () => {
  for (const unit of units) expect(unitPhrase(unit)).not.toMatch(/[/]|-/);
});
