import type { NotedLine, NotedReply } from '../app/interview/interview-reply.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { listed } from './counting.ts';
import type { Wording } from './wording.ts';

/** Each line has one that changes it. */
const mostActions = 6;

export interface NotedData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly lines: readonly (LineData & { readonly was: string })[];
  /** The way back from what was changed. */
  readonly back: readonly ExecuteAction[];
  readonly changes: readonly { readonly lead: string; readonly text: string }[];
}

export interface LineData {
  readonly label: string;
  readonly words: string;
  readonly change: ExecuteAction;
}

export function notedData(reply: NotedReply, wording: Wording): NotedData {
  const { project, integration, subject } = reply.ref;
  const about = { project, integration, subject };
  const said = reply.lines.map((line) =>
    [`${line.label}: ${noted(line)}`, changed(line)].filter(Boolean).join('. '),
  );
  return {
    speak: wording.spoken(`Noted. ${said.join('. ')}`),
    about: aboutLine(reply.about, wording),
    heading: heading(reply, wording),
    lines: reply.lines.map((line) => {
      const title = `Change: ${wording.plain(line.label, 60)}`;
      const change = tap(title, { do: 'ask-again', ...about, question: line.question });
      return { ...lineData(line, change, wording), was: wording.run(changed(line)) };
    }),
    back: reply.lines
      .flatMap(({ label, question, was }) =>
        was
          ? [
              tap(`Change back: ${wording.plain(label, 60)}`, {
                do: 'change-back',
                ...about,
                question,
                at: was.at,
              }),
            ]
          : [],
      )
      .slice(0, Math.max(0, mostActions - reply.lines.length)),
    changes: [
      ...reply.raised.map((title) => ({ lead: 'Now a risk:', text: wording.run(title) })),
      ...reply.cleared.map((title) => ({ lead: 'No longer listed:', text: wording.run(title) })),
      ...reply.lapsed.map(({ title, told }) => ({
        lead: 'No longer accepted:',
        text: [wording.run(title), toldTo(told, wording)].filter(Boolean).join('. '),
      })),
    ],
  };
}

/** Names what has changed, and claims nothing of the rest of the page. */
function heading({ heading: topic, lines, unchanged }: NotedReply, wording: Wording): string {
  const labels = lines.filter(({ was }) => was).map(({ label }) => wording.plain(label, 60));
  if (labels.length > 0) return `Changed: ${labels.join(', ')}`;
  return `${unchanged ? 'Nothing has changed' : 'Noted'}: ${wording.plain(topic)}`;
}

function changed({ was, kind, words }: NotedLine): string {
  if (!was) return '';
  return kind === 'passed' ? `You took back “${was.words}”.` : `Changed from “${was.words}” to “${words}”.`;
}

/** "I tell Dana Fox and Lee Park." */
function toldTo(people: readonly string[], wording: Wording): string {
  return people.length > 0 ? `I tell ${listed(people.map((name) => wording.run(name, 60)))}.` : '';
}

export function lineData(line: NotedLine, change: ExecuteAction, wording: Wording): LineData {
  return { label: `${wording.run(line.label, 80)}:`, words: wording.run(noted(line)), change };
}

function noted({ kind, words, confirmed }: NotedLine): string {
  if (kind === 'passed') return 'nothing noted';
  return confirmed ? `${words} (as the file says)` : words;
}
