/** Who manages a project, and whose role opens what is guarded. A person's own word makes nobody either. */
import type { Who } from '../register/deed.ts';
import type { HeldRole, Member, Project } from './landscape.ts';
import { isOnlyGiven, roleKey, takesPart } from './roles.ts';

type Known = Required<Who>;

/** Held on the whole project, these open what others said about protecting data; the first also manages the project. */
const opening: ReadonlySet<string> = new Set([
  'project-manager',
  'integration-architect',
  'security',
  'data-protection',
]);

export const opensMuch = (held: Pick<HeldRole, 'role' | 'on' | 'in'>): boolean => opening.has(roleKey(held));

/** A manager has said that it is so, and its holder has not said otherwise. */
const isVouched = (held: HeldRole): boolean => held.vouched !== undefined && !isOnlyGiven(held);

/** Waits for a manager: its holder says so, and nobody who may has said yes to it. */
export const isUnvouched = (held: HeldRole): boolean =>
  opensMuch(held) && held.vouched === undefined && !isOnlyGiven(held);

const isVouchedManager = ({ roles }: Pick<Member, 'roles'>): boolean =>
  roles.some((held) => roleKey(held) === 'project-manager' && isVouched(held));

/** Whoever was confirmed as manager; nobody who was, it is the first who came and is still there. */
export function managersOf(project: Pick<Project, 'people'>): readonly Known[] {
  const here = project.people.filter(takesPart);
  const managers = here.filter(isVouchedManager);
  return (managers.length > 0 ? managers : here.slice(0, 1)).map(({ id, name }) => ({ id, name }));
}

export function isManager(project: Pick<Project, 'people'>, person: string): boolean {
  return managersOf(project).some(({ id }) => id === person);
}

/** Who manages the project only because nobody was confirmed as its manager. */
export function standInManager({ people }: Pick<Project, 'people'>): Known | undefined {
  const here = people.filter(takesPart);
  const [first] = here;
  return first && !here.some(isVouchedManager) ? { id: first.id, name: first.name } : undefined;
}

/** Whether what others said about protecting data is for this person. */
export function isTrusted(project: Pick<Project, 'people'>, person: string): boolean {
  const member = project.people.find(({ id }) => id === person);
  return (
    isManager(project, person) || (member?.roles.some((held) => opensMuch(held) && isVouched(held)) ?? false)
  );
}
