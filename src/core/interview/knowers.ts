/** Who could answer about a thing, how near to it they are placed, and in which interview they would be asked. */
import type { Integration, Member, Project } from '../landscape/landscape.ts';
import { type Subject, subjectKey } from './answer.ts';
import { holds } from './interview.ts';
import type { Content, RoleId } from './topic.ts';

export interface Knower {
  readonly member: Member;
  /** Their role is held on this very thing, and not on the project as a whole. */
  readonly near: boolean;
  /** The integration in whose interview they are asked. */
  readonly via: string;
}

export type Knowers = (subject: Subject, role: RoleId) => readonly Knower[];

/** Somebody without a role has not said what they know, and is not counted on. */
export function knowersIn(
  { roles }: Pick<Content, 'roles'>,
  { people }: Pick<Project, 'people'>,
  integrations: readonly Integration[],
): Knowers {
  const touching = byApplication(integrations);
  const named = new Map(integrations.map((each) => [each.id, each]));
  const kept = new Map<string, readonly Knower[]>();
  const isOfEnd = new Set(roles.flatMap(({ id, ofApplication }) => (ofApplication ? [id] : [])));

  function seenFrom(subject: Subject): readonly Integration[] {
    if (subject.scope === 'project') return integrations;
    if (subject.scope === 'application') return touching.get(subject.id) ?? [];
    const integration = named.get(subject.id);
    return integration ? [integration] : [];
  }

  function look(subject: Subject, role: RoleId): readonly Knower[] {
    const all = seenFrom(subject);
    // What is no role of an end is the same wherever one looks from.
    const from = isOfEnd.has(role) || subject.scope === 'application' ? all : all.slice(0, 1);
    return people.flatMap((member): Knower[] => {
      const near = member.roles.filter(({ on }) => on !== undefined);
      const far = member.roles.filter(({ on }) => on === undefined);
      const viaOf = (held: Member['roles']) =>
        held.length === 0
          ? undefined
          : from.find((integration) =>
              holds(role, subject, { member: { ...member, roles: held }, roles, integration }),
            );
      const here = viaOf(near);
      const via = here ?? viaOf(far);
      return via ? [{ member, near: here !== undefined, via: via.id }] : [];
    });
  }

  return (subject, role) => {
    const key = `${role} ${subjectKey(subject)}`;
    const known = kept.get(key) ?? look(subject, role);
    kept.set(key, known);
    return known;
  };
}

function byApplication(integrations: readonly Integration[]): ReadonlyMap<string, readonly Integration[]> {
  const touching = new Map<string, Integration[]>();
  for (const integration of integrations)
    for (const id of new Set([integration.source.application, integration.target.application])) {
      if (id === undefined) continue;
      const known = touching.get(id);
      if (known) known.push(integration);
      else touching.set(id, [integration]);
    }
  return touching;
}
