/** The nineteen items of the checklist: what each says in plain words, and what would be wrong where it is not met. */
import type { Subject } from '../interview/answer.ts';
import type { Band } from './calculation.ts';
import { type Condition, questionsIn } from './condition.ts';

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

type Wrong = Item['wrong'][number];

const project = (when: Wrong['when']): Wrong => ({ scope: 'project', when });
const application = (when: Wrong['when']): Wrong => ({ scope: 'application', when });
const integration = (when: Wrong['when']): Wrong => ({ scope: 'integration', when });

const oneOf = (question: string, ...options: string[]): Condition => ({ question, oneOf: options });
const includes = (question: string, ...options: string[]): Condition => ({ question, includes: options });
const unsure = (question: string): Condition => ({ question, unsure: true });
const banded = (calculation: string, ...band: Band[]): Condition => ({ calculation, band });

const measured = ['request-count', 'execution-time', 'concurrency', 'daily-entitlement', 'batch-window'];

/** Its id, what it says, and whatever would be wrong. */
type Row = readonly [id: string, text: string, ...wrong: Wrong[]];

/** By group. */
const table: Readonly<Record<string, readonly Row[]>> = {
  Goals: [
    [
      'D1',
      'What each integration is for is written in the words of the business',
      integration(oneOf('owner-alignment.business-result', 'technical', 'not-written')),
    ],
    [
      'D2',
      'Each integration serves what the company wants now and in three years',
      integration(oneOf('owner-alignment.business-result', 'technical', 'not-written')),
      integration(oneOf('platform-direction.growth-plan', 'not-considered')),
    ],
    [
      'D3',
      'Everybody has gone through the systems and the points where they meet, together',
      integration(oneOf('owner-alignment.walk-through', 'some-missing', 'one-by-one', 'not-yet')),
    ],
    [
      'D4',
      'All concerned mean the same purpose and have agreed to the scope',
      integration({ question: 'owner-alignment.purpose', disagree: true }),
      application(oneOf('owners-and-stakeholders.owner-commitment', 'told', 'not-contacted')),
    ],
  ],
  Platform: [
    [
      'D5',
      'It is known where each application stands, and how the boundary is crossed',
      application(unsure('connectivity.hosting')),
      application(oneOf('sensitive-data.way-in', 'opened-port')),
    ],
    [
      'D6',
      'It is decided what stands between the applications',
      project(unsure('platform-direction.middleware')),
      project(oneOf('anti-patterns.hub', 'for-one', 'for-several')),
    ],
    [
      'D7',
      'One place shows whether all integrations work, and it can be told who did what',
      project(oneOf('one-size-fits-all.health-view', 'planned', 'per-system', 'none')),
      integration(oneOf('sensitive-data.trace', 'each-by-itself', 'not-traced')),
    ],
    [
      'D8',
      'What stands between the applications is as safe and as available as they need it',
      project(includes('platform-direction.middleware-lacks', 'sign-in', 'outage')),
      application(oneOf('business-continuity.availability-promise', 'none')),
    ],
    [
      'D9',
      'Every part has versions and can be put back',
      project(includes('platform-direction.middleware-lacks', 'versions')),
    ],
  ],
  Design: [
    [
      'D10',
      'Each design is held against the whole, by written criteria',
      project(oneOf('governance-model.design-review', 'informal', 'none')),
      project(oneOf('one-size-fits-all.deviation', 'nobody-named', 'no')),
    ],
    [
      'D11',
      'Nothing is sent or kept that nobody needs',
      integration(oneOf('sensitive-data.fields-needed', 'unchecked', 'not-all')),
      integration({ risk: 'expectations.reporting-store' }),
    ],
    [
      'D12',
      'Several ways to build were compared for each integration',
      integration(
        oneOf('one-size-fits-all.approach-chosen', 'standard', 'old-interface', 'supplier', 'familiar'),
      ),
    ],
  ],
  Pattern: [
    [
      'D13',
      'Nothing waits for an answer without a good reason',
      integration({
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
    [
      'D14',
      'It is known what each integration costs to run, and somebody watches it',
      integration(unsure('storage-and-limits.monthly-cost')),
      project(oneOf('storage-and-limits.limit-watch', 'nobody')),
    ],
    [
      'D15',
      'The way it is built fits the load, the hours and the limits of the platform',
      ...measured.map((id) => integration(banded(id, 'high', 'certain'))),
    ],
  ],
  Governance: [
    [
      'D16',
      'Each integration is tested for speed with the load it will really have',
      project(oneOf('governance-performance-testing.test-scope', 'screens-only', 'none')),
      integration(oneOf('governance-performance-testing.load', 'average', 'not-run')),
    ],
    [
      'D17',
      'Tests follow whole processes through all systems, more than once',
      integration(oneOf('it-driven-design.test-cases', 'transfer-only', 'none-yet')),
      project({ risk: 'governance-environments.one-round' }),
    ],
    [
      'D18',
      'People whose work changes know of it and are trained',
      integration(oneOf('governance-impact.people-informed', 'not-planned')),
      integration(oneOf('governance-impact.training', 'intended', 'none')),
    ],
    [
      'D19',
      'What happens before and after each transfer was looked at',
      integration(oneOf('owners-and-stakeholders.downstream', 'listed-unchecked', 'none-known')),
      integration(oneOf('governance-impact.neighbours', 'one-side', 'neither')),
    ],
  ],
};

export const items: readonly Item[] = Object.entries(table).flatMap(([group, rows]) =>
  rows.map(([id, text, ...wrong]) => ({ id, group, text, wrong })),
);

/** The questions, calculations and risks that an item rests on. */
export function restsOf({ wrong }: Item): ReadonlySet<string> {
  return new Set(
    wrong.flatMap(({ when }) =>
      'risk' in when ? [when.risk] : questionsIn(when, (calculation) => [calculation]),
    ),
  );
}
