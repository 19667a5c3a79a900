/** What people say to a reminder: later today, tomorrow, on a date, not mine, stop. A card may be a month old. */
import { isIsoDate } from '../../core/interview/read-answer.ts';
import type { Person } from '../../core/landscape/person.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import { ended, putOff } from '../../core/reminder/nudging.ts';
import { nextWorkingMoment, type Wishes, workingTimeOf } from '../../core/reminder/working-time.ts';
import { addDays, type Day, momentOf, onTheWall } from '../../core/reminder/zone.ts';
import type { Command } from '../command.ts';
import { change, personKey, readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, problem, say } from '../notices.ts';
import { personOf } from '../project/membership.ts';
import type { NoticeReply, Outcome } from '../reply.ts';
import { holidaysIn } from './holidays.ts';
import { notAgainBefore } from './message-of-the-day.ts';
import { momentInWords, nextMinute } from './moment-words.ts';
import { changeNudges, readNudges } from './nudges-on-file.ts';
import { post } from './outbox.ts';
import type { WaitingItem } from './waiting.ts';
import { waitingFor } from './waiting-for.ts';

/** *Later today* is so much later. */
const laterMs = 3 * 3_600_000;

/** `Not now…` on a reminder. */
export async function snooze(
  house: House,
  turn: Turn,
  { items, inputs }: Extract<Command, { do: 'snooze' }>,
): Promise<Outcome> {
  const chosen = items.find(({ key }) => key === inputs.which);
  const wanted = chosen ? [chosen] : items;
  switch (inputs.when) {
    case 'today':
      return say(await later(house, turn, wanted, chosen !== undefined));
    case 'date': {
      const day = readDay(house, inputs.date ?? '');
      return say(day ? await onDay(house, turn, wanted, chosen !== undefined, day) : noDate(inputs.date));
    }
    case 'not-mine':
      return say(await notMine(house, turn, wanted));
    case 'weekly':
      return say(await keepWishes(house, turn, weekly, 'I will remind you once a week at most'));
    case 'stop':
      return say(await stop(house, turn));
    default:
      return say(await onDay(house, turn, wanted, chosen !== undefined, await tomorrow(house, turn)));
  }
}

const words = {
  never: /^(?:never|not|no more)\b/,
  weekly: /^(?:weekly|once a week|every week)\b/,
  again: /^(?:again|daily|every day|now)?$/,
  later: /^later(?: today)?$/,
  tomorrow: /^tomorrow$/,
} as const;

function wordIn(when: string): keyof typeof words | undefined {
  const said = when.trim().toLowerCase();
  return (Object.keys(words) as (keyof typeof words)[]).find((word) => words[word].test(said));
}

/** `remind me tomorrow`, `remind me on 3 June`, `remind me weekly`, `remind me never`, `remind me again`. */
export async function remindMe(house: House, turn: Turn, when: string): Promise<Outcome> {
  switch (wordIn(when)) {
    case 'never':
      return say(await stop(house, turn));
    case 'weekly':
      return say(await keepWishes(house, turn, weekly, 'I will remind you once a week at most'));
    case 'again':
      return say(await keepWishes(house, turn, again, 'I will remind you again'));
    case 'later':
      return say(await later(house, turn, [], false));
    case 'tomorrow':
      return say(await onDay(house, turn, [], false, await tomorrow(house, turn)));
    case undefined: {
      const day = readDay(house, when);
      return say(day ? await onDay(house, turn, [], false, day) : noDate(when));
    }
  }
}

/** Something that can be understood as a time; else it may be an answer that begins like a command. */
export function isWhen(house: House, when: string): boolean {
  return wordIn(when) !== undefined || readDay(house, when) !== undefined;
}

type Put = Extract<Command, { do: 'snooze' }>['items'];

async function later(house: House, turn: Turn, items: Put, isOne: boolean): Promise<NoticeReply> {
  const { zone } = await clockOf(house, turn);
  const { day: today } = onTheWall(house.now().getTime(), zone);
  await changeNudges(house.store, turn.caller, (nudges) => {
    const nudged = putOff(
      nudges.nudged,
      items.map(({ key }) => key),
      today,
      today,
    );
    // They asked for it, so a second message on the same day is none too many.
    return { ...nudges, nudged, ...(nudges.day === today ? { day: addDays(today, -1) } : {}) };
  });
  const until = new Date(house.now().getTime() + laterMs).toISOString();
  return keepWishes(house, turn, quiet(until), isOne ? 'Later, then' : 'All of it later, then');
}

async function onDay(house: House, turn: Turn, items: Put, isOne: boolean, day: Day): Promise<NoticeReply> {
  const { zone, from } = await clockOf(house, turn);
  const { day: today } = onTheWall(house.now().getTime(), zone);
  if (day <= today) return problem('That day is not ahead of us', ['Nothing was changed.']);
  const keys = items.map(({ key }) => key);
  await changeNudges(house.store, turn.caller, (nudges) => ({
    ...nudges,
    nudged: putOff(nudges.nudged, keys, day, today),
  }));
  const until = new Date(momentOf(day, from, zone)).toISOString();
  if (!isOne) return keepWishes(house, turn, quiet(until), 'I will be quiet until then');
  return notice('Put off', [
    `${items[0]?.title ?? 'It'}: not before ${momentInWords(Date.parse(until), zone)}.`,
  ]);
}

