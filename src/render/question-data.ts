/** One question of a page as its template wants it: words above, and either a choice or a typed input. */
import type { PageQuestion } from '../app/interview/interview-reply.ts';
import type { AnswerShape } from '../core/interview/topic.ts';
import { unitWords } from './unit-words.ts';
import type { Wording } from './wording.ts';

/** The input's value for "I don't know". */
const unsure = '?';
/** More options than these are a list to open, and so are those of which one is only confirmed. */
const mostRadios = 5;

export interface QuestionData {
  readonly ask: string;
  readonly why: string;
  /** Empty without one, as every text of a template that may be left out. */
  readonly problem: string;
  readonly hint: string;
  /** One of the two lists holds one input. */
  readonly choice: readonly ChoiceInput[];
  readonly typed: readonly TypedInput[];
}

interface ChoiceInput {
  readonly id: string;
  readonly label: string;
  readonly style: 'expanded' | 'compact';
  readonly multi: boolean;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

interface TypedInput {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly long: boolean;
  readonly unsureId: string;
  readonly unsure: 'true' | 'false';
}

/** `confirm`: the button that takes over what a file suggested. */
export function questionData(question: PageQuestion, confirm: string, wording: Wording): QuestionData {
  const { shape } = question;
  const isChoice = shape.kind === 'choice' || shape.kind === 'multi';
  return {
    ask: wording.run(question.ask),
    why: wording.run(question.why),
    problem: wording.run(question.problem ?? ''),
    hint: hint(question, confirm, wording),
    choice: isChoice ? [choiceInput(question, shape, wording)] : [],
    typed: isChoice ? [] : [typedInput(question, shape, wording)],
  };
}

function hint(question: PageQuestion, confirm: string, wording: Wording): string {
  const { fromFile, filled, problem, shape, standing } = question;
  if (fromFile) return `From ${wording.run(fromFile, 80)}: ${confirm} confirms it.`;
  const unseen = filled && !problem && picked(filled, shape).length === 0 ? filled : '';
  const said = unseen || (filled ? '' : (standing ?? ''));
  return said ? `So far: ${wording.run(said)}` : '';
}

type ChoiceShape = Extract<AnswerShape, { options: unknown }>;

function choiceInput(question: PageQuestion, shape: ChoiceShape, wording: Wording): ChoiceInput {
  const multi = shape.kind === 'multi';
  const label = wording.plain(question.label);
  return {
    id: question.key,
    label: multi ? `${label} (all that fit)` : label,
    style: multi || (shape.options.length <= mostRadios && !question.fromFile) ? 'expanded' : 'compact',
    multi,
    value: picked(question.filled ?? '', shape).join(','),
    choices: [
      ...shape.options.map(({ id, text }) => ({ title: wording.plain(text), value: id })),
      { title: 'I don’t know', value: unsure },
    ],
  };
}

/** What of a filled-in text the input can show; an answer such as "ask Dana Fox" is no choice. */
function picked(filled: string, shape: AnswerShape): string[] {
  if (shape.kind !== 'choice' && shape.kind !== 'multi') return [filled];
  const values = new Set([...shape.options.map(({ id }) => id), unsure]);
  return (shape.kind === 'multi' ? filled.split(',') : [filled]).filter((part) => values.has(part));
}

function typedInput(
  { key, label, filled = '' }: PageQuestion,
  shape: AnswerShape,
  wording: Wording,
): TypedInput {
  const unit = shape.kind === 'number' ? unitWords[shape.unit] : '';
  const isSaid = unit === label.toLowerCase();
  return {
    id: key,
    label: wording.plain(label) + (unit && !isSaid ? ` (${unit})` : ''),
    placeholder: 'example' in shape && shape.example ? `For example: ${wording.plain(shape.example)}` : '',
    // As typed and whole: what is cut here would be lost with the next tap.
    value: filled === unsure ? '' : filled,
    long: shape.kind === 'text',
    unsureId: `unsure:${key}`,
    unsure: filled === unsure ? 'true' : 'false',
  };
}
