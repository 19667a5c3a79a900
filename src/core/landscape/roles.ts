/** Who holds a role where. Whoever asks that question anywhere in the house asks it here. */
import type { Subject } from '../interview/answer.ts';
import type { Role, RoleId } from '../interview/topic.ts';
import type { Who } from '../register/deed.ts';
import type { HeldRole, Integration, Member, Project } from './landscape.ts';

/** What is looked at: a subject, and the integration it is seen from, where there is one. */
export interface Where {
  readonly subject: Subject;
  readonly integration?: Pick<Integration, 'id' | 'source' | 'target'>;
}

/** Somebody with a role, a member of the project or not. */
export interface Holder {
  readonly who: Who;
  readonly held: HeldRole;
  /** Somebody else said so, and they have not said yes to it. */
  readonly onlyGiven: boolean;
}

/** Who holds the role there, members before people outside; those who have left hold nothing. */
export function holdersOf(
  roles: readonly Role[],
  role: RoleId,
  where: Where,
  { people, outsiders = [] }: Pick<Project, 'people' | 'outsiders'>,
): Holder[] {
  const held = (who: Who, theirs: readonly HeldRole[]): Holder[] => {
    const fitting = theirs.filter((each) => isHeldAt(each, role, where, roles));
    const best = fitting.find((each) => !isOnlyGiven(each)) ?? fitting[0];
    return best ? [{ who, held: best, onlyGiven: isOnlyGiven(best) }] : [];
  };
  return [
    ...people.flatMap((member) =>
      member.left ? [] : held({ id: member.id, name: member.name }, member.roles),
    ),
    ...outsiders.flatMap((outsider) => held({ name: outsider.name }, outsider.roles)),
  ];
}

/** Who holds an owner's role on this application itself, whichever end of an integration it is. */
export function ownersOn(
  roles: readonly Role[],
  application: string,
  { people, outsiders = [] }: Pick<Project, 'people' | 'outsiders'>,
): Who[] {
  const owns = ({ roles: theirs }: Pick<Member, 'roles'>) =>
    theirs.some(({ role, on }) => on === application && endOf(role, roles) !== undefined);
  return [
    ...people.flatMap((member) =>
      !member.left && owns(member) ? [{ id: member.id, name: member.name }] : [],
    ),
    ...outsiders.flatMap((outsider) => (owns(outsider) ? [{ name: outsider.name }] : [])),
  ];
}

export function holdsRole(
  { roles: theirs }: Pick<Member, 'roles'>,
  role: RoleId,
  where: Where,
  roles: readonly Role[],
): boolean {
  return theirs.some((each) => isHeldAt(each, role, where, roles));
}

export const isOnlyGiven = ({ from }: HeldRole): boolean => from?.how === 'given';

/** An owner of one application is the source owner of one integration and the target owner of another. */
function isHeldAt(held: HeldRole, role: RoleId, where: Where, roles: readonly Role[]): boolean {
  const { subject, integration } = where;
  if (held.in !== undefined && !isIn(held.in, where)) return false;
  const end = endOf(role, roles);
  if (end === undefined) return held.role === role && (held.on === undefined || touches(held.on, where));
  // On no application in particular, as where an end was not recognised: the role is what it says.
  if (held.on === undefined) return held.role === role;
  if (endOf(held.role, roles) === undefined) return false;
  const here = subject.scope === 'application' ? subject.id : undefined;
  if (!integration) return here === undefined ? held.role === role : held.on === here;
  const [source, target] = [integration.source.application, integration.target.application];
  const isHere = here === undefined || held.on === here;
  switch (end) {
    case 'source':
      return held.on === source && isHere;
    case 'target':
      return held.on === target && isHere;
    case 'any':
      return here === undefined ? held.on === source || held.on === target : isHere;
    case 'downstream':
      return held.on !== source && held.on !== target;
  }
}

/** A role in one integration says nothing about the project as a whole. */
function isIn(id: string, { subject, integration }: Where): boolean {
  if (subject.scope === 'integration') return subject.id === id;
  return subject.scope === 'application' && integration?.id === id;
}

/** A role on one application counts for that application, and for the integrations it is an end of. */
function touches(application: string, { subject, integration }: Where): boolean {
  if (subject.scope === 'application') return subject.id === application;
  if (subject.scope === 'project' || !integration) return false;
  return integration.source.application === application || integration.target.application === application;
}

function endOf(role: RoleId, roles: readonly Role[]): Role['ofApplication'] {
  return roles.find(({ id }) => id === role)?.ofApplication;
}

/** For comparing: the same role on the same thing, however it came about. */
export function roleKey({ role, on, in: integration }: HeldRole): string {
  return `${role}${on === undefined ? '' : `@${on}`}${integration === undefined ? '' : `#${integration}`}`;
}

export function readRoleKey(key: string): Pick<HeldRole, 'role' | 'on' | 'in'> {
  const [, role = '', on, integration] = /^([^@#]*)(?:@([^#]*))?(?:#(.*))?$/s.exec(key) ?? [];
  return {
    role,
    ...(on === undefined ? {} : { on }),
    ...(integration === undefined ? {} : { in: integration }),
  };
}

/** May use the bot in the project, and be asked by it. */
/** What they do on the whole project. */
export const rolesOnAll = (member: Member | undefined): readonly RoleId[] =>
  (member?.roles ?? []).flatMap(({ role, on, in: within }) =>
    on === undefined && within === undefined ? [role] : [],
  );

export const takesPart = ({ left, guest }: Member): boolean => !left && !guest;
