import { describe, expect, it } from 'vitest';
import {
  nextWorkingMoment,
  type Wishes,
  workingDaysBetween,
  workingTimeOf,
} from '../../../src/core/reminder/working-time.ts';

const never = () => false;

function next(wishes: Wishes, from: string, isHoliday: (day: string) => boolean = never): string | undefined {
  const moment = nextWorkingMoment(workingTimeOf(wishes, 'Europe/Berlin'), isHoliday, Date.parse(from));
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

describe('the next moment somebody may be reminded', () => {
  it.each([
    ['in the middle of a working day', 'is now', '2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000Z'],
    ['before it', 'is its beginning', '2026-03-02T05:00:00.000Z', '2026-03-02T08:00:00.000Z'],
    ['at its end', 'is the next morning', '2026-03-02T16:00:00.000Z', '2026-03-03T08:00:00.000Z'],
    ['on a Friday evening', 'is Monday', '2026-03-06T20:00:00.000Z', '2026-03-09T08:00:00.000Z'],
    ['over summer time', 'is by the new clock', '2026-03-27T20:00:00.000Z', '2026-03-30T07:00:00.000Z'],
    ['over winter time', 'is by the old clock', '2026-10-23T20:00:00.000Z', '2026-10-26T08:00:00.000Z'],
  ])('%s %s', (_when, _then, from, expected) => {
    expect(next({}, from)).toBe(expected);
  });

  it('is in their own hours and days', () => {
    const wishes: Wishes = { zone: 'Asia/Dubai', days: [7, 1, 2, 3, 4], from: '07:30', to: '12:00' };
    expect(next(wishes, '2026-03-05T08:00:00.000Z')).toBe('2026-03-08T03:30:00.000Z');
  });

  it('is not on a public holiday', () => {
    const christmas = (day: string) => ['2026-12-25', '2026-12-28'].includes(day);
    expect(next({}, '2026-12-25T07:00:00.000Z', christmas)).toBe('2026-12-29T08:00:00.000Z');
  });

  it('is not while they are away, nor on the last day of it', () => {
    expect(next({ awayUntil: '2026-03-13' }, '2026-03-02T10:00:00.000Z')).toBe('2026-03-16T08:00:00.000Z');
    expect(next({ awayUntil: '2026-03-10' }, '2026-03-10T15:59:00.000Z')).toBe('2026-03-11T08:00:00.000Z');
    expect(next({ awayUntil: '2026-02-27' }, '2026-03-02T10:00:00.000Z')).toBe('2026-03-02T10:00:00.000Z');
  });

  it('is not before they want to hear anything, and then in working hours', () => {
    expect(next({ quietUntil: '2026-03-02T13:00:00.000Z' }, '2026-03-02T10:00:00.000Z')).toBe(
      '2026-03-02T13:00:00.000Z',
    );
    expect(next({ quietUntil: '2026-03-06T19:00:00.000Z' }, '2026-03-02T10:00:00.000Z')).toBe(
      '2026-03-09T08:00:00.000Z',
    );
  });

  it('never comes for somebody without a working day', () => {
    expect(next({ days: [] }, '2026-03-02T10:00:00.000Z')).toBeUndefined();
    expect(next({ from: '17:00', to: '09:00' }, '2026-03-02T10:00:00.000Z')).toBeUndefined();
  });
});

it('a zone they set counts more than where their client is', () => {
  expect(workingTimeOf({ zone: 'Asia/Tokyo' }, 'Europe/Berlin').zone).toBe('Asia/Tokyo');
  expect(workingTimeOf({}, 'Europe/Berlin').zone).toBe('Europe/Berlin');
  expect(workingTimeOf({}, undefined).zone).toBe('UTC');
});

it('working days are counted without weekends and holidays', () => {
  const time = workingTimeOf({}, undefined);
  expect(workingDaysBetween(time, never, '2026-03-02', '2026-03-02')).toBe(0);
  expect(workingDaysBetween(time, never, '2026-03-06', '2026-03-09')).toBe(1);
  expect(workingDaysBetween(time, (day) => day === '2026-03-09', '2026-03-06', '2026-03-11')).toBe(2);
});
