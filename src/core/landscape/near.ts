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

/** Whether it is the same word but for slips: one in a short word, two in a longer one, none in the shortest. */
export function isSlipOf(written: string, meant: string): boolean {
  const shorter = Math.min(written.length, meant.length);
  const most = meant.length <= 3 ? 0 : shorter <= 5 ? 1 : 2;
  return Math.abs(written.length - meant.length) <= most && slips(written, meant) <= most;
}

/** Letters added, left out, mistaken, or two that changed places. */
function slips(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const at = (back: number, column: number) => rows[i - back]?.[column] ?? Number.POSITIVE_INFINITY;
      const same = one[i - 1] === other[j - 1];
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          at(1, j) + 1,
          (row[j - 1] ?? 0) + 1,
          at(1, j - 1) + (same ? 0 : 1),
          swapped ? at(2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
