/**
 * Projects of several people who answer one question each in words of their own. What was planted is known by how it was
 * made: agreement is one meaning in two wordings, a contradiction two meanings that cannot both hold.
 */
import type { Answer, Said, Subject } from '../../../src/core/interview/answer.ts';
import { subjectKey } from '../../../src/core/interview/answer.ts';
import { readAnswer } from '../../../src/core/interview/read-answer.ts';
import type { AnswerShape, Content, Option, Question } from '../../../src/core/interview/topic.ts';
import type { DifferenceKind } from '../../../src/core/judgement/differences.ts';
import type { Integration, Member, Project } from '../../../src/core/landscape/landscape.ts';
import {
  application,
  type Chance,
  chance,
  integration,
  member,
  project,
  throughJson,
  unsure,
} from '../builders.ts';

export const today = '2027-03-01';
const lately = ['2027-02-22', '2027-02-23', '2027-02-24', '2027-02-25', '2027-02-26'];
/** Older than any topic lets an answer grow. */
const longAgo = '2024-01-10';

export type Planted = DifferenceKind | 'agreement';

export interface DifferingProject {
  readonly project: Project;
  readonly integrations: readonly Integration[];
  /** What was planted at each question and subject. */
  readonly planted: ReadonlyMap<string, Planted>;
  /** Agreements whose two wordings are not the same letters. */
  readonly paraphrased: number;
}

/** Two wordings, in the order in which they are said. */
type Pair = readonly [string, string];

export function differingProject(content: Content, seed: number): DifferingProject {
  const dice = chance(seed);
  const ends = ['shop', 'erp', 'crm', 'bank'];
  const people: readonly Member[] = [
    member('sam', ...ends.map((on) => ({ role: 'source-owner', on })).slice(0, 2)),
    member('tia', ...ends.map((on) => ({ role: 'target-owner', on })).slice(2)),
    member('ben', 'business-process-owner'),
    member('ada', 'integration-architect'),
    member('pat', 'project-manager'),
  ];
  const planted = new Map<string, Planted>();
  let paraphrased = 0;
  const asked = [...content.question.values()].filter(({ when }) => when === undefined);

  const answersFor = (subject: Subject): Answer[] =>
    asked.flatMap((question) => {
      if (question.scope !== subject.scope || dice.below(3) === 0) return [];
      const wish = dice.oneOf<Planted>([
        'agreement',
        'agreement',
        'contradiction',
        'minor',
        'stale',
        'vantage',
        'gap',
      ]);
      const plot = plant(wish, question, content, dice);
      if (!plot) return [];
      planted.set(`${question.key}@${subjectKey(subject)}`, wish);
      if (wish === 'agreement' && new Set(plot.map(({ typed }) => typed)).size > 1) paraphrased += 1;
      return plot.map(({ by, said, on }, place) => ({
        question: question.key,
        by: { kind: 'person' as const, id: by, name: `Name of ${by}` },
        at: `${on}T09:0${place}:00.000Z`,
        turn: `${question.key} ${by}`,
        said,
      }));
    });

  const integrations = Array.from({ length: 6 }, (_, at) => {
    const id = `link-${at}`;
    return integration(answersFor({ scope: 'integration', id }), {
      id,
      name: `Link ${at}`,
      source: { written: 'a', application: dice.oneOf(['shop', 'erp']) },
      target: { written: 'b', application: dice.oneOf(['crm', 'bank']) },
    });
  });
  const made = project({
    people,
    stage: 'prepare',
    applications: ends.map((id) => application(id, answersFor({ scope: 'application', id }))),
    answers: answersFor({ scope: 'project' }),
  });
  return { ...throughJson({ project: made, integrations }), planted, paraphrased };
}

interface Line {
  readonly by: string;
  readonly said: Said;
  readonly on: string;
  readonly typed: string;
}

function plant(
  wish: Planted,
  question: Question,
  content: Content,
  dice: Chance,
): readonly Line[] | undefined {
  const [one, other] = dice.oneOf([
    ['ben', 'ada'],
    ['pat', 'ada'],
    ['ben', 'pat'],
  ] as const);
  const day = () => dice.oneOf(lately);
  const line = (by: string, typed: string, on = day()): Line => ({
    by,
    on,
    typed,
    said: read(question, typed),
  });
  const lines = (pair: Pair | undefined, first = day()) =>
    pair && [line(one, pair[0], first), line(other, pair[1])];
  switch (wish) {
    case 'agreement':
      return lines(agreeing(question.answer, dice));
    case 'contradiction':
      return lines(contradicting(question.answer, dice));
    case 'minor':
      return lines(near(question.answer, dice));
    case 'stale': {
      const ages = content.topics.find(({ id }) => id === question.topic)?.staleAfter !== undefined;
      return ages ? lines(contradicting(question.answer, dice), longAgo) : undefined;
    }
    case 'vantage': {
      const pair = question.vantages ? contradicting(question.answer, dice) : undefined;
      return pair && [line('sam', pair[0]), line('tia', pair[1])];
    }
    case 'gap': {
      const pair = question.compare.length > 0 ? agreeing(question.answer, dice) : undefined;
      return pair && [line(one, pair[0]), { by: other, said: unsure, on: day(), typed: '?' }];
    }
  }
}

/** Those that may be said together. */
function together(options: readonly Option[]): readonly Option[] {
  return options.filter(({ alone }) => !alone);
}

function read(question: Question, typed: string): Said {
  const reading = readAnswer(question, typed, () => undefined);
  if (!reading.ok || reading.said.kind !== 'value')
    throw new Error(`${question.key} does not take “${typed}”`);
  return reading.said;
}

