/** Small pieces of content and landscape, each complete with as little said as a test needs. */
import type { Answer, Said, Subject } from '../../src/core/interview/answer.ts';
import type {
  AnswerShape,
  Content,
  Option,
  Question,
  Risk,
  Role,
  Stage,
  Step,
  Topic,
  Unit,
} from '../../src/core/interview/topic.ts';
import type {
  Application,
  HeldRole,
  Integration,
  Member,
  Project,
  Vantage,
} from '../../src/core/landscape/landscape.ts';

export function option(id: string, more: Partial<Option> = {}): Option {
  return { id, text: id, also: [], ...more };
}

export function choice(...ids: string[]): AnswerShape {
  return { kind: 'choice', options: ids.map((id) => option(id)), ordered: false };
}

export function scale(...ids: string[]): AnswerShape {
  return { kind: 'choice', options: ids.map((id) => option(id)), ordered: true };
}

export function multi(...ids: string[]): AnswerShape {
  return { kind: 'multi', options: ids.map((id) => option(id)) };
}

export function amountOf(unit: Unit, min = 0, max?: number): AnswerShape {
  return { kind: 'number', unit, min, example: '200-300', ...(max === undefined ? {} : { max }) };
}

export const dateShape: AnswerShape = { kind: 'date', example: '15 March 2027' };
export const peopleShape: AnswerShape = { kind: 'people', example: 'Dana Fox' };
export const textShape: AnswerShape = { kind: 'text', example: 'a few words' };

/** `topic.id`; a yes/no choice about the integration that the architect can answer, unless said otherwise. */
export function question(key: string, more: Partial<Question> = {}): Question {
  return {
    key,
    topic: key.split('.')[0] ?? '',
    scope: 'integration',
    ask: `${key} of {integration}?`,
    label: `Label of ${key}`,
    why: 'Because.',
    roles: ['architect'],
    compare: [],
    core: false,
    answer: choice('yes', 'no'),
    ...more,
  };
}

export function risk(key: string, when: Risk['when'], more: Partial<Risk> = {}): Risk {
  const topic = key.split('.')[0] ?? '';
  return {
    key,
    topic,
    scope: 'integration',
    title: `Risk ${key} of {integration}`,
    cause: 'cause',
    event: 'event',
    effect: 'effect',
    probability: 3,
    impact: 3,
    reasoning: 'Three by three.',
    when,
    worse: [],
    due: 'initiate',
    covers: [],
    steps: [`${topic}.act`],
    clears: 'cleared',
    right: { not: when },
    sound: `{integration} is sound in ${key}`,
    ...more,
  };
}

export const stages: readonly Stage[] = ['initiate', 'implement', 'prepare', 'operate'].map((id) => ({
  id,
  title: id,
  also: [],
}));

const role = (id: string, ofApplication?: Role['ofApplication']): Role => ({
  id,
  title: id,
  phrase: `the ${id}`,
  side: 'both',
  ...(ofApplication ? { ofApplication } : {}),
});
export const roles: readonly Role[] = [
  role('architect'),
  role('process-owner'),
  role('project-manager'),
  role('source-owner', 'source'),
  role('target-owner', 'target'),
  role('application-owner', 'any'),
  role('downstream-owner', 'downstream'),
];

/** Topics come from the questions and risks, in the order in which they are first named. */
export function content(
  questions: readonly Question[],
  risks: readonly Risk[] = [],
  more: Partial<Content> = {},
): Content {
  const ids = [...new Set([...questions, ...risks].map(({ topic }) => topic))];
  const topics = ids.map((id, order): Topic => {
    const act: Step = {
      key: `${id}.act`,
      action: 'Act on {integration}',
      owner: 'architect',
      with: [],
      stage: 'initiate',
      done: 'It is done',
    };
    return {
      id,
      area: 'business',
      order,
      title: `Topic ${id}`,
      cites: { title: 'Challenges', revision: '2023-05-23', heading: `Heading of ${id}` },
      questions: questions.filter(({ topic }) => topic === id),
      risks: risks.filter(({ topic }) => topic === id),
      steps: [act],
    };
  });
  return {
    topics,
    roles,
    stages,
    dates: [{ id: 'go-live', title: 'Go-live' }],
    limits: [],
    reasons: [{ id: 'other', text: 'Another reason' }],
    inventory: new Map(),
    choosers: [],
    portfolio: [],
    changes: [],
    weighing: questions.filter(
      ({ answer }) => answer.kind === 'choice' && answer.options.some(({ impact }) => impact !== undefined),
    ),
    question: new Map(questions.map((each) => [each.key, each])),
    risk: new Map(risks.map((each) => [each.key, each])),
    step: new Map(topics.flatMap(({ steps }) => steps.map((step) => [step.key, step] as const))),
    ...more,
  };
}

