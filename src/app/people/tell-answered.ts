/** The answer returns to whoever waited for it: that it is there, and where; what was said is for the cards that may show it. */
import { isAnswered } from '../../core/interview/wanted.ts';
import type { Letter, LetterContent, Posted } from '../../core/reminder/letter.ts';
import type { House } from '../house.ts';
import type { Words } from '../reminder/letter-words.ts';
import { readPosted } from '../reminder/outbox.ts';
import { onFileIn, waitingIn } from './asked.ts';
import { thingsOf } from './things.ts';

/** One letter where all it asks for has been answered, and whoever asks has not been told. */
export async function answeredIn(house: House, { letter, delivery }: Posted): Promise<Letter[]> {
  const { content, to, project } = letter;
  if (content.kind !== 'asked' || !content.waits || !content.wanted || to.kind !== 'person') return [];
  const { by, wanted } = content;
  if (by.id === undefined || delivery.state === 'waiting' || delivery.state === 'claimed') return [];
  const id = `answered/${letter.id}`;
  if (await readPosted(house.store, { project, id })) return [];
  const waiting = await waitingIn(house, project, wanted, to.id);
  if (!waiting || waiting.left.length > 0) return [];
  return [
    {
      id,
      project,
      to: { kind: 'person', tenant: to.tenant, id: by.id, name: by.name },
      about: `What you asked ${to.name} is answered`,
      content: {
        kind: 'answered',
        by: { id: to.id, name: to.name },
        integration: content.integration,
        wanted,
      },
      urgency: 'at-once',
    },
  ];
}

export async function answeredWords(
  house: House,
  project: string,
  { by, integration: id, wanted }: Extract<LetterContent, { kind: 'answered' }>,
): Promise<Words | undefined> {
  const waiting = await waitingIn(house, project, wanted, by.id ?? '');
  const integration = waiting?.integrations.find((each) => each.id === id);
  if (!waiting || !integration) return undefined;
  const onFile = onFileIn(waiting.project, waiting.integrations);
  const theirs = wanted.filter((each) => isAnswered(each, by.id ?? '', onFile));
  const unsure = theirs.filter(({ question, about }) => {
    const own = onFile(about).findLast((answer) => {
      return answer.question === question && answer.by.kind === 'person' && answer.by.id === by.id;
    });
    return own?.said.kind === 'unsure' || own?.said.kind === 'referred';
  }).length;
  const label = house.content.question.get(wanted[0]?.question ?? '')?.label;
  const things = thingsOf(wanted, waiting.project, waiting.integrations).slice(0, 2).join(' and ');
  const count = theirs.length === 1 ? 'one question' : `${theirs.length} questions`;
  return {
    title:
      theirs.length === 0
        ? `What you asked ${by.name} about ${things} is answered by others`
        : `${by.name} answered ${count} about ${things}`,
    lines: [
      ...(wanted.length === 1 && label ? [`It was: ${label}.`] : []),
      ...(unsure > 0 ? [couldNot(unsure, theirs.length)] : []),
      'What follows from it stands with the risks.',
    ],
    buttons: [
      {
        title: 'Show the risks',
        command: { do: 'show-risks', project, integration: integration.id, page: 1 },
        primary: true,
      },
    ],
  };
}

function couldNot(unsure: number, of: number): string {
  if (of === 1) return 'They could not answer it themselves.';
  return `${unsure === 1 ? 'One' : unsure} of them they could not answer themselves.`;
}
