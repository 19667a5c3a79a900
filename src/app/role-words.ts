/** A role in words: "owner of CRM", "developer of voucher load". */
import type { HeldRole, Project } from '../core/landscape/landscape.ts';
import { readIntegration } from './documents.ts';
import type { House } from './house.ts';

export async function roleTitle(
  house: House,
  project: Project,
  held: Pick<HeldRole, 'role' | 'on' | 'in'>,
): Promise<string> {
  const role = house.content.roles.find(({ id }) => id === held.role);
  const title = (role?.title ?? held.role).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
  if (held.on !== undefined) {
    const name = project.applications.find(({ id }) => id === held.on)?.name ?? held.on;
    return role?.ofApplication ? `owner of ${name}` : `${title} of ${name}`;
  }
  if (held.in === undefined) return title;
  return `${title} of ${(await readIntegration(house.store, project.id, held.in))?.name ?? held.in}`;
}
