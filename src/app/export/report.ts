/** What a steering group reads: one page on where the project stands, what has to be decided, and what nobody knows yet. */
import type { Finding, Severity } from '../../core/judgement/finding.ts';
import { landscapeGraph } from '../../core/landscape/landscape-graph.ts';
import { type Sketch, sketchesOf } from '../../core/landscape/sketch.ts';
import type { Entry } from '../../core/register/register.ts';
import { isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { summarise } from '../../core/register/summary.ts';
import { guarded } from '../guarded.ts';
import { generalTitle } from '../register/general-title.ts';
import type { ProjectRecord, Rules } from './record.ts';

/** What fits on one page. */
const [mostRisks, mostLapsed, mostLate, mostOpen, mostOwners] = [5, 3, 3, 6, 3];

export interface Report {
  readonly project: string;
  readonly stage: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly applications: number;
  readonly integrations: number;
  /** Integrations somebody was interviewed about. */
  readonly interviewed: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Of them, on how data is protected. The report goes from hand to hand: more than their number is not in it. */
  readonly guarded: Readonly<Record<Severity, number>>;
  /** Numbers of risks: likelihood 5 to 1 down, impact 1 to 5 across. */
  readonly heat: readonly (readonly number[])[];
  readonly risks: readonly ReportedRisk[];
  readonly decisions: readonly string[];
  readonly open: readonly { readonly label: string; readonly on: readonly string[]; readonly who: string }[];
  readonly unknown: number;
  /** Of the landscape, finest first; empty where there is nothing to draw. */
  readonly sketches: readonly Sketch[];
}

/** One rule over all that it was raised about. */
export interface ReportedRisk {
  readonly title: string;
  readonly severity: Severity;
  readonly on: readonly string[];
  readonly why: string;
  /** Of the worst of them. */
  readonly because: readonly string[];
  readonly owners: readonly string[];
  /** Where it is one risk. */
  readonly due?: string;
  readonly state: Entry['state'];
  readonly step?: string;
}

export function reportOf({ calculations }: Pick<Rules, 'calculations'>, record: ProjectRecord): Report {
  const { content, project, integrations, findings, entries, at } = record;
  const graph = landscapeGraph(content, calculations, project, integrations, findings);
  return {
    project: project.name,
    stage: content.stages.find(({ id }) => id === project.stage)?.title ?? project.stage,
    day: at.slice(0, 10),
    applications: project.applications.length,
    integrations: integrations.length,
    interviewed: integrations.filter(({ answers }) => answers.some(({ by }) => by.kind === 'person')).length,
    counts: countsOf(entries),
    guarded: countsOf(entries.filter(({ finding }) => guarded.has(finding.topic))),
    heat: heatOf(entries),
    risks: risksOf(record),
    decisions: decisionsOf(record),
    open: openOf(record),
    unknown: findings.filter(({ kind }) => kind === 'unknown').length,
    sketches: graph.nodes.length > 0 ? sketchesOf(graph) : [],
  };
}

function countsOf(entries: readonly Entry[]): Report['counts'] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { inherent } of entries) counts[inherent.severity] += 1;
  return counts;
}

function heatOf(entries: readonly Entry[]): number[][] {
  return [5, 4, 3, 2, 1].map((probability) =>
    [1, 2, 3, 4, 5].map(
      (impact) =>
        entries.filter(({ inherent }) => inherent.probability === probability && inherent.impact === impact)
          .length,
    ),
  );
}

/** What was accepted, and holds, needs no look from a steering group. */
function risksOf({ content, project, entries }: ProjectRecord): ReportedRisk[] {
  const standing = entries.filter(
    ({ state, finding }) => state !== 'accepted' && !guarded.has(finding.topic),
  );
  const { groups } = summarise(standing.map(({ finding }) => finding));
  return groups.slice(0, mostRisks).flatMap(({ worst, on }) => {
    const own = standing.filter(({ finding }) => finding.rule === worst.rule);
    const entry = own.find(({ finding }) => finding === worst);
    return entry
      ? [reported(entry, own, on, own.length > 1 ? generalTitle(content, project, worst) : worst.title)]
      : [];
  });
}

