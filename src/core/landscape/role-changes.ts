/** Taking on a role, being given one, saying yes or no to it. */
import type { Who } from '../register/deed.ts';
import { isSameWho } from '../register/who.ts';
import type { HeldRole, Project, RoleOrigin } from './landscape.ts';
import { isOnlyGiven, roleKey } from './roles.ts';

/** `who` holds the role from now on; a member by id, anybody else as somebody outside. The same again changes nothing. */
export function withRole(
  project: Project,
  who: Who,
  held: HeldRole & { readonly from: RoleOrigin },
): Project {
  return changed(project, who, (theirs) => {
    const before = theirs.find((each) => roleKey(each) === roleKey(held));
    if (!before) return [...theirs, held];
    const after = saidAgain(before, held);
    return after === before ? theirs : theirs.map((each) => (each === before ? after : each));
  });
}

function saidAgain(before: HeldRole, { from, vouched }: HeldRole & { readonly from: RoleOrigin }): HeldRole {
  const isYes = isOnlyGiven(before) && from.how !== 'given';
  const isVouching = vouched !== undefined && before.vouched === undefined;
  if (!isYes && !isVouching) return before;
  const origin = before.from ?? from;
  return {
    ...before,
    // What was chosen at the start of an interview is chosen anew with the next one; what others say stays.
    from: isYes || !before.from ? { ...origin, how: 'confirmed' } : origin,
    ...(isVouching ? { vouched } : {}),
  };
}

/** A manager says that the role is theirs indeed. */
export function withVouched(
  project: Project,
  id: string,
  key: string,
  vouched: NonNullable<HeldRole['vouched']>,
): Project {
  const people = project.people.map((member) => {
    if (member.id !== id) return member;
    const from = { how: 'confirmed', ...vouched } as const;
    const roles = member.roles.map((held) => (roleKey(held) === key ? { from, ...held, vouched } : held));
    return { ...member, roles };
  });
  return { ...project, people };
}

export function withoutRole(project: Project, who: Who, key: string): Project {
  return changed(project, who, (theirs) =>
    theirs.some((each) => roleKey(each) === key) ? theirs.filter((each) => roleKey(each) !== key) : theirs,
  );
}

type Change = (theirs: readonly HeldRole[]) => readonly HeldRole[];

function changed(project: Project, { id, name }: Who, change: Change): Project {
  if (id === undefined) return changedOutside(project, name, change);
  const known = project.people.find((member) => member.id === id);
  const roles = change(known?.roles ?? []);
  if (roles === known?.roles || (!known && roles.length === 0)) return project;
  const people = known
    ? project.people.map((member) => (member === known ? { ...member, roles } : member))
    : [...project.people, { id, name, roles }];
  return { ...project, people };
}

/** Somebody outside is there for as long as they hold a role. */
function changedOutside(project: Project, name: string, change: Change): Project {
  const outsiders = project.outsiders ?? [];
  const known = outsiders.find((each) => isSameWho({ name: each.name }, { name }));
  const roles = change(known?.roles ?? []);
  if (roles === known?.roles || (!known && roles.length === 0)) return project;
  const others = outsiders.filter((each) => each !== known);
  const left = roles.length > 0 ? [...others, { name: known?.name ?? name, roles }] : others;
  const { outsiders: _, ...rest } = project;
  return left.length > 0 ? { ...rest, outsiders: left } : rest;
}
