import type { PageReply } from '../app/interview/interview-reply.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted, midSentence } from './counting.ts';
import { type QuestionData, questionData } from './question-data.ts';
import type { Wording } from './wording.ts';

export interface PageData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly progress: string;
  readonly questions: readonly QuestionData[];
  readonly actions: readonly ExecuteAction[];
  readonly aside: AsideData;
}

/** "Not for me…", which opens in place. */
interface AsideData {
  /** Empty where there is only one question it could be about. */
  readonly questions: readonly { readonly title: string; readonly value: string }[];
  readonly ways: readonly { readonly title: string; readonly value: string }[];
  readonly about: string;
  readonly way: string;
  readonly note: string;
  /** In an interview, not where answers are tried out. */
  readonly isOffered: boolean;
  /** What it lacks; empty while it is closed. */
  readonly problem: string;
  readonly actions: readonly ExecuteAction[];
}

export function pageData(reply: PageReply, wording: Wording): PageData {
  const { ref: page, questions, aside } = reply;
  const next = page.correction ? 'Save' : 'Next';
  const asks = questions.map(({ ask }) => ask).join(' ');
  return {
    speak: wording.spoken(`${reply.heading}. ${counted(questions.length, 'question')}. ${asks}`),
    about: aboutLine(reply.about, wording),
    heading: wording.plain(reply.heading),
    progress: progress(reply),
    questions: questions.map((question) => questionData(question, next, wording)),
    actions: reply.assumed
      ? [tap('See the difference', { do: 'what-if-see', page, assumed: reply.assumed }, { primary: true })]
      : [
          tap(next, { do: 'answer', page }, { primary: true }),
          // Back sends the inputs as Next does: nothing typed is lost.
          ...(reply.back ? [tap('Back', { do: 'back', page })] : []),
          ...(page.correction ? [] : [tap('Pause', { do: 'pause' }, { withoutInputs: true })]),
        ],
    aside: {
      questions:
        questions.length > 1
          ? questions.map(({ key, label }) => ({ title: wording.plain(label), value: key }))
          : [],
      ways: [
        { title: 'Someone else knows', value: 'someone-else' },
        ...reply.reasons.map(({ id, text }) => ({
          title: `Does not apply: ${wording.plain(midSentence(text))}`,
          value: id,
        })),
      ],
      about: aside?.question ?? '',
      way: aside?.how || 'someone-else',
      note: aside?.note ?? '',
      problem: wording.run(aside?.problem ?? ''),
      isOffered: reply.assumed === undefined,
      actions: [tap('Set aside', { do: 'set-aside', page })],
    },
  };
}

function progress({ progress: done, ref, assumed, questions }: PageReply): string {
  if (assumed) return 'What if? Nothing of this goes on file';
  if (done)
    return `Topic ${done.topic} of ${done.of} · about ${counted(Math.max(1, done.minutes), 'minute')}`;
  if (!ref.correction) return '';
  // Whoever is asked for one answer by a colleague has none yet to correct.
  const isNew = questions.every(({ filled, fromFile, standing }) => !standing && (!filled || fromFile));
  return isNew ? 'Only this question' : 'A correction: your newest answer counts';
}
