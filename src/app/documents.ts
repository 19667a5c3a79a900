/** Reading and changing documents. Somebody else may write at any time: then the change is decided again. */
import { createHash } from 'node:crypto';
import type { Home, Integration, Project, Turn as TakenTurn } from '../core/landscape/landscape.ts';
import type { Conversation, Person } from '../core/landscape/person.ts';
import type { Document, Key, Reader, Store } from '../store/store.ts';
import type { Caller } from './command.ts';

/** Far above what many people at once can cause; reaching it means that something else is wrong. */
const attempts = 500;
/** A repeat comes within seconds, an old card within weeks; this many turns back are told apart. */
const remembered = 100;

export const projectKey = (project: string): Key => `projects/${project}/project`;
export const integrationKey = (project: string, integration: string): Key =>
  `projects/${project}/integrations/${integration}`;
export const milestoneKey = (project: string, milestone: string): Key =>
  `projects/${project}/milestones/${milestone}`;
export const rosterKey = (project: string): Key => `projects/${project}/roster`;
export const personKey = (caller: Pick<Caller, 'tenant' | 'id'>): Key =>
  `people/${fileName(caller.tenant, caller.id)}`;
export const conversationKey = ({ tenant, conversation }: Whereabouts): Key =>
  `conversations/${fileName(tenant, conversation.id)}`;

/** The id of the project that a conversation or person begins with: the same, whoever comes first. */
export const firstProjectOf = (home: Exclude<Home, { kind: 'anyone' }>): string =>
  `project-${fileName(home.kind, home.tenant, home.id)}`;

/** Ids from outside may hold anything; a digest of them is a safe name for a file. */
export function fileName(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** Stands for somebody in the id of a letter, which may outlive what is kept of them: it cannot be read back. */
export const markOf = (id: string): string => fileName('person', id);

/** As much of a caller as names a conversation. */
type Whereabouts = Pick<Caller, 'tenant'> & { readonly conversation: { readonly id: string } };

const isId = (id: string) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(id);

export async function readProject(store: Store, id: string): Promise<Project | undefined> {
  if (!isId(id)) return undefined;
  return (await store.read(projectKey(id)))?.value as Project | undefined;
}

export async function readIntegration(
  store: Store,
  project: string,
  id: string,
): Promise<Integration | undefined> {
  if (!isId(project) || !isId(id)) return undefined;
  return (await store.read(integrationKey(project, id)))?.value as Integration | undefined;
}

export async function readPerson(
  store: Reader,
  caller: Pick<Caller, 'tenant' | 'id'>,
): Promise<Person | undefined> {
  return (await store.read(personKey(caller)))?.value as Person | undefined;
}

export async function readConversation(
  store: Reader,
  caller: Whereabouts,
): Promise<Conversation | undefined> {
  return (await store.read(conversationKey(caller)))?.value as Conversation | undefined;
}

export async function listIntegrations(store: Reader, project: string): Promise<Integration[]> {
  const keys = await store.list(`projects/${project}/integrations/`);
  const kept = await Promise.all(keys.map((key) => store.read(key)));
  return kept.flatMap((document) => (document ? [document.value as Integration] : []));
}

export async function listProjects(store: Reader): Promise<Project[]> {
  const keys = (await store.list('projects/')).filter((key) => /^projects\/[^/]+\/project$/.test(key));
  const kept = await Promise.all(keys.map((key) => store.read(key)));
  return kept.flatMap((document) => (document ? [document.value as Project] : []));
}

/** What `decide` returns is written, unless it returns what it was given. Resolves with what is on file afterwards. */
export async function change<T extends Document | undefined>(
  store: Store,
  key: Key,
  decide: (current: T | undefined) => T,
): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await store.read(key);
    const current = kept?.value as T | undefined;
    const wanted = decide(current);
    if (wanted === current || wanted === undefined) return wanted;
    const written = kept ? await store.write(key, wanted, kept.version) : await store.create(key, wanted);
    if (written.ok) return wanted;
  }
  throw new Error(`${key} was changed by others ${attempts} times in a row`);
}

/** Changes a project that is there. */
export function changeProject(
  store: Store,
  id: string,
  decide: (project: Project) => Project,
): Promise<Project> {
  return change<Project>(store, projectKey(id), (project) => decide(existing(project, id)));
}

export function changeIntegration(
  store: Store,
  project: string,
  id: string,
  decide: (integration: Integration) => Integration,
): Promise<Integration> {
  return change<Integration>(store, integrationKey(project, id), (integration) =>
    decide(existing(integration, id)),
  );
}

function existing<T>(document: T | undefined, id: string): T {
  if (document === undefined) throw new Error(`${id} has been removed`);
  return document;
}

export function remember(recent: readonly TakenTurn[], ...turns: readonly TakenTurn[]): readonly TakenTurn[] {
  return [...recent, ...turns].slice(-remembered);
}
