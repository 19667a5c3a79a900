/** Who could answer about a thing, how near to it they are placed, and in which interview they would be asked. */
import type { HeldRole, Integration, Member, Project } from '../landscape/landscape.ts';
import { holdsRole, takesPart } from '../landscape/roles.ts';
import { type Subject, subjectKey } from './answer.ts';
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
  const isFed = feeding(integrations);
  const kept = new Map<string, readonly Knower[]>();
  const staff = people.filter(takesPart).map((member) => ({
    member,
    near: member.roles.filter(isNear),
    far: member.roles.filter((held) => !isNear(held)),
  }));
  const downstream = new Set(
    roles.flatMap(({ id, ofApplication }) => (ofApplication === 'downstream' ? [id] : [])),
  );

  function seenFrom(subject: Subject): readonly Integration[] {
    if (subject.scope === 'project') return integrations;
    if (subject.scope === 'application') return touching.get(subject.id) ?? [];
    const integration = named.get(subject.id);
    return integration ? [integration] : [];
  }

  function look(subject: Subject, role: RoleId): readonly Knower[] {
    const from = seenFrom(subject);
    const [first] = from;
    // Who owns any other application is no owner further down: the data has to get there.
    const counts = (held: HeldRole, { target }: Integration) =>
      !downstream.has(role) || held.on === undefined || isFed(target.application, held.on);
    return staff.flatMap(({ member, near, far }): Knower[] => {
      const here =
        near.length > 0 &&
        from.find((integration) =>
          near.some(
            (held) =>
              counts(held, integration) &&
              holdsRole({ roles: [held] }, role, { subject, integration }, roles),
          ),
        );
      if (here) return [{ member, near: true, via: here.id }];
      // What is held on the project is the same wherever one looks from.
      return first && holdsRole({ roles: far }, role, { subject, integration: first }, roles)
        ? [{ member, near: false, via: first.id }]
        : [];
    });
  }

  return (subject, role) => {
    const key = `${role} ${subjectKey(subject)}`;
    const known = kept.get(key) ?? look(subject, role);
    kept.set(key, known);
    return known;
  };
}

const isNear = (held: HeldRole) => held.on !== undefined || held.in !== undefined;

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

/** Whether data of the one application gets to the other, however far it is. */
function feeding(integrations: readonly Integration[]) {
  const next = new Map<string, Set<string>>();
  for (const { source, target } of integrations) {
    if (source.application === undefined || target.application === undefined) continue;
    const known = next.get(source.application) ?? new Set();
    next.set(source.application, known.add(target.application));
  }
  const reached = new Map<string, ReadonlySet<string>>();
  return (from: string | undefined, to: string): boolean => {
    if (from === undefined) return false;
    let fed = reached.get(from);
    if (!fed) {
      // Grows while it is gone through.
      const all = new Set([from]);
      for (const each of all) for (const further of next.get(each) ?? []) all.add(further);
      fed = all;
      reached.set(from, fed);
    }
    return fed.has(to);
  };
}
