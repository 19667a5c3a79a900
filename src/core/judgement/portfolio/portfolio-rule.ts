/**
 * What the rules about several integrations together have in common. A rule first takes from each integration what
 * matters to it, then looks at all that was taken: so a change of one integration has only that one looked at again.
 */
import type { Subject } from '../../interview/answer.ts';
import type { Content, Limit, QuestionKey } from '../../interview/topic.ts';
import type { Application, Integration, Project } from '../../landscape/landscape.ts';
import type { Link } from '../../landscape/link.ts';
import type { Fact, Facts, Reason } from '../condition.ts';
import type { Evidence, Finding } from '../finding.ts';

export interface PortfolioRule<Taken = unknown> {
  /** That of its words in `portfolio.yaml`, without which it is not used. */
  readonly id: string;
  /** What a finding of it is about. */
  readonly scope: 'project' | 'application';
  /** The limits it reads. */
  readonly needs: readonly string[];
  /** The rules that tell of each what this one tells of all: in a summary they are one thing to know. */
  readonly sumsUp?: readonly string[];
  /** Absent where it is about every project. */
  isAbout?(project: Project): boolean;
  /** What matters of one integration; nothing where it is of no concern. */
  take(member: Member): Taken | undefined;
  look(taken: readonly Taken[], portfolio: Portfolio): readonly Sighting[];
}

/** One integration, with what can be seen from it. */
export interface Member {
  readonly content: Content;
  readonly project: Project;
  readonly integration: Integration;
  readonly facts: Facts;
  readonly link: Link;
  /** The questions of the core path that are put for each integration; */
  readonly core: readonly QuestionKey[];
  /** those of them to which something is on file. */
  readonly put: readonly QuestionKey[];
}

/** A whole project as these rules see it. */
export interface Portfolio {
  readonly content: Content;
  readonly project: Project;
  readonly integrations: readonly Integration[];
  /** What is known about the project alone. */
  readonly facts: Facts;
  readonly factsOf: (application: Application) => Facts;
  /** What has been raised about each integration, application and the project by itself: risks and issues. */
  readonly raised: readonly Finding[];
  readonly limit: (id: string) => Limit;
  readonly evidence: (reason: Reason) => Evidence;
}

/** What a rule has seen, before it is put into words. */
export interface Sighting {
  readonly kind: 'risk' | 'unknown' | 'assertion';
  readonly subject: Subject;
  readonly because: readonly Evidence[];
  /** It rests on who holds what, and not on anything that was said: without this, what rests on nothing is no finding. */
  readonly isAboutPeople?: true;
  readonly waitingFor?: readonly Fact[];
  /** The names of what it is about, the one to move, split or look at first at the head. */
  readonly names: readonly string[];
  /** The arithmetic, a line each. */
  readonly working: readonly string[];
}

export const ofProject: Subject = { scope: 'project' };
