/** A project as one file: everything its findings and its register rest on, so that they can be judged again anywhere. */
import type { Who } from '../register/deed.ts';
import { canonicalText } from './canonical.ts';
import type { Integration, Project } from './landscape.ts';

export interface Bundle {
  readonly bridgekeeper: 1;
  /** The day of the export, `YYYY-MM-DD`: how old its answers count as when it is judged again. */
  readonly asOf?: string;
  readonly project: Project;
  readonly integrations: readonly Integration[];
  /** Dated copies of the findings; absent where there are none. */
  readonly milestones?: readonly Made[];
  /** What-ifs that were kept; absent where there are none. */
  readonly proposals?: readonly Made[];
}

/** A document that is carried as it is. */
export interface Kept {
  readonly schema: number;
  readonly id: string;
}

/** A document that somebody made once, under a name: a milestone, a proposal. */
export interface Made extends Kept {
  readonly name: string;
  readonly by: Who;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of a proposal: what it is about. */
  readonly integration?: string;
}

/** Documents of a project beside the project itself, by the folder of their keys. What is only to be sent stays at home. */
export const bundled = ['integrations', 'milestones', 'proposals'] as const;

/**
 * The turns a document remembers are left out: they tell repeated deliveries of one bot apart and are no part of the record.
 * Answers and decisions keep who, when and which turn.
 */
export function bundleOf(
  project: Project,
  integrations: readonly Integration[],
  { milestones = [], proposals = [] }: Pick<Bundle, 'milestones' | 'proposals'> = {},
): Bundle {
  return {
    bridgekeeper: 1,
    project: { ...project, recent: [] },
    integrations: byId(integrations.map((integration) => ({ ...integration, recent: [] }))),
    ...(milestones.length > 0 ? { milestones: byId(milestones) } : {}),
    ...(proposals.length > 0 ? { proposals: byId(proposals) } : {}),
  };
}

/** The same project gives the same bytes, whoever wrote its documents and in which order. */
export function bundleText(bundle: Bundle): string {
  return `${canonicalText(bundle, 2)}\n`;
}

function byId<T extends { readonly id: string }>(documents: readonly T[]): readonly T[] {
  return [...documents].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What would change on file if `wanted` took the place of `onFile`, a line each; empty where nothing would. */
export function differenceOf(onFile: Bundle, wanted: Bundle): string[] {
  const lines: string[] = [];
  const [before, after] = [onFile.project, wanted.project];
  for (const field of ['name', 'stage'] as const)
    if (before[field] !== after[field]) lines.push(`${field}: ${before[field]} → ${after[field]}`);
  const isSame = (one: unknown, other: unknown) => canonicalText(one) === canonicalText(other);
  for (const part of ['dates', 'people', 'applications', 'answers', 'deeds', 'home'] as const)
    if (!isSame(before[part], after[part])) lines.push(`${words[part]}: ${sizes(before[part], after[part])}`);
  for (const folder of bundled) {
    const [kept, brought] = [mapOf(onFile[folder]), mapOf(wanted[folder])];
    const what = folder.slice(0, -1);
    for (const [id, document] of kept) {
      const other = brought.get(id);
      if (!other) lines.push(`${what} ${nameOf(document)}: only on file, would go`);
      else if (!isSame(document, other)) lines.push(`${what} ${nameOf(document)}: ${logs(document, other)}`);
    }
    for (const [id, document] of brought)
      if (!kept.has(id)) lines.push(`${what} ${nameOf(document)}: would be new`);
  }
  return lines;
}

const words = {
  dates: 'dates of the plan',
  people: 'people',
  applications: 'applications',
  answers: 'answers about the project',
  deeds: 'decisions about the project',
  home: 'whose project it is',
};

function sizes(before: unknown, after: unknown): string {
  const [one, other] = [before ?? [], after ?? []].map((value) =>
    Array.isArray(value) ? value.length : undefined,
  );
  return one === undefined || one === other ? 'differ' : `${one} → ${other}`;
}

function logs(before: Kept, after: Kept): string {
  const count = (document: Kept, log: string) =>
    ((document as unknown as Record<string, readonly unknown[] | undefined>)[log] ?? []).length;
  const parts = (['answers', 'deeds'] as const).flatMap((log) => {
    const [one, other] = [count(before, log), count(after, log)];
    return one === other ? [] : [`${log === 'deeds' ? 'decisions' : log} ${one} → ${other}`];
  });
  return parts.length > 0 ? parts.join(', ') : 'differs';
}

function nameOf(document: Kept): string {
  return 'name' in document && typeof document.name === 'string' ? `“${document.name}”` : document.id;
}

function mapOf(documents: readonly Kept[] = []): ReadonlyMap<string, Kept> {
  return new Map(documents.map((document) => [document.id, document]));
}
