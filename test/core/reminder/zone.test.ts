import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, isZone, momentOf, onTheWall, weekdayOf } from '../../../src/core/reminder/zone.ts';

const zones = [
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['America/Los_Angeles', '2026-03-08', '2026-11-01'],
  ['America/St_Johns', '2026-03-08', '2026-11-01'],
  ['Australia/Sydney', '2026-04-05', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['Pacific/Auckland', '2026-04-05', '2026-09-27'],
  ['Pacific/Chatham', '2026-04-05', '2026-09-27'],
  ['Asia/Kolkata', '2026-03-29', '2026-10-25'],
  ['Africa/Casablanca', '2026-02-15', '2026-03-22'],
  ['UTC', '2026-03-29', '2026-10-25'],
] as const;

describe.each(zones)('in %s', (zone, ...changes) => {
  it.each(changes)('clocks around %s are read, and set, as a well-kept calendar does it', (change) => {
    const midnight = Date.parse(`${addDays(change, -1)}T00:00:00.000Z`);
    for (let minutes = 0; minutes < 3 * 1440; minutes += 30) {
      const at = midnight + minutes * 60_000;
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const wall = `${expected.toPlainDate()} ${expected.toPlainTime().toString({ smallestUnit: 'minute' })}`;
      expect(Object.values(onTheWall(at, zone)).join(' ')).toBe(wall);
      const [day, time] = new Date(at).toISOString().split(/[T.]/) as [string, string];
      const shown = `${day}T${time.slice(0, 5)}`;
      const moment = Temporal.PlainDateTime.from(shown).toZonedDateTime(zone).epochMilliseconds;
      expect(`${shown} ${momentOf(day, time.slice(0, 5), zone)}`).toBe(`${shown} ${moment}`);
    }
  });
});

it('where clocks skip a time it is as much later, where they show it twice the first counts', () => {
  expect(new Date(momentOf('2026-03-29', '02:30', 'Europe/Berlin')).toISOString()).toBe(
    '2026-03-29T01:30:00.000Z',
  );
  expect(new Date(momentOf('2026-10-25', '02:30', 'Europe/Berlin')).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
});

it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is a zone', (name) => {
  expect(isZone(name)).toBe(true);
});

it.each(['', 'Berlin', '+01:00', 'Europe/Nowhere', 'localtime'])('“%s” is none', (name) => {
  expect(isZone(name)).toBe(false);
});

it('days are counted on the calendar', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(['2026-03-02', '2026-03-07', '2026-03-08'].map(weekdayOf)).toEqual([1, 6, 7]);
});
