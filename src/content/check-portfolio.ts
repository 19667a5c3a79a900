/** Whether a finding about several integrations has a rule, and names what exists. */
import { portfolioRules } from '../core/judgement/portfolio/index.ts';
import { topicsOf } from './check-chooser.ts';
import type { Ground } from './check-condition.ts';
import { placeholderFaults } from './check-placeholders.ts';
import { provesFaults } from './check-step.ts';
import type { Fault } from './complaint.ts';
import { absentId, absentIds, type Readable } from './names.ts';
import type { WrittenPortfolioText } from './portfolio-schema.ts';

/** Filled in by the rule: which integrations are concerned, and which of them to move, split or look at first. */
const names = ['integrations', 'first'];

export function portfolioFaults({ at, written }: Readable<WrittenPortfolioText>, ground: Ground): Fault[] {
  const path = ['portfolio', at];
  const { pack } = ground;
  const rule = portfolioRules.find(({ id }) => id === written.id);
  const { title, cause, event, effect, clears, sound, reasoning, steps } = written;
  const scopes = rule ? [rule.scope] : [];
  const found = rule?.needs.filter((limit) => pack.limits.ids && !pack.limits.ids.includes(limit)) ?? [];
  return [
    ...(rule ? [] : [{ path: [...path, 'id'], message: `there is no rule "${written.id}"` }]),
    ...found.map((limit) => ({ path, message: `the rule needs the limit "${limit}", which does not exist` })),
    ...absentId(written.topic, topicsOf(ground), 'topic', [...path, 'topic']),
    ...absentId(written.due, pack.stages, 'stage', [...path, 'due']),
    ...placeholderFaults({ title, cause, event, effect, clears }, path, scopes, names),
    ...placeholderFaults({ sound }, path, scopes),
    ...placeholderFaults({ reasoning }, path, []),
    ...steps.flatMap((step, place) => {
      const own = [...path, 'steps', place];
      return [
        ...absentId(step.owner, pack.roles, 'role', [...own, 'owner']),
        ...absentIds(step.with, pack.roles, 'role', [...own, 'with']),
        ...absentId(step.stage, pack.stages, 'stage', [...own, 'stage']),
        ...provesFaults(step, 'portfolio', own, ground.names),
        ...placeholderFaults({ action: step.action, done: step.done }, own, scopes, names),
      ];
    }),
  ];
}
