/** Checked files → content: full keys, the numbers of limits, and tables to look things up. */
import type { Area, Content, Limit, Question, Risk, Step, Topic } from '../core/interview/topic.ts';
import type { Chooser } from '../core/judgement/choosers/chooser.ts';
import type { Condition } from '../core/judgement/condition.ts';
import { compact } from './compact.ts';
import type { WrittenCondition } from './condition-schema.ts';
import { fullKey } from './names.ts';
import type { WrittenChooser } from './pattern-schema.ts';
import type { Pack } from './read-pack.ts';
import type { Entry } from './read-topic.ts';
import type { WrittenQuestion, WrittenRisk, WrittenStep, WrittenTopic } from './topic-schema.ts';

type Resolve = (condition: WrittenCondition) => Condition;

/** What is on file; everything else in the content is a table made of it. */
export type Lists = Pick<
  Content,
  'topics' | 'roles' | 'stages' | 'dates' | 'limits' | 'reasons' | 'choosers' | 'portfolio' | 'changes'
> & {
  readonly columns: Readonly<Record<string, string>>;
};

/** What is switched off is checked like the rest and then left out: what looks at it finds that it does not apply. */
export function buildContent(pack: Pack): Content {
  const off = new Set(pack.off);
  const limits = new Map(pack.limits.entries.map((limit) => [limit.id, limit]));
  const written = <T>(entries: readonly Entry<T>[] | undefined) =>
    (entries ?? []).flatMap(({ key, written }) => (written && !off.has(key) ? [written] : []));
  const topics = pack.topics
    .filter(({ id }) => !off.has(id))
    .flatMap(({ area, head, questions, risks, steps }) =>
      head
        ? buildTopic(
            area,
            { ...head, questions: written(questions), risks: written(risks), steps: written(steps) },
            limits,
          )
        : [],
    );
  const asked = new Set(topics.flatMap(({ questions }) => questions.map(({ key }) => key)));
  const columns = pack.inventory.flatMap((each) => Object.entries(each.columns));
  return addTables({
    topics: topics.sort((one, other) => one.order - other.order),
    roles: pack.roles.entries,
    stages: pack.stages.entries,
    dates: pack.dates.entries,
    limits: pack.limits.entries,
    reasons: pack.reasons.entries,
    changes: pack.changes.entries.map((change) => ({
      ...change,
      questions: change.questions.filter((key) => asked.has(key)),
    })),
    columns: Object.fromEntries(columns.filter(([, question]) => asked.has(question))),
    choosers: written(pack.choosers).map((chooser) => buildChooser(chooser, limits)),
    portfolio: written(pack.portfolio).map(({ id, steps, ...rest }) => ({
      ...rest,
      key: fullKey('portfolio', id),
      steps: steps.map((step) => buildStep(step, 'portfolio')),
    })),
  });
}

function buildChooser({ id, when, ...rest }: WrittenChooser, limits: ReadonlyMap<string, Limit>): Chooser {
  const resolve: Resolve = (condition) => resolveCondition(condition, 'patterns', limits);
  const ready = <T extends { readonly when: WrittenCondition }>(entries: readonly T[]) =>
    entries.map((entry) => ({ ...entry, when: resolve(entry.when) }));
  return {
    ...rest,
    key: fullKey('patterns', id),
    ...(when && { when: resolve(when) }),
    ways: rest.ways.map((way) => ({ ...way, fits: ready(way.fits), against: ready(way.against) })),
    stated: ready(rest.stated),
  };
}

export function addTables(whole: Lists): Content {
  const { columns, ...lists } = compact(whole);
  const questions = lists.topics.flatMap((topic) => topic.questions);
  return {
    ...lists,
    inventory: new Map(Object.entries(columns)),
    weighing: questions.filter(weighs),
    question: byKey(questions),
    risk: byKey(lists.topics.flatMap((topic) => topic.risks)),
    step: byKey(lists.topics.flatMap((topic) => topic.steps)),
  };
}

function buildTopic(area: Area, whole: WrittenTopic, limits: ReadonlyMap<string, Limit>): Topic {
  const topic = whole.id;
  const resolve: Resolve = (condition) => resolveCondition(condition, topic, limits);
  return {
    ...whole,
    area,
    questions: whole.questions.map((question) => buildQuestion(question, topic, resolve)),
    risks: whole.risks.map((risk) => buildRisk(risk, topic, resolve)),
    steps: whole.steps.map((step) => buildStep(step, topic)),
  };
}

function buildQuestion({ id, when, ...rest }: WrittenQuestion, topic: string, resolve: Resolve): Question {
  return { ...rest, key: fullKey(topic, id), topic, ...(when && { when: resolve(when) }) };
}

function buildRisk({ id, right, ...rest }: WrittenRisk, topic: string, resolve: Resolve): Risk {
  const full = (name: string) => fullKey(topic, name);
  return {
    ...rest,
    key: full(id),
    topic,
    when: resolve(rest.when),
    ...(right && { right: resolve(right) }),
    worse: rest.worse.map((worse) => ({ ...worse, when: resolve(worse.when) })),
    covers: rest.covers.map(full),
    steps: rest.steps.map(full),
  };
}

function buildStep({ id, proves, ...rest }: WrittenStep, topic: string): Step {
  return { ...rest, key: fullKey(topic, id), ...(proves && { proves: fullKey(topic, proves) }) };
}

function resolveCondition(
  written: WrittenCondition,
  topic: string,
  limits: ReadonlyMap<string, Limit>,
): Condition {
  const resolve: Resolve = (condition) => resolveCondition(condition, topic, limits);
  if ('all' in written) return { all: written.all.map(resolve) };
  if ('any' in written) return { any: written.any.map(resolve) };
  if ('not' in written) return { not: resolve(written.not) };
  if ('calculation' in written) return written;
  const question = fullKey(topic, written.question);
  const amount = (bound: number | string) => {
    if (typeof bound === 'number') return { value: bound };
    const limit = limits.get(bound);
    if (!limit) throw new Error(`limit ${bound} was checked and is gone`);
    return { value: limit.value, limit };
  };
  if ('atLeast' in written) {
    const { value, ...limit } = amount(written.atLeast);
    return { question, atLeast: value, ...limit };
  }
  if ('atMost' in written) {
    const { value, ...limit } = amount(written.atMost);
    return { question, atMost: value, ...limit };
  }
  return { ...written, question };
}

function weighs({ answer }: Question): boolean {
  return 'options' in answer && answer.options.some((option) => option.impact !== undefined);
}

function byKey<T extends { readonly key: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}
