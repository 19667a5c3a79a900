/** Keys below a prefix without looking at the others: an answer must not cost more because a project has grown. */
import type { Key } from './store.ts';

/** `keys` are sorted. */
export function keysBelow(prefix: string, keys: readonly Key[]): Key[] {
  return keys.slice(placeOf(prefix, keys), placeOf(`${prefix}\uffff`, keys));
}

/** How many keys come before this text. */
function placeOf(text: string, keys: readonly Key[]): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
