/** Whether a leaf asks of an answer what its kind can give. */
import type { AnswerShape } from '../core/interview/topic.ts';
import type { Fault } from './complaint.ts';
import type { WrittenLeaf } from './condition-schema.ts';
import { holds } from './names.ts';
import type { Pack } from './read-pack.ts';

type Kind = AnswerShape['kind'];
export type QuestionLeaf = Extract<WrittenLeaf, { readonly question: string }>;
type FieldOf<L> = L extends unknown ? keyof L : never;
type Form = Exclude<FieldOf<QuestionLeaf>, 'question'>;

export const nouns: Readonly<Record<Kind, string>> = {
  choice: 'a choice',
  multi: 'a multiple choice',
  number: 'a number',
  date: 'a date',
  people: 'people',
  text: 'text',
};
const anyKind = Object.keys(nouns) as Kind[];

const fitting: Readonly<Record<Form, readonly Kind[]>> = {
  is: ['choice'],
  oneOf: ['choice'],
  includes: ['multi'],
  atLeast: ['number'],
  atMost: ['number'],
  after: ['date'],
  unsure: anyKind,
  missing: anyKind,
  // Free text is shown side by side, never compared by a machine.
  disagree: anyKind.filter((kind) => kind !== 'text'),
};

type LeafFault = Omit<Fault, 'path'>;

export function fitFaults(leaf: QuestionLeaf, shape: AnswerShape, pack: Pack): LeafFault[] {
  const form = Object.keys(leaf).find((field) => field !== 'question') as Form;
  if (!fitting[form].includes(shape.kind)) {
    return [
      { message: `"${form}" does not fit ${leaf.question}, which asks for ${nouns[shape.kind]}`, at: [form] },
    ];
  }
  if ('is' in leaf) return optionFaults([leaf.is], leaf.question, shape, () => [form]);
  if ('oneOf' in leaf) return optionFaults(leaf.oneOf, leaf.question, shape, (place) => [form, place]);
  if ('includes' in leaf) return optionFaults(leaf.includes, leaf.question, shape, (place) => [form, place]);
  if ('atLeast' in leaf) return limitFaults(leaf.atLeast, leaf.question, shape, pack, form);
  if ('atMost' in leaf) return limitFaults(leaf.atMost, leaf.question, shape, pack, form);
  if ('after' in leaf && !holds(pack.dates, leaf.after)) {
    return [{ message: `there is no date "${leaf.after}"`, at: [form] }];
  }
  return [];
}

function optionFaults(
  wanted: readonly string[],
  question: string,
  shape: AnswerShape,
  at: (place: number) => Fault['path'],
): LeafFault[] {
  const offered = 'options' in shape ? shape.options.map((option) => option.id) : [];
  return wanted.flatMap((id, place) =>
    offered.includes(id) ? [] : [{ message: `"${id}" is not an option of ${question}`, at: at(place) }],
  );
}

function limitFaults(
  bound: number | string,
  question: string,
  shape: AnswerShape,
  pack: Pack,
  form: Form,
): LeafFault[] {
  if (typeof bound === 'number' || shape.kind !== 'number') return [];
  if (!holds(pack.limits, bound)) return [{ message: `there is no limit "${bound}"`, at: [form] }];
  const limit = pack.limits.entries.find((entry) => entry.id === bound);
  if (!limit || limit.unit === shape.unit) return [];
  return [
    { message: `limit ${bound} is in ${limit.unit}, but ${question} asks for ${shape.unit}`, at: [form] },
  ];
}
