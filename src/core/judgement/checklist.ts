/**
 * The checklist of the guidance as nineteen items that are met, open or not known, by what people have said. Each says
 * what would be wrong: it is met where that was asked and is not so, everywhere it applies.
 */
import type { Subject } from '../interview/answer.ts';
import { type Ageing, ageing } from '../interview/staleness.ts';
import type { Content } from '../interview/topic.ts';
import { type Integration, type Project, vantages } from '../landscape/landscape.ts';
import type { Band, Calculation } from './calculation.ts';
import { type Condition, type Facts, judge, questionsIn } from './condition.ts';
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

export interface Item {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** What would be wrong, or the risk whose condition says so. */
  readonly wrong: readonly {
    readonly scope: Subject['scope'];
    readonly when: Condition | { readonly risk: string };
  }[];
}

const of = (scope: Subject['scope'], when: Condition | { readonly risk: string }) => ({ scope, when });
const oneOf = (question: string, ...options: string[]): Condition => ({ question, oneOf: options });
const includes = (question: string, ...options: string[]): Condition => ({ question, includes: options });
const banded = (calculation: string, ...band: Band[]): Condition => ({ calculation, band });

const measured = ['request-count', 'execution-time', 'concurrency', 'daily-entitlement', 'batch-window'];

export const items: readonly Item[] = [
  {
    id: 'D1',
    group: 'Goals',
    text: 'What each integration is for is written in the words of the business',
    wrong: [of('integration', oneOf('owner-alignment.business-result', 'technical', 'not-written'))],
  },
  {
    id: 'D2',
    group: 'Goals',
    text: 'Each integration serves what the company wants now and in three years',
    wrong: [
      of('integration', oneOf('owner-alignment.business-result', 'technical', 'not-written')),
      of('integration', oneOf('platform-direction.growth-plan', 'not-considered')),
    ],
  },
  {
    id: 'D3',
    group: 'Goals',
    text: 'Everybody has gone through the systems and the points where they meet, together',
    wrong: [
      of('integration', oneOf('owner-alignment.walk-through', 'some-missing', 'one-by-one', 'not-yet')),
    ],
  },
  {
    id: 'D4',
    group: 'Goals',
    text: 'All concerned mean the same purpose and have agreed to the scope',
    wrong: [
      of('integration', { question: 'owner-alignment.purpose', disagree: true }),
      of('application', oneOf('owners-and-stakeholders.owner-commitment', 'told', 'not-contacted')),
    ],
  },
  {
    id: 'D5',
    group: 'Platform',
    text: 'It is known where each application stands, and how the boundary is crossed',
    wrong: [
      of('application', { question: 'connectivity.hosting', unsure: true }),
      of('application', oneOf('sensitive-data.way-in', 'opened-port')),
    ],
  },
  {
    id: 'D6',
    group: 'Platform',
    text: 'It is decided what stands between the applications',
    wrong: [
      of('project', { question: 'platform-direction.middleware', unsure: true }),
      of('project', oneOf('anti-patterns.hub', 'for-one', 'for-several')),
    ],
  },
  {
    id: 'D7',
    group: 'Platform',
    text: 'One place shows whether all integrations work, and it can be told who did what',
    wrong: [
      of('project', oneOf('one-size-fits-all.health-view', 'planned', 'per-system', 'none')),
      of('integration', oneOf('sensitive-data.trace', 'each-by-itself', 'not-traced')),
    ],
  },
  {
    id: 'D8',
    group: 'Platform',
    text: 'What stands between the applications is as safe and as available as they need it',
    wrong: [
      of('project', includes('platform-direction.middleware-lacks', 'sign-in', 'outage')),
      of('application', oneOf('business-continuity.availability-promise', 'none')),
    ],
  },
  {
    id: 'D9',
    group: 'Platform',
    text: 'Every part has versions and can be put back',
    wrong: [of('project', includes('platform-direction.middleware-lacks', 'versions'))],
  },
  {
    id: 'D10',
    group: 'Design',
    text: 'Each design is held against the whole, by written criteria',
    wrong: [
      of('project', oneOf('governance-model.design-review', 'informal', 'none')),
      of('project', oneOf('one-size-fits-all.deviation', 'nobody-named', 'no')),
    ],
  },
  {
    id: 'D11',
    group: 'Design',
    text: 'Nothing is sent or kept that nobody needs',
    wrong: [
      of('integration', oneOf('sensitive-data.fields-needed', 'unchecked', 'not-all')),
      of('integration', { risk: 'expectations.reporting-store' }),
    ],
  },
  {
    id: 'D12',
    group: 'Design',
    text: 'Several ways to build were compared for each integration',
    wrong: [
      of(
        'integration',
        oneOf('one-size-fits-all.approach-chosen', 'standard', 'old-interface', 'supplier', 'familiar'),
      ),
    ],
  },
  {
    id: 'D13',
    group: 'Pattern',
    text: 'Nothing waits for an answer without a good reason',
    wrong: [
      of('integration', {
        all: [
          oneOf('one-size-fits-all.waits', 'user-waits', 'transaction-waits'),
          {
            any: [
              banded('unnecessary-real-time', 'high', 'certain'),
              { not: oneOf('expectations.delay-need', 'user-waits') },
            ],
          },
        ],
      }),
    ],
  },
  {
    id: 'D14',
    group: 'Pattern',
    text: 'It is known what each integration costs to run, and somebody watches it',
    wrong: [
      of('integration', { question: 'storage-and-limits.monthly-cost', unsure: true }),
      of('project', oneOf('storage-and-limits.limit-watch', 'nobody')),
    ],
  },
  {
    id: 'D15',
    group: 'Pattern',
    text: 'The way it is built fits the load, the hours and the limits of the platform',
    wrong: measured.map((id) => of('integration', banded(id, 'high', 'certain'))),
  },
  {
    id: 'D16',
    group: 'Governance',
    text: 'Each integration is tested for speed with the load it will really have',
    wrong: [
      of('project', oneOf('governance-performance-testing.test-scope', 'screens-only', 'none')),
      of('integration', oneOf('governance-performance-testing.load', 'average', 'not-run')),
    ],
  },
  {
    id: 'D17',
    group: 'Governance',
    text: 'Tests follow whole processes through all systems, more than once',
    wrong: [
      of('integration', oneOf('it-driven-design.test-cases', 'transfer-only', 'none-yet')),
      of('project', { risk: 'governance-environments.one-round' }),
    ],
  },
  {
    id: 'D18',
    group: 'Governance',
    text: 'People whose work changes know of it and are trained',
    wrong: [
      of('integration', oneOf('governance-impact.people-informed', 'not-planned')),
      of('integration', oneOf('governance-impact.training', 'intended', 'none')),
    ],
  },
  {
    id: 'D19',
    group: 'Governance',
    text: 'What happens before and after each transfer was looked at',
    wrong: [
      of('integration', oneOf('owners-and-stakeholders.downstream', 'listed-unchecked', 'none-known')),
      of('integration', oneOf('governance-impact.neighbours', 'one-side', 'neither')),
    ],
  },
];

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

/** The questions, calculations and risks that an item rests on. */
export function restsOf({ wrong }: Item): ReadonlySet<string> {
  return new Set(
    wrong.flatMap(({ when }) =>
      'risk' in when ? [when.risk] : questionsIn(when, (calculation) => [calculation]),
    ),
  );
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
