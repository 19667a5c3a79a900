/** Takes a person out of every document. Doing it again, or going on where it stopped, comes to the same. */
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { Person } from '../../core/landscape/person.ts';
import {
  type Forgotten,
  forgetInIntegration,
  forgetInProject,
  nameless,
  standInName,
} from '../../core/register/forget.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import type { Document, Key } from '../../store/store.ts';
import { change, conversationKey, listProjects, personKey } from '../documents.ts';
import { readBundleOf } from '../export/bundle.ts';
import { uploadKey } from '../export/hand-in.ts';
import type { House } from '../house.ts';
import { nudgesKey } from '../reminder/nudges-on-file.ts';
import { shareIn } from './own-share.ts';

export async function forgetEverywhere(house: House, person: Person): Promise<void> {
  const { forgetting, tenant, id, chat } = person;
  if (!forgetting) return;
  const gone: Forgotten = { id, as: forgetting.as, how: forgetting.how };
  for (const project of await listProjects(house.store)) {
    // The same id in another tenant is somebody else.
    if (project.home.kind !== 'anyone' && project.home.tenant !== tenant) continue;
    await remove(house, uploadKey({ tenant, id }, project));
    await forgetIn(house, project, gone, forgetting.at);
  }
  await remove(house, nudgesKey({ tenant, id }));
  if (chat) await remove(house, conversationKey({ tenant, conversation: { id: chat } }));
  // Last: as long as it is there, all this is not over.
  await remove(house, personKey({ tenant, id }));
}

async function forgetIn(house: House, { id: project }: Project, gone: Forgotten, at: string): Promise<void> {
  // The project itself first, while it can be counted what goes.
  await rewriteProject(house, `projects/${project}/project`, gone, at);
  for (const key of await house.store.list(`projects/${project}/`)) {
    const value = (await house.store.read(key))?.value;
    if (value === undefined || !isNamedIn(value, gone)) continue;
    if (key.includes('/outbox/') && isTo(value as Posted, gone)) await remove(house, key);
    else if (key.includes('/integrations/'))
      await rewrite<Integration>(house, key, (each) => forgetInIntegration(each, gone));
    else await rewrite<Document>(house, key, (each) => nameless(each, gone));
  }
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

const isNamedIn = (value: unknown, gone: Forgotten) =>
  JSON.stringify(value) !== JSON.stringify(nameless(value, gone));

const isTo = ({ letter: { to } }: Posted, { id }: Forgotten) => to.kind === 'person' && to.id === id;

/** Written twice: the store keeps the generation before the newest, and that must not know them either. */
async function rewrite<T extends Document>(
  { store }: House,
  key: Key,
  into: (document: T) => T,
): Promise<void> {
  await change<T | undefined>(store, key, (document) => document && into(document));
  await change<T | undefined>(store, key, (document) => document && { ...document });
}

/** Somebody else may write it at the same moment; then it is removed as it is by then. */
async function remove({ store }: House, key: Key): Promise<void> {
  for (;;) {
    const kept = await store.read(key);
    if (!kept || (await store.remove(key, kept.version)).ok) return;
  }
}
