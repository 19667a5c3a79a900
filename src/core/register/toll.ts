/** What of a project has somebody in it, counted, before they are taken out. */
import { type Answer, subjectKey } from '../interview/answer.ts';
import type { Bundle } from '../landscape/bundle.ts';
import { decisionsIn, deedsOf } from './decisions.ts';
import type { Deed, StepId } from './deed.ts';

export interface Toll {
  /** Questions they answered. */
  readonly answers: number;
  /** What they said to the same questions before they changed it. */
  readonly changed: number;
  readonly deeds: number;
  readonly roles: number;
  /** Risks and next steps that are theirs. */
  readonly owned: number;
}

export const noToll: Toll = { answers: 0, changed: 0, deeds: 0, roles: 0, owned: 0 };

export function tollOf({ project, integrations }: Bundle, id: string): Toll {
  const asked = new Set<string>();
  let all = 0;
  const count = (subject: string, answers: readonly Answer[]) => {
    for (const { by, question } of answers) {
      if (by.kind !== 'person' || by.id !== id) continue;
      all += 1;
      asked.add(`${question}@${subject}`);
    }
  };
  count('project', project.answers);
  for (const each of project.applications)
    count(subjectKey({ scope: 'application', id: each.id }), each.answers);
  for (const each of integrations) count(subjectKey({ scope: 'integration', id: each.id }), each.answers);
  const deeds = deedsOf(project, integrations);
  return {
    answers: asked.size,
    changed: all - asked.size,
    deeds: deeds.filter(({ by }) => by.id === id).length,
    roles: project.people.find((each) => each.id === id)?.roles.length ?? 0,
    owned: ownedIn(deeds, id),
  };
}

function ownedIn(deeds: readonly Deed[], id: string): number {
  const risks = [...decisionsIn(deeds).values()].filter(({ did }) => did.owner.id === id);
  const steps = new Map<StepId, string | undefined>();
  for (const { did } of deeds) {
    if (did.kind !== 'moved-step') continue;
    const isOver = did.to === 'done' || did.to === 'dropped';
    steps.set(did.step, isOver ? undefined : (did.owner?.id ?? steps.get(did.step)));
  }
  return risks.length + [...steps.values()].filter((owner) => owner === id).length;
}

export function addTolls(tolls: readonly Toll[]): Toll {
  return tolls.reduce(
    (sum, each) => ({
      answers: sum.answers + each.answers,
      changed: sum.changed + each.changed,
      deeds: sum.deeds + each.deeds,
      roles: sum.roles + each.roles,
      owned: sum.owned + each.owned,
    }),
    noToll,
  );
}
