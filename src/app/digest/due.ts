/**
 * When a digest is due: on a manager's first working day of each week, in their own working hours. Each keeps how the
 * project stood, for the next to compare with; in a project's first week there is nothing to compare, and none is sent.
 */
import type { Project } from '../../core/landscape/landscape.ts';
import { roleKey, takesPart } from '../../core/landscape/roles.ts';
import { isManager } from '../../core/landscape/trust.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import { milestoneOf } from '../../core/register/milestone.ts';
import type { Letter, Posted } from '../../core/reminder/letter.ts';
import { type Week, weekOf } from '../../core/reminder/week.ts';
import type { Day } from '../../core/reminder/zone.ts';
import type { Key, Reader as StoreReader } from '../../store/store.ts';
import type { House } from '../house.ts';
import type { OpenProject } from '../project/projects-of-people.ts';
import { byOldest } from '../register/milestone.ts';
import { letterKey, listPosted, post } from '../reminder/outbox.ts';
import type { Reader } from '../reminder/waiting.ts';

/** So many weeks can be looked back; who was away for longer compares with the oldest. */
const keptWeeks = 8;

const folderOf = (project: string): Key => `projects/${project}/digests/`;
const stateKey = (project: string, week: Week): Key => `${folderOf(project)}${week}`;

/** Whoever only began a project has not asked for mail about it: unasked, the digest goes to whoever says that they manage it. */
export function getsDigests(project: Project, { id }: Pick<Reader, 'id'>): boolean {
  const member = project.people.find((each) => each.id === id);
  if (!member || !takesPart(member)) return false;
  return isManager(project, id) && member.roles.some((held) => roleKey(held) === 'project-manager');
}

/** Letters for what is due of their projects, on file by then. Asked again in the same week there are none. */
export async function digestsDue(
  house: House,
  reader: Reader,
  projects: readonly OpenProject[],
  today: Day,
): Promise<Letter[]> {
  const due = await Promise.all(
    projects
      .filter(({ project }) => isManager(project, reader.id))
      .map((each) => dueIn(house, reader, each, weekOf(today))),
  );
  return due.flatMap((letter) => letter ?? []);
}

const idFor = (week: Week, { tenant, id }: Pick<Reader, 'tenant' | 'id'>) => `digest/${week}/${tenant}/${id}`;

/** This week's is on file, sent or not; or it is the project's first week, which has none. */
export async function hasDigest(
  store: StoreReader,
  project: string,
  reader: Pick<Reader, 'tenant' | 'id'>,
  today: Day,
): Promise<boolean> {
  const week = weekOf(today);
  if (await store.read(letterKey({ project, id: idFor(week, reader) }))) return true;
  return !(await keptStates(store, project)).some(({ id }) => id < week);
}

async function dueIn(
  house: House,
  reader: Reader,
  open: OpenProject,
  week: Week,
): Promise<Letter | undefined> {
  const { id: project, name } = open.project;
  const { tenant, id } = reader;
  const to = { kind: 'person', tenant, id, name: reader.name } as const;
  const letterId = idFor(week, reader);
  if (await house.store.read(letterKey({ project, id: letterId }))) return undefined;
  const earlier = (await keptStates(house.store, project)).filter((each) => each.id < week);
  if (earlier.length === 0 || !getsDigests(open.project, reader)) {
    await keepState(house, open, week);
    return undefined;
  }
  const since = (await lastTold(house, project, reader, earlier)) ?? earlier[0];
  if (!since) return undefined;
  const letter: Letter = {
    id: letterId,
    project,
    to,
    about: `The week in ${name}`,
    content: { kind: 'digest', week, since: since.id },
    urgency: 'daily',
  };
  // What happens between the two is told twice rather than never.
  await keepState(house, open, week);
  await post(house, [letter]);
  return letter;
}

/** What their last digest that may have arrived was about; what was kept since is news to them. */
async function lastTold(
  { store }: House,
  project: string,
  { tenant, id }: Reader,
  kept: readonly Milestone[],
): Promise<Milestone | undefined> {
  const isTheirs = ({ letter: { to, content }, delivery: { state } }: Posted) =>
    content.kind === 'digest' &&
    to.tenant === tenant &&
    to.id === id &&
    (state === 'sent' || state === 'unknown');
  const weeks = (await listPosted(store, project))
    .filter(isTheirs)
    .flatMap(({ letter: { content } }) => (content.kind === 'digest' ? [content.week] : []));
  const last = weeks.sort().at(-1);
  return last === undefined ? kept.at(-1) : kept.findLast((each) => each.id <= last);
}

/** As the project stands; whoever comes first in a week keeps it for all. */
async function keepState(house: House, { project, judged }: OpenProject, week: Week): Promise<void> {
  const { store, content, now } = house;
  const key = stateKey(project.id, week);
  if (await store.read(key)) return;
  const { integrations, findings } = await judged();
  const named = {
    id: week,
    name: 'the digest before',
    at: now().toISOString(),
    by: { name: 'Bridgekeeper' },
  };
  await store.create(key, milestoneOf(content, project, integrations, findings, named));
  for (const old of (await store.list(folderOf(project.id))).toSorted().slice(0, -keptWeeks)) {
    const document = await store.read(old);
    if (document) await store.remove(old, document.version);
  }
}

/** Oldest first. */
export async function keptStates(store: StoreReader, project: string): Promise<Milestone[]> {
  const kept = await Promise.all((await store.list(folderOf(project))).map((key) => store.read(key)));
  return kept.flatMap((document) => (document ? [document.value as Milestone] : [])).sort(byOldest);
}
