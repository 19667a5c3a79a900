import type { NotedLine, NotedReply } from '../app/interview/interview-reply.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { listed } from './counting.ts';
import type { Wording } from './wording.ts';

export interface NotedData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly lines: readonly LineData[];
  readonly changes: readonly { readonly lead: string; readonly text: string }[];
}

export interface LineData {
  readonly label: string;
  readonly words: string;
  readonly change: ExecuteAction;
}

export function notedData(reply: NotedReply, wording: Wording): NotedData {
  const { project, integration, subject } = reply.ref;
  const said = reply.lines.map((line) => `${line.label}: ${noted(line)}`).join('. ');
  return {
    speak: wording.spoken(`Noted. ${said}`),
    about: aboutLine(reply.about, wording),
    heading: `Noted: ${wording.plain(reply.heading)}`,
    lines: reply.lines.map((line) =>
      lineData(
        line,
        tap(`Change: ${wording.plain(line.label, 60)}`, {
          do: 'ask-again',
          project,
          integration,
          subject,
          question: line.question,
        }),
        wording,
      ),
    ),
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
