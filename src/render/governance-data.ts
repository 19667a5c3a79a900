import type { GovernanceReply } from '../app/reminder/reminder-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted, digits, inWords, sentenceCase } from './counting.ts';
import { isMentionable, type Mention, mentionOf } from './mention.ts';
import { type QuestionData, questionData } from './question-data.ts';
import type { Wording } from './wording.ts';

export interface GovernanceData {
  readonly speak: string;
  readonly heading: string;
  readonly project: string;
  readonly progress: string;
  readonly groups: readonly {
    readonly role: string;
    /** Markdown of our own: names as mentions. */
    readonly mentions: string;
    readonly questions: string;
  }[];
  /** Of groups there is no room for. */
  readonly more: string;
  readonly skipped: string;
  readonly questions: readonly QuestionData[];
  readonly save: readonly ExecuteAction[];
  readonly actions: readonly ExecuteAction[];
  readonly entities: readonly Mention[];
}

const mostGroups = 6;
const mostQuestions = 4;
const mostHolders = 4;

export function governanceData(reply: GovernanceReply, wording: Wording): GovernanceData {
  const { ref, answered, open, groups, skipped } = reply;
  const heading = headingOf(reply);
  const shown = groups.slice(0, mostGroups);
  const rest = groups.slice(mostGroups).flatMap(({ questions }) => questions).length;
  const mentions = shown.flatMap(({ holders }) => holders.slice(0, mostHolders).filter(isMentionable));
  return {
    speak: wording.spoken(`${heading}. ${reply.project}.`),
    heading,
    project: wording.run(`${reply.project} · stage ${reply.stage}`, 160),
    progress: open + answered > 0 ? `${digits(answered)} of ${digits(open + answered)} answered` : '',
    groups: shown.map(({ title, holders, questions }) => {
      const named = holders.slice(0, mostHolders);
      const others = named.filter((who) => !isMentionable(who)).map(({ name }) => name);
      return {
        role: wording.run([title, ...others].join(' · '), 160),
        mentions: named
          .filter(isMentionable)
          .map((who) => mentionOf(who).text)
          .join(', '),
        questions: wording.run(inOneLine(questions)),
      };
    }),
    more: rest > 0 ? `and ${counted(rest, 'more question')}` : '',
    skipped:
      skipped > 0
        ? `I was not running when ${skipped === 1 ? 'an earlier reminder was due; it is' : `${digits(skipped)} earlier reminders were due; they are`} left out.`
        : '',
    questions: reply.questions.map((question) => questionData(question, 'Save', wording)),
    save: [
      tap(
        'Save',
        { do: 'answer-here', ...ref, questions: reply.questions.map(({ key }) => key) },
        { form: true },
      ),
    ],
    actions:
      open > 0
        ? [
            tap(
              'Answer in private chat',
              { do: 'answer-in-private', project: ref.project },
              { withoutInputs: true },
            ),
            tap('What this gate needs', { do: 'gate', name: '' }, { withoutInputs: true }),
          ]
        : [],
    entities: [...new Map(mentions.map((who) => [who.id, mentionOf(who)])).values()],
  };
}

function headingOf({ open, answered }: GovernanceReply): string {
  if (open > 0)
    return `${sentenceCase(inWords(open))} ${open === 1 ? 'question' : 'questions'} of governance ${open === 1 ? 'is' : 'are'} open`;
  return answered > 0 ? 'All questions of governance are answered' : 'No question of governance is open';
}

function inOneLine(questions: GovernanceReply['groups'][number]['questions']): string {
  const labels = questions.slice(0, mostQuestions).map(({ label, about, unsure }) => {
    const notes = [
      ...(about > 1 ? [`${digits(about)} times`] : []),
      ...(unsure > 0 ? [`${inWords(unsure)} ${unsure === 1 ? 'does' : 'do'} not know`] : []),
    ];
    return notes.length > 0 ? `${label} (${notes.join(', ')})` : label;
  });
  const more = questions.length - labels.length;
  return [...labels, ...(more > 0 ? [`${digits(more)} more`] : [])].join(' · ');
}
