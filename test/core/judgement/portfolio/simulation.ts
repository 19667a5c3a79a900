/** What happens when all jobs of a schedule run, played through step by step and with none of the bot's formulas. */
import type { Job, Schedule } from './schedules.ts';

const busyFactor = 3;
const businessHours = 10;

/** Counts a day's operations, record by record of each hour. */
export function poolRunsDry({ jobs, users }: Schedule): boolean {
  let left = Math.min(10_000_000, 500_000 + 5_000 * users);
  for (const job of jobs.filter(({ service }) => service === 'dataverse')) {
    for (let hour = 0; hour < 24; hour += 1) left -= (job.recordsADay / 24) * job.operationsARecord;
  }
  return left < -1e-6;
}

/** Plays a busy quarter of an hour second by second, and looks at every five minutes of it. */
export function identityIsRefused({ jobs }: Schedule): boolean {
  const sharing = jobs.filter(({ service, isShared }) => service === 'dataverse' && isShared);
  if (sharing.length < 2) return false;
  const requests: number[] = [];
  const work: number[] = [];
  for (let second = 0; second < 900; second += 1) {
    let [count, seconds] = [0, 0];
    for (const job of sharing) {
      const records = inBusiestHour(job) / 3600;
      count += (records * job.callsARecord) / job.recordsACall;
      seconds += (records * job.callsARecord * job.serverMs) / 1000;
    }
    requests.push(count);
    work.push(seconds);
  }
  const isOver = (series: readonly number[], limit: number) => {
    // What has been until each second, so that no five minutes are added up anew.
    const until = [0];
    for (const [at, each] of series.entries()) until.push((until[at] ?? 0) + each);
    return until.some((all, at) => at >= 300 && all - (until[at - 300] ?? 0) > limit + 1e-6);
  };
  return isOver(requests, 6_000) || isOver(work, 1_200) || sum(sharing.map(atOnce)) > 52;
}

/** As many as the sender opens, or as pile up while each takes its time. */
function atOnce(job: Job): number {
  const aSecond = (inBusiestHour(job) * job.callsARecord) / job.recordsACall / 3600;
  return Math.max(job.atOnce, aSecond * ((job.roundTripMs + job.serverMs * job.recordsACall) / 1000));
}

export function environmentSlowsDown({ jobs }: Schedule): boolean {
  const sending = jobs.filter(({ service }) => service === 'events');
  if (sending.length < 2) return false;
  const anHour = sum(sending.map(inBusiestHour));
  return anHour / 12 > 5_000 || anHour > 50_000;
}

function inBusiestHour({ busiestHour, recordsADay }: Job): number {
  return Math.max(busiestHour, (recordsADay / businessHours) * busyFactor);
}

interface Task {
  readonly job: Job;
  readonly release: number;
  readonly deadline: number;
  left: number;
}

/** Applications on which some run is late, when the one that is due first always goes first, four days in a row. */
export function lateOn(schedule: Schedule, application: string): boolean {
  const here = schedule.jobs.filter(
    (job) =>
      (job.source === application || job.target === application) && runMinutes(job) <= job.windowHours * 60,
  );
  const starts = { evening: 18, night: 22, morning: 4, daytime: 8 } as const;
  const tasks: Task[] = [0, 1, 2, 3].flatMap((day) =>
    here.map((job) => {
      const release = day * 1440 + starts[job.part] * 60;
      return { job, release, deadline: release + job.windowHours * 60, left: runMinutes(job) };
    }),
  );
  let now = 0;
  for (;;) {
    const open = tasks.filter(({ left }) => left > 1e-9);
    if (open.length === 0) return false;
    const ready = open.filter(({ release }) => release <= now);
    const next = Math.min(...open.filter(({ release }) => release > now).map(({ release }) => release));
    const [task] = ready.sort((one, other) => one.deadline - other.deadline);
    if (!task) {
      now = next;
      continue;
    }
    const until = Math.min(now + task.left, next);
    task.left -= until - now;
    now = until;
    if (now > task.deadline + 1e-6) return true;
  }
}

/** By its own pace, one call after another on each of its lines; no faster than Dataverse lets it. */
function runMinutes(job: Job): number {
  const calls = (job.recordsADay * job.callsARecord) / job.recordsACall;
  const isDataverse = job.service === 'dataverse';
  const lines = isDataverse ? Math.min(job.atOnce, 52) : job.atOnce;
  const pace = (calls * (job.roundTripMs + job.serverMs * job.recordsACall)) / 1000 / lines;
  if (!isDataverse) return pace / 60;
  const work = (job.recordsADay * job.callsARecord * job.serverMs) / 1000;
  return Math.max(pace, calls / (6_000 / 300), work / (1_200 / 300)) / 60;
}

/** Adds rows month by month and deletes the old ones; index and copies of the environment as the bot takes them. */
export function databaseIsFull({ jobs, entitledGb, usedGb }: Schedule): boolean {
  const stored = jobs.filter(({ service }) => service === 'dataverse');
  if (stored.length < 2) return false;
  for (let month = 1; month <= 12; month += 1) {
    const gigabytes = stored.map(({ rowsADay, rowKb, keepMonths }) => {
      const rows = rowsADay * (365 / 12) * Math.min(month, keepMonths ?? month);
      return (rows * rowKb * 1.5 * 1.5) / 1_048_576;
    });
    if (sum(gigabytes) > entitledGb - usedGb) return true;
  }
  return false;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