async function notMine(house: House, turn: Turn, items: Put): Promise<NoticeReply> {
  const [item, another] = items;
  if (!item || another)
    return problem('Which one is not yours?', ['Choose it under “Which”, and send it again.']);
  const { zone } = await clockOf(house, turn);
  const { day: today } = onTheWall(house.now().getTime(), zone);
  const waiting = (await waitingFor(house, turn.caller)).items.find(({ key }) => key === item.key);
  const giver = waiting?.giver?.id === turn.caller.id ? undefined : waiting?.giver;
  if (waiting && giver?.id !== undefined)
    await post(house, [declined(turn, waiting, { id: giver.id, name: giver.name })]);
  await changeNudges(house.store, turn.caller, (nudges) => ({
    ...nudges,
    nudged: ended(nudges.nudged, [item.key], 'not-mine', today),
  }));
  return notice('Not yours, then', [
    `I will not ask you again: ${item.title}`,
    ...(giver?.id === undefined ? [] : [`I will tell ${giver.name}.`]),
  ]);
}

function declined(
  { caller }: Turn,
  { key, project, words }: WaitingItem,
  { id, name }: { readonly id: string; readonly name: string },
): Letter {
  return {
    id: `not-mine/${personKey(caller)}/${key}`,
    project,
    to: { kind: 'person', tenant: caller.tenant, id, name },
    about: `${caller.name} says: not mine`,
    content: {
      kind: 'passed-on',
      whom: { id: caller.id, name: caller.name },
      what: words.title,
      why: 'not-mine',
    },
    urgency: 'daily',
  };
}

const weekly = (wishes: Wishes): Wishes => ({ ...wishes, weekly: true });
const quiet =
  (quietUntil: string) =>
  (wishes: Wishes): Wishes => ({ ...wishes, quietUntil });

function again(wishes: Wishes): Wishes {
  const { stopped: _stopped, quietUntil: _quiet, weekly: _weekly, awayUntil: _away, ...kept } = wishes;
  return kept;
}

async function stop(house: House, turn: Turn): Promise<NoticeReply> {
  await changeWishes(house, turn, (wishes) => ({ ...wishes, stopped: true }));
  return notice('I will not remind you any more', [
    'Nothing is lost: “continue” shows what is open for you.',
    'To hear from me again, type: remind me again',
  ]);
}

async function keepWishes(
  house: House,
  turn: Turn,
  decide: (wishes: Wishes) => Wishes,
  title: string,
): Promise<NoticeReply> {
  const person = await changeWishes(house, turn, decide);
  return notice(title, [await nextInWords(house, person)]);
}

export function changeWishes(house: House, turn: Turn, decide: (wishes: Wishes) => Wishes): Promise<Person> {
  return change<Person>(house.store, personKey(turn.caller), (known) => {
    const person = personOf(turn.caller, known);
    return { ...person, reminders: decide(person.reminders ?? {}) };
  });
}

/** When this person can hear from the bot next, if anything waits then. `isIdle`: nothing waits for them now. */
export async function nextInWords(house: House, person: Person, isIdle = false): Promise<string> {
  const { reminders = {}, seen = {} } = person;
  if (reminders.stopped) return 'Reminders are off. To hear from me again, type: remind me again';
  const time = workingTimeOf(reminders, seen.zone);
  const now = house.now().getTime();
  const isHoliday = await holidaysIn(reminders.country ?? seen.country, now);
  const { nudges } = await readNudges(house.store, person);
  const { day: today } = onTheWall(now, time.zone);
  const again = notAgainBefore(nudges, today, time, reminders.weekly ?? false) ?? now;
  const moment = nextWorkingMoment(time, isHoliday, Math.max(nextMinute(now), again));
  if (moment === undefined) return 'With these days and hours there is no time to remind you.';
  const when = `${momentInWords(moment, time.zone)} (${time.zone})`;
  return isIdle
    ? `Nothing waits for you, so no reminder comes until something does. Then you hear from me on ${when} at the earliest.`
    : `If something waits then, you hear from me on ${when}.`;
}

async function clockOf(house: House, turn: Turn) {
  const person = await readPerson(house.store, turn.caller);
  return workingTimeOf(person?.reminders ?? {}, person?.seen?.zone);
}

async function tomorrow(house: House, turn: Turn): Promise<Day> {
  const { zone } = await clockOf(house, turn);
  return addDays(onTheWall(house.now().getTime(), zone).day, 1);
}

function readDay(house: House, typed: string): Day | undefined {
  const plain = typed.trim().replace(/^(?:on|until|till|from)\s+/i, '');
  if (isIsoDate(plain)) return plain;
  return plain ? house.readDate(house.now())(plain) : undefined;
}

const noDate = (typed = '') =>
  problem(typed.trim() ? `I read no date in “${typed.slice(0, 40)}”` : 'Until when?', [
    'Try: remind me tomorrow · remind me on 3 June · remind me weekly · remind me never.',
  ]);
