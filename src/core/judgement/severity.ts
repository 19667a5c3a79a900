/** Probability × impact on a 5×5 matrix (a technique of the PMBOK Guide), and what moves the two numbers. */
import type { Risk, Stage } from '../interview/topic.ts';
import { bandProbability } from './calculation.ts';
import { type Fact, type Facts, type Reason, truthOf } from './condition.ts';
import { differ } from './disagreement.ts';
import { givenValue, said } from './fact.ts';
import { type Evidence, type Finding, type FindingKind, type Severity, severities } from './finding.ts';

export interface Weight {
  /** 1–5. */
  readonly probability: number;
  /** 1–5. */
  readonly impact: number;
  readonly severity: Severity;
  /** Probability × impact before gates that have passed are counted; absent where they count nothing. */
  readonly atFirst?: number;
  readonly reasoning: readonly string[];
  /** Two gates past the stage in which it had to be resolved: no longer a risk but an issue. */
  readonly overdue: boolean;
}

export function severityOf(probability: number, impact: number): Severity {
  const score = probability * impact;
  return score >= 16 ? 'critical' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low';
}

export type Weighable = Pick<Risk, 'reasoning' | 'probability' | 'impact' | 'worse' | 'due'>;

/** What the matrix starts from and what was added, one reason a line. */
export function weigh(
  risk: Weighable,
  facts: Facts,
  evidence: readonly Reason[],
  stage: { readonly stages: readonly Stage[]; readonly current: string },
  criticality: { readonly added: number; readonly evidence?: Evidence },
): Weight {
  const reasoning = [risk.reasoning];
  let probability = baseProbability(risk, facts);
  let impact = risk.impact;
  for (const worse of risk.worse) {
    if (truthOf(worse.when, facts) !== 'yes') continue;
    probability = Math.max(probability, worse.probability ?? 0);
    impact = Math.max(impact, worse.impact ?? 0);
    reasoning.push(worse.because);
  }
  if (evidence.some(({ fact }) => peopleDiffer(fact))) {
    probability += 1;
    reasoning.push('People answered differently: probability +1.');
  }
  const beforeGates = probability;
  const gatesPast = stagesPast(risk.due, stage);
  if (gatesPast > 0) {
    probability += Math.min(gatesPast, 2);
    const due = stage.stages.find((candidate) => candidate.id === risk.due)?.title ?? risk.due;
    reasoning.push(`Due by the end of ${due}, which has passed: probability +${Math.min(gatesPast, 2)}.`);
  }
  if (criticality.added !== 0) {
    impact += criticality.added;
    const words = criticality.evidence
      ? `${criticality.evidence.label}: ${criticality.evidence.words}`
      : 'Criticality';
    reasoning.push(`${words}: impact ${criticality.added > 0 ? '+' : '−'}${Math.abs(criticality.added)}.`);
  }
  probability = clamp(probability);
  impact = clamp(impact);
  return {
    probability,
    impact,
    severity: severityOf(probability, impact),
    ...(gatesPast > 0 ? { atFirst: clamp(beforeGates) * impact } : {}),
    reasoning,
    overdue: gatesPast >= 2,
  };
}

function baseProbability(risk: Weighable, facts: Facts): number {
  if (typeof risk.probability === 'number') return risk.probability;
  const outcome = facts.calculate(risk.probability.calculation);
  return outcome.kind === 'result' ? bandProbability[outcome.band] : bandProbability.watch;
}

function peopleDiffer(fact: Fact): boolean {
  const { valued } = said(fact);
  return valued.length > 1 && differ(fact.question.answer, valued.map(givenValue)) !== 'none';
}

function stagesPast(
  due: string,
  stage: { readonly stages: readonly Stage[]; readonly current: string },
): number {
  const place = (id: string) => stage.stages.findIndex((candidate) => candidate.id === id);
  return Math.max(0, place(stage.current) - place(due));
}

function clamp(value: number): number {
  return Math.min(5, Math.max(1, value));
}

const block: Readonly<Record<FindingKind, number>> = { issue: 0, risk: 0, unknown: 1, assertion: 2 };

type Ranked = Pick<Finding, 'kind' | 'probability' | 'impact' | 'atFirst'>;

/**
 * What hurts, worst first and among equals issues before risks; then unknowns, then what is done right. Once gates have
 * passed nearly all is critical; what was worst before that is still the first to mend.
 */
export function rankOf({ kind, probability, impact, atFirst }: Ranked): number {
  const score = probability * impact;
  const band = severities.indexOf(severityOf(probability, impact));
  const mildness = (block[kind] * severities.length + band) * 25 + 25 - (atFirst ?? score);
  return ((mildness * 25 + 25 - score) * 5 + (5 - impact)) * 2 + (kind === 'issue' ? 0 : 1);
}

export function compareFindings(
  one: Ranked & { readonly id: string },
  other: Ranked & { readonly id: string },
): number {
  return rankOf(one) - rankOf(other) || (one.id < other.id ? -1 : 1);
}
