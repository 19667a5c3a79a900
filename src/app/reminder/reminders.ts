/** `reminders`: when somebody hears from the bot, what waits for them, and a form to have it otherwise. */
import { isIsoDate } from '../../core/interview/read-answer.ts';
import type { Person } from '../../core/landscape/person.ts';
import { isManager } from '../../core/landscape/trust.ts';
import { type Wishes, workingTimeOf } from '../../core/reminder/working-time.ts';
import { isZone, type Weekday } from '../../core/reminder/zone.ts';
import type { Inputs } from '../command.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { notice, say, toPersonalChat } from '../notices.ts';
import { currentProject, personOf } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { isCountry } from './holidays.ts';
import { overviewOf } from './overview.ts';
import { changeWishes, nextInWords } from './put-off.ts';
import type { RemindersReply } from './reminder-reply.ts';
import { waitingFor } from './waiting-for.ts';

export async function reminders(house: House, turn: Turn): Promise<Outcome> {
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('reminders'));
  const person = personOf(turn.caller, await readPerson(house.store, turn.caller));
  return say(await remindersReply(house, turn, person));
}

async function remindersReply(
  house: House,
  turn: Turn,
  person: Person,
  filled: Partial<RemindersReply['filled']> = {},
  problem?: string,
): Promise<RemindersReply> {
  const { reminders: wishes = {}, seen = {} } = person;
  const { zone, from, to, days, awayUntil = '' } = workingTimeOf(wishes, seen.zone);
  const project = await currentProject(house, turn.caller);
  const overview =
    project && isManager(project, turn.caller.id) ? await overviewOf(house, project, person) : undefined;
  const { items, letters } = await waitingFor(house, turn.caller);
  return {
    kind: 'reminders',
    open: items.map(({ words }) => words.title),
    next: await nextInWords(house, person, items.length + letters === 0),
    filled: {
      zone,
      from,
      to,
      days: days.join(','),
      country: wishes.country ?? seen.country ?? '',
      away: awayUntil,
      rhythm: wishes.stopped ? 'never' : wishes.weekly ? 'weekly' : 'daily',
      ...filled,
    },
    ...(problem ? { problem } : {}),
    ...(overview ? { overview } : {}),
  };
}

/** *Save* on the card. What cannot be read is said, and nothing is changed: half of it may not be what was meant. */
export async function setReminders(house: House, turn: Turn, inputs: Inputs): Promise<Outcome> {
  if (turn.caller.conversation.kind !== 'personal') return say(toPersonalChat('reminders'));
  const read = await readWishes(house, inputs);
  if (!read.ok) {
    const person = personOf(turn.caller, await readPerson(house.store, turn.caller));
    return { replace: await remindersReply(house, turn, person, filledIn(inputs), read.why), messages: [] };
  }
  const person = await changeWishes(house, turn, ({ quietUntil }) => ({
    ...(quietUntil ? { quietUntil } : {}),
    ...read.wishes,
  }));
  const reply = await remindersReply(house, turn, person);
  return { replace: reply, messages: [notice('Reminders are set', [reply.next])] };
}

type Read = { readonly ok: true; readonly wishes: Wishes } | { readonly ok: false; readonly why: string };

async function readWishes(house: House, inputs: Inputs): Promise<Read> {
  const given = (id: string) => (inputs[id] ?? '').trim();
  const [zone, from, to] = [given('zone'), given('from'), given('to')];
  const [country, away, rhythm] = [given('country').toUpperCase(), given('away'), given('rhythm')];
  const days = given('days')
    .split(',')
    .filter((day) => /^[1-7]$/.test(day))
    .map((day) => Number(day) as Weekday);
  const last = away && (isIsoDate(away) ? away : house.readDate(house.now())(away));
  if (zone && !isZone(zone))
    return no(`“${zone}” is no time zone I know. They are written like Europe/Berlin or America/New_York.`);
  if (!isTime(from) || !isTime(to) || from >= to)
    return no('The hours need a beginning and a later end, like 09:00 and 17:00.');
  if (days.length === 0) return no('Choose at least one day. To hear nothing at all, choose Never.');
  if (country && !(await isCountry(country)))
    return no(`“${country}” is no country I know. They are written with two letters, like DE or US.`);
  if (last === undefined) return no(`I could not read a date in “${away.slice(0, 40)}”.`);
  return {
    ok: true,
    wishes: {
      ...(zone ? { zone } : {}),
      days,
      from,
      to,
      ...(country ? { country } : {}),
      ...(last ? { awayUntil: last } : {}),
      ...(rhythm === 'weekly' ? { weekly: true } : {}),
      ...(rhythm === 'never' ? { stopped: true } : {}),
    },
  };
}

const no = (why: string): Read => ({ ok: false, why });
const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

function filledIn(inputs: Inputs): Partial<RemindersReply['filled']> {
  const texts = (['zone', 'from', 'to', 'days', 'country', 'away'] as const).flatMap((id) => {
    const text = inputs[id];
    return text === undefined ? [] : [[id, text.slice(0, 80)] as const];
  });
  const { rhythm } = inputs;
  return {
    ...Object.fromEntries(texts),
    ...(rhythm === 'daily' || rhythm === 'weekly' || rhythm === 'never' ? { rhythm } : {}),
  };
}
