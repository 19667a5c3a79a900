/** The leaves of a written condition, each with the path to it. */
import type { Path } from './complaint.ts';
import type { WrittenCondition, WrittenLeaf } from './condition-schema.ts';

export interface Leaf {
  readonly leaf: WrittenLeaf;
  readonly path: Path;
}

export function leavesOf(condition: WrittenCondition | undefined, path: Path): Leaf[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap((part, at) => leavesOf(part, [...path, 'all', at]));
  if ('any' in condition) return condition.any.flatMap((part, at) => leavesOf(part, [...path, 'any', at]));
  if ('not' in condition) return leavesOf(condition.not, [...path, 'not']);
  return [{ leaf: condition, path }];
}
