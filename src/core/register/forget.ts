/** Taking somebody out of a project's documents: the name alone, or what they answered as well. */
import { type Answer, speakerKey, standInName } from '../interview/answer.ts';
import type { Integration, Project } from '../landscape/landscape.ts';
import type { Deed } from './deed.ts';

/** `name`: what they said stays, and nobody can tell any more who said it. `answers`: their answers go too. */
export type Forgetting = 'name' | 'answers';

/** Whoever goes, by the id in Teams, and who stands in their place. */
export interface Forgotten {
  readonly id: string;
  readonly as: string;
  readonly how: Forgetting;
}

export function forgetInProject(project: Project, gone: Forgotten): Project {
  const { people, applications, answers, deeds } = project;
  return nameless(
    {
      ...project,
      people: people.filter(({ id }) => id !== gone.id),
      answers: left(answers, gone),
      applications: applications.map((each) => ({ ...each, answers: left(each.answers, gone) })),
      ...(deeds ? { deeds: deeds.map((deed) => unground(deed, gone)) } : {}),
    },
    gone,
  );
}

export function forgetInIntegration(integration: Integration, gone: Forgotten): Integration {
  const { answers, deeds } = integration;
  return nameless(
    {
      ...integration,
      answers: left(answers, gone),
      ...(deeds ? { deeds: deeds.map((deed) => unground(deed, gone)) } : {}),
    },
    gone,
  );
}

function left(answers: readonly Answer[], { id, how }: Forgotten): readonly Answer[] {
  return how === 'name' ? answers : answers.filter(({ by }) => by.kind !== 'person' || by.id !== id);
}

/** What an acceptance rested on holds a copy of the answer. Without it, the acceptance ends as with any answer that goes. */
function unground(deed: Deed, { id, how }: Forgotten): Deed {
  const { did } = deed;
  if (how === 'name' || did.kind !== 'accepted') return deed;
  const theirs = speakerKey({ kind: 'person', id, name: '' });
  const ground = did.ground.map((each) =>
    each.speaker === theirs ? { ...each, said: { kind: 'passed' } as const } : each,
  );
  return { ...deed, did: { ...did, ground } };
}

/**
 * The same with the stand-in wherever a document names the person by id: as author, owner, approver, home or speaker.
 * What people wrote themselves, a name in a note, is theirs and stays.
 */
export function nameless<T>(document: T, { id, as }: Pick<Forgotten, 'id' | 'as'>): T {
  const speaker = speakerKey({ kind: 'person', id, name: '' });
  const visit = (value: unknown): unknown => {
    if (value === speaker) return speakerKey({ kind: 'person', id: as, name: '' });
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const visited = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each)]));
    if (visited.id !== id) return visited;
    return { ...visited, id: as, ...('name' in visited ? { name: standInName } : {}) };
  };
  return visit(document) as T;
}
