/** The questions of a content, made ready to be looked up thousands of times. */
import type { Content, Question, QuestionKey, Scope } from '../interview/topic.ts';
import { type Test, testOf } from './condition.ts';

/** A question with its place among those of its scope. */
export interface Placed {
  readonly question: Question;
  readonly scope: Scope;
  readonly place: number;
  /** Its place among all questions. */
  readonly number: number;
  /** Whether it applies; absent where it always does. */
  readonly when: Test | undefined;
  /** Of a choice: the places of its options, the first is 1. */
  readonly options: ReadonlyMap<string, number> | undefined;
}

export interface Catalogue {
  /** In the order of asking. */
  readonly questions: readonly Placed[];
  readonly byKey: ReadonlyMap<QuestionKey, Placed>;
  /** How many questions there are of each scope. */
  readonly many: Readonly<Record<Scope, number>>;
}

const kept = new WeakMap<Content, Catalogue>();

export function catalogueOf(content: Content): Catalogue {
  let catalogue = kept.get(content);
  if (!catalogue) {
    catalogue = makeCatalogue(content);
    kept.set(content, catalogue);
  }
  return catalogue;
}

function makeCatalogue(content: Content): Catalogue {
  const many = { integration: 0, application: 0, project: 0 };
  const questions = content.topics
    .flatMap((topic) => topic.questions)
    .map((question, number): Placed => {
      const { scope, when, answer } = question;
      const place = many[scope];
      many[scope] += 1;
      const options =
        answer.kind === 'choice' ? new Map(answer.options.map(({ id }, at) => [id, at + 1])) : undefined;
      return { question, scope, place, number, when: when && testOf(when), options };
    });
  return { questions, byKey: new Map(questions.map((each) => [each.question.key, each])), many };
}
