/**
 * Owners whom open risks reach and whom nobody has asked, and places that they reach further down for which nobody has
 * named an owner. They are the next to be asked.
 */
import type { Content } from '../interview/topic.ts';
import { blastOf, type Hit } from '../landscape/blast.ts';
import type { Graph } from '../landscape/graph.ts';
import type { Application, Integration, Project } from '../landscape/landscape.ts';
import { landscapeGraph } from '../landscape/landscape-graph.ts';
import { nameKey } from '../landscape/recognise.ts';
import { ownersOn } from '../landscape/roles.ts';
import type { Who } from '../register/deed.ts';
import type { Calculation } from './calculation.ts';
import type { Facts } from './condition.ts';
import { givenValue } from './fact.ts';
import type { Finding } from './finding.ts';
import { isRaised } from './portfolio/raised.ts';
import { surveyor } from './survey.ts';
import { told } from './told.ts';

export interface Forgotten extends Hit {
  /** What the place is called. */
  readonly name: string;
  /** Absent where it is not on the list of applications. */
  readonly application?: string;
  /** On no list: the names of those who said that it uses the data. */
  readonly seenBy?: readonly string[];
  /** Those of its owners who have not been interviewed; empty where nobody is named as an owner. */
  readonly owners: readonly Who[];
}

/** Nearest first, in the order of names. `findings`: those of the whole project. */
export function forgottenOwners(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
): readonly Forgotten[] {
  const look = surveyor(content, calculations, project);
  const facts = (application: Application) =>
    look({ project, applications: [application] }).from({ scope: 'application', id: application.id });
  return forgottenIn(landscapeGraph(content, calculations, project, integrations, []), {
    project,
    raised: findings.filter(isRaised),
    ownersOf: ownersOf(content, project, facts),
    isInterviewed: interviewed(project, integrations.flatMap(speakersOf)),
  });
}

export interface Known {
  readonly project: Project;
  readonly raised: readonly Finding[];
  readonly ownersOf: (application: Application) => readonly Who[];
  readonly isInterviewed: (who: Who) => boolean;
}

export function forgottenIn(
  graph: Graph,
  { project, raised, ownersOf: owners, isInterviewed }: Known,
): readonly Forgotten[] {
  const applications = new Map(project.applications.map((each) => [each.id, each]));
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return blastOf(graph, raised)
    .flatMap((hit): Forgotten[] => {
      const application = applications.get(hit.node);
      const node = nodes.get(hit.node);
      // A file or a description has nobody who could be asked.
      if (!node || node.kind === 'loose' || node.name === '') return [];
      const named = application ? owners(application) : [];
      const left = named.filter((who) => !isInterviewed(who));
      if (named.length > 0 && left.length === 0) return [];
      const { name, seenBy } = node;
      const known = {
        ...(application ? { application: application.id } : {}),
        ...(seenBy ? { seenBy } : {}),
      };
      return [{ ...hit, name, ...known, owners: left }];
    })
    .sort((one, other) => one.hops - other.hops || (one.name < other.name ? -1 : 1));
}

export const ownerNameQuestion = 'owners-and-stakeholders.owner-name';

/** Whoever holds the role of an owner there, and whoever was named as one; a person of the project is known by their name. */
export function ownersOf(
  { roles }: Pick<Content, 'roles'>,
  project: Project,
  factsOf: (application: Application) => Facts,
): (application: Application) => readonly Who[] {
  const byName = new Map(project.people.map(({ id, name }) => [nameKey(name), { id, name }]));
  return (application) => {
    const found = new Map<string, Who>();
    const add = (who: Who) => found.set(who.id ?? `name ${nameKey(who.name)}`, who);
    ownersOn(roles, application.id, project).forEach(add);
    // Most have no answer to this, and the rest is looked at closer.
    if (application.answers.some(({ question }) => question === ownerNameQuestion))
      for (const reason of told(factsOf(application), ownerNameQuestion)) {
        const value = givenValue(reason);
        for (const name of value.type === 'people' ? value.names : [])
          add(byName.get(nameKey(name)) ?? { name: name.trim() });
      }
    return [...found.values()];
  };
}

/** Those who have said something about it: to leave a question open is not to say something. */
export function speakersOf({ answers }: Pick<Integration, 'answers'>): readonly Who[] {
  const speakers = new Map<string, Who>();
  for (const { by, said } of answers)
    if (by.kind === 'person' && said.kind !== 'passed' && !speakers.has(by.id))
      speakers.set(by.id, { id: by.id, name: by.name });
  return [...speakers.values()];
}

/** Anybody who has answered anything in the project has been asked; they know of it. */
export function interviewed(project: Project, speakers: readonly Who[]): (who: Who) => boolean {
  const all = [...speakers, ...[project, ...project.applications].flatMap(speakersOf)];
  const ids = new Set(all.map(({ id }) => id));
  const names = new Set([...new Set(all.map(({ name }) => name))].map(nameKey));
  return ({ id, name }) => (id === undefined ? names.has(nameKey(name)) : ids.has(id));
}
