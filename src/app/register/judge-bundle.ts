/** The findings of an exported project: the same judgement as on the cards of its integrations. */
import { isIsoDate } from '../../core/interview/read-answer.ts';
import type { Content } from '../../core/interview/topic.ts';
import { assessProject } from '../../core/judgement/assess-project.ts';
import type { Calculation } from '../../core/judgement/calculation.ts';
import { checklist, type ItemReport } from '../../core/judgement/checklist.ts';
import { type Advice, advise } from '../../core/judgement/choosers/advise.ts';
import { type Finding, type Severity, severities } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import type { Bundle } from '../../core/landscape/bundle.ts';
import { landscapeGraph } from '../../core/landscape/landscape-graph.ts';
import { type Sketch, sketchesOf } from '../../core/landscape/sketch.ts';
import { type AuditEntry, auditOf } from '../../core/register/audit.ts';
import { decisionsIn, deedsOf } from '../../core/register/decisions.ts';
import { historyOf } from '../../core/register/history.ts';
import { type Entry, entryOf } from '../../core/register/register.ts';
import { type StepEntry, stepsOf } from '../../core/register/steps.ts';
import { type OpenQuestion, openQuestions } from '../../core/register/summary.ts';

export function judgeBundle(
  content: Content,
  calculations: readonly Calculation[],
  { project, integrations, asOf }: Bundle,
  together: boolean,
): Finding[] {
  const findings = assessProject(content, calculations, project, integrations, undefined, asOf);
  // What only shows where all integrations are looked at together stands on nobody's card.
  const shared = new Set(content.portfolio.map(({ key }) => key));
  return together ? findings : findings.filter(({ rule }) => !shared.has(rule));
}

/** What is to be drawn of an exported project. */
export function sketchBundle(
  content: Content,
  calculations: readonly Calculation[],
  bundle: Bundle,
): readonly Sketch[] {
  const { project, integrations } = bundle;
  const findings = judgeBundle(content, calculations, bundle, true);
  return sketchesOf(landscapeGraph(content, calculations, project, integrations, findings));
}

/** The checklist of the guidance, item by item. */
export function checkBundle(
  content: Content,
  calculations: readonly Calculation[],
  { project, integrations, asOf }: Bundle,
): readonly ItemReport[] {
  return checklist(content, calculations, project, integrations, asOf);
}

/** How it could be built: for the landscape, and for each integration. */
export function adviseBundle(
  content: Content,
  calculations: readonly Calculation[],
  { project, integrations }: Bundle,
): readonly Advice[] {
  return advise(content, calculations, project, integrations);
}

/** Who did what, when, through which door, and what was there before. */
export function auditBundle(content: Content, bundle: Bundle): readonly AuditEntry[] {
  return auditOf(content, bundle.project, bundle.integrations, bundle);
}

export type { OpenQuestion };

/** What has to be found out before all can be judged; what holds up most comes first. */
export function openQuestionsOf(findings: readonly Finding[]): readonly OpenQuestion[] {
  return openQuestions(findings.filter(({ kind }) => kind === 'unknown'));
}

export interface BundleRegister {
  readonly decisions: readonly Entry[];
  readonly steps: readonly StepEntry[];
}

/** What people decided about the risks, and what is to be done; findings stay what they are. */
export function registerOf(
  content: Content,
  { project, integrations }: Pick<Bundle, 'project' | 'integrations'>,
  findings: readonly Finding[],
  today: string,
): BundleRegister {
  const decisions = decisionsIn(deedsOf(project, integrations));
  const history = historyOf(project, integrations);
  return {
    decisions: findings.filter(isRaised).map((finding) => entryOf(finding, decisions, history, today)),
    steps: stepsOf(content, project, integrations, findings, today),
  };
}

/** `YYYY-MM-DD` */
export const isDay = isIsoDate;

export function readSeverity(text: string): Severity | undefined {
  return severities.find((severity) => severity === text);
}

/** A risk or an issue as bad as the threshold; what is unknown or done right never is. */
export function worseOrEqual({ kind, severity }: Finding, threshold: Severity): boolean {
  return (
    (kind === 'risk' || kind === 'issue') && severities.indexOf(severity) <= severities.indexOf(threshold)
  );
}
