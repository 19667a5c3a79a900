/** Takes letters off the file that nobody needs any more, so that it does not grow for ever. */
import { outdated } from '../../core/reminder/keeping.ts';
import type { Posted } from '../../core/reminder/letter.ts';
import type { Key } from '../../store/store.ts';
import { isLetter } from './mail.ts';
import { letterKey } from './outbox.ts';
import type { Sending } from './sending.ts';

const everyMs = 24 * 3_600_000;

export interface ClearOut {
  /** Once in a while resolves with the letters that are left; whoever remembers others can forget them. */
  round(): Promise<ReadonlySet<Key> | undefined>;
}

export function openClearOut({ house: { store }, apart, now }: Sending): ClearOut {
  let last = Number.NEGATIVE_INFINITY;
  return {
    async round() {
      if (Math.abs(now() - last) < everyMs) return undefined;
      last = now();
      const left = new Set<Key>();
      const found = new Map<Posted, number>();
      for (const key of (await store.list('projects/')).filter(isLetter)) {
        const kept = await store.read(key);
        if (!kept) continue;
        left.add(key);
        found.set(kept.value as Posted, kept.version);
      }
      for (const posted of outdated([...found.keys()], now())) {
        const key = letterKey(posted.letter);
        // Not where somebody has written to it meanwhile.
        const removed = await apart(key, () => store.remove(key, found.get(posted) ?? 0));
        if (removed?.ok) left.delete(key);
      }
      return left;
    },
  };
}

export function keepOnly(remembered: Set<Key> | Map<Key, unknown>, left: ReadonlySet<Key>): void {
  for (const key of remembered.keys()) if (!left.has(key)) remembered.delete(key);
}
