/** A dated copy of what was judged, and of what it was judged by: enough to say later what has changed, and why. */
import type { Content, DateId, StageId } from '../interview/topic.ts';
import type { Finding, FindingKind, Severity } from '../judgement/finding.ts';
import type { Integration, Member, Project } from '../landscape/landscape.ts';
import { contentDigests } from './content-digests.ts';
import type { Who } from './deed.ts';

export interface Milestone {
  readonly schema: 1;
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. Answers are a log: with this, what had been said by then is known. */
  readonly at: string;
  readonly by: Who;
  /** Made where `stage` ended, and kept for good; a gate of an earlier version of the bot does not say so. */
  readonly gate?: true;
  readonly stage: StageId;
  readonly dates: Readonly<Record<DateId, string>>;
  readonly people: readonly Member[];
  readonly applications: readonly { readonly id: string; readonly name: string }[];
  readonly integrations: readonly Joined[];
  /** Risks, issues and what could not be judged; what was done right is left out. */
  readonly findings: readonly Noted[];
  /** Of each rule, question and limit, what changes a judgement. */
  readonly digests: Readonly<Record<string, string>>;
}

/** An integration with the ids of the applications it joined. */
export interface Joined {
  readonly id: string;
  readonly name: string;
  readonly source?: string;
  readonly target?: string;
}

/** A finding as it was. */
export interface Noted {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly about: string;
  readonly topic: string;
  readonly kind: Exclude<FindingKind, 'assertion'>;
  readonly probability: number;
  readonly impact: number;
  readonly severity: Severity;
}

export function milestoneOf(
  content: Content,
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
  named: Pick<Milestone, 'id' | 'name' | 'at' | 'by' | 'gate'>,
): Milestone {
  const { stage, dates, people, applications } = project;
  return {
    schema: 1,
    ...named,
    stage,
    dates,
    people,
    applications: applications.map(({ id, name }) => ({ id, name })),
    integrations: integrations.map(joinedOf),
    findings: findings.flatMap((finding) => notedOf(finding) ?? []),
    digests: contentDigests(content),
  };
}

function joinedOf({ id, name, source, target }: Integration): Joined {
  return {
    id,
    name,
    ...(source.application === undefined ? {} : { source: source.application }),
    ...(target.application === undefined ? {} : { target: target.application }),
  };
}

/** Nothing for what is done right. */
export function notedOf(finding: Finding): Noted | undefined {
  const { id, rule, title, about, topic, kind, probability, impact, severity } = finding;
  return kind === 'assertion'
    ? undefined
    : { id, rule, title, about, topic, kind, probability, impact, severity };
}
