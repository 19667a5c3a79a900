import { expect, it } from 'vitest';
import { weekOf } from '../../../src/core/reminder/week.ts';

it.each([
  ['2026-03-02', '2026-w10'],
  ['2026-03-08', '2026-w10'],
  ['2026-03-09', '2026-w11'],
  // The first Thursday decides to which year the days around New Year belong.
  ['2025-12-29', '2026-w01'],
  ['2027-01-03', '2026-w53'],
  ['2027-01-04', '2027-w01'],
])('%s lies in %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});
