/** What a summary is about: found by what somebody typed, or named by a card. */
import type { StageId } from '../../core/interview/topic.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { House } from '../house.ts';
import { fold } from '../project/integrations.ts';
import type { SummaryOf } from './register-command.ts';

export interface Named {
  readonly of: SummaryOf;
  readonly name: string;
}

/** What people say for a topic that its title does not say. */
const sayings: Readonly<Record<string, string>> = {
  security: 'sensitive-data',
  privacy: 'sensitive-data',
  volume: 'storage-and-limits',
  network: 'connectivity',
  environments: 'governance-environments',
  testing: 'governance-performance-testing',
};

/** Everything of that name; where nothing is called exactly so, everything with it in the name. */
export function namedSo(
  house: House,
  project: Project,
  integrations: readonly Integration[],
  sought: string,
): readonly Named[] {
  const plain = fold(sought);
  const whole: Named = { of: { scope: 'project' }, name: project.name };
  if (plain === '' || plain === 'project') return [whole];
  const parts: readonly Named[] = [
    ...project.applications.map(({ id, name }) => ({ of: { scope: 'application', id } as const, name })),
    ...integrations.map(({ id, name }) => ({ of: { scope: 'integration', id } as const, name })),
    ...project.people.map(({ id, name }) => ({ of: { scope: 'person', id } as const, name })),
    ...house.content.topics.map(({ id, title }) => ({ of: { scope: 'topic', id } as const, name: title })),
  ];
  // A project may well be called as the application it puts in.
  const exact = [whole, ...parts].filter(
    ({ of, name }) => fold(name) === plain || ('id' in of && (of.id === plain || of.id === sayings[plain])),
  );
  return exact.length > 0 ? exact : parts.filter(({ name }) => fold(name).includes(plain));
}

/** A stage by its title, its id or another word for it; without a word, the one the project is in. */
export function stageNamed({ content }: House, project: Project, sought: string): StageId | undefined {
  const plain = fold(sought);
  if (plain === '') return project.stage;
  return content.stages.find(
    ({ id, title, also }) =>
      id === plain || fold(title) === plain || also.some((each) => fold(each) === plain),
  )?.id;
}

/** What it is called, where it is there. */
export function nameOfSubject(
  { content }: House,
  project: Project,
  integrations: readonly Integration[],
  of: SummaryOf,
): string | undefined {
  if (of.scope === 'project') return project.name;
  switch (of.scope) {
    case 'application':
      return nameIn(project.applications, of.id);
    case 'integration':
      return nameIn(integrations, of.id);
    case 'person':
      return nameIn(project.people, of.id);
    case 'topic':
      return content.topics.find(({ id }) => id === of.id)?.title;
    case 'gate':
      return content.stages.find(({ id }) => id === of.id)?.title;
  }
}

function nameIn(
  all: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string | undefined {
  return all.find((each) => each.id === id)?.name;
}