const understands = (shape: AnswerShape, typed: string) =>
  readAnswer({ answer: shape } as Question, typed, () => undefined).ok;

/** Words that people use for an option: its text, or one of its synonyms, where it is taken for this option only. */
function wording(shape: AnswerShape, { id, text, also }: Option, dice: Chance): string {
  const typed = dice.oneOf([text, text.toUpperCase(), ...also, ...also]);
  const reading = readAnswer({ answer: shape } as Question, typed, () => undefined);
  const taken = reading.ok && reading.said.kind === 'value' ? reading.said.value : undefined;
  return taken?.type === 'choice' && taken.option === id ? typed : id;
}

function agreeing(shape: AnswerShape, dice: Chance): Pair | undefined {
  switch (shape.kind) {
    case 'choice': {
      const option = dice.oneOf(shape.options);
      return [wording(shape, option, dice), wording(shape, option, dice)];
    }
    case 'multi': {
      const ids = some(together(shape.options), dice, 2).map(({ id }) => id);
      return [ids.join(', '), ids.toReversed().join(' & ')];
    }
    case 'number': {
      const base = amount(shape, dice);
      return base === undefined ? undefined : [String(base), dice.oneOf(sameAmount(shape, base))];
    }
    case 'date': {
      const friday = '2027-03-19';
      return [friday, dice.oneOf([friday, '2027-03-20', '2027-03-21'])];
    }
    case 'people':
      return ['Dana Fox', dice.oneOf(['dana  FOX', 'Dana', 'Fox, Dana', 'Dana Fox (Sales)', '@Dana Fox'])];
    case 'text':
      return ['by phone', 'by letter'];
  }
}

/** Other units, rounder figures, and ranges that the figure lies in. */
function sameAmount(shape: Extract<AnswerShape, { kind: 'number' }>, base: number): string[] {
  const ways = [
    `about ${base}`,
    `${base}-${base * 3}`,
    `${Math.ceil(base / 2)} to ${Math.ceil(base * 1.2)}`,
    ...(base % 1000 === 0 ? [`${base / 1000}k`, `${base / 1000} thousand`] : []),
    ...(shape.unit === 'minutes' ? [`${base / 60} hours`] : []),
    ...(shape.unit === 'hours' ? [`${base / 24} days`] : []),
    ...(shape.unit === 'milliseconds' ? [`${base / 1000} s`] : []),
    ...(shape.unit === 'KB' ? [`${base / 1000} MB`] : []),
    ...(shape.unit === 'GB' ? [`${base / 1000} TB`] : []),
    ...(shape.unit === 'records/day' ? [`${base * 30} a month`, `${base / 24} an hour`] : []),
  ];
  const taken = ways.filter((typed) => understands(shape, typed));
  return taken.length > 0 ? taken : [String(base)];
}

function contradicting(shape: AnswerShape, dice: Chance): Pair | undefined {
  switch (shape.kind) {
    case 'choice': {
      const { options, ordered } = shape;
      const first = dice.below(options.length);
      const far = options.filter((_, at) => (ordered ? Math.abs(at - first) > 1 : at !== first));
      const one = options[first];
      return one && far.length > 0
        ? [wording(shape, one, dice), wording(shape, dice.oneOf(far), dice)]
        : undefined;
    }
    case 'multi': {
      const [one, both, other] = some(together(shape.options), dice, 3).map(({ id }) => id);
      return one && both && other ? [`${one}, ${both}`, `${both}, ${other}`] : undefined;
    }
    case 'number': {
      const base = amount(shape, dice);
      if (base === undefined) return undefined;
      const more = Math.ceil(base * dice.oneOf([2.1, 3, 10, 50]));
      const pair: Pair = [String(base), dice.oneOf([String(more), `${more}-${more * 2}`])];
      return understands(shape, pair[1]) ? pair : undefined;
    }
    case 'date':
      return ['2027-03-19', dice.oneOf(['2027-04-05', '2027-09-01', '2027-03-04'])];
    case 'people':
      return ['Dana Fox', dice.oneOf(['Lee Fox', 'Dana Fox and Lee Chan', 'Kim'])];
    case 'text':
      return undefined;
  }
}

function near(shape: AnswerShape, dice: Chance): Pair | undefined {
  switch (shape.kind) {
    case 'choice': {
      const at = dice.below(shape.options.length - 1);
      const [one, other] = shape.options.slice(at, at + 2);
      return shape.ordered && one && other
        ? [wording(shape, one, dice), wording(shape, other, dice)]
        : undefined;
    }
    case 'multi': {
      const [one, other] = some(together(shape.options), dice, 2).map(({ id }) => id);
      return one && other ? [one, `${one}, ${other}`] : undefined;
    }
    case 'number': {
      const base = amount(shape, dice);
      const pair: Pair | undefined = base === undefined ? undefined : [String(base), String(base * 1.5)];
      return pair && understands(shape, pair[1]) ? pair : undefined;
    }
    case 'date':
      return ['2027-03-19', dice.oneOf(['2027-03-22', '2027-04-02'])];
    case 'people':
    case 'text':
      return undefined;
  }
}

function amount(shape: Extract<AnswerShape, { kind: 'number' }>, dice: Chance): number | undefined {
  const base = shape.max === undefined ? dice.oneOf([1000, 24_000, 120_000]) : Math.floor(shape.max / 4);
  return base >= Math.max(shape.min, 4) ? base - (base % 2) : undefined;
}

function some<T>(list: readonly T[], dice: Chance, count: number): readonly T[] {
  const first = dice.below(list.length);
  return [...list.slice(first), ...list.slice(0, first)].slice(0, count);
}
