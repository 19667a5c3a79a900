/** What to do about a finding. */
import type { Content, StageId, Step } from '../interview/topic.ts';
import type { NextStep, Waiting } from './finding.ts';

/** A risk has the steps of its rule; an unknown is to be found out; what is right is confirmed at the next gate. */
export function stepsFor(
  kind: 'risk' | 'unknown' | 'assertion',
  { due, steps }: { readonly due: StageId; readonly steps: readonly Step[] },
  waitingFor: readonly Waiting[],
  where: { readonly content: Content; readonly stage: StageId; readonly fill: (text: string) => string },
): readonly NextStep[] {
  switch (kind) {
    case 'risk':
      return steps.map((step) => filledIn(step, where.fill));
    case 'unknown':
      return waitingFor.map((each) => findOut(each, due));
    case 'assertion':
      return [confirm(steps[0], where.content, where.stage)];
  }
}

function filledIn(step: Step, fill: (text: string) => string): NextStep {
  const { key, owner, with: others, stage, proves } = step;
  const [action, done] = [fill(step.action), fill(step.done)];
  // Most steps name nothing, and are the same for all.
  if (action === step.action && done === step.done) return step;
  return { key, action, owner, with: others, stage, done, ...(proves ? { proves } : {}) };
}

function findOut({ question, label, about, roles, named, was }: Waiting, stage: StageId): NextStep {
  const whom = named.join(' or ');
  return {
    key: `ask.${question}`,
    action: was
      ? `Ask ${whom} to confirm for ${about}: ${label}`
      : whom
        ? `Ask ${whom} about ${about}: ${label}`
        : `Find out for ${about}: ${label}`,
    owner: roles[0] ?? 'project-manager',
    with: [],
    stage,
    done: was ? 'Whoever said it has confirmed or changed it' : 'The answer is on file, with its author',
    proves: question,
  };
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
