/** What to do about a finding. */
import type { Content, StageId, Step } from '../interview/topic.ts';
import type { NextStep, Waiting } from './finding.ts';

/** A risk has the steps of its rule; an unknown is to be found out; what is right is confirmed at the next gate. */
export function stepsFor(
  kind: 'risk' | 'unknown' | 'assertion',
  rule: { readonly due: StageId; readonly steps: readonly Step[] },
  waitingFor: readonly Waiting[],
  where: { readonly content: Content; readonly stage: StageId; readonly fill: (text: string) => string },
): NextStep[] {
  if (kind === 'risk') {
    return rule.steps.map((step) => ({
      ...step,
      action: where.fill(step.action),
      done: where.fill(step.done),
    }));
  }
  if (kind === 'assertion') return [confirm(rule.steps[0], where.content, where.stage)];
  return waitingFor.map(({ question, label, about, roles, named }) => ({
    key: `ask.${question}`,
    action:
      named.length > 0
        ? `Ask ${named.join(' or ')} about ${about}: ${label}`
        : `Find out for ${about}: ${label}`,
    owner: roles[0] ?? 'project-manager',
    with: [],
    stage: rule.due,
    done: 'The answer is on file, with its author',
  }));
}

function confirm(step: Step | undefined, content: Content, current: StageId): NextStep {
  const at = content.stages.findIndex((stage) => stage.id === current);
  const next = content.stages[at + 1] ?? content.stages[at];
  return {
    key: 'confirm',
    action: 'Nothing to do now; confirm it before the next gate',
    owner: step?.owner ?? 'project-manager',
    with: [],
    stage: next?.id ?? current,
    done: 'Somebody who can know has confirmed the answer',
  };
}
