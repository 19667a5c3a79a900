/** A project's documents as one bundle, and a bundle as documents. */
import {
  type Bundle,
  bundled,
  bundleOf,
  differenceOf,
  type Kept,
  type Made,
} from '../../core/landscape/bundle.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { slugOf } from '../../core/landscape/recognise.ts';
import type { Document, Key, Reader, Store } from '../../store/store.ts';
import { projectKey } from '../documents.ts';

export { bundleText } from '../../core/landscape/bundle.ts';

export async function readBundleOf(documents: Reader, project: Project): Promise<Bundle> {
  const [integrations = [], milestones = [], proposals = []] = await Promise.all(
    bundled.map((folder) => below(documents, `projects/${project.id}/${folder}/`)),
  );
  return bundleOf(project, integrations as readonly Kept[] as readonly Integration[], {
    milestones: milestones as readonly Made[],
    proposals: proposals as readonly Made[],
  });
}

async function below(documents: Reader, prefix: string): Promise<readonly Kept[]> {
  const kept = await Promise.all((await documents.list(prefix)).map((key) => documents.read(key)));
  return kept.flatMap((document) => (document ? [document.value as Kept] : []));
}

export type Restored =
  | { readonly kind: 'restored'; readonly project: Project }
  | { readonly kind: 'as-it-was'; readonly project: Project }
  /** There is such a project, and it is not the same: nothing was changed. */
  | { readonly kind: 'in-the-way'; readonly project: Project; readonly difference: readonly string[] };

export interface How {
  /** Makes a copy of this name, as a project made on the command line; without it, the project is what it was. */
  readonly name?: string | undefined;
  /** Lets it take the place of what is there, which is handed over first, so that it can be kept. */
  readonly replace?: ((before: Bundle) => void) | undefined;
}

/** Writes what an export holds. A project that is there is never changed unless that is asked for. */
export async function restore(store: Store, exported: Bundle, { name, replace }: How): Promise<Restored> {
  const bundle = name === undefined ? exported : copyOf(exported, name);
  const { project } = bundle;
  const existing = (await store.read(projectKey(project.id)))?.value as Project | undefined;
  const before = existing && (await readBundleOf(store, existing));
  if (existing && before) {
    const difference = differenceOf(before, bundle);
    if (difference.length === 0) return { kind: 'as-it-was', project: existing };
    if (!replace) return { kind: 'in-the-way', project: existing, difference };
    replace(before);
  }
  const wanted = documentsOf(bundle);
  for (const folder of bundled) {
    for (const key of await store.list(`projects/${project.id}/${folder}/`)) {
      const kept = wanted.has(key) ? undefined : await store.read(key);
      if (kept) await store.remove(key, kept.version);
    }
  }
  // The project itself comes last: until then nobody sees the parts.
  for (const [key, document] of wanted) await put(store, key, document);
  return { kind: 'restored', project };
}

function copyOf(bundle: Bundle, name: string): Bundle {
  return { ...bundle, project: { ...bundle.project, id: slugOf(name), name, home: { kind: 'anyone' } } };
}

function documentsOf(bundle: Bundle): ReadonlyMap<Key, Document> {
  const { id } = bundle.project;
  const parts = bundled.flatMap((folder) =>
    (bundle[folder] ?? []).map((document) => [`projects/${id}/${folder}/${document.id}`, document] as const),
  );
  return new Map<Key, Document>([...parts, [projectKey(id), bundle.project]]);
}

async function put(store: Store, key: Key, document: Document): Promise<void> {
  const kept = await store.read(key);
  const written = kept ? await store.write(key, document, kept.version) : await store.create(key, document);
  if (!written.ok) throw new Error(`${key} was changed by others while a project was restored`);
}
