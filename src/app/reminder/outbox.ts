/** The one way out for what the bot says unasked: `post` writes letters, a delivery sends them. */
import type { Letter, Posted } from '../../core/reminder/letter.ts';
import type { Key, Reader } from '../../store/store.ts';
import { fileName } from '../documents.ts';
import type { House } from '../house.ts';

/** A letter's id may hold anything. */
export const letterKey = ({ project, id }: Pick<Letter, 'project' | 'id'>): Key =>
  `projects/${project}/outbox/${fileName(id)}`;

/** Resolves once the letters are on file. One that is there already, sent or not, stays as it is. */
export async function post(house: Pick<House, 'store' | 'now'>, letters: readonly Letter[]): Promise<void> {
  const at = house.now().toISOString();
  const delivery = { state: 'waiting', tries: 0 } as const;
  await Promise.all(
    letters.map((letter) => {
      const posted: Posted = { schema: 1, letter, at, delivery };
      return house.store.create(letterKey(letter), posted);
    }),
  );
}

export async function readPosted(
  store: Reader,
  letter: Pick<Letter, 'project' | 'id'>,
): Promise<Posted | undefined> {
  return (await store.read(letterKey(letter)))?.value as Posted | undefined;
}

/** Every letter of a project, oldest first. */
export async function listPosted(store: Reader, project: string): Promise<Posted[]> {
  const keys = await store.list(`projects/${project}/outbox/`);
  const kept = await Promise.all(keys.map((key) => store.read(key)));
  return kept.flatMap((document) => (document ? [document.value as Posted] : [])).sort(byAge);
}

/** Oldest first; in the same order every time. */
export function byAge(one: Posted, other: Posted): number {
  return compare(one.at, other.at) || compare(one.letter.id, other.letter.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
