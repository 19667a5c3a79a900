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
    if (!isOnlyGiven(before) || !before.from || held.from.how === 'given') return theirs;
    const from: RoleOrigin = { ...before.from, how: 'confirmed' };
    return theirs.map((each) => (each === before ? { ...each, from } : each));
  });
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
