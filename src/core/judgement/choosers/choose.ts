/** Ranks the ways of a chooser by what has been said: chosen, second, struck out and why, and what is missing. */
import type { QuestionKey } from '../../interview/topic.ts';
import { type Fact, type Facts, judge, type Reason } from '../condition.ts';
import { roots } from '../fact.ts';
import type { Argument, Chooser, Way } from './chooser.ts';

export interface Choice {
  readonly chooser: Chooser;
  /** Absent while nothing that was said speaks for any way. */
  readonly chosen?: Candidate;
  readonly second?: Candidate;
  readonly rejected: readonly Rejected[];
  /** What would have to be answered for a choice that stands on everything. */
  readonly missing: readonly Fact[];
  /** What the team has chosen, as its answers show; the first way that all of it points to. */
  readonly stated?: { readonly way: Way; readonly because: readonly Reason[] };
}

export interface Rejected {
  readonly way: Way;
  readonly reason: string;
  /** Something speaks against it; otherwise only less for it. */
  readonly struck: boolean;
}

export interface Candidate {
  readonly way: Way;
  /** What speaks for it, half a sentence each. */
  readonly arguments: readonly string[];
  readonly because: readonly Reason[];
}

/** Nothing where the chooser is of no use here. */
export function choose(chooser: Chooser, facts: Facts): Choice | undefined {
  if (chooser.when && judge(chooser.when, facts).truth !== 'yes') return undefined;
  const missing = new Map<QuestionKey, Fact>();
  const holding = (list: readonly Argument[]) =>
    list.flatMap((argument) => {
      const { truth, because, waitingFor } = judge(argument.when, facts);
      for (const fact of waitingFor.flatMap(roots)) missing.set(fact.question.key, fact);
      return truth === 'yes' ? [{ argument, because }] : [];
    });
  const weighed = chooser.ways.map((way) => ({
    way,
    against: holding(way.against).map(({ argument }) => argument.because),
    fits: holding(way.fits),
  }));
  const [chosen, second, ...others] = weighed
    .filter(({ against, fits }) => against.length === 0 && fits.length > 0)
    // What is listed first is preferred among equals: the sort keeps their order.
    .sort((one, other) => other.fits.length - one.fits.length)
    .map(
      ({ way, fits }): Candidate => ({
        way,
        arguments: fits.map(({ argument }) => argument.because),
        because: [...new Set(fits.flatMap(({ because }) => because))],
      }),
    );
  const stated = statedWay(chooser, facts);
  return {
    chooser,
    ...(chosen && { chosen }),
    ...(second && { second }),
    rejected: [
      ...weighed.flatMap(({ way, against }) =>
        against.length > 0 ? [{ way, reason: against.join('; '), struck: true }] : [],
      ),
      ...weighed
        .filter(({ against, fits }) => against.length === 0 && fits.length === 0)
        .map(({ way }) => ({ way, reason: 'nothing that was said speaks for it', struck: false })),
      ...others.map(({ way }) => ({ way, reason: 'less speaks for it', struck: false })),
    ],
    missing: [...missing.values()],
    ...(stated && { stated }),
  };
}

function statedWay(chooser: Chooser, facts: Facts): Choice['stated'] {
  for (const { when, way: id } of chooser.stated) {
    const { truth, because } = judge(when, facts);
    const way = chooser.ways.find((each) => each.id === id);
    if (truth === 'yes' && way) return { way, because };
  }
  return undefined;
}
