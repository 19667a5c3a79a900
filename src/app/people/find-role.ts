/** The role somebody means, and the application or integration they mean it for. */
import type { Subject } from '../../core/interview/answer.ts';
import type { Role } from '../../core/interview/topic.ts';
import type { HeldRole, Integration, Project } from '../../core/landscape/landscape.ts';
import { recogniser } from '../../core/landscape/recognise.ts';
import { fold, shorten } from '../project/integrations.ts';

type Held = Pick<HeldRole, 'role' | 'on' | 'in'>;

export type RoleFound =
  | { readonly ok: true; readonly held: Held }
  /** `which`: those that may be meant, by name, where there are some. */
  | {
      readonly ok: false;
      readonly why: string;
      readonly which: readonly { readonly held: Held; readonly name: string }[];
    };

const others: Readonly<Record<string, string>> = {
  owner: 'application-owner',
  'system owner': 'application-owner',
  'product owner': 'application-owner',
  'process owner': 'business-process-owner',
  pm: 'project-manager',
  'project lead': 'project-manager',
  'project leader': 'project-manager',
  architect: 'integration-architect',
  dev: 'developer',
  'security officer': 'security',
  dpo: 'data-protection',
  tester: 'test-lead',
  'test manager': 'test-lead',
};

/** By its id, its title, or what people call it. */
export function roleNamed(roles: readonly Role[], typed: string): Role | undefined {
  const plain = fold(typed).replace(/^the /, '');
  const names = ({ id, title, phrase }: Role) =>
    [id, id.replaceAll('-', ' '), fold(title), fold(phrase).replace(/^the /, '')].includes(plain);
  return roles.find(names) ?? roles.find(({ id }) => id === others[plain]);
}

export function findRole(
  roles: readonly Role[],
  project: Project,
  integrations: readonly Integration[],
  said: { readonly role: string; readonly of: string },
): RoleFound {
  const role = roleNamed(roles, said.role);
  if (!role) return { ok: false, why: `I know no role called “${shorten(said.role)}”.`, which: [] };
  const isOwner = role.ofApplication !== undefined;
  const of = said.of.trim();
  // An owner of one application sends in one integration and receives in another.
  const onApplication = (id: string): Held => ({ role: isOwner ? 'application-owner' : role.id, on: id });
  const things = [
    ...project.applications.map(({ id, name }) => ({ id: `a ${id}`, name, held: onApplication(id) })),
    ...(isOwner
      ? []
      : integrations.map(({ id, name }) => ({ id: `i ${id}`, name, held: { role: role.id, in: id } }))),
  ];
  const certain = of ? recogniser(things).find(of) : [];
  // Only applications are owned: one that bears the project's name is what an owner means by it.
  const isOwned = isOwner && certain.length > 0;
  if (!of || (isWholeProject(of, project) && !isOwned)) {
    if (isOwner) return { ok: false, why: 'Which application is owned? Say its name, too.', which: [] };
    return { ok: true, held: { role: role.id } };
  }
  const found = certain.length > 0 ? certain : things.filter(({ name }) => fold(name).includes(fold(of)));
  const [first, other] = found;
  if (first && !other) return { ok: true, held: first.held };
  if (first)
    return {
      ok: false,
      why: `${found.length} match “${shorten(of)}”.`,
      which: found.slice(0, 5).map(({ held, name }) => ({ held, name: nameOf(held, name) })),
    };
  const what = isOwner ? 'application' : 'application or integration';
  return { ok: false, why: `I know no ${what} called “${shorten(of)}”.`, which: [] };
}

const nameOf = (held: Held, name: string) => (held.in === undefined ? name : `${name} (integration)`);

function isWholeProject(of: string, { name }: Project): boolean {
  return /^(?:(?:the|this|our) )?(?:whole )?project$/i.test(of) || fold(of) === fold(name);
}

/** The role on something that is at hand; nothing where it cannot be held on that. */
export function heldOn({ id, ofApplication }: Role, about: Subject | undefined): Held | undefined {
  const isOwner = ofApplication !== undefined;
  if (about?.scope === 'application') return { role: isOwner ? 'application-owner' : id, on: about.id };
  if (isOwner) return undefined;
  return about?.scope === 'integration' ? { role: id, in: about.id } : { role: id };
}
