/** Runs the deliveries of a simulated year, and judges what people got by calendars of their own. */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { openDelivery } from '../../../src/app/reminder/delivery.ts';
import type { Messenger } from '../../../src/app/reminder/messenger.ts';
import type { Reply } from '../../../src/app/reply.ts';
import type { Attempt } from '../../../src/core/reminder/delivery.ts';
import type { Posted } from '../../../src/core/reminder/letter.ts';
import type { Kept } from '../../../src/store/store.ts';
import { chance } from '../../core/builders.ts';
import { openMemoryStore, openProcess, type Shelf } from '../memory-store.ts';
import { rethrow } from '../rethrow.ts';
import { giveLetter, houseOn, live, onTheirWall, people, type Somebody, settle } from './simulated-year.ts';

const hourMs = 3_600_000;
/** Ten minutes past, so that no step falls on the minute at which a working day begins. */
const firstStep = Date.parse('2026-01-05T00:10:00.000Z');

export interface Run {
  readonly count: number;
  readonly days: number;
  readonly seed: number;
  /** Between two looks at what is due. */
  readonly stepHours?: number;
  /** What comes of an attempt to send; whether it is in the chat is decided beside it. */
  readonly attempt?: () => { readonly attempt: Attempt; readonly arrives: boolean };
  readonly dies?: () => 'lives' | 'before' | 'done';
}

export interface Got {
  readonly who: Somebody;
  readonly at: number;
  readonly letters: readonly string[];
}

export async function simulate({ count, days, seed, stepHours = 1, attempt, dies = () => 'lives' }: Run) {
  const everybody = people(count, seed);
  const { below } = chance(seed + 1);
  const shelf: Shelf = new Map();
  const outside = openMemoryStore(shelf);
  await settle(outside, everybody);
  let now = firstStep;
  const clock = () => new Date(now);
  const got: Got[] = [];
  const posted = new Map<string, { readonly who: Somebody; readonly at: number }>();
  let kills = 0;
  const states = new Map<string, Posted['delivery']['state']>();
  /** What became of a letter, before it is taken off the file or at the end. */
  const note = (kept: Kept) => {
    if ('letter' in (kept.value as object)) {
      const { letter, delivery } = kept.value as Posted;
      states.set(letter.id, delivery.state);
    }
  };

  const start = () => {
    const process = openProcess(shelf, dies, note);
    const send: Messenger['send'] = (address, reply) =>
      process.does(async () => {
        const { attempt: came, arrives } = attempt?.() ?? {
          attempt: { kind: 'sent', activity: `post-${got.length}` },
          arrives: true,
        };
        const who = everybody.find(({ name }) => name === address);
        if (arrives && who) got.push({ who, at: now, letters: titlesIn(reply) });
        return came;
      });
    const messenger: Messenger = {
      send,
      update: async (_address, activity) => ({ kind: 'sent', activity }),
      reach: async () => ({ ok: false, attempt: { kind: 'refused', why: 'nobody new' } }),
    };
    const house = houseOn(process.store, clock);
    const report = () => undefined;
    return {
      process,
      postman: openDelivery({ house, messenger, report, failed: rethrow, chance: () => 0.5 }),
    };
  };

  let running = start();
  const lastLetter = firstStep + days * 24 * hourMs;
  // A month without anything new: time for all that waits.
  for (; now < lastLetter + 31 * 24 * hourMs; now += stepHours * hourMs) {
    await live(outside, everybody, clock());
    for (const who of now < lastLetter ? everybody : [])
      if (below(60) === 0) {
        const id = `letter-${posted.size}`;
        await giveLetter(houseOn(outside, clock), who, id);
        posted.set(id, { who, at: now });
      }
    const ended = await Promise.race([running.postman.deliver(), running.process.killed]);
    if (ended === 'killed') {
      kills += 1;
      running = start();
    }
  }
  for (const kept of shelf.values()) note(kept);
  return { got, posted, states, kills };
}

function titlesIn(reply: Reply): string[] {
  return reply.kind === 'reminder' ? reply.items.map(({ title }) => title) : [];
}

/** By a library that knows calendars, and not by what is tested. */
const calendars = new Map<string, Set<string>>();
function isWorkingDay({ days, country, away }: Somebody, day: Temporal.PlainDate): boolean {
  const key = `${country} ${day.year}`;
  const free =
    calendars.get(key) ??
    new Set(
      new Holidays(country)
        .getHolidays(day.year)
        .flatMap(({ type, date }) => (type === 'public' ? date.slice(0, 10) : [])),
    );
  calendars.set(key, free);
  const date = day.toString();
  return (
    days.some((each) => each === day.dayOfWeek) &&
    !free.has(date) &&
    !away.some(([first, last]) => first <= date && date <= last)
  );
}

