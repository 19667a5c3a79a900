/** Names that somebody may have meant who wrote another. */
import { nameKey } from './recognise.ts';

const alike = 0.34;

/** The most alike first; nothing where nothing is alike. */
export function nearNames<T extends { readonly name: string }>(
  written: string,
  named: readonly T[],
  most: number,
): T[] {
  const sought = pairsOf(written);
  return named
    .map((each) => ({ each, likeness: likeness(sought, pairsOf(each.name)) }))
    .filter(({ likeness: found }) => found >= alike)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, most)
    .map(({ each }) => each);
}

/** Letters that stand side by side: slips and endings leave most of them. */
function pairsOf(name: string): ReadonlySet<string> {
  const key = ` ${nameKey(name)} `;
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}

/** Twice what both have, of all they have together (Dice's coefficient). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
