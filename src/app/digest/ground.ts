/** What a digest is made from, read once. */
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import type { Member, Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import { type Decisions, decisionsIn, deedsOf } from '../../core/register/decisions.ts';
import type { Who } from '../../core/register/deed.ts';
import { historyOf } from '../../core/register/history.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import { type Entry, entryOf } from '../../core/register/register.ts';
import { type StepEntry, stepsOf } from '../../core/register/steps.ts';
import type { Nudges } from '../../core/reminder/nudging.ts';
import { type Day, onTheWall } from '../../core/reminder/zone.ts';
import { readPerson } from '../documents.ts';
import type { House } from '../house.ts';
import type { JudgedProject } from '../register/judge-project.ts';
import { readNudges } from '../reminder/nudges-on-file.ts';
import type { Reader } from '../reminder/waiting.ts';

export interface Ground {
  readonly house: House;
  readonly project: Project;
  readonly judged: JudgedProject;
  /** How the project stood at the digest before. */
  readonly since?: Milestone;
  readonly reader: Reader;
  /** On the reader's calendar. */
  readonly today: Day;
  readonly zone: string;
  readonly steps: readonly StepEntry[];
  readonly decisions: Decisions;
  /** Risks and issues, worst first. */
  readonly entries: readonly Entry[];
  /** The others of the project, with what is on file of their reminders. */
  readonly others: readonly Other[];
}

export interface Other {
  readonly member: Member;
  readonly person?: Person;
  readonly nudged: Nudges['nudged'];
}

export async function groundFor(
  house: House,
  project: Project,
  judged: JudgedProject,
  view: Pick<Ground, 'reader' | 'today' | 'zone' | 'since'>,
): Promise<Ground> {
  const { integrations, findings } = judged;
  const decisions = decisionsIn(deedsOf(project, integrations));
  const history = historyOf(project, integrations);
  const { reader, today } = view;
  return {
    house,
    project,
    judged,
    ...view,
    steps: stepsOf(house.content, project, integrations, findings, today),
    decisions,
    entries: findings.filter(isRaised).map((finding) => entryOf(finding, decisions, history, today)),
    others: await Promise.all(
      project.people
        .filter(({ id, left }) => id !== reader.id && !left)
        .map((member) => onFile(house, reader, member)),
    ),
  };
}

async function onFile({ store }: House, { tenant }: Reader, member: Member): Promise<Other> {
  const who = { tenant, id: member.id };
  const [person, { nudges }] = await Promise.all([readPerson(store, who), readNudges(store, who)]);
  return { member, ...(person ? { person } : {}), nudged: nudges.nudged };
}

/** On the reader's calendar. */
export function dayOf({ zone }: Pick<Ground, 'zone'>, at: string): Day {
  return onTheWall(Date.parse(at), zone).day;
}

/** The reader is spoken to, everybody else is named. */
export function called({ reader }: Pick<Ground, 'reader'>, who: Who): string {
  return who.id === reader.id ? 'you' : who.name;
}
