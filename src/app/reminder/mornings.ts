/** Everybody's one message of the day: all that waits for them, in their own working hours. */
import type { Person } from '../../core/landscape/person.ts';
import { readyAt } from '../../core/reminder/delivery.ts';
import type { Letter, Posted } from '../../core/reminder/letter.ts';
import { ended, stillWaiting, whatIsDue } from '../../core/reminder/nudging.ts';
import {
  type IsHoliday,
  nextWorkingMoment,
  type WorkingTime,
  workingDaysBetween,
  workingTimeOf,
} from '../../core/reminder/working-time.ts';
import { type Day, onTheWall } from '../../core/reminder/zone.ts';
import type { Key } from '../../store/store.ts';
import type { DigestReply } from '../digest/digest-reply.ts';
import { digestsDue } from '../digest/due.ts';
import { digestFor, digestWords, isDigest } from '../digest/send.ts';
import { personKey } from '../documents.ts';
import { answeredIn } from '../people/tell-answered.ts';
import { openProjects, type ProjectsOf } from '../project/projects-of-people.ts';
import { lapsedIn } from '../register/lapsed.ts';
import { reasons } from './addressing.ts';
import { lookAgainMs, minuteMs, openCarrier } from './carrier.ts';
import { keepOnly } from './clear-out.ts';
import { holidaysIn } from './holidays.ts';
import { inLanes } from './lanes.ts';
import { type Words, wordsOf } from './letter-words.ts';
import { type Mail, mailByPerson } from './mail.ts';
import { type Message, notAgainBefore, passedOn, withTold } from './message-of-the-day.ts';
import { type NudgesOnFile, tidy } from './nudges-on-file.ts';
import { letterKey, post } from './outbox.ts';
import { lanesFor, type Sending } from './sending.ts';
import { type Reader, whatWaits } from './waiting.ts';

/** Whoever changes their wishes, or gets them changed, waits no longer than this. */
const longestRestMs = 60 * minuteMs;

export interface Mornings {
  /** Resolves with when it is worth while again, in milliseconds. */
  round(): Promise<number>;
  /** Of all letters only these are still on file. */
  forgetAllBut(left: ReadonlySet<Key>): void;
}

