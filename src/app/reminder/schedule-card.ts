/** The card of a channel's reminders: when they come, a change of that shown before it is kept, and what was sent. */
import type { Project } from '../../core/landscape/landscape.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import { readSchedule, type Schedule } from '../../core/reminder/schedule.ts';
import type { Command, Inputs } from '../command.ts';
import { readPerson } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { goneNotice, say } from '../notices.ts';
import { projectFor } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { momentInWords } from './moment-words.ts';
import { listPosted } from './outbox.ts';
import { isTooOften, nextTimes } from './recurrence.ts';
import type { ScheduleReply } from './reminder-reply.ts';
import { scheduleOnFile } from './schedule-on-file.ts';

const mostSent = 3;

export async function scheduleCard(
  house: House,
  turn: Turn,
  project: Project,
  more: Partial<Pick<ScheduleReply, 'form' | 'preview' | 'problem'>> = {},
): Promise<ScheduleReply> {
  const schedule = (await scheduleOnFile(house, turn, project))?.schedule;
  const zone = schedule?.zone ?? (await usualZone(house, turn));
  return {
    kind: 'schedule',
    ref: { project: project.id },
    ...(schedule ? { now: { next: timesInWords(house, schedule), zone, by: schedule.by } } : {}),
    form: {
      when: schedule ? `${schedule.cron} ${schedule.zone}` : '',
      always: schedule?.always ?? false,
    },
    lines: await sentHere(house, turn, project, zone),
    ...more,
  };
}

/** *Show the next three times*: nothing is kept yet. */
export async function previewSchedule(
  house: House,
  turn: Turn,
  { project: id, inputs }: Extract<Command, { do: 'preview-schedule' }>,
): Promise<Outcome> {
  const project = await projectFor(house, turn.caller, id);
  if (!project || turn.caller.conversation.kind === 'personal') return say(goneNotice());
  const form = filledIn(inputs);
  const read = readSchedule(form.when, await usualZone(house, turn));
  const replace = async (more: Partial<ScheduleReply>) => ({
    replace: await scheduleCard(house, turn, project, { form, ...more }),
    messages: [],
  });
  if (!read.ok) return replace({ problem: read.why });
  const { cron, zone } = read;
  const times = timesInWords(house, read);
  if (times.length === 0) return replace({ problem: 'That time never comes.' });
  if (isTooOften(cron, zone, house.now().getTime()))
    return replace({ problem: 'That is too often: once an hour is the most I post here.' });
  return replace({ preview: { times, cron, zone } });
}

const filledIn = (inputs: Inputs): ScheduleReply['form'] => ({
  when: (inputs.when ?? '').trim().slice(0, 100),
  always: inputs.always === 'true',
});

export async function usualZone(house: House, turn: Turn): Promise<string> {
  const person = await readPerson(house.store, turn.caller);
  return person?.reminders?.zone ?? person?.seen?.zone ?? 'UTC';
}

function timesInWords(house: House, { cron, zone }: Pick<Schedule, 'cron' | 'zone'>): string[] {
  const times = nextTimes(cron, zone, house.now().getTime(), 3) ?? [];
  return times.map((time) => momentInWords(time, zone));
}

/** What was posted in this conversation, newest first; what failed is not left out. */
async function sentHere(house: House, { caller }: Turn, project: Project, zone: string): Promise<string[]> {
  const isHere = ({ letter: { to, content } }: Posted) =>
    content.kind === 'governance' && to.tenant === caller.tenant && to.id === caller.conversation.id;
  const posted = (await listPosted(house.store, project.id)).filter(isHere).toReversed();
  return posted.slice(0, mostSent).map(({ at, delivery }) => {
    const time = delivery.state === 'waiting' ? at : delivery.at;
    return `${momentInWords(Date.parse(time), zone)}: ${outcomes[delivery.state]}`;
  });
}

const outcomes: Record<Posted['delivery']['state'], string> = {
  waiting: 'waits to be sent',
  claimed: 'is being sent',
  sent: 'sent',
  unknown: 'perhaps sent: no answer came',
  failed: 'could not be sent',
  dropped: 'not sent, nothing was open',
};
