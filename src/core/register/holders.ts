/** Who holds a role where something is to be done. */
import type { Subject } from '../interview/answer.ts';
import type { Content, RoleId } from '../interview/topic.ts';
import type { Integration, Member, Project } from '../landscape/landscape.ts';
import type { Who } from './deed.ts';

/** An owner of one application is the source owner of one integration and the target owner of another. */
export function holdersOf(
  { roles }: Pick<Content, 'roles'>,
  role: RoleId,
  subject: Subject,
  { people }: Project,
  integration?: Integration,
): Who[] {
  const end = roles.find(({ id }) => id === role)?.ofApplication;
  const owns = (held: Member['roles'][number]) =>
    roles.some(({ id, ofApplication }) => id === held.role && ofApplication !== undefined);
  const ends = endsOf(end, subject, integration);
  const holds = (held: Member['roles'][number]) => {
    if (held.on === undefined || end === undefined || end === 'downstream') return held.role === role;
    return ends === undefined ? held.role === role : owns(held) && ends.includes(held.on);
  };
  return people.filter((member) => member.roles.some(holds)).map(({ id, name }) => ({ id, name }));
}

/** The applications whose owners are meant; absent where the project as a whole is. */
function endsOf(
  end: Content['roles'][number]['ofApplication'],
  subject: Subject,
  integration: Integration | undefined,
): readonly string[] | undefined {
  if (subject.scope === 'application') return [subject.id];
  if (!integration) return undefined;
  const { source, target } = integration;
  const wanted = end === 'source' ? [source] : end === 'target' ? [target] : [source, target];
  return wanted.flatMap(({ application }) => application ?? []);
}