export const chose = (id: string): Said => ({ kind: 'value', value: { type: 'choice', option: id } });
export const ticked = (...options: string[]): Said => ({ kind: 'value', value: { type: 'multi', options } });
export const counted = (low: number, high = low, words?: string): Said => ({
  kind: 'value',
  value: { type: 'number', low, high },
  ...(words ? { words } : {}),
});
export const dated = (date: string): Said => ({ kind: 'value', value: { type: 'date', date } });
export const named = (...names: string[]): Said => ({ kind: 'value', value: { type: 'people', names } });
export const wrote = (text: string): Said => ({ kind: 'value', value: { type: 'text', text } });
export const unsure: Said = { kind: 'unsure' };
export const passed: Said = { kind: 'passed' };
export const notApplicable: Said = { kind: 'not-applicable', reason: 'other' };
export const referred: Said = { kind: 'referred', to: 'Li Wei' };

export const morning = '2026-11-02T09:00:00.000Z';

export function answer(key: string, said: Said, by = 'dana', at = morning): Answer {
  return {
    question: key,
    by: { kind: 'person', id: by, name: `Name of ${by}` },
    at,
    turn: `turn ${at}`,
    said,
  };
}

export function member(id: string, ...held: (string | HeldRole)[]): Member {
  return {
    id,
    name: `Name of ${id}`,
    roles: held.map((each) => (typeof each === 'string' ? { role: each } : each)),
  };
}

export function application(id: string, answers: readonly Answer[] = []): Application {
  return { id, name: id.toUpperCase(), answers };
}

/** What one person says, by question. */
export function log(said: Readonly<Record<string, Said>>): Answer[] {
  return Object.entries(said).map(([question, each]) => answer(question, each));
}

export function integration(answers: readonly Answer[] = [], more: Partial<Integration> = {}): Integration {
  return {
    schema: 1,
    id: 'orders',
    name: 'Web orders',
    source: { written: 'Shop', application: 'shop' },
    target: { written: 'ERP', application: 'erp' },
    answers,
    recent: [],
    ...more,
  };
}

/** An integration that is named for its two ends. */
export function between(
  source: string,
  target: string,
  said: Readonly<Record<string, Said>> = {},
  id = `${source}-${target}`,
): Integration {
  const end = (application: string) => ({ written: application, application });
  return integration(log(said), { id, name: id, source: end(source), target: end(target) });
}

export function project(more: Partial<Project> = {}): Project {
  return {
    schema: 1,
    id: 'p1',
    name: 'Programme',
    home: { kind: 'anyone' },
    stage: 'initiate',
    dates: {},
    people: [],
    applications: [],
    answers: [],
    recent: [],
    ...more,
  };
}

/** What one integration of a project sees; its two ends are Shop and ERP unless said otherwise. */
export function vantage(
  answers: readonly Answer[] = [],
  more: Partial<Project> = {},
  ends: readonly Application[] = [],
): Vantage {
  return throughJson({
    project: project({ applications: ends, ...more }),
    integration: integration(answers),
    applications: ends,
  });
}

export const orders: Subject = { scope: 'integration', id: 'orders' };

/** What a restart leaves of it. */
export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The same numbers in every run (mulberry32). */
export function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const oneOf = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return { below, oneOf };
}
export type Chance = ReturnType<typeof chance>;
