/** Reminders of a channel: when they come, shown before it is kept; and what is due of them. */
import type { Project } from '../../core/landscape/landscape.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import { readSchedule, type Schedule, whatToMakeUp } from '../../core/reminder/schedule.ts';
import { isZone } from '../../core/reminder/zone.ts';
import type { Key } from '../../store/store.ts';
import type { Command } from '../command.ts';
import { change } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { button, goneNotice, noProjectNotice, notice, problem, say } from '../notices.ts';
import { currentProject, memberOf, projectFor } from '../project/membership.ts';
import type { Button, Outcome } from '../reply.ts';
import type { Apart } from './apart.ts';
import { momentInWords } from './moment-words.ts';
import { post } from './outbox.ts';
import { isTooOften, mostMissed, nextTimes, timesBetween } from './recurrence.ts';
import { scheduleCard, usualZone } from './schedule-card.ts';
import { scheduleKey, scheduleOnFile } from './schedule-on-file.ts';

/** `remind team`, `remind team every Monday 9:00 Europe/Berlin`, `remind team now`, `remind team never`. */
export async function remindTeam(house: House, turn: Turn, when: string): Promise<Outcome> {
  if (turn.caller.conversation.kind === 'personal')
    return say(
      notice('Where shall I remind the team?', [
        'Write this in the channel or group chat of the project, and I will post there.',
      ]),
    );
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  const said = when.trim();
  if (said === '') return say(await scheduleCard(house, turn, project));
  if (/^(?:never|stop|off)$/i.test(said)) return say(await stop(house, turn, project));
  if (/^now$/i.test(said)) return now(house, turn, project);
  const read = readSchedule(said, await usualZone(house, turn));
  if (!read.ok) return say(problem('When shall I remind you here?', [read.why]));
  return say(preview(house, project, read.cron, read.zone));
}

function preview(house: House, project: Project, cron: string, zone: string) {
  const times = nextInWords(house, cron, zone);
  if (!times) return problem('That time never comes', [`Nothing was changed. It read: ${cron}`]);
  if (isTooOften(cron, zone, house.now().getTime()))
    return problem('That is too often', ['Once an hour is the most I post here. Nothing was changed.']);
  const save: Button = {
    title: 'Save',
    command: { do: 'set-schedule', project: project.id, cron, zone },
    primary: true,
  };
  return {
    ...notice('Shall I remind you here?', [
      `The next three times will be ${times} (${zone}).`,
      'I list the open questions of governance, and say nothing when there are none.',
    ]),
    buttons: [save, button('help')],
  };
}

function nextInWords(house: House, cron: string, zone: string): string | undefined {
  const times = nextTimes(cron, zone, house.now().getTime(), 3);
  return times?.map((time) => momentInWords(time, zone)).join(' · ');
}

/** *Save*. The card is the client's word, and may be old: all of it is read again. */
export async function setSchedule(
  house: House,
  turn: Turn,
  { project: id, cron, zone, always }: Extract<Command, { do: 'set-schedule' }>,
): Promise<Outcome> {
  const { caller } = turn;
  const project = await projectFor(house, caller, id);
  if (!project || caller.conversation.kind === 'personal') return say(goneNotice());
  const times = isZone(zone) ? nextInWords(house, cron, zone) : undefined;
  if (!times || isTooOften(cron, zone, house.now().getTime())) return say(goneNotice());
  const { tenant, conversation } = caller;
  await change<Schedule>(house.store, scheduleKey(id, tenant, conversation.id), () => ({
    schema: 1,
    project: id,
    tenant,
    conversation: conversation.id,
    cron,
    zone,
    ...(always ? { always } : {}),
    by: { id: caller.id, name: caller.name },
    at: turn.at,
    handled: turn.at,
  }));
  return {
    replace: notice('I will remind you here', [
      `Next: ${times} (${zone}).`,
      'To change it, type: remind team every Monday 9:00. To end it, type: remind team never.',
    ]),
    messages: [],
  };
}

async function stop(house: House, turn: Turn, project: Project) {
  const known = await scheduleOnFile(house, turn, project);
  if (known) await house.store.remove(known.key, known.version);
  return notice('I will not remind you here any more', ['Nothing else changes.']);
}

async function now(house: House, turn: Turn, project: Project): Promise<Outcome> {
  const { tenant, conversation } = turn.caller;
  await post(house, [letterFor(project.id, tenant, conversation.id, `now/${turn.id}`, 0, true)]);
  return say(notice('I am looking', ['I post here in a moment what is open of governance.']));
}

function letterFor(
  project: string,
  tenant: string,
  conversation: string,
  occasion: string,
  skipped: number,
  always: boolean,
): Letter {
  return {
    id: `governance/${conversation}/${occasion}`,
    project,
    to: { kind: 'conversation', tenant, id: conversation },
    about: 'Open questions of governance',
    content: { kind: 'governance', skipped, ...(always ? { always: true } : {}) },
    urgency: 'at-once',
  };
}

/** Posts what is due, each time once, whoever finds it and however often. Resolves with when the next is due. */
export async function postDue(house: House, apart: Apart): Promise<number> {
  let soonest = Number.POSITIVE_INFINITY;
  const keys = (await house.store.list('projects/')).filter(isSchedule);
  for (const key of keys)
    soonest = Math.min(soonest, (await apart(key, () => postOf(house, key))) ?? soonest);
  return soonest;
}

const isSchedule = (key: Key) => /^projects\/[^/]+\/schedules\//.test(key);

async function postOf(house: House, key: Key): Promise<number | undefined> {
  const found = await house.store.read(key);
  if (!found) return undefined;
  const at = house.now().getTime();
  const schedule = found.value as Schedule;
  const { project, tenant, conversation, cron, zone, handled, always = false } = schedule;
  const next = nextTimes(cron, zone, at, 1)?.[0];
  // What a clock that was ahead has handled lies before us.
  const due = timesBetween(cron, zone, Math.min(Date.parse(handled), at), at);
  const newest = due.at(-1);
  if (newest === undefined) return next;
  const { post: time, skipped } = whatToMakeUp(due, at);
  // Left on file as missed, so that the next post tells of it.
  if (time === undefined && due.length < mostMissed) return next;
  if (time !== undefined)
    await post(house, [
      letterFor(project, tenant, conversation, new Date(time).toISOString(), skipped, always),
    ]);
  const moved: Schedule = { ...schedule, handled: new Date(newest).toISOString() };
  await house.store.write(key, moved, found.version);
  return next;
}
