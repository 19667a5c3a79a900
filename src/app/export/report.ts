/** What a steering group reads: one page on where the project stands, what has to be decided, and what nobody knows yet. */
import type { Severity } from '../../core/judgement/finding.ts';
import { severities } from '../../core/judgement/finding.ts';
import { landscapeGraph } from '../../core/landscape/landscape-graph.ts';
import { type Sketch, sketchesOf } from '../../core/landscape/sketch.ts';
import type { Entry } from '../../core/register/register.ts';
import { isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { guarded } from '../guarded.ts';
import type { ProjectRecord, Rules } from './record.ts';

/** What fits on one page. */
const [mostRisks, mostDecisions, mostOpen] = [5, 6, 6];

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
  /** Numbers of risks: likelihood 5 to 1 down, impact 1 to 5 across. */
  readonly heat: readonly (readonly number[])[];
  readonly risks: readonly ReportedRisk[];
  readonly decisions: readonly string[];
  readonly open: readonly { readonly label: string; readonly about: string; readonly who: string }[];
  readonly unknown: number;
  /** Of the landscape, finest first; empty where there is nothing to draw. */
  readonly sketches: readonly Sketch[];
}

export interface ReportedRisk {
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly because: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  readonly state: Entry['state'];
  readonly step?: string;
}

export function reportOf({ calculations }: Pick<Rules, 'calculations'>, record: ProjectRecord): Report {
  const { content, project, integrations, findings, entries, at } = record;
  // What was accepted, and holds, needs no look from a steering group.
  const standing = entries.filter(({ state }) => state !== 'accepted');
  const graph = landscapeGraph(content, calculations, project, integrations, findings);
  const count = (severity: Severity) =>
    entries.filter(({ inherent }) => inherent.severity === severity).length;
  const counts = Object.fromEntries(severities.map((each) => [each, count(each)])) as Report['counts'];
  return {
    project: project.name,
    stage: content.stages.find(({ id }) => id === project.stage)?.title ?? project.stage,
    day: at.slice(0, 10),
    applications: project.applications.length,
    integrations: integrations.length,
    interviewed: integrations.filter(({ answers }) => answers.some(({ by }) => by.kind === 'person')).length,
    counts,
    heat: heatOf(entries),
    risks: standing.slice(0, mostRisks).map(reported),
    decisions: decisionsOf(record),
    open: openOf(record),
    unknown: findings.filter(({ kind }) => kind === 'unknown').length,
    sketches: graph.nodes.length > 0 ? sketchesOf(graph) : [],
  };
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

function reported({ finding, owner, due, acceptance, state }: Entry): ReportedRisk {
  const [step] = finding.steps;
  const until = acceptance?.until ?? due;
  return {
    title: finding.title,
    severity: finding.severity,
    why: finding.effect,
    // A report goes from hand to hand: what people said about protecting data does not.
    because: guarded.has(finding.topic)
      ? []
      : finding.because.map(({ label, words }) => `${label}: ${words}`),
    state,
    ...(owner ? { owner: owner.name } : {}),
    ...(until ? { due: until } : {}),
    ...(step ? { step: step.action } : {}),
  };
}

function decisionsOf({ entries, steps }: ProjectRecord): string[] {
  const lapsed = entries.filter(({ state }) => state === 'lapsed');
  const undecided = entries.filter(
    ({ state, inherent }) =>
      state === 'undecided' && (inherent.severity === 'critical' || inherent.severity === 'high'),
  );
  const late = steps.filter((step) => step.late && isOpenStep(step));
  const all = [
    ...lapsed.map(({ finding }) => `Accept anew, or treat: ${finding.title}`),
    ...undecided.map(({ finding }) => `Avoid, reduce, share or accept: ${finding.title}`),
    ...late.map((step) => `Late: ${step.step.action} (${whose(step)})`),
  ];
  const more = all.length - mostDecisions;
  return more > 0 ? [...all.slice(0, mostDecisions), `and ${more} more, in the workbook`] : all;
}

const whose = ({ owners }: StepEntry) => owners.map(({ name }) => name).join(', ') || 'nobody yet';

/** What most findings wait for, first. */
function openOf({ content, findings }: ProjectRecord): Report['open'] {
  const roles = new Map(content.roles.map(({ id, title }) => [id, title]));
  const waiting = new Map<string, { count: number; label: string; about: string; who: string }>();
  for (const { waitingFor } of findings) {
    for (const { question, label, about, roles: held, named } of waitingFor) {
      const key = `${question} ${about}`;
      const who = named.length > 0 ? named.join(', ') : held.map((id) => roles.get(id) ?? id).join(', ');
      waiting.set(key, { label, about, who, count: (waiting.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...waiting.values()].sort((one, other) => other.count - one.count).slice(0, mostOpen);
}
