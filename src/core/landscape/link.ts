/** One integration as a link between two places: which way its data flows, and whether anybody waits for it. */
import type { Facts } from '../judgement/condition.ts';
import { toldOptions } from '../judgement/told.ts';
import type { End, Integration } from './landscape.ts';
import { nameKey } from './recognise.ts';

/**
 * `hard`: somebody or something waits, and stands still when the other side does. `soft`: a queue, a file or a run by the
 * clock lies between; data gets old, queues fill. `unknown` is not safe: it is neither.
 */
export type Hardness = 'hard' | 'soft' | 'unknown';
export const hardnesses: readonly Hardness[] = ['hard', 'unknown', 'soft'];

export interface Flow {
  readonly from: string;
  readonly to: string;
}

export interface Link extends Flow {
  readonly integration: string;
  readonly name: string;
  /** Data flows back as well. */
  readonly both: boolean;
  readonly hardness: Hardness;
  /** No integration on file: the names of those who said that the data of this one goes on to there. */
  readonly seen?: readonly string[];
}

/** Names that begin with so many equal letters are one: a card carries them as they are. */
const longestKey = 120;

/** Where an integration ends: an application by its id, anything else by what was written. */
export function placeOf({ application, written }: End): string {
  return application ?? `written ${nameKey(written).slice(0, longestKey)}`;
}

/** From source to target unless people say otherwise; both ways where anybody says so. */
export function linkOf(integration: Integration, facts: Facts): Link {
  const [source, target] = [placeOf(integration.source), placeOf(integration.target)];
  const said = toldOptions(facts, 'one-size-fits-all.direction');
  const isBack = said.includes('target-to-source') || said.includes('both');
  const isForth = said.length === 0 || said.includes('source-to-target') || said.includes('both');
  const [from, to] = isForth ? [source, target] : [target, source];
  const { id, name } = integration;
  return { integration: id, name, from, to, both: isForth && isBack, hardness: hardnessOf(facts) };
}

export function flowsOf({ from, to, both }: Link): readonly Flow[] {
  if (from === to) return [];
  return both
    ? [
        { from, to },
        { from: to, to: from },
      ]
    : [{ from, to }];
}

const clocked = new Set(['every-few-minutes', 'hourly', 'daily', 'weekly-or-rarer']);
const laidDown = new Set(['queue', 'file', 'email']);

function hardnessOf(facts: Facts): Hardness {
  const waits = toldOptions(facts, 'one-size-fits-all.waits');
  if (waits.some((option) => option !== 'nothing-waits')) return 'hard';
  // Seen in place, the data is fetched while somebody looks.
  if (toldOptions(facts, 'one-size-fits-all.design-style').includes('in-place')) return 'hard';
  if (waits.length > 0) return 'soft';
  // The business wants somebody to be able to wait for it; how it is built has not been told.
  if (toldOptions(facts, 'expectations.delay-need').includes('user-waits')) return 'unknown';
  const all = (question: string, among: ReadonlySet<string>) => {
    const told = toldOptions(facts, question);
    return told.length > 0 && told.every((option) => among.has(option));
  };
  const isApart =
    all('one-size-fits-all.delivery-means', laidDown) || all('one-size-fits-all.frequency', clocked);
  return isApart ? 'soft' : 'unknown';
}
