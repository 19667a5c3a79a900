/** Milestones: made at each gate and on demand. */
import type { Project } from '../../core/landscape/landscape.ts';
import { type Milestone, milestoneOf } from '../../core/register/milestone.ts';
import type { Reader } from '../../store/store.ts';
import type { Command } from '../command.ts';
import { fileName, milestoneKey } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { noProjectNotice, notice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { currentProject, memberOf } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { judgeProject } from './judge-project.ts';

const longestName = 80;

/** `milestone`, `milestone <name>` */
export async function milestone(
  house: House,
  turn: Turn,
  command: Extract<Command, { do: 'milestone' }>,
): Promise<Outcome> {
  const project = await currentProject(house, turn.caller);
  if (!project) return say(noProjectNotice());
  await memberOf(house, project, turn.caller);
  const typed = oneLine(command.name).slice(0, longestName);
  const made = await makeMilestone(house, turn, project, typed || `As of ${turn.at.slice(0, 10)}`);
  const risks = made.findings.filter(({ kind }) => kind !== 'unknown').length;
  return say(
    notice(
      `Milestone “${made.name}” is kept`,
      [
        `${risks} risks and issues, ${made.findings.length - risks} that cannot be judged yet.`,
        'Say “compare” at any time: I show what has changed since, and why.',
      ],
      'compare',
      'summary',
    ),
  );
}

/** The same turn again finds what it has made. */
export async function makeMilestone(
  house: House,
  turn: Turn,
  project: Project,
  name: string,
): Promise<Milestone> {
  const { integrations, findings } = await judgeProject(house, project);
  const { id: by, name: called } = turn.caller;
  const id = `milestone-${fileName(turn.id, name)}`;
  const made = milestoneOf(house.content, project, integrations, findings, {
    id,
    name,
    at: turn.at,
    by: { id: by, name: called },
  });
  const key = milestoneKey(project.id, id);
  const { ok } = await house.store.create(key, made);
  return ok ? made : (((await house.store.read(key))?.value as Milestone | undefined) ?? made);
}

/** Oldest first. */
export async function listMilestones(store: Reader, project: string): Promise<Milestone[]> {
  const keys = await store.list(`projects/${project}/milestones/`);
  const kept = await Promise.all(keys.map((key) => store.read(key)));
  return kept.flatMap((document) => (document ? [document.value as Milestone] : [])).sort(byOldest);
}

export function byOldest(one: Milestone, other: Milestone): number {
  return one.at < other.at ? -1 : 1;
}
