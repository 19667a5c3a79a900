/** A role somebody holds, in words: "Owner of CRM", "Project manager", "Integration developer of Voucher load". */
import type { Content } from '../core/interview/topic.ts';
import type { HeldRole, Integration, Project } from '../core/landscape/landscape.ts';

type Named = Pick<Integration, 'id' | 'name'>;

export function roleInWords(
  { roles }: Pick<Content, 'roles'>,
  { applications }: Pick<Project, 'applications'>,
  integrations: readonly Named[],
  { role: id, on, in: within }: HeldRole,
): string {
  const role = roles.find((each) => each.id === id);
  const title = role?.title ?? id;
  const things: readonly Named[] = on === undefined ? integrations : applications;
  const thing = things.find((each) => each.id === (on ?? within));
  if (!thing) return title;
  return role?.ofApplication ? `Owner of ${thing.name}` : `${title} of ${thing.name}`;
}
