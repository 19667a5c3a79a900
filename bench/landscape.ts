/** A made-up project of any size, the same every time. */
import type { Answer } from '../src/core/interview/answer.ts';
import type { Content, Question } from '../src/core/interview/topic.ts';
import type { Integration, Project } from '../src/core/landscape/landscape.ts';

const at = '2026-03-02T08:00:00.000Z';

export function choiceQuestions(content: Content): Question[] {
  return content.topics
    .flatMap(({ questions }) => questions)
    .filter(({ scope, answer, when }) => scope === 'integration' && answer.kind === 'choice' && !when);
}

/** Answers by several people in turn, to half of the questions; options are scattered, so that no two integrations say the same. */
function answersOf(content: Content, seed: number, count: number): Answer[] {
  const questions = content.topics
    .flatMap((topic) => topic.questions)
    .filter(({ scope, answer }, at) => scope === 'integration' && answer.kind === 'choice' && at % 2 === 0);
  return Array.from({ length: count }, (_, turn) => {
    const question = questions[turn % questions.length];
    if (question?.answer.kind !== 'choice') throw new Error('no question to answer');
    const options = question.answer.options;
    const option = options[scattered(seed, turn) % options.length]?.id ?? '';
    const person = Math.floor(turn / questions.length);
    return {
      question: question.key,
      by: { kind: 'person', id: `someone-${person}`, name: `Someone ${person}` },
      at,
      turn: `${seed}-${turn}`,
      said: { kind: 'value', value: { type: 'choice', option } },
    };
  });
}

export function projectOf(content: Content, integrations: number): Project {
  return {
    schema: 1,
    id: 'bench',
    name: 'Bench',
    home: { kind: 'anyone' },
    stage: content.stages[0]?.id ?? '',
    dates: {},
    people: Array.from({ length: 10 }, (_, person) => ({
      id: `object-${person}`,
      name: `Person ${person}`,
      roles: [],
    })),
    applications: Array.from({ length: Math.ceil(integrations / 5) }, (_, number) => ({
      id: `application-${number}`,
      name: `Application ${number}`,
      answers: [],
    })),
    answers: [],
    recent: [],
  };
}

export function integrationOf(content: Content, number: number, answers: number): Integration {
  return {
    schema: 1,
    id: `integration-${number}`,
    name: `Integration ${number}`,
    source: {
      written: `Application ${Math.floor(number / 5)}`,
      application: `application-${Math.floor(number / 5)}`,
    },
    target: { written: 'Application 0', application: 'application-0' },
    answers: answersOf(content, number, answers),
    recent: [],
  };
}

/** As good as by chance, and the same every time. */
function scattered(seed: number, turn: number): number {
  const mixed = Math.imul(seed * 211 + turn + 1, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 3;
}
