/** What questions are about, by name. */
import type { Wanted } from '../../core/interview/wanted.ts';
import { endName, type Integration, type Project } from '../../core/landscape/landscape.ts';

/** The names of what questions are about, most of them first. */
export function thingsOf(
  wanted: readonly Pick<Wanted, 'about'>[],
  project: Project,
  integrations: readonly Integration[],
): string[] {
  const counts = new Map<string, number>();
  for (const { about } of wanted) {
    const name = thingName(about, project, integrations);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

function thingName(about: string, project: Project, integrations: readonly Integration[]): string {
  const id = about.slice(about.indexOf(':') + 1);
  if (about.startsWith('application:')) return endName({ written: id, application: id }, project);
  return about.startsWith('integration:')
    ? (integrations.find((each) => each.id === id)?.name ?? id)
    : 'the project';
}
