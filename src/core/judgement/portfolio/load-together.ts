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
  /** Something it is worked out from is not known, */
  readonly isOpen: boolean;
  /** and of this somebody was asked something. */
  readonly waitingFor: readonly Fact[];
}

/** The part of a limit that a calculation finds one integration to take; nothing where it takes none. */
export function shareOf({ integration, facts }: Member, calculation: string): Share | undefined {
  const outcome = facts.calculate(calculation);
  if (outcome.kind === 'does-not-apply') return undefined;
  const { because } = outcome;
  const { name } = integration;
  if (outcome.kind === 'waiting') {
    const { waitingFor } = outcome;
    return { name, because, isOpen: waitingFor.length > 0, waitingFor: putToSomebody(waitingFor) };
  }
  const { ratio } = outcome;
  return ratio === undefined ? undefined : { name, ratio, because, isOpen: false, waitingFor: [] };
}

/** What decides them is looked up here: a share outlives what can be seen from the integration, and must not keep it. */
function putToSomebody(open: readonly Fact[]): readonly Fact[] {
  return open.map(roots).flatMap((all) => (all.some(({ answers }) => answers.length > 0) ? all : []));
}

/** Up to this share of a limit it is said to be in order; between that and the limit nothing is said. */
const inOrder = 0.8;

export function loadTogether(
  shares: readonly Share[],
  limit: string,
  { evidence }: Portfolio,
): Sighting | undefined {
  const known = shares
    .filter(isKnown)
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
  const waitingFor = shares.flatMap((share) => share.waitingFor);
  if (waitingFor.length > 0) {
    return {
      kind: 'unknown',
      subject: ofProject,
      because: because(shares),
      waitingFor,
      names: shares.map(({ name }) => name),
      working: [],
    };
  }
  if (shares.some(({ isOpen }) => isOpen) || total >= inOrder) return undefined;
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

function isKnown(share: Share): share is Share & { readonly ratio: number } {
  return share.ratio !== undefined;
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
