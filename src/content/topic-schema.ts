/** The form of a topic file. What its names point to is checked afterwards. */
import { z } from 'zod';
import {
  type AnswerShape,
  type Citation,
  type Option,
  type Question,
  type Risk,
  type StaleAfter,
  type Step,
  type Topic,
  units,
  type Worse,
} from '../core/interview/topic.ts';
import { conditionSchema, type WrittenCondition } from './condition-schema.ts';
import { day, degree, id, name, type Shape, text } from './schema-terms.ts';

/** An entry as it is written: an id of its own, and conditions with short names. */
type WithId<T> = Omit<T, 'key' | 'topic' | 'when'> & { readonly id: string };

export type WrittenQuestion = WithId<Question> & { readonly when?: WrittenCondition };
export type WrittenWorse = Omit<Worse, 'when'> & { readonly when: WrittenCondition };
export type WrittenRisk = Omit<WithId<Risk>, 'worse' | 'right'> & {
  readonly when: WrittenCondition;
  readonly right?: WrittenCondition;
  readonly worse: readonly WrittenWorse[];
};
export type WrittenStep = WithId<Step>;
/** The area is the folder the file lies in. */
export type WrittenTopic = Omit<Topic, 'area' | 'questions' | 'risks' | 'steps'> & {
  readonly questions: readonly WrittenQuestion[];
  readonly risks: readonly WrittenRisk[];
  readonly steps: readonly WrittenStep[];
};

type Kind = AnswerShape['kind'];
type Of<K extends Kind> = Extract<AnswerShape, { readonly kind: K }>;

const option = z.strictObject({
  id: id.describe('Stays the same for ever: answers on file hold it.'),
  text: text.describe('As it is offered.'),
  also: z.array(text).default([]).describe('Other words people type for it.'),
  impact: z
    .int()
    .min(-4)
    .max(4)
    .exactOptional()
    .describe('Added to the impact of every finding on the same integration.'),
  alone: z
    .literal(true)
    .exactOptional()
    .describe('Of a multiple choice: it says that none of the others holds, and goes with none of them.'),
} satisfies Shape<Option>);
const options = z.array(option).min(2);
const example = text.describe('What people could type, shown beside the input.');

const answers = {
  choice: z.strictObject({
    kind: z.literal('choice'),
    ordered: z
      .boolean()
      .default(false)
      .describe('The options are steps of a scale, so neighbours differ little.'),
    options,
  } satisfies Shape<Of<'choice'>>),
  multi: z.strictObject({ kind: z.literal('multi'), options } satisfies Shape<Of<'multi'>>),
  number: z
    .strictObject({
      kind: z.literal('number'),
      unit: z.enum(units),
      min: z.number().default(0),
      max: z.number().exactOptional(),
      example,
    } satisfies Shape<Of<'number'>>)
    .refine(({ min, max = min }) => max >= min, { path: ['max'], error: 'must be at least the min' }),
  date: z.strictObject({ kind: z.literal('date'), example } satisfies Shape<Of<'date'>>),
  people: z.strictObject({ kind: z.literal('people'), example } satisfies Shape<Of<'people'>>),
  text: z.strictObject({ kind: z.literal('text'), example } satisfies Shape<Of<'text'>>),
} satisfies { readonly [K in Kind]: z.ZodType<Of<K>> };

const { choice, multi, number, date, people, text: words } = answers;
const answer: z.ZodType<AnswerShape> = z.discriminatedUnion('kind', [
  choice,
  multi,
  number,
  date,
  people,
  words,
]);

const scope = z.enum(['project', 'application', 'integration']);