/** Every rule that a message broke, in words. */
export function wrongs(got: readonly Got[]): string[] {
  const seen = new Set<string>();
  return got.flatMap(({ who, at }) => {
    const wall = onTheirWall(who, at);
    const [day, time] = [wall.toPlainDate(), wall.toPlainTime().toString().slice(0, 5)];
    const about = `${who.name} ${who.zone} ${day} ${time}`;
    const twice = seen.has(`${who.name} ${day}`);
    seen.add(`${who.name} ${day}`);
    return [
      ...(isWorkingDay(who, day) ? [] : [`${about}: no working day of theirs`]),
      ...(who.from <= time && time < who.to ? [] : [`${about}: outside their hours`]),
      ...(who.stops === undefined || day.toString() < who.stops ? [] : [`${about}: after stop`]),
      ...(twice ? [`${about}: the second on that day`] : []),
    ];
  });
}

/** Whole working days of theirs that a letter let pass before it was said. */
export function daysMissed(who: Somebody, posted: number, said: number): number {
  const until = onTheirWall(who, said).toPlainDate();
  let day = onTheirWall(who, posted).toPlainDate().add({ days: 1 });
  let missed = 0;
  for (; Temporal.PlainDate.compare(day, until) < 0; day = day.add({ days: 1 }))
    if (isWorkingDay(who, day)) missed += 1;
  return missed;
}

export const countOf = (states: ReadonlyMap<string, string>) => {
  const counts: Record<string, number> = {};
  for (const state of states.values()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

type Outcome = NonNullable<Run['attempt']>;

/** One attempt in five fails, in every way there is. */
export function failingConnector(seed: number): Outcome {
  const { below, oneOf } = chance(seed);
  const failures: readonly ReturnType<Outcome>[] = [
    { attempt: { kind: 'later', why: 'Throttled', down: false, afterMs: 30_000 }, arrives: false },
    { attempt: { kind: 'later', why: 'PreconditionFailed', down: false }, arrives: false },
    { attempt: { kind: 'later', why: 'status 503', down: true }, arrives: false },
    { attempt: { kind: 'later', why: 'status 502', down: true }, arrives: false },
    { attempt: { kind: 'unknown', why: 'ECONNRESET' }, arrives: false },
    { attempt: { kind: 'unknown', why: 'ECONNRESET' }, arrives: true },
  ];
  return () =>
    below(5) === 0 ? oneOf(failures) : { attempt: { kind: 'sent', activity: 'post' }, arrives: true };
}

/** Killed once in so many operations, before one or right after it. */
export function killedOnceIn(operations: number, seed: number): NonNullable<Run['dies']> {
  const { below } = chance(seed);
  return () => {
    if (below(operations) > 0) return 'lives';
    return below(2) === 0 ? 'before' : 'done';
  };
}

/** Not sent although it was to be, or said to be sent and never seen. */
export function lostIn({
  got,
  states,
}: Pick<Awaited<ReturnType<typeof simulate>>, 'got' | 'states'>): string[] {
  const arrived = new Set(got.flatMap(({ letters }) => letters));
  return [...states].flatMap(([letter, state]) =>
    state === 'waiting' || state === 'claimed' || (state === 'sent' && !arrived.has(letter)) ? [letter] : [],
  );
}

export function saidTwice(got: readonly Got[]): string[] {
  const said = got.flatMap(({ letters }) => letters);
  return said.filter((letter, at) => said.indexOf(letter) !== at);
}

export function lateIn({
  got,
  posted,
}: Pick<Awaited<ReturnType<typeof simulate>>, 'got' | 'posted'>): string[] {
  return got.flatMap(({ who, at, letters }) =>
    letters.filter((letter) => daysMissed(who, posted.get(letter)?.at ?? 0, at) > 0),
  );
}

/** Failed, and to somebody who switches reminders off. */
export function turnedAway({
  posted,
  states,
}: Pick<Awaited<ReturnType<typeof simulate>>, 'posted' | 'states'>): string[] {
  return [...states].flatMap(([letter, state]) =>
    state === 'failed' && posted.get(letter)?.who.stops !== undefined ? [letter] : [],
  );
}