export function openMornings(sending: Sending): Mornings {
  const { house, apart, now } = sending;
  const { store } = house;
  const resting = new Map<Key, { readonly stamp: string; readonly until: number }>();
  const carrier = openCarrier(sending);
  const done = new Set<Key>();
  /** Whose chat could not be opened, by the day on which that was tried. */
  const unopened = new Map<Key, Day>();
  /** By person: the day on which digests were looked for. */
  const digested = new Map<Key, Day>();

  async function visit(key: Key, mail: Mail | undefined, projects: ProjectsOf): Promise<number> {
    const kept = await store.read(key);
    const person = kept?.value as Person | undefined;
    const reader = person ?? mail?.reader;
    if (!reader) return now() + longestRestMs;
    // A person's own change of anything ends their rest, and so does a new letter.
    const stamp = `${kept?.version} ${mail?.waiting.length}`;
    const rest = resting.get(key);
    // Never further away than a rest is long: after a clock was set back, it would be.
    if (rest?.stamp === stamp && rest.until > now() && rest.until - now() <= longestRestMs) return rest.until;
    const turn = Math.max(sending.pace.closedUntil(now()) ?? 0, sending.pace.next(reader, now()));
    // What waits for them is not even looked for while nothing can be sent.
    if (turn > now()) return turn;
    const until = Math.min(await remind(reader, person, mail, projects), now() + longestRestMs);
    resting.set(key, { stamp, until });
    return until;
  }

  async function remind(
    { tenant, id, name }: Reader,
    person: Person | undefined,
    mail: Mail | undefined,
    projects: ProjectsOf,
  ): Promise<number> {
    const reader = { tenant, id, name };
    const onFile = await tidy(sending, reader, carrier.isCarrying(reader));
    if (!onFile) return now() + minuteMs;
    const { reminders = {}, seen = {} } = person ?? {};
    if (reminders.stopped) {
      // Whoever asks them for something should know.
      await carrier.undeliverable(mail?.waiting ?? [], reasons.switchedOff, undefined);
      return now() + longestRestMs;
    }
    const time = workingTimeOf(reminders, seen.zone);
    const isHoliday = await holidaysIn(reminders.country ?? seen.country, now());
    const moment = nextWorkingMoment(time, isHoliday, now());
    if (moment === undefined) return now() + longestRestMs;
    if (moment > now()) return moment;
    const { day: today } = onTheWall(now(), time.zone);
    // Once a day is enough to see whether the bot is there for them by now; who writes to it has a chat.
    if (!person?.chat && unopened.get(personKey(reader)) === today) return now() + longestRestMs;
    const waiting = [...(mail?.waiting ?? []), ...(await digestsOf(reader, projects, today))];
    // The digest has a weekly rhythm of its own.
    const weekly = reminders.weekly === true && !waiting.some(isDigest);
    const notToday = notAgainBefore(onFile.nudges, today, time, weekly);
    if (notToday !== undefined && notToday > now()) return notToday;
    const asked = mail?.asked ?? [];
    const message = await gather({
      reader,
      person,
      asked,
      waiting,
      projects,
      time,
      isHoliday,
      today,
      onFile,
    });
    if (!message) return now() + lookAgainMs;
    const again = await carrier.carry(reader, onFile, message, today);
    if (again === undefined) unopened.set(personKey(reader), today);
    return again ?? now() + longestRestMs;
  }

  /** What there is to say today, with what it changes on file; undefined where nothing is to be written at all. */
  async function gather(day: Working): Promise<Message | undefined> {
    const { reader, person, asked, waiting, projects, time, isHoliday, today, onFile } = day;
    const around = { house, projects: projects(reader), asked, today, zone: time.zone };
    const items = await whatWaits(reader, person, around);
    const known = withTold(stillWaiting(onFile.nudges.nudged, items), items);
    const due = whatIsDue(items, known, today, (last) => workingDaysBetween(time, isHoliday, last, today));
    await post(
      house,
      due.passOn.flatMap((item) => passedOn(reader, item, known[item.key]?.last ?? today)),
    );
    const { letters, digest } = await readLetters(waiting, { reader, ...around });
    const keys = due.passOn.map((item) => item.key);
    return due.say.length + letters.length + keys.length === 0
      ? undefined
      : {
          say: due.say,
          letters,
          ...(digest ? { digest } : {}),
          nudged: ended(known, keys, 'passed-on', today),
        };
  }

  /** Looked for once a day: a week does not begin twice. */
  async function digestsOf(
    reader: Reader,
    projects: ProjectsOf,
    today: Day,
  ): Promise<Pick<Posted, 'letter'>[]> {
    const key = personKey(reader);
    if (digested.get(key) === today) return [];
    const due = await digestsDue(house, reader, projects(reader), today);
    digested.set(key, today);
    return due.map((letter) => ({ letter }));
  }

  /** Those whose time has come, with their words; what has become pointless is put away. */
  async function readLetters(
    waiting: Working['waiting'],
    to: Parameters<typeof digestFor>[2],
  ): Promise<Pick<Message, 'letters' | 'digest'>> {
    const read: { letter: Letter; words: Words }[] = [];
    let digest: DigestReply | undefined;
    for (const { letter } of waiting) {
      if (readyAt(letter.notBefore, undefined) > now()) continue;
      const isOne = isDigest({ letter });
      // One digest a message: that of another project comes on their next working day.
      if (isOne && digest) continue;
      const words = isOne ? digestWords(letter) : await wordsOf(house, letter);
      if (isOne) digest = await digestFor(house, letter, to);
      if (words && (!isOne || digest)) read.push({ letter, words });
      else await carrier.drop(letter);
    }
    return { letters: read, ...(digest ? { digest } : {}) };
  }

  async function everybody(): Promise<number> {
    const projects = await openProjects(house);
    for (const each of projects.all)
      await apart(`projects/${each.project.id}/project`, async () =>
        post(house, await lapsedIn(each, now())),
      );
    const mail = await mailByPerson(store, done);
    for (const posted of [...mail.values()].flatMap((each) => each.asked))
      await apart(letterKey(posted.letter), async () => post(house, await answeredIn(house, posted)));
    const known = (await store.list('people/')).filter((key) => /^people\/[^/]+$/.test(key));
    let next = now() + longestRestMs;
    const everyone = new Set([...known, ...mail.keys()]);
    await inLanes(everyone, lanesFor(sending), async (key) => {
      if (sending.isStopped()) return;
      const due = await apart(key, () => visit(key, mail.get(key), projects.of));
      next = Math.min(next, due ?? next);
    });
    for (const remembered of [resting, unopened, digested]) keepOnly(remembered, everyone);
    return next;
  }

  let last: { readonly at: number; readonly next: number } | undefined;
  return {
    forgetAllBut: (left) => keepOnly(done, left),
    async round() {
      const since = last && now() - last.at;
      if (last && since !== undefined && since >= 0 && since < minuteMs && last.next > now())
        return last.next;
      const at = now();
      // What was posted meanwhile is looked at in a minute.
      last = { at, next: Math.min(await everybody(), at + minuteMs) };
      return last.next;
    },
  };
}

interface Working {
  readonly reader: Reader;
  readonly person: Person | undefined;
  readonly asked: readonly Posted[];
  readonly waiting: readonly Pick<Posted, 'letter'>[];
  readonly projects: ProjectsOf;
  readonly time: WorkingTime;
  readonly isHoliday: IsHoliday;
  readonly today: Day;
  readonly onFile: NudgesOnFile;
}
