/** Which applications an integration touches, and which way its data flows. */
import type { Integration } from '../../landscape/landscape.ts';
import type { Facts } from '../condition.ts';
import { toldOptions } from '../told.ts';

/** The applications at its ends that are known, each once. */
export function endsOf({ source, target }: Integration): readonly string[] {
  return [...new Set([source.application, target.application])].filter((id) => id !== undefined);
}

export interface Flow {
  readonly from: string;
  readonly to: string;
}

/** From source to target unless people say otherwise; both ways where anybody says so. */
export function flowsOf({ source, target }: Integration, facts: Facts): readonly Flow[] {
  const [from, to] = [source.application, target.application];
  if (from === undefined || to === undefined || from === to) return [];
  const said = toldOptions(facts, 'one-size-fits-all.direction');
  const isBack = said.includes('target-to-source') || said.includes('both');
  const isForth = said.length === 0 || said.includes('source-to-target') || said.includes('both');
  return [...(isForth ? [{ from, to }] : []), ...(isBack ? [{ from: to, to: from }] : [])];
}

/** Where each application's data goes next. */
export type Ways = ReadonlyMap<string, readonly string[]>;

export function waysOf(flows: readonly Flow[]): Ways {
  const ways = new Map<string, string[]>();
  for (const { from, to } of flows) {
    const known = ways.get(from);
    if (known) known.push(to);
    else ways.set(from, [to]);
  }
  return ways;
}

/** Everything that can be reached, itself not counted; circles end where they began. */
export function reachFrom(start: string, ways: Ways): ReadonlySet<string> {
  const reached = new Set([start]);
  // Grows while it is gone through.
  for (const at of reached) for (const next of ways.get(at) ?? []) reached.add(next);
  reached.delete(start);
  return reached;
}
