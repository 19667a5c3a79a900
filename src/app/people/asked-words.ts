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

/** Opens just that question: to others in the reader's role it may not be asked at all. */
function referredTo(
  { content }: House,
  by: string,
  { project, integrations, left: [first] }: Waiting,
): Words | undefined {
  const question = first && content.question.get(first.question);
  if (!question) return undefined;
  const [thing = ''] = thingsOf([first], project, integrations);
  const { about, via } = first;
  return {
    title: `${by} says that you know: ${question.label}`,
    lines: [
      `${by} was asked this about ${thing}, and waits for your answer.`,
      'It is one question and takes less than a minute. “I don’t know” and “somebody else knows” are good answers too.',
    ],
    buttons: [
      {
        title: 'Answer now',
        command: {
          do: 'ask-again',
          project: project.id,
          integration: via,
          subject: subjectOf(about),
          question: question.key,
        },
        primary: true,
      },
    ],
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
