/** All that an export speaks of, computed once: what is on file, the findings, what people decided about them. */
import type { Content } from '../../core/interview/topic.ts';
import { assessProject, type Memory } from '../../core/judgement/assess-project.ts';
import type { Calculation } from '../../core/judgement/calculation.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import type { Bundle } from '../../core/landscape/bundle.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import type { Entry } from '../../core/register/register.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import { registerOf } from '../register/judge-bundle.ts';

/** Where questions and rules come from; a house has both. */
export interface Rules {
  readonly content: Content;
  readonly calculations: readonly Calculation[];
  readonly judged?: Memory;
}

export interface ProjectRecord {
  readonly content: Content;
  readonly project: Project;
  readonly integrations: readonly Integration[];
  /** What was kept beside them. */
  readonly made: Pick<Bundle, 'milestones' | 'proposals'>;
  /** When the record was looked at, ISO 8601, UTC. */
  readonly at: string;
  readonly findings: readonly Finding[];
  /** Risks and issues, worst first. */
  readonly entries: readonly Entry[];
  readonly steps: readonly StepEntry[];
}

export function recordOf(
  { content, calculations, judged }: Rules,
  project: Project,
  integrations: readonly Integration[],
  at: string,
  made: ProjectRecord['made'] = {},
): ProjectRecord {
  const today = at.slice(0, 10);
  const findings = assessProject(content, calculations, project, integrations, judged, today);
  const { decisions, steps } = registerOf(content, { project, integrations }, findings, today);
  return {
    content,
    project,
    integrations,
    made,
    at,
    findings,
    entries: decisions,
    steps,
  };
}
