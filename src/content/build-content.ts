/** Checked files → content: full keys, the numbers of limits, and tables to look things up. */
import type { Content, Limit, Question, Risk, Step, Topic } from '../core/interview/topic.ts';
import type { Condition } from '../core/judgement/condition.ts';
import type { WrittenCondition } from './condition-schema.ts';
import { fullKey } from './names.ts';
import type { Pack } from './read-pack.ts';
import type { TopicFile } from './read-topic.ts';
import type { WrittenQuestion, WrittenRisk, WrittenStep } from './topic-schema.ts';

type Resolve = (condition: WrittenCondition) => Condition;

/** What is on file; everything else in the content is a table made of it. */
export type Lists = Pick<Content, 'topics' | 'roles' | 'stages' | 'dates' | 'limits' | 'reasons'> & {
  readonly columns: Readonly<Record<string, string>>;
};

export function buildContent(pack: Pack): Content {
  const limits = new Map(pack.limits.entries.map((limit) => [limit.id, limit]));
  const topics = pack.topics.flatMap((file) => buildTopic(file, limits) ?? []);
  return addTables({
    topics: topics.sort((one, other) => one.order - other.order),
    roles: pack.roles.entries,
    stages: pack.stages.entries,
    dates: pack.dates.entries,
    limits: pack.limits.entries,
    reasons: pack.reasons.entries,
    columns: pack.inventory.columns,
  });
}

export function addTables({ columns, ...lists }: Lists): Content {
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

function buildTopic({ whole, area }: TopicFile, limits: ReadonlyMap<string, Limit>): Topic | undefined {
  if (!whole) return undefined;
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

function buildRisk({ id, ...rest }: WrittenRisk, topic: string, resolve: Resolve): Risk {
  const full = (name: string) => fullKey(topic, name);
  return {
    ...rest,
    key: full(id),
    topic,
    when: resolve(rest.when),
    worse: rest.worse.map((worse) => ({ ...worse, when: resolve(worse.when) })),
    covers: rest.covers.map(full),
    steps: rest.steps.map(full),
  };
}

function buildStep({ id, ...rest }: WrittenStep, topic: string): Step {
  return { ...rest, key: fullKey(topic, id) };
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