function reported(
  { finding, due, acceptance, state }: Entry,
  own: readonly Entry[],
  on: readonly string[],
  title: string,
): ReportedRisk {
  const [step] = finding.steps;
  const until = own.length > 1 ? undefined : (acceptance?.until ?? due);
  const owners = new Set(own.flatMap(({ owner }) => (owner ? [owner.name] : [])));
  return {
    title,
    severity: finding.severity,
    on,
    why: finding.effect,
    because: [...new Set(finding.because.map(({ label, words }) => `${label}: ${words}`))],
    state,
    owners: [...owners].slice(0, mostOwners),
    ...(until ? { due: until } : {}),
    ...(step ? { step: inShort(step.action) } : {}),
  };
}

/** What only this group can decide, what helps most, and what has come to a halt. */
function decisionsOf({ content, entries, steps }: ProjectRecord): string[] {
  const isBad = (severity: Severity) => severity === 'critical' || severity === 'high';
  const undecided = entries.filter(
    ({ state, inherent }) => state === 'undecided' && isBad(inherent.severity),
  );
  const open = undecided.map(({ finding }) => finding).filter(({ topic }) => !guarded.has(topic));
  const lapsed = entries.filter(({ state, finding }) => state === 'lapsed' && !guarded.has(finding.topic));
  const late = new Map<string, StepEntry[]>();
  for (const each of steps) {
    if (!each.late || !isOpenStep(each) || isGuardedStep(each)) continue;
    late.set(each.step.action, [...(late.get(each.step.action) ?? []), each]);
  }
  return [
    ...(undecided.length > 0 ? [toDecide(undecided.length)] : []),
    ...firstStep(content, open),
    ...lapsed
      .slice(0, mostLapsed)
      .map(({ finding }) => `Its acceptance has ended; accept it anew, or treat it: ${finding.title}`),
    ...[...late]
      .slice(0, mostLate)
      .map(
        ([action, of]) =>
          `Late${of.length > 1 ? `, ${of.length} times` : ''}: ${inShort(action)} (${whose(of)})`,
      ),
    ...rest(lapsed.length - mostLapsed, 'ended acceptance'),
    ...rest(late.size - mostLate, 'late step'),
  ];
}

function toDecide(count: number): string {
  const risks = count === 1 ? 'One critical or high risk waits' : `${count} critical or high risks wait`;
  return `${risks} for somebody to decide: avoid, reduce, share or accept. The worst stand below, all in the workbook.`;
}

function firstStep({ roles, stages }: ProjectRecord['content'], findings: readonly Finding[]): string[] {
  const { decision } = summarise(findings);
  if (!decision) return [];
  const { step, helps } = decision;
  const role = roles.find(({ id }) => id === step.owner)?.phrase ?? step.owner;
  const stage = stages.find(({ id }) => id === step.stage)?.title ?? step.stage;
  const action = inShort(step.action).replace(/\.$/, '');
  return [
    `First: ${action} (${role}, due by the end of ${stage}). ${helps === 1 ? 'One risk begins' : `${helps} risks begin`} with it.`,
  ];
}

const rest = (count: number, what: string) =>
  count > 0 ? [`and ${count} more ${what}${count === 1 ? '' : 's'}, in the workbook`] : [];

/** What to do; how to do it well stands in the workbook. */
const inShort = (action: string) => action.split(/(?<=\.)\s/)[0] ?? action;

const isGuardedStep = ({ step }: StepEntry) => guarded.has(step.key.split('.')[0] ?? '');

function whose(steps: readonly StepEntry[]): string {
  const names = [...new Set(steps.flatMap(({ owners }) => owners.map(({ name }) => name)))];
  const more = names.length - mostOwners;
  return [...names.slice(0, mostOwners), ...(more > 0 ? [`${more} more`] : [])].join(', ') || 'nobody yet';
}

/** What most findings wait for, first. */
function openOf({ content, findings }: ProjectRecord): Report['open'] {
  const unknown = findings.filter(({ kind }) => kind === 'unknown');
  return summarise(unknown)
    .open.filter(({ question }) => !guarded.has(question.split('.')[0] ?? ''))
    .slice(0, mostOpen)
    .map(({ label, on, roles: [role], named }) => ({
      label,
      on,
      who: named.join(', ') || (content.roles.find(({ id }) => id === role)?.phrase ?? 'whoever knows'),
    }));
}
