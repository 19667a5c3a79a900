/** What the digest before called late and this one does not: it is not dropped in silence. */
import { subjectKey } from '../../core/interview/answer.ts';
import { deedsOf } from '../../core/register/decisions.ts';
import type { StepId } from '../../core/register/deed.ts';
import type { Milestone } from '../../core/register/milestone.ts';
import { isOpenStep } from '../../core/register/steps.ts';
import { midSentence, taskWords } from './day-words.ts';
import { dayOf, type Ground } from './ground.ts';

const mostLines = 2;

export function settledSince(ground: Ground, since: Milestone): string[] {
  const { project, judged } = ground;
  const moves = deedsOf(project, judged.integrations).flatMap(({ at, did }) =>
    did.kind === 'moved-step' ? [{ at, ...did }] : [],
  );
  return [...new Set(moves.map(({ step }) => step))]
    .flatMap(
      (step) =>
        settledLine(
          ground,
          since,
          step,
          moves.filter((move) => move.step === step),
        ) ?? [],
    )
    .slice(0, mostLines);
}

interface Move {
  readonly at: string;
  readonly to: string;
  readonly due?: string;
}

function settledLine(
  ground: Ground,
  since: Milestone,
  id: StepId,
  moves: readonly Move[],
): string | undefined {
  const before = moves.filter(({ at }) => at <= since.at);
  const due = before.findLast((move) => move.due)?.due;
  const to = before.at(-1)?.to;
  if (due === undefined || due >= dayOf(ground, since.at) || (to !== 'open' && to !== 'doing'))
    return undefined;
  if (ground.steps.some((step) => step.id === id && isOpenStep(step))) return undefined;
  const asked = askedThen(ground, since, id);
  if (!asked) return undefined;
  const now = moves.at(-1)?.to;
  const lead = now === 'done' ? 'Done' : now === 'dropped' ? 'Dropped' : 'No longer needed';
  return `${lead} for ${asked.about}: ${midSentence(taskWords(asked.action))}.`;
}

/** A finding that was kept asked for it; what was over even before has been told. */
function askedThen({ house, project, judged }: Ground, since: Milestone, id: StepId) {
  const [key = '', subject] = id.split('@');
  const places = [
    ...judged.integrations.map((each) => ({ scope: 'integration' as const, ...each })),
    ...project.applications.map((each) => ({ scope: 'application' as const, ...each })),
  ];
  const about = places.find((place) => subjectKey({ scope: place.scope, id: place.id }) === subject)?.name;
  const action = house.content.step.get(key)?.action;
  const wasAsked = since.findings.some(
    (noted) =>
      noted.kind !== 'unknown' &&
      noted.about === about &&
      house.content.risk.get(noted.rule)?.steps.includes(key),
  );
  // Words with a gap in them had something of the finding in it, which is not kept.
  return about !== undefined && action && wasAsked && !/[{}]/.test(action) ? { about, action } : undefined;
}
