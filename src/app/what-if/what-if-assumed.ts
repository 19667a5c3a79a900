/** What a `what if` assumes: carried by its cards as it was typed, read anew each time, said beside what stands now. */
import {
  type Answer,
  newestPerSpeaker,
  type Said,
  type Speaker,
  type Subject,
  sameSaid,
} from '../../core/interview/answer.ts';
import { inWords } from '../../core/interview/answer-words.ts';
import { readAnswer } from '../../core/interview/read-answer.ts';
import type { Question } from '../../core/interview/topic.ts';
import { answersAbout } from '../../core/landscape/landscape.ts';
import { type Assumed, assumedOf } from '../../core/register/proposal.ts';
import type { House } from '../house.ts';
import { fillIn } from '../interview/page.ts';
import { labelOf } from '../interview/questions-meant.ts';
import { isPartOf, type Scene } from '../interview/scene.ts';
import { hiding } from '../sight.ts';
import type { Guess } from './what-if-command.ts';
import type { AssumedLine } from './what-if-reply.ts';

/** What a card carries is read again, as if it were typed now. What stands on file is nothing to assume. */
export function readGuesses(house: House, scene: Scene, guesses: readonly Guess[]): readonly Assumed[] {
  return guesses.flatMap(({ question: key, typed, on }): Assumed[] => {
    const question = house.content.question.get(key);
    const subject = subjectOf(house, scene, { question: key, ...(on === undefined ? {} : { on }) });
    if (!question || !subject) return [];
    const reading =
      typed === '?'
        ? ({ ok: true, said: { kind: 'unsure' } } as const)
        : readAnswer(question, typed, house.readDate(house.now()));
    if (!reading.ok) return [];
    const present = presentTo(house, scene, key, subject);
    if (present && sameSaid(present, reading.said)) return [];
    return [{ question: key, said: reading.said, ...onOf(subject) }];
  });
}

export const guessesOf = (assumed: readonly Assumed[]): readonly Guess[] =>
  assumed.map(({ question, said, on }) => ({
    question,
    typed: fillIn(said) ?? '',
    ...(on === undefined ? {} : { on }),
  }));

/** The application, where it is about one. */
export const onOf = (subject: Subject) => (subject.scope === 'application' ? { on: subject.id } : {});

/** The integration of the scene, one of its two applications, or the project; nothing else. */
export function subjectOf(
  house: House,
  { vantage, who }: Scene,
  named: Pick<Guess, 'question' | 'on'>,
): Subject | undefined {
  const subject = assumedOf(house.content, who.integration.id, named);
  return subject && isPartOf(vantage, subject) ? subject : undefined;
}

/** As far as the caller may see it. */
export function presentTo(
  house: House,
  { vantage, who }: Scene,
  key: string,
  subject: Subject,
): Said | undefined {
  const hides = hiding(house, vantage.project, [who.integration], who.member);
  return presentOf(answersAbout(vantage, subject), key, (by) => hides(key, subject, by) === undefined);
}

/** What somebody says now; the newest of several. */
function presentOf(
  answers: readonly Answer[],
  key: string,
  sees: (by: Speaker) => boolean,
): Said | undefined {
  return newestPerSpeaker(answers, key)
    .filter(({ by, said }) => by.kind === 'person' && said.kind !== 'passed' && sees(by))
    .reduce<Answer | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined)?.said;
}

export function linesOf(house: House, scene: Scene, assumed: readonly Assumed[]): readonly AssumedLine[] {
  return assumed.flatMap((each) => {
    const question = house.content.question.get(each.question);
    const subject = subjectOf(house, scene, each);
    if (!question || !subject) return [];
    const words = (what: Said) => inWords(question, what, house.content.reasons);
    const present = presentTo(house, scene, each.question, subject);
    return [
      {
        label: labelOf(scene, { question, subject }),
        now: present ? words(present) : '',
        would: words(each.said),
      },
    ];
  });
}

/** A question as a card names it. */
export const choiceOf = ({ key }: Question, subject: Subject): string =>
  subject.scope === 'application' ? `${key}@${subject.id}` : key;

export function guessNamed(value: string): Pick<Guess, 'question' | 'on'> {
  const [question = '', on] = value.split('@');
  return { question, ...(on === undefined ? {} : { on }) };
}

export const isSameGuess = (one: Pick<Guess, 'question' | 'on'>, other: Pick<Guess, 'question' | 'on'>) =>
  one.question === other.question && one.on === other.on;
