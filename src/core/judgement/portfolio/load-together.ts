/** Loads of several integrations on one limit: each may fit alone, and all together not. */

import { ratioText } from '../calculations/working.ts';
import type { Fact, Reason } from '../condition.ts';
import { roots } from '../fact.ts';
import { type Member, ofProject, type Portfolio, type Sighting } from './portfolio-rule.ts';

/** How much of a limit one integration takes. */
export interface Share {
  readonly name: string;
  /** Load over limit; absent while something it is worked out from is not known. */
  readonly ratio?: number;
  readonly because: readonly Reason[];
  readonly waitingFor: readonly Fact[];
}

/** The part of a limit that a calculation finds one integration to take; nothing where it takes none. */
export function shareOf({ integration, facts }: Member, calculation: string): Share | undefined {
  const outcome = facts.calculate(calculation);
  if (outcome.kind === 'does-not-apply') return undefined;
  const { because } = outcome;
  const { name } = integration;
  if (outcome.kind === 'waiting') return { name, because, waitingFor: outcome.waitingFor };
  return outcome.ratio === undefined ? undefined : { name, ratio: outcome.ratio, because, waitingFor: [] };
}

/** Up to this share of a limit it is said to be in order; between that and the limit nothing is said. */
const inOrder = 0.8;

export function loadTogether(
  shares: readonly Share[],
  limit: string,
  { evidence }: Portfolio,
): Sighting | undefined {
  const known = shares
    .flatMap((share) => (share.ratio === undefined ? [] : [{ ...share, ratio: share.ratio }]))
    .sort((one, other) => other.ratio - one.ratio || (one.name < other.name ? -1 : 1));
  const [largest] = known;
  if (!largest || shares.length < 2) return undefined;
  const total = known.reduce((sum, { ratio }) => sum + ratio, 0);
  const because = (of: readonly Share[]) => of.flatMap((share) => share.because).map(evidence);
  if (total > 1 && known.length > 1) {
    const clashing = enough(known);
    return {
      kind: 'risk',
      subject: ofProject,
      because: because(clashing),
      names: clashing.map(({ name }) => name),
      working: [
        ...known.map(({ name, ratio }) => `${name}: ${ratioText(ratio)} of ${limit}`),
        `Together ${ratioText(total)}; without ${largest.name} ${ratioText(total - largest.ratio)}`,
      ],
    };
  }
  const open = shares.flatMap(({ waitingFor }) => waitingFor);
  const put = open.filter((fact) => roots(fact).some(({ answers }) => answers.length > 0));
  if (put.length > 0) {
    return {
      kind: 'unknown',
      subject: ofProject,
      because: because(shares),
      waitingFor: put,
      names: shares.map(({ name }) => name),
      working: [],
    };
  }
  if (open.length > 0 || total >= inOrder) return undefined;
  return {
    kind: 'assertion',
    subject: ofProject,
    because: because(known),
    names: known.map(({ name }) => name),
    working: [
      `${known.map(({ name, ratio }) => `${name} ${ratioText(ratio)}`).join(' + ')} = ${ratioText(total)} of ${limit}`,
    ],
  };
}

/** The largest loads, as many as it takes to pass the limit. */
function enough<T extends { readonly ratio: number }>(largestFirst: readonly T[]): readonly T[] {
  let sum = 0;
  const beyond = largestFirst.findIndex(({ ratio }) => {
    sum += ratio;
    return sum > 1;
  });
  return largestFirst.slice(0, Math.max(2, beyond + 1));
}