export const questionSchema: z.ZodType<WrittenQuestion> = z.strictObject({
  id: id.describe('Stays the same for ever: answers on file hold it.'),
  scope: scope.describe('Asked once a project, once an application, or once an integration.'),
  label: text.describe('Two to four words that name it in lists.'),
  ask: text.describe(
    'As it is put. {project} anywhere; {application} or {integration}, {source}, {target} by scope.',
  ),
  why: text.describe('One line on why it is asked.'),
  roles: z.array(id).min(1).describe('Roles that can know the answer, best placed first.'),
  compare: z.array(id).default([]).describe('Roles to ask independently and compare.'),
  vantages: z
    .array(id)
    .min(2)
    .exactOptional()
    .describe('Roles that each see something else, and so differ without contradicting.'),
  core: z.boolean().default(false).describe('Asked of everybody who can know, before any follow-up.'),
  when: conditionSchema
    .exactOptional()
    .describe('Asked only while this holds. Names earlier questions only.'),
  answer,
} satisfies Shape<WrittenQuestion>);

const worse: z.ZodType<WrittenWorse> = z
  .strictObject({
    when: conditionSchema,
    because: text,
    probability: degree.exactOptional(),
    impact: degree.exactOptional(),
  } satisfies Shape<WrittenWorse>)
  .refine(
    (it) => it.probability !== undefined || it.impact !== undefined,
    'needs a probability or an impact',
  );

export const riskSchema: z.ZodType<WrittenRisk> = z.strictObject({
  id: id.describe('Stays the same for ever: decisions on file hold it.'),
  scope,
  title: text,
  cause: text,
  event: text,
  effect: text,
  probability: z
    .union([degree, z.strictObject({ calculation: id })], { error: 'must be 1 to 5, or name a calculation' })
    .describe('1 to 5, or a calculation, the band of which decides.'),
  impact: degree.describe(
    '5 go-live blocked or legal breach, 4 over four weeks, 3 one to four, 2 days, 1 nuisance.',
  ),
  reasoning: text.describe('Why these two numbers.'),
  when: conditionSchema,
  worse: z.array(worse).default([]).describe('The larger number counts while the condition holds.'),
  due: id.describe('The stage at whose end this has to be resolved.'),
  covers: z.array(name).default([]).describe('Risks this one explains: not raised beside it.'),
  steps: z.array(name).min(1).describe('Next steps of this topic, first thing first.'),
  clears: text.describe('What would clear it.'),
  right: conditionSchema
    .exactOptional()
    .describe('The answers that show it is done right. Without it nothing is ever said to be right.'),
  sound: text.exactOptional().describe('What may be said while `right` holds.'),
} satisfies Shape<WrittenRisk>);

export const stepSchema: z.ZodType<WrittenStep> = z.strictObject({
  id: id.describe('Stays the same for ever: the register holds it.'),
  action: text,
  owner: id.describe('The role that owns it.'),
  with: z.array(id).default([]).describe('Roles that take part.'),
  stage: id,
  done: text.describe('What done means, so that somebody else can check it.'),
  proves: name
    .exactOptional()
    .describe('The question that shows it; left out where it is the one the risk rests on.'),
} satisfies Shape<WrittenStep>);

const cites: z.ZodType<Citation> = z.strictObject({
  title: text,
  revision: day,
  heading: text,
} satisfies Shape<Citation>);

const days = z.int().min(1).max(3650);
const staleAfter: z.ZodType<StaleAfter> = z.strictObject({
  days: days.describe('So long an answer holds.'),
  stages: z.record(id, days).exactOptional().describe('In these stages otherwise.'),
} satisfies Shape<StaleAfter>);

export const topicFields = {
  id: id.describe('Equals the name of the file.'),
  order: z.int().min(1).describe('Place in the order of asking.'),
  title: text,
  cites,
  staleAfter: staleAfter
    .exactOptional()
    .describe('How long an answer is as good as new; left out means for ever.'),
};

export const topicSchema: z.ZodType<WrittenTopic> = z.strictObject({
  ...topicFields,
  questions: z.array(questionSchema).min(1),
  risks: z.array(riskSchema).min(1),
  steps: z.array(stepSchema).min(1),
} satisfies Shape<WrittenTopic>);
