/** Takes a person out of every document. Doing it again, or going on where it stopped, comes to the same. */
import { standInName } from '../../core/interview/answer.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import type { Roster } from '../../core/landscape/roster.ts';
import {
  type Forgotten,
  forgetInIntegration,
  forgetInProject,
  nameless,
} from '../../core/register/forget.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import { namelessLetter } from '../../core/reminder/nameless-letter.ts';
import type { Document, Key } from '../../store/store.ts';
import { change, conversationKey, listProjects, personKey, rosterKey } from '../documents.ts';
import { readBundleOf } from '../export/bundle.ts';
import { uploadKey } from '../export/hand-in.ts';
import type { House } from '../house.ts';
import { nudgesKey } from '../reminder/nudges-on-file.ts';
import { shareIn } from './own-share.ts';

/** `again`: it was begun before, and nobody knows how far it came. */
export async function forgetEverywhere(house: House, person: Person, again = false): Promise<void> {
  const { forgetting, tenant, id, name, chat } = person;
  if (!forgetting) return;
  const gone: Leaving = { id, name, as: forgetting.as, how: forgetting.how };
  for (const project of await listProjects(house.store)) {
    // The same id in another tenant is somebody else.
    if (project.home.kind !== 'anyone' && project.home.tenant !== tenant) continue;
    await remove(house, uploadKey({ tenant, id }, project));
    await forgetIn(house, project, gone, forgetting.at, again);
  }
  await remove(house, nudgesKey({ tenant, id }));
  if (chat) await remove(house, conversationKey({ tenant, conversation: { id: chat } }));
  // Last: as long as it is there, all this is not over.
  await remove(house, personKey({ tenant, id }));
}

/** `name`: what letters call them in their sentences. */
type Leaving = Forgotten & Pick<Person, 'name'>;

async function forgetIn(
  house: House,
  { id: project }: Project,
  gone: Leaving,
  at: string,
  again: boolean,
): Promise<void> {
  // The project itself first, while it can be counted what goes.
  await rewriteProject(house, `projects/${project}/project`, gone, at);
  for (const key of await house.store.list(`projects/${project}/`)) {
    const value = (await house.store.read(key))?.value as Document | undefined;
    if (!value) continue;
    const without = withoutThem(key, project, gone);
    if (isSame(value, without(value))) {
      if (again) await touch(house, key);
    } else if (key.includes('/outbox/') && isTo(value as Posted, gone)) await remove(house, key);
    else await rewrite<Document>(house, key, without);
  }
}

/** What becomes of a document, by the kind of it. */
function withoutThem(key: Key, project: string, gone: Leaving): (document: Document) => Document {
  if (key.includes('/integrations/')) return (each) => forgetInIntegration(each as Integration, gone);
  if (key.includes('/outbox/')) return (each) => namelessLetter(each as Posted, gone, gone.name);
  if (key === rosterKey(project)) return (each) => offTheRoster(each as Roster, gone);
  return (each) => nameless(each, gone);
}

/** Teams may name them again, for as long as they are in the team. */
function offTheRoster(roster: Roster, { id }: Forgotten): Roster {
  return { ...roster, members: roster.members.filter((each) => each.id !== id && each.also !== id) };
}

async function rewriteProject(house: House, key: Key, gone: Forgotten, at: string): Promise<void> {
  const project = (await house.store.read(key))?.value as Project | undefined;
  if (!project) return;
  const { answers, deeds } = shareIn(await readBundleOf(house.store, project), gone);
  const isKnown = answers.length > 0 || deeds.length > 0 || isNamedIn(project, gone);
  const turn = `forgot-${gone.as}`;
  if (!isKnown || project.deeds?.some((deed) => deed.turn === turn)) return;
  await rewrite<Project>(house, key, (current) => {
    const forgotten = forgetInProject(current, gone);
    const by = { id: gone.as, name: standInName };
    const did = { kind: 'forgot', how: gone.how, answers: answers.length } as const;
    return { ...forgotten, deeds: [...(forgotten.deeds ?? []), { by, at, turn, door: house.door, did }] };
  });
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const isNamedIn = (value: unknown, gone: Forgotten) => !isSame(value, nameless(value, gone));

const isTo = ({ letter: { to } }: Posted, { id }: Forgotten) => to.kind === 'person' && to.id === id;

/** Written twice: the store keeps the generation before the newest, and that must not know them either. */
async function rewrite<T extends Document>(
  { store }: House,
  key: Key,
  into: (document: T) => T,
): Promise<void> {
  await change<T | undefined>(store, key, (document) => document && into(document));
  await touch({ store }, key);
}

/** Written again as it is: whatever was interrupted here before, the generation before the newest is as clean. */
async function touch({ store }: Pick<House, 'store'>, key: Key): Promise<void> {
  await change<Document | undefined>(store, key, (document) => document && { ...document });
}

/** Somebody else may write it at the same moment; then it is removed as it is by then. */
async function remove({ store }: House, key: Key): Promise<void> {
  for (;;) {
    const kept = await store.read(key);
    if (!kept || (await store.remove(key, kept.version)).ok) return;
  }
}
