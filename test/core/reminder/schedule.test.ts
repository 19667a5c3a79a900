import { describe, expect, it } from 'vitest';
import { readSchedule, whatToMakeUp } from '../../../src/core/reminder/schedule.ts';

it.each([
  ['every Monday 9:00 Europe/Berlin', '0 9 * * 1', 'Europe/Berlin'],
  ['every Monday and Thursday at 9:30', '30 9 * * 1,4', 'Asia/Tokyo'],
  ['Mondays, Fridays 8am', '0 8 * * 1,5', 'Asia/Tokyo'],
  ['on tue 12pm UTC', '0 12 * * 2', 'UTC'],
  ['every weekday 17.15', '15 17 * * 1-5', 'Asia/Tokyo'],
  ['every day except Friday 9:00', '0 9 * * 1,2,3,4,6,7', 'Asia/Tokyo'],
  ['every weekday but not on Wednesdays, 9:00', '0 9 * * 1,2,4,5', 'Asia/Tokyo'],
  ['daily except weekends at 9', '0 9 * * 1-5', 'Asia/Tokyo'],
  ['every day at 12am', '0 0 * * *', 'Asia/Tokyo'],
  ['0 9 1 * * America/New_York', '0 9 1 * *', 'America/New_York'],
  ['*/15 9-17 * * 1-5', '*/15 9-17 * * 1-5', 'Asia/Tokyo'],
  ['30 15 9 * * 1 Europe/Berlin', '30 15 9 * * 1', 'Europe/Berlin'],
])('“%s” is %s in %s', (text, cron, zone) => {
  expect(readSchedule(text, 'Asia/Tokyo')).toEqual({ ok: true, cron, zone });
});

it.each([
  ['', 'on which days'],
  ['every moonday 9:00', 'on which days'],
  ['every day except holidays 9:00', 'on which days'],
  ['every other day 9:00', 'on which days'],
  ['every 1st Monday 9:00', 'on which days'],
  ['every Friday except Friday 9:00', 'on which days'],
  ['every Monday', 'at what time'],
  ['every Monday 25:00', 'at what time'],
  ['every Monday 9:00 10:00', 'at what time'],
  ['every Monday 9:00 Europe/Bonn', 'no time zone'],
])('“%s” is not understood, and an example is given', (text, why) => {
  expect(readSchedule(text, 'UTC')).toEqual({ ok: false, why: expect.stringContaining(why) });
  expect(readSchedule(text, 'UTC')).toEqual({ ok: false, why: expect.stringContaining('Try: ') });
});

describe('a time that was missed', () => {
  const hour = 3_600_000;
  const now = 100 * 24 * hour;

  it.each([
    ['by less than a day is made up for, once', [now - hour], { post: now - hour, skipped: 0 }],
    ['by a day or more is skipped', [now - 24 * hour], { skipped: 1 }],
    [
      'with others: the newest counts',
      [now - 50 * hour, now - 2 * hour],
      { post: now - 2 * hour, skipped: 1 },
    ],
    ['never: nothing', [], { skipped: 0 }],
  ])('%s', (_what, due, expected) => {
    expect(whatToMakeUp(due, now)).toEqual(expected);
  });
});
