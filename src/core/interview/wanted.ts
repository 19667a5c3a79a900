/** Questions that somebody was asked by name: which of them they have answered, and which are still wanted. */
import type { Answer } from './answer.ts';
import { subjectKey } from './answer.ts';
import type { Ask } from './routing.ts';
import type { Content, QuestionKey } from './topic.ts';

export interface Wanted {
  readonly question: QuestionKey;
  /** A `subjectKey`. */
  readonly about: string;
  /** The integration in whose interview it is asked. */
  readonly via: string;
}

export const wantedOf = ({ question, subject, via }: Ask): Wanted => ({
  question: question.key,
  about: subjectKey(subject),
  via,
});

const distance = ['integration', 'application', 'project'];

/** In the order of an interview: the integration, its applications, the project. */
export function nearestFirst(wanted: readonly Wanted[]): Wanted[] {
  const far = ({ about }: Wanted) => distance.findIndex((scope) => about.startsWith(scope));
  return wanted.toSorted((one, other) => far(one) - far(other));
}

export const wantedKey = ({ question, about }: Pick<Wanted, 'question' | 'about'>) => `${question}@${about}`;

/** Answers on file, by what they are about. */
export type OnFile = (about: string) => readonly Answer[];

/** Whether this person has said anything to it, also that they do not know. */
export function isAnswered({ question, about }: Wanted, person: string, onFile: OnFile): boolean {
  return onFile(about).some(
    ({ question: key, by, said }) =>
      key === question && said.kind !== 'passed' && by.kind === 'person' && by.id === person,
  );
}

/** Not answered by this person, and not by another where one answer is enough. */
export function stillWanted(
  wanted: readonly Wanted[],
  person: string,
  onFile: OnFile,
  content: Pick<Content, 'question'>,
): Wanted[] {
  return wanted.filter((each) => {
    const question = content.question.get(each.question);
    if (!question || isAnswered(each, person, onFile)) return false;
    return (
      question.compare.length > 0 ||
      onFile(each.about).every(
        ({ question: key, by, said }) =>
          key !== each.question ||
          by.kind !== 'person' ||
          (said.kind !== 'value' && said.kind !== 'not-applicable'),
      )
    );
  });
}
