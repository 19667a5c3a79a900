/** Forty people in nine zones, a year of them: what waits, when they work, when they are away, and what they got. */
import { Temporal } from 'temporal-polyfill';
import { conversationKey, personKey } from '../../../src/app/documents.ts';
import type { House } from '../../../src/app/house.ts';
import { readDateWords } from '../../../src/app/read-date.ts';
import { post } from '../../../src/app/reminder/outbox.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Conversation, Person } from '../../../src/core/landscape/person.ts';
import type { Wishes } from '../../../src/core/reminder/working-time.ts';
import type { Weekday } from '../../../src/core/reminder/zone.ts';
import type { Store } from '../../../src/store/store.ts';
import { chance } from '../../core/builders.ts';
import { callerOf, content, privately } from '../../journeys/stage.ts';

const zones = [
  ['Europe/Berlin', 'DE'],
  ['America/New_York', 'US'],
  ['America/Los_Angeles', 'US'],
  ['Asia/Kolkata', 'IN'],
  ['Australia/Sydney', 'AU'],
  ['Pacific/Auckland', 'NZ'],
  ['America/Sao_Paulo', 'BR'],
  ['Asia/Tokyo', 'JP'],
  ['Europe/London', 'GB'],
] as const;
const weeks: readonly (readonly Weekday[])[] = [
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [7, 1, 2, 3, 4],
  [1, 3, 5],
];
const hours = [
  ['09:00', '17:00'],
  ['07:30', '16:00'],
  ['10:00', '14:00'],
] as const;

export interface Somebody {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  /** First and last day away. */
  readonly away: readonly (readonly [string, string])[];
  /** From this day on they want none. */
  readonly stops?: string;
}

export function people(count: number, seed: number): Somebody[] {
  const { below, oneOf } = chance(seed);
  const day = (from: string, days: number) => Temporal.PlainDate.from(from).add({ days }).toString();
  return Array.from({ length: count }, (_, at) => {
    const [zone, country] = zones[at % zones.length] ?? zones[0];
    const [from, to] = oneOf(hours);
    const summer = day('2026-06-15', below(60));
    const winter = day('2026-12-20', below(8));
    return {
      name: `person-${at}`,
      zone,
      country,
      days: oneOf(weeks),
      from,
      to,
      away: [
        [summer, day(summer, 7 + below(14))],
        [winter, day(winter, 5 + below(10))],
      ],
      ...(at % 10 === 9 ? { stops: day('2026-03-01', below(250)) } : {}),
    };
  });
}

export function houseOn(store: Store, now: () => Date): House {
  let ids = 0;
  return {
    content,
    calculations,
    store,
    judged: new WeakMap(),
    door: 'teams',
    now,
    startedAt: now().toISOString(),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    readDate: readDateWords,
    development: false,
  };
}

/** What changes for them by themselves, on the day it does. */
export function wishesOn({ zone, country, days, from, to, away, stops }: Somebody, day: string): Wishes {
  const gone = away.find(([first, last]) => first <= day && day <= last);
  return {
    zone,
    country,
    days,
    from,
    to,
    ...(gone ? { awayUntil: gone[1] } : {}),
    ...(stops !== undefined && stops <= day ? { stopped: true } : {}),
  };
}

export async function settle(store: Store, all: readonly Somebody[]): Promise<void> {
  for (const { name } of all) {
    const caller = callerOf(name, privately(name));
    const { tenant, id, conversation } = caller;
    const chat: Conversation = {
      schema: 1,
      id: conversation.id,
      tenant,
      kind: 'personal',
      address: name,
      gone: false,
    };
    await store.create(conversationKey(caller), chat);
    const known: Person = { schema: 1, id, tenant, name, chat: conversation.id };
    await store.create(personKey(caller), known);
  }
}

/** Their wishes as of now, written where they have changed: looked at once on each day of theirs. */
export async function live(store: Store, all: readonly Somebody[], now: Date): Promise<void> {
  for (const somebody of all) {
    const day = calendarOf(somebody.zone).format(now);
    if (seenOn.get(somebody) === day) continue;
    const key = personKey(callerOf(somebody.name, privately(somebody.name)));
    const kept = await store.read(key);
    const known = kept?.value as Person;
    const reminders = wishesOn(somebody, day);
    if (kept && JSON.stringify(known.reminders) !== JSON.stringify(reminders)) {
      const { ok } = await store.write(key, { ...known, reminders } as Person, kept.version);
      if (!ok) continue;
    }
    seenOn.set(somebody, day);
  }
}

const seenOn = new WeakMap<Somebody, string>();
const calendars = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD`, as Canada writes it. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  calendars.set(zone, calendar);
  return calendar;
}

export function onTheirWall({ zone }: Somebody, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

export function giveLetter(house: House, { name }: Somebody, id: string): Promise<void> {
  const { tenant, id: person } = callerOf(name, privately(name));
  const content = { kind: 'notice', title: id, lines: [], buttons: [] } as const;
  const to = { kind: 'person', tenant, id: person, name } as const;
  return post(house, [{ id, project: 'palm', to, about: id, content, urgency: 'daily' }]);
}
