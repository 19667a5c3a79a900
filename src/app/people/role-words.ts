/** A role somebody holds, in words. */
import type { Content } from '../../core/interview/topic.ts';
import type { HeldRole, Integration, Project } from '../../core/landscape/landscape.ts';
import { readIntegration } from '../documents.ts';
import type { House } from '../house.ts';

type Held = Pick<HeldRole, 'role' | 'on' | 'in'>;
type Named = Pick<Integration, 'id' | 'name'>;

/** "Owner of CRM", "Project manager", "Integration developer of Voucher load"; of these integrations. */
export function roleInWords(
  { roles }: Pick<Content, 'roles'>,
  { applications }: Pick<Project, 'applications'>,
  integrations: readonly Named[],
  { role: id, on, in: within }: Held,
): string {
  const role = roles.find((each) => each.id === id);
  const title = role?.title ?? id;
  const things: readonly Named[] = on === undefined ? integrations : applications;
  const thing = things.find((each) => each.id === (on ?? within));
  if (!thing) return title;
  return role?.ofApplication ? `Owner of ${thing.name}` : `${title} of ${thing.name}`;
}

/** The same within a sentence: "owner of CRM". */
export async function roleTitle({ content, store }: House, project: Project, held: Held): Promise<string> {
  const integration = held.in === undefined ? undefined : await readIntegration(store, project.id, held.in);
  return roleInWords(content, project, integration ? [integration] : [], held).replace(
    /^\p{Lu}(?=\p{Ll})/u,
    (first) => first.toLowerCase(),
  );
}
