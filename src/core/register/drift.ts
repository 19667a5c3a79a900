/** What has become of the findings since a milestone. Why is found in `cause.ts`. */
import { type Finding, severities } from '../judgement/finding.ts';
import type { Integration, Project } from '../landscape/landscape.ts';
import type { Digests } from './content-digests.ts';
import { type Milestone, type Noted, notedOf } from './milestone.ts';

export type Shift = 'new' | 'worse' | 'unknown' | 'better' | 'closed';
/** In the order in which they are shown. */
export const shifts: readonly Shift[] = ['new', 'worse', 'unknown', 'better', 'closed'];

export interface Change {
  readonly id: string;
  readonly shift: Shift;
  readonly before?: Noted;
  readonly after?: Noted;
}

export interface Drift {
  /** In the order of `shifts`, the worst first in each. */
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<Shift, number>>;
  /** So many could not be judged then, and are no risk now. */
  readonly settled: number;
  readonly around: Surroundings;
}

/** What else is different, whether or not it has changed a finding. */
export interface Surroundings {
  readonly stage?: { readonly from: string; readonly to: string };
  readonly dates: readonly { readonly id: string; readonly from?: string; readonly to?: string }[];
  readonly integrations: Difference;
  readonly applications: Difference;
  readonly people: Difference;
  /** Keys of rules, questions and limits that judge otherwise, or are new or gone. */
  readonly content: readonly string[];
}

/** Names. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function driftSince(
  milestone: Milestone,
  project: Project,
  integrations: readonly Integration[],
  findings: readonly Finding[],
  digests: Digests,
): Drift {
  const before = new Map(milestone.findings.map((noted) => [noted.id, noted]));
  const after = new Map(
    findings.flatMap((finding) => {
      const noted = notedOf(finding);
      return noted ? [[noted.id, noted] as const] : [];
    }),
  );
  const changes: Change[] = [];
  let settled = 0;
  for (const id of new Set([...after.keys(), ...before.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    const shift = shiftOf(was, is);
    if (shift) changes.push({ id, shift, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) });
    else if (was?.kind === 'unknown' && !is) settled += 1;
  }
  changes.sort((one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1));
  const counts = { new: 0, worse: 0, unknown: 0, better: 0, closed: 0 };
  for (const { shift } of changes) counts[shift] += 1;
  return { changes, counts, settled, around: surroundings(milestone, project, integrations, digests) };
}

/** One rule that went the same way in several places is one change to know. */
export function changesByRule(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.shift} ${(change.after ?? change.before)?.rule}`;
    const known = groups.get(key);
    if (known) known.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}

const isRaised = (noted: Noted | undefined) => noted !== undefined && noted.kind !== 'unknown';

export function shiftOf(before: Noted | undefined, after: Noted | undefined): Shift | undefined {
  if (isRaised(before) && isRaised(after)) {
    const weights = [before, after].map((noted) => (noted ? weightOf(noted) : 0));
    const [was = 0, is = 0] = weights;
    return is > was ? 'worse' : is < was ? 'better' : undefined;
  }
  if (isRaised(after)) return 'new';
  if (after) return before?.kind === 'unknown' ? undefined : 'unknown';
  return isRaised(before) ? 'closed' : undefined;
}

/** Of two that weigh the same, the one that already hurts is worse. */
export function weightOf({
  kind,
  probability,
  impact,
}: Pick<Noted, 'kind' | 'probability' | 'impact'>): number {
  return probability * impact + (kind === 'issue' ? 0.5 : 0);
}

function placeOf({ shift, before, after }: Change): number {
  const noted = after ?? before;
  const severity = noted ? severities.indexOf(noted.severity) : severities.length;
  return (shifts.indexOf(shift) * severities.length + severity) * 100 - (noted ? weightOf(noted) : 0);
}

function surroundings(
  milestone: Milestone,
  project: Project,
  integrations: readonly Integration[],
  digests: Digests,
): Surroundings {
  const dates = new Set([...Object.keys(milestone.dates), ...Object.keys(project.dates)]);
  const keys = new Set([...Object.keys(milestone.digests), ...Object.keys(digests)]);
  return {
    ...(milestone.stage === project.stage ? {} : { stage: { from: milestone.stage, to: project.stage } }),
    dates: [...dates].flatMap((id) => {
      const [from, to] = [milestone.dates[id], project.dates[id]];
      return from === to ? [] : [{ id, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
    }),
    integrations: difference(milestone.integrations, integrations),
    applications: difference(milestone.applications, project.applications),
    people: difference(milestone.people, project.people),
    content: [...keys].filter((key) => milestone.digests[key] !== digests[key]).sort(),
  };
}

type Called = { readonly id: string; readonly name: string };

function difference(before: readonly Called[], after: readonly Called[]): Difference {
  const without = (all: readonly Called[], others: readonly Called[]) => {
    const ids = new Set(others.map(({ id }) => id));
    return all.flatMap(({ id, name }) => (ids.has(id) ? [] : [name]));
  };
  return { added: without(after, before), removed: without(before, after) };
}
