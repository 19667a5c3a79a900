/** What a project says unasked, for whoever manages it: what comes, who would get what, what was sent, what did not arrive. */
import type { Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import type { Schedule } from '../../core/reminder/schedule.ts';
import { nextWorkingMoment, workingTimeOf } from '../../core/reminder/working-time.ts';
import { addDays, momentOf, onTheWall, weekdayOf } from '../../core/reminder/zone.ts';
import { counted } from '../digest/day-words.ts';
import { getsDigests, hasDigest } from '../digest/due.ts';
import type { House } from '../house.ts';
import { judgeProject } from '../register/judge-project.ts';
import { dryRun } from './dry-run.ts';
import { governanceOf } from './governance-post.ts';
import { holidaysIn } from './holidays.ts';
import { momentInWords, nextMinute } from './moment-words.ts';
import { listPosted } from './outbox.ts';
import { nextTimes } from './recurrence.ts';
import type { RemindersReply } from './reminder-reply.ts';

type Section = NonNullable<RemindersReply['overview']>[number];

const mostPeople = 8;
const mostLetters = 5;
/** What is older is no news. */
const lately = 14 * 86_400_000;

export async function overviewOf(house: House, project: Project, person: Person): Promise<Section[]> {
  const { zone } = workingTimeOf(person.reminders ?? {}, person.seen?.zone);
  const posted = (await listPosted(house.store, project.id)).toReversed();
  // That something did not arrive is told here by the thing itself.
  const recent = posted.filter(
    ({ letter, delivery }) =>
      letter.content.kind !== 'unreachable' && 'at' in delivery && isLately(house, delivery.at),
  );
  return [
    { kind: 'coming' as const, lines: await comesNext(house, project, person) },
    { kind: 'expected' as const, lines: await whoGetsWhat(house, project, person.tenant, zone) },
    { kind: 'sent' as const, lines: sentLines(recent, zone) },
    { kind: 'failed' as const, lines: failedLines(recent, zone) },
  ].filter(({ lines }) => lines.length > 0);
}

const isLately = ({ now }: House, at: string) => now().getTime() - Date.parse(at) < lately;

async function comesNext(house: House, project: Project, person: Person): Promise<string[]> {
  const keys = await house.store.list(`projects/${project.id}/schedules/`);
  const kept = await Promise.all(keys.map((key) => house.store.read(key)));
  const schedules = kept.flatMap((document) => (document ? [document.value as Schedule] : []));
  const { open } = await governanceOf(house, project);
  const questions = open.reduce((sum, { about }) => sum + about, 0);
  const posts = schedules.map(({ cron, zone, always }) => {
    const times = nextTimes(cron, zone, house.now().getTime(), 3) ?? [];
    const what =
      questions > 0
        ? `It would list ${counted(questions, 'open question')} of governance.`
        : always
          ? 'It would say that nothing is open.'
          : 'Nothing is open, so it would stay silent.';
    return `In the channel: ${times.map((at) => momentInWords(at, zone)).join(' · ')} (${zone}). ${what}`;
  });
  return [
    ...(posts.length > 0
      ? posts
      : ['No channel is reminded yet. To have that, type there: remind team every Monday 9:00']),
    await digestLine(house, project, person),
  ];
}

async function digestLine(house: House, project: Project, person: Person): Promise<string> {
  const { reminders = {}, seen = {} } = person;
  if (!getsDigests(project, person))
    return 'A digest comes by itself to whoever has said “project manager” about their role. “digest” shows it now.';
  if (reminders.stopped) return 'Your digest does not come while your reminders are off; “digest” shows it.';
  const time = workingTimeOf(reminders, seen.zone);
  const now = house.now().getTime();
  const isHoliday = await holidaysIn(reminders.country ?? seen.country, now);
  const { day } = onTheWall(now, time.zone);
  const nextMonday = momentOf(addDays(day, 8 - weekdayOf(day)), '00:00', time.zone);
  const isOver = await hasDigest(house.store, project.id, person, day);
  const moment = nextWorkingMoment(time, isHoliday, isOver ? nextMonday : nextMinute(now));
  return moment === undefined
    ? 'With your days and hours there is no time for a digest.'
    : `Your next digest: ${momentInWords(moment, time.zone)} (${time.zone}).`;
}

async function whoGetsWhat(house: House, project: Project, tenant: string, zone: string): Promise<string[]> {
  const expected = await dryRun(house, tenant, project, await judgeProject(house, project));
  if (expected.length === 0)
    return ['Nobody: nothing waits for anybody, so no reminder comes until something does.'];
  const lines = expected.slice(0, mostPeople).map(({ name, things, at }) => {
    const what = counted(things, 'thing');
    return at === undefined
      ? `${name}: nothing is sent, although ${what} ${things === 1 ? 'waits' : 'wait'}. They want no reminders.`
      : `${name}: ${what}, ${momentInWords(at, zone)}.`;
  });
  const more = expected.length - mostPeople;
  return more > 0 ? [...lines, `And ${counted(more, 'other person', 'other people')}.`] : lines;
}

function sentLines(posted: readonly Posted[], zone: string): string[] {
  return posted
    .flatMap(({ letter, delivery }) =>
      delivery.state === 'sent'
        ? [`${momentInWords(Date.parse(delivery.at), zone)}: ${letter.about}, ${whereTo(letter)}.`]
        : [],
    )
    .slice(0, mostLetters);
}

const whereTo = ({ to }: Posted['letter']) => (to.kind === 'person' ? `to ${to.name}` : 'in the channel');

/** With what to do about it. */
function failedLines(posted: readonly Posted[], zone: string): string[] {
  return posted
    .flatMap(({ letter, delivery }) => {
      if (delivery.state !== 'failed' && delivery.state !== 'unknown') return [];
      const when = momentInWords(Date.parse(delivery.at), zone);
      const what = `${when}: ${letter.about}, ${whereTo(letter)}`;
      if (delivery.state === 'unknown')
        return [
          `${what}. Nobody can say whether it arrived (${delivery.why}), and I do not send it twice. Ask them.`,
        ];
      return [`${what}. Why: ${delivery.why}. ${remedyFor(letter)}`];
    })
    .slice(0, mostLetters);
}

function remedyFor({ to }: Posted['letter']): string {
  return to.kind === 'person'
    ? `Once ${to.name} has written “hi” to me in a chat of their own, I can write again.`
    : 'Add me to the channel again, or write to me there.';
}
