/** Made-up projects whose integrations share limits, hours and storage: as numbers, and as what people would answer. */
import type { Answer, Said } from '../../../../src/core/interview/answer.ts';
import type { Integration, Project } from '../../../../src/core/landscape/landscape.ts';
import { answer, application, type Chance, chose, counted, project, ticked } from '../../builders.ts';

export interface Job {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Requests to Dataverse, or events out of finance and operations. */
  readonly service: 'dataverse' | 'events';
  readonly isShared: boolean;
  readonly recordsADay: number;
  readonly busiestHour: number;
  readonly callsARecord: number;
  readonly operationsARecord: number;
  readonly recordsACall: number;
  readonly serverMs: number;
  readonly roundTripMs: number;
  readonly atOnce: number;
  readonly part: 'evening' | 'night' | 'morning' | 'daytime';
  readonly windowHours: number;
  readonly rowsADay: number;
  readonly rowKb: number;
  readonly keepMonths: number | undefined;
}

export interface Schedule {
  readonly users: number;
  readonly entitledGb: number;
  readonly usedGb: number;
  readonly jobs: readonly Job[];
}

export type Plant = 'pool' | 'identity' | 'events' | 'window' | 'storage' | undefined;

export const applications = ['shop', 'erp', 'crm', 'stock'];

/** Two to seven jobs that each fit alone; with a plant, two of them do not fit together. */
export function scheduleOf(luck: Chance, plant: Plant): Schedule {
  const between = (low: number, high: number) => low + luck.below(high - low + 1);
  const job = (at: number): Job => {
    const source = luck.below(applications.length);
    const target = (source + 1 + luck.below(applications.length - 1)) % applications.length;
    return {
      id: `job-${at}`,
      source: applications[source] ?? '',
      target: applications[target] ?? '',
      service: luck.below(4) === 0 ? 'events' : 'dataverse',
      isShared: luck.below(2) === 0,
      recordsADay: between(3_000, 40_000),
      busiestHour: between(1_000, 9_000),
      callsARecord: between(1, 3),
      operationsARecord: between(1, 6),
      recordsACall: luck.oneOf([1, 1, 5, 10]),
      serverMs: between(20, 200),
      roundTripMs: between(10, 150),
      atOnce: between(1, 12),
      part: luck.oneOf(['evening', 'night', 'night', 'morning', 'daytime']),
      windowHours: between(2, 9),
      rowsADay: between(5_000, 60_000),
      rowKb: between(1, 6),
      keepMonths: luck.below(3) === 0 ? between(1, 30) : undefined,
    };
  };
  const jobs = Array.from({ length: between(2, 7) }, (_, at) => job(at));
  const [first, second] = jobs;
  if (!first || !second) throw new Error('a schedule has two jobs at least');
  const users = between(20, 400);
  const pool = 500_000 + 5_000 * users;
  const planted: Record<Exclude<Plant, undefined>, () => Partial<Job>> = {
    pool: () => ({
      service: 'dataverse',
      operationsARecord: 5,
      recordsADay: Math.round((pool * between(55, 90)) / 100 / 5),
    }),
    identity: () => ({
      service: 'dataverse',
      isShared: true,
      recordsADay: 3_000,
      callsARecord: 1,
      recordsACall: 1,
      serverMs: 20,
      busiestHour: Math.round((72_000 * between(55, 90)) / 100),
    }),
    events: () => ({ service: 'events', recordsADay: 3_000, busiestHour: between(28_000, 45_000) }),
    window: () => ({
      service: 'dataverse',
      target: 'erp',
      source: 'shop',
      part: 'night',
      windowHours: 4,
      recordsADay: Math.round((14_400 * between(60, 85)) / 100 / 0.4),
      callsARecord: 1,
      recordsACall: 1,
      serverMs: 150,
      roundTripMs: 250,
      atOnce: 1,
    }),
    storage: () => ({ service: 'dataverse', rowsADay: 60_000, rowKb: 6, keepMonths: undefined }),
  };
  const planting = plant && planted[plant];
  const all = jobs.map((each, at) => (planting && at < 2 ? { ...each, ...planting() } : each));
  const usedGb = between(20, 60);
  // Each of two planted loads alone takes about 280 GB a year.
  const freeGb = plant === 'storage' ? between(320, 480) : between(200, 2_000);
  return { users, entitledGb: usedGb + freeGb, usedGb, jobs: all };
}

export function answersOf(schedule: Schedule): {
  readonly project: Project;
  readonly integrations: readonly Integration[];
} {
  const { users, entitledGb, usedGb, jobs } = schedule;
  const answers = logOf({
    'platform-direction.products': ticked('dataverse', 'finance-operations'),
    'storage-and-limits.base-users': counted(users),
    'storage-and-limits.database-entitled': counted(entitledGb),
    'storage-and-limits.database-used': counted(usedGb),
  });
  return {
    project: project({ answers, applications: applications.map((id) => application(id)) }),
    integrations: jobs.map((job) => ({
      schema: 1,
      id: job.id,
      name: job.id,
      source: { written: job.source, application: job.source },
      target: { written: job.target, application: job.target },
      answers: answersAbout(job),
      recent: [],
    })),
  };
}

function answersAbout(job: Job): Answer[] {
  const isEvents = job.service === 'events';
  return logOf({
    'one-size-fits-all.frequency': chose('daily'),
    'one-size-fits-all.delivery-means': chose('web-call'),
    'one-size-fits-all.records-per-day': counted(job.recordsADay),
    'one-size-fits-all.busiest-hour': counted(job.busiestHour),
    'one-size-fits-all.call-shape': chose(job.recordsACall > 1 ? 'small-batches' : 'one-record'),
    'one-size-fits-all.batch-size': counted(job.recordsACall),
    'one-size-fits-all.calls-per-record': counted(job.callsARecord),
    'one-size-fits-all.operations-per-record': counted(job.operationsARecord),
    'one-size-fits-all.window-start': chose(job.part),
    'one-size-fits-all.window-hours': counted(job.windowHours),
    'connectivity.round-trip': counted(job.roundTripMs),
    'storage-and-limits.service': chose(isEvents ? 'finance-operations' : 'dataverse'),
    ...(isEvents ? { 'storage-and-limits.finance-way': chose('events') } : {}),
    'storage-and-limits.server-time': counted(job.serverMs),
    'storage-and-limits.parallel': counted(job.atOnce),
    'storage-and-limits.identities': counted(1),
    'storage-and-limits.identity-shared': chose(job.isShared ? 'shared-all' : 'own'),
    'storage-and-limits.rows-kept': counted(job.rowsADay),
    'storage-and-limits.stored-row-size': counted(job.rowKb),
    'sensitive-data.data-class': chose('internal'),
    'storage-and-limits.retention': chose(job.keepMonths === undefined ? 'for-good' : 'by-rule'),
    ...(job.keepMonths === undefined ? {} : { 'storage-and-limits.keep-months': counted(job.keepMonths) }),
  });
}

function logOf(said: Readonly<Record<string, Said>>): Answer[] {
  return Object.entries(said).map(([question, each]) => answer(question, each));
}
