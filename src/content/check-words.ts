/** Whether people who type the words of an option, or the example, are heard: read by the reader of real answers. */
import { readAnswer } from '../core/interview/read-answer.ts';
import type { AnswerShape, Option, Question } from '../core/interview/topic.ts';
import { placeholderFaults } from './check-placeholders.ts';
import type { Fault, Path } from './complaint.ts';
import type { Readable } from './names.ts';
import type { WrittenQuestion } from './topic-schema.ts';

export function wordFaults({ key, topic, written }: Readable<WrittenQuestion>, path: Path): Fault[] {
  const { id: _, when: __, ...rest } = written;
  const question: Question = { ...rest, key, topic };
  const { answer } = question;
  if (answer.kind === 'number')
    return exampleFaults(question, answer.example, [...path, 'answer', 'example']);
  return 'options' in answer ? optionFaults(question, answer, [...path, 'answer', 'options']) : [];
}

/** An example may show several ways to say it: "2,000 or 200-300". */
function exampleFaults(question: Question, example: string, path: Path): Fault[] {
  const ways = isHeard(question, example) ? [] : example.split(/,?\s+or\s+|;\s*/);
  const unheard = ways.filter((way) => !isHeard(question, way));
  return unheard.map((way) => ({ path, message: `"${way}" would not be accepted as an answer` }));
}

type Options = Extract<AnswerShape, { readonly options: unknown }>;

function optionFaults(question: Question, { kind, options }: Options, base: Path): Fault[] {
  const meaning = new Map<string, string>();
  return options.flatMap((option, place) => {
    const path = [...base, place];
    const faults = placeholderFaults({ text: option.text }, path, []);
    if (option.impact !== undefined && kind !== 'choice') {
      faults.push({ path, message: '"impact" counts in a choice only', at: ['impact'] });
    }
    for (const [word, ...at] of wordsOf(option)) {
      // As the reader compares: letters and digits only.
      const plain = word
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const other = meaning.get(plain) ?? option.id;
      meaning.set(plain, other);
      // Beside the others only where the reader would take the words for several options.
      const shape =
        kind === 'multi' && /[,;&+]|\band\b/i.test(word)
          ? question.answer
          : { kind, options: [option], ordered: false };
      const heard = isHeard({ ...question, answer: shape }, word);
      if (other !== option.id)
        faults.push({ path, message: `"${word}" also stands for option ${other}`, at });
      else if (!heard) faults.push({ path, message: `"${word}" would not be heard as this option`, at });
    }
    return faults;
  });
}

function wordsOf(option: Option): (readonly [string, ...(string | number)[]])[] {
  const also = option.also.map((word, nth) => [word, 'also', nth] as const);
  return [[option.id, 'id'], [option.text, 'text'], ...also];
}

function isHeard(question: Question, word: string): boolean {
  const reading = readAnswer(question, word, () => undefined);
  if (!reading.ok || reading.said.kind !== 'value') return false;
  return reading.said.value.type !== 'multi' || reading.said.value.options.length === 1;
}
