/** What of a project is one person's: the risks they own, the steps of their roles, and what waits for their answer. */
import type { Content } from '../interview/topic.ts';
import type { Finding } from '../judgement/finding.ts';
import type { Integration, Member, Project } from '../landscape/landscape.ts';
import { holdsRole } from '../landscape/roles.ts';
import { type Decisions, decisionsIn, deedsOf } from './decisions.ts';

export interface Theirs {
  /** Decided to be theirs. */
  readonly owned: readonly Finding[];
  /** Risks and issues that begin with a step of a role they hold. */
  readonly toDo: readonly Finding[];
  /** What cannot be judged before they, or others of their role, have answered. */
  readonly toAnswer: readonly Finding[];
}

export function theirs(
  content: Content,
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
  member: Member,
): Theirs {
  const decisions = decisionsIn(deedsOf(project, integrations));
  const places = new Map(integrations.map((each) => [each.id, each]));
  const holds = (role: string, { subject }: Pick<Finding, 'subject'>) => {
    const integration = subject.scope === 'integration' ? places.get(subject.id) : undefined;
    return holdsRole(member, role, { subject, ...(integration ? { integration } : {}) }, content.roles);
  };
  const owned = findings.filter((finding) => isOwner(decisions, finding, member));
  const others = findings.filter((finding) => !owned.includes(finding));
  return {
    owned,
    toDo: others.filter(
      (finding) =>
        (finding.kind === 'risk' || finding.kind === 'issue') &&
        finding.steps[0] !== undefined &&
        holds(finding.steps[0].owner, finding),
    ),
    toAnswer: others.filter(({ kind, waitingFor: [first] }) => {
      if (kind !== 'unknown' || !first) return false;
      // Whom people named is asked before those whose role it is.
      if (first.named.length > 0) return first.named.some((name) => isNamed(name, member));
      return first.roles.some((role) => holds(role, first));
    }),
  };
}

function isOwner(decisions: Decisions, { id }: Finding, member: Member): boolean {
  const owner = decisions.get(id)?.did.owner;
  if (!owner) return false;
  return owner.id === undefined ? isNamed(owner.name, member) : owner.id === member.id;
}

function isNamed(name: string, member: Member): boolean {
  return name.trim().toLowerCase() === member.name.trim().toLowerCase();
}
