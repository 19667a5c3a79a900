/** Finds what a name points to. What has a mistake in its own form is "unreadable": known, but not looked into. */
import type { Fault, Path } from './complaint.ts';
import type { Listing } from './read-pack.ts';
import type { Entry, TopicFile } from './read-topic.ts';
import type { WrittenQuestion, WrittenRisk, WrittenStep } from './topic-schema.ts';

export type Readable<T> = Entry<T> & { readonly written: T };
type Finder<T> = (key: string) => Readable<T> | 'unreadable' | undefined;

export interface Names {
  readonly question: Finder<WrittenQuestion>;
  readonly risk: Finder<WrittenRisk>;
  readonly step: Finder<WrittenStep>;
}

export function fullKey(topic: string, name: string): string {
  return name.includes('.') ? name : `${topic}.${name}`;
}

export function indexNames(topics: readonly TopicFile[]): Names {
  return {
    question: finder(topics, (topic) => topic.questions),
    risk: finder(topics, (topic) => topic.risks),
    step: finder(topics, (topic) => topic.steps),
  };
}

function finder<T>(
  topics: readonly TopicFile[],
  listOf: (topic: TopicFile) => readonly Entry<T>[] | undefined,
): Finder<T> {
  const entries = new Map(
    topics.flatMap((topic) => (listOf(topic) ?? []).map((entry) => [entry.key, entry])),
  );
  const unreadable = new Set(topics.filter((topic) => !listOf(topic)).map((topic) => topic.id));
  return (key) => {
    const entry = entries.get(key);
    if (entry) return isReadable(entry) ? entry : 'unreadable';
    return unreadable.has(key.split('.')[0] ?? '') ? 'unreadable' : undefined;
  };
}

export function isReadable<T>(entry: Entry<T>): entry is Readable<T> {
  return entry.written !== undefined;
}

type Ids = Pick<Listing<unknown>, 'ids'>;

/** A list that cannot be read may hold any id. */
export function holds(listing: Ids, id: string): boolean {
  return listing.ids?.includes(id) ?? true;
}

export function absentIds(ids: readonly string[], listing: Ids, noun: string, path: Path): Fault[] {
  return ids.flatMap((id, at) =>
    holds(listing, id) ? [] : [{ path: [...path, at], message: `there is no ${noun} "${id}"` }],
  );
}

export function absentId(id: string, listing: Ids, noun: string, path: Path): Fault[] {
  return holds(listing, id) ? [] : [{ path, message: `there is no ${noun} "${id}"` }];
}
