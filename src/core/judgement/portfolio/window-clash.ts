/**
 * Runs that have to be done in the same hours on the same application. Each was reckoned as if it had the application to
 * itself, so together they have to fit one after another: where more work has to begin and end between two points in time
 * than lies between them, no order of the runs helps. Runs that do not fit alone have a finding of their own.
 */
import { duration } from '../calculations/working.ts';
import type { Reason } from '../condition.ts';
import { agreedOption, told, toldNumber, toldOptions } from '../told.ts';
import { endsOf } from './ends.ts';
import type { Portfolio, PortfolioRule, Sighting } from './portfolio-rule.ts';

/** Minutes, counted from midnight. */
interface Run {
  readonly name: string;
  readonly applications: readonly string[];
  readonly part: string;
  readonly hours: number;
  readonly minutes: number;
  readonly because: readonly Reason[];
}

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

const day = 24 * 60;

export const windowClash: PortfolioRule<Run> = {
  id: 'window-clash',
  scope: 'application',
  needs: ['window-evening', 'window-night', 'window-morning', 'window-daytime'],
  take({ integration, facts }) {
    const part = agreedOption(facts, 'one-size-fits-all.window-start');
    const hours = toldNumber(facts, 'one-size-fits-all.window-hours');
    // What runs once a week may have chosen another day.
    const isDaily = toldOptions(facts, 'one-size-fits-all.frequency').includes('daily');
    if (!part || part === 'no-window' || !hours || !isDaily) return undefined;
    const outcome = facts.calculate('batch-window');
    if (outcome.kind !== 'result' || outcome.ratio === undefined || outcome.ratio > 1) return undefined;
    return {
      name: integration.name,
      applications: endsOf(integration),
      part,
      hours: hours.low,
      minutes: outcome.ratio * hours.low * 60,
      because: [...told(facts, 'one-size-fits-all.window-start'), ...outcome.because],
    };
  },
  look(runs, portfolio) {
    return portfolio.project.applications.flatMap(({ id }) => {
      const here = runs.filter(({ applications }) => applications.includes(id));
      return here.length > 1 ? [sightingOn(id, here, portfolio)] : [];
    });
  },
};

function sightingOn(id: string, runs: readonly Run[], portfolio: Portfolio): Sighting {
  const placed = runs.map((run) => ({ ...run, ...windowOf(run, portfolio) }));
  const tight = tightest(placed);
  const subject = { scope: 'application', id } as const;
  const evidence = (of: readonly Run[]) =>
    [...new Set(of.flatMap(({ because }) => because))].map(portfolio.evidence);
  const lines = (of: readonly Run[]) =>
    of.map(({ name, part, hours, minutes }) => {
      return `${name}: ${duration(minutes * 60)}, in the ${duration(hours * 3600)} it has (${part})`;
    });
  if (!tight || tight.excess <= 0) {
    return {
      kind: 'assertion',
      subject,
      because: evidence(runs),
      names: runs.map(({ name }) => name),
      working: lines(runs),
    };
  }
  const clashing = [...tight.among].sort(
    (one, other) => excessWithout(placed, one) - excessWithout(placed, other) || other.minutes - one.minutes,
  );
  const work = clashing.reduce((sum, { minutes }) => sum + minutes, 0);
  const [first] = clashing;
  const left = first ? excessWithout(placed, first) : 0;
  return {
    kind: 'risk',
    subject,
    because: evidence(clashing),
    names: clashing.map(({ name }) => name),
    working: [
      ...lines(clashing),
      `Together ${duration(work * 60)}, and ${duration(tight.span * 60)} to do it in`,
      left > 0
        ? `Without ${first?.name} ${duration(left * 60)} are still missing`
        : `Without ${first?.name} the others fit`,
    ],
  };
}

function windowOf({ part, hours, minutes }: Run, { limit }: Portfolio): Window {
  const from = limit(`window-${part}`).value * 60;
  return { from, to: from + Math.min(hours * 60, day), minutes };
}

interface Tight<T> {
  readonly among: readonly T[];
  /** Minutes there are, and minutes of work beyond them. */
  readonly span: number;
  readonly excess: number;
}

/** The stretch of time with the most work beyond what it can hold. Every day is alike, so three of them are looked at. */
export function tightest<T extends Window>(runs: readonly T[]): Tight<T> | undefined {
  const daily = [0, day, 2 * day].flatMap((shift) =>
    runs.map((run) => ({ run, from: run.from + shift, to: run.to + shift })),
  );
  let worst: Tight<T> | undefined;
  for (const { from } of runs) {
    for (const { to } of daily) {
      const within = daily.filter((each) => each.from >= from && each.to <= to);
      const work = within.reduce((sum, { run }) => sum + run.minutes, 0);
      const excess = work - (to - from);
      if (to > from && (!worst || excess > worst.excess + 1e-6)) {
        worst = { among: [...new Set(within.map(({ run }) => run))], span: to - from, excess };
      }
    }
  }
  return worst;
}

function excessWithout<T extends Window>(runs: readonly T[], one: T): number {
  return Math.max(0, tightest(runs.filter((run) => run !== one))?.excess ?? 0);
}
