/** What somebody is asked who was asked by name: by whom, about what, why them, and how long it takes. */
import { subjectOf } from '../../core/interview/answer.ts';
import { minutesFor } from '../../core/interview/interview.ts';
import type { Wanted } from '../../core/interview/wanted.ts';
import { isAnswered } from '../../core/interview/wanted.ts';
import type { LetterContent } from '../../core/reminder/letter.ts';
import type { House } from '../house.ts';
import type { Words } from '../reminder/letter-words.ts';
import { onFileIn, type Waiting, waitingIn } from './asked.ts';
import { roleInWords } from './role-words.ts';
import { thingsOf } from './things.ts';

/** Beside *Help*. */
const mostInterviews = 4;

type Asking = Extract<LetterContent, { readonly kind: 'asked' }> & { readonly wanted: readonly Wanted[] };

/** Nothing, where nothing of it is wanted any more. */
export async function askedFor(
  house: House,
  project: string,
  reader: string,
  { by, note, wanted, referred }: Asking,
): Promise<Words | undefined> {
  const waiting = await waitingIn(house, project, wanted, reader);
  if (!waiting || waiting.left.length === 0) return undefined;
  if (referred) return referredTo(house, by.name, waiting);
  const { left, integrations, project: known } = waiting;
  const things = thingsOf(left, known, integrations);
  const begun = wanted.some((each) => isAnswered(each, reader, onFileIn(known, integrations)));
  const count = left.length === 1 ? 'one question' : `${left.length} questions`;
  const roles = known.people.find(({ id }) => id === reader)?.roles ?? [];
  const as = roles.map((held) => roleInWords(house.content, known, integrations, held));
  const minutes = minutesFor(left.length);
  return {
    title: begun
      ? `${count.charAt(0).toUpperCase()}${count.slice(1)} of ${by.name} ${left.length === 1 ? 'is' : 'are'} still open`
      : `${by.name} asks you ${count} about ${inShort(things)}`,
    lines: [
      ...(note ? [`“${note}”`] : []),
      ...(as.length > 0 ? [`You are asked as ${inShort(as)}: nobody is placed better to know.`] : []),
      `It takes about ${minutes === 1 ? 'one minute' : `${minutes} minutes`}, at once or in parts. “I don’t know” and “somebody else knows” are good answers too.`,
    ],
    buttons: interviewsOf(left)
      .slice(0, mostInterviews)
      .map((id, at, all) => {
        const name = integrations.find((each) => each.id === id)?.name ?? id;
        return {
          title: all.length === 1 ? 'Answer now' : name,
          command: { do: 'open-interview', project, integration: id },
          ...(at === 0 ? { primary: true } : {}),
        } as const;
      }),
  };
}

/** Opens just those questions, each by itself: to others in the reader's role they may not be asked at all. */
function referredTo(
  { content }: House,
  by: string,
  { project, integrations, left }: Waiting,
): Words | undefined {
  const questions = left.flatMap(({ question: key, about, via }) => {
    const question = content.question.get(key);
    return question ? [{ key, about, via, label: question.label }] : [];
  });
  const [first] = questions;
  if (!first) return undefined;
  const isOne = questions.length === 1;
  const things = inShort(thingsOf(left, project, integrations));
  const minutes = minutesFor(questions.length);
  return {
    title: isOne
      ? `${by} says that you know: ${first.label}`
      : `${by} says that you know the answers to ${questions.length} questions`,
    lines: [
      `${by} was asked ${isOne ? 'this' : 'them'} about ${things}, and waits for your ${isOne ? 'answer' : 'answers'}.`,
      `${isOne ? 'It is one question and takes less than a minute.' : `They take about ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`} “I don’t know” and “somebody else knows” are good answers too.`,
    ],
    // The others come up once these are answered.
    buttons: questions.slice(0, mostInterviews).map(
      ({ key, about, via, label }, at) =>
        ({
          title: isOne ? 'Answer now' : label,
          command: {
            do: 'ask-again',
            project: project.id,
            integration: via,
            subject: subjectOf(about),
            question: key,
          },
          ...(at === 0 ? { primary: true } : {}),
        }) as const,
    ),
  };
}

/** In which most is wanted first. */
function interviewsOf(left: readonly Wanted[]): string[] {
  const counts = new Map<string, number>();
  for (const { via } of left) counts.set(via, (counts.get(via) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

/** "CRM, Orders and 3 more" */
function inShort(names: readonly string[]): string {
  const more = names.length - 2;
  if (more > 1) return `${names.slice(0, 2).join(', ')} and ${more} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
