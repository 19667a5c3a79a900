/**
 * The checklist of the guidance as nineteen items that are met, open or not known, by what people have said. Each says
 * what would be wrong: it is met where that was asked and is not so, everywhere it applies.
 */
import type { Subject } from '../interview/answer.ts';
import { type Ageing, ageing } from '../interview/staleness.ts';
import type { Content } from '../interview/topic.ts';
import { type Integration, type Project, vantages } from '../landscape/landscape.ts';
import type { Calculation } from './calculation.ts';
import { items } from './checklist-items.ts';
import { type Condition, type Facts, judge } from './condition.ts';
import { type Survey, surveyor } from './survey.ts';

export type ItemState = 'met' | 'open' | 'not-known';

export interface ItemReport {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly state: ItemState;
  /** The integrations and applications for which it is open. */
  readonly open: readonly string[];
  /** Those for which it is not known. */
  readonly notKnown: readonly string[];
}

export function checklist(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  today?: string,
): readonly ItemReport[] {
  const look = surveyor(content, calculations, project);
  const vantageOf = vantages(project);
  const ages = ageing(content, project, today);
  const whole = look({ project, applications: project.applications });
  const places: Readonly<Record<Subject['scope'], readonly Place[]>> = {
    project: [{ name: project.name, facts: whole.from({ scope: 'project' }) }],
    application: project.applications.map(({ id, name }) => ({
      name,
      facts: whole.from({ scope: 'application', id }),
    })),
    integration: integrations.map((integration) => ({
      name: integration.name,
      facts: factsOf(look(vantageOf(integration)), integration),
    })),
  };
  return items.map(({ wrong, ...item }) => {
    const states = wrong.flatMap(({ scope, when }) => {
      // A pack without that risk does not ask for it.
      const condition = 'risk' in when ? content.risk.get(when.risk)?.when : when;
      return condition
        ? places[scope].map(({ name, facts }) => ({ name, state: stateOf(condition, facts, ages) }))
        : [];
    });
    const namesOf = (wanted: ItemState) => [
      ...new Set(states.flatMap(({ name, state }) => (state === wanted ? [name] : []))),
    ];
    const open = namesOf('open');
    const notKnown = namesOf('not-known').filter((name) => !open.includes(name));
    const isMet = open.length === 0 && notKnown.length === 0 && states.some(({ state }) => state === 'met');
    return { ...item, state: open.length > 0 ? 'open' : isMet ? 'met' : 'not-known', open, notKnown };
  });
}

interface Place {
  readonly name: string;
  readonly facts: Facts;
}

function factsOf(survey: Survey, { id }: Integration): Facts {
  return survey.from({ scope: 'integration', id });
}

/** Nothing where it does not apply. What was right once, and has all grown old since, is not known to be met. */
function stateOf(wrong: Condition, facts: Facts, ages: Ageing): ItemState | undefined {
  const { truth, because } = judge(wrong, facts);
  if (truth === 'yes') return 'open';
  if (truth === 'unknown') return 'not-known';
  const valued = because.filter(({ answer }) => answer.said.kind === 'value');
  if (valued.length === 0) return undefined;
  const isOld = valued.every(
    ({ fact, answer }) => ages.of(answer, fact.question, fact.subject) !== undefined,
  );
  return isOld ? 'not-known' : 'met';
}
