/** Who would get what, when, and how much of it: worked out as it is when it is sent, and nothing is sent. */
import type { Member, Project } from '../../core/landscape/landscape.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import { readyAt } from '../../core/reminder/delivery.ts';
import { stillWaiting, whatIsDue } from '../../core/reminder/nudging.ts';
import { nextWorkingMoment, workingDaysBetween, workingTimeOf } from '../../core/reminder/working-time.ts';
import { onTheWall } from '../../core/reminder/zone.ts';
import { personKey, readPerson } from '../documents.ts';
import type { House } from '../house.ts';
import type { JudgedProject } from '../register/judge-project.ts';
import { holidaysIn } from './holidays.ts';
import { mailByPerson } from './mail.ts';
import { notAgainBefore, withTold } from './message-of-the-day.ts';
import { nextMinute } from './moment-words.ts';
import { readNudges } from './nudges-on-file.ts';
import { whatWaits } from './waiting.ts';

export interface Expected {
  readonly name: string;
  /** So many things of this project. */
  readonly things: number;
  /** When, in milliseconds; absent where they want no reminders, or never work. */
  readonly at?: number;
}

/** Those of a project for whom something waits, whoever hears of it first before the others. */
export async function dryRun(
  house: House,
  tenant: string,
  project: Project,
  judged: JudgedProject,
): Promise<Expected[]> {
  const mail = await mailByPerson(house.store);
  const all = await Promise.all(
    project.people
      .filter(takesPart)
      .map((member) => expectedBy(house, { tenant, project, judged, mail }, member)),
  );
  const latest = Number.POSITIVE_INFINITY;
  return all
    .filter(({ things }) => things > 0)
    .sort((one, other) => (one.at ?? latest) - (other.at ?? latest) || other.things - one.things);
}

interface Known {
  readonly tenant: string;
  readonly project: Project;
  readonly judged: JudgedProject;
  readonly mail: Awaited<ReturnType<typeof mailByPerson>>;
}

async function expectedBy(house: House, known: Known, { id, name }: Member): Promise<Expected> {
  const { tenant, project, judged, mail } = known;
  const reader = { tenant, id, name };
  const now = house.now().getTime();
  const [person, { nudges }] = await Promise.all([
    readPerson(house.store, reader),
    readNudges(house.store, reader),
  ]);
  const { reminders = {}, seen = {} } = person ?? {};
  const time = workingTimeOf(reminders, seen.zone);
  const isHoliday = await holidaysIn(reminders.country ?? seen.country, now);
  const { day: today } = onTheWall(now, time.zone);
  const again = notAgainBefore(nudges, today, time, reminders.weekly ?? false) ?? now;
  const earliest = Math.max(nextMinute(now), again);
  const moment = reminders.stopped ? undefined : nextWorkingMoment(time, isHoliday, earliest);
  const { day } = onTheWall(moment ?? now, time.zone);
  const own = mail.get(personKey(reader));
  const isOfIt = ({ letter }: { letter: { project: string } }) => letter.project === project.id;
  const items = await whatWaits(reader, person, {
    house,
    projects: [{ project, judged: async () => judged }],
    asked: own?.asked.filter(isOfIt) ?? [],
    today: day,
    zone: time.zone,
  });
  const nudged = withTold(stillWaiting(nudges.nudged, items), items);
  const due = whatIsDue(items, nudged, day, (last) => workingDaysBetween(time, isHoliday, last, day));
  const letters = (own?.waiting ?? []).filter(
    (each) => isOfIt(each) && readyAt(each.letter.notBefore, undefined) <= (moment ?? now),
  );
  const things = due.say.filter((item) => item.project === project.id).length + letters.length;
  return { name, things, ...(moment === undefined ? {} : { at: moment }) };
}
