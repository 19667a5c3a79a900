/** Milestones: made at each gate and on demand. */
import type { Project } from '../../core/landscape/landscape.ts';
import { type Milestone, milestoneOf } from '../../core/register/milestone.ts';
import type { Reader, Store } from '../../store/store.ts';
import type { Command } from '../command.ts';
import { change, fileName, milestoneKey } from '../documents.ts';
import type { House, Turn } from '../house.ts';
import { noProjectNotice, notice, say } from '../notices.ts';
import { oneLine } from '../one-line.ts';
import { fold } from '../project/integrations.ts';
import { currentProject, memberOf } from '../project/membership.ts';
import type { Outcome } from '../reply.ts';
import { judgeProject } from './judge-project.ts';

const longestName = 80;
/** Of those people make. Each holds what was found in the whole project, and `summary` looks for the latest: years of months. */
const mostKept = 50;

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
  const { made, lines } = await makeMilestone(house, turn, project, typed || `As of ${turn.at.slice(0, 10)}`);
  const risks = made.findings.filter(({ kind }) => kind !== 'unknown').length;
  return say(
    notice(
      `Milestone “${made.name}” is kept`,
      [
        `${risks} risks and issues, ${made.findings.length - risks} that cannot be judged yet.`,
        'Say “compare” at any time: I show what has changed since, and why.',
        ...lines,
      ],
      'compare',
      'summary',
    ),
  );
}

interface Making {
  readonly made: Milestone;
  /** What became of others. */
  readonly lines: readonly string[];
}

/** Of one name on one day the newest is kept, so the same turn again makes no second one. */
export async function makeMilestone(
  house: House,
  turn: Turn,
  project: Project,
  name: string,
): Promise<Making> {
  const made = await make(house, turn, project, { id: idOf(turn, fold(name)), name });
  return { made, lines: await makeRoom(house.store, project.id) };
}

/** How the project stood where a stage ended. No name that somebody types takes its place. */
export async function makeGateMilestone(house: House, turn: Turn, project: Project): Promise<void> {
  const { stage } = project;
  const name = `Gate ${house.content.stages.find(({ id }) => id === stage)?.title ?? stage}`;
  await make(house, turn, project, { id: idOf(turn, 'gate', stage), name, gate: true });
}

const idOf = ({ at }: Turn, ...parts: readonly string[]) =>
  `milestone-${fileName(at.slice(0, 10), ...parts)}`;

async function make(
  house: House,
  turn: Turn,
  project: Project,
  named: Pick<Milestone, 'id' | 'name' | 'gate'>,
): Promise<Milestone> {
  const { integrations, findings } = await judgeProject(house, project);
  const { id: by, name: called } = turn.caller;
  const made = milestoneOf(house.content, project, integrations, findings, {
    ...named,
    at: turn.at,
    by: { id: by, name: called },
  });
  await change<Milestone>(house.store, milestoneKey(project.id, made.id), () => made);
  return made;
}

/** The first stays, the whole way is compared with it; and so does each gate. */
async function makeRoom(store: Store, project: string): Promise<string[]> {
  const chosen = (await listMilestones(store, project)).filter(({ gate }) => !gate);
  const gone: Milestone[] = [];
  for (const old of chosen.slice(1, Math.max(1, chosen.length - mostKept + 1))) {
    const key = milestoneKey(project, old.id);
    const document = await store.read(key);
    // Where somebody else was quicker it is theirs to tell, or made anew.
    if (document && (await store.remove(key, document.version)).ok) gone.push(old);
  }
  const [first] = gone;
  if (!first) return [];
  const which = gone.length === 1 ? `“${first.name}” has` : `${gone.length} older ones have`;
  return [`${which} gone: besides the gates I keep ${mostKept} milestones, the first and the newest.`];
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
