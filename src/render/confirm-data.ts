import type { ConfirmReply } from '../app/interview/confirm-reply.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted, day } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ConfirmData {
  readonly speak: string;
  readonly heading: string;
  readonly state: string;
  readonly lines: readonly {
    /** What it is about, where that is not the same as in the line above. */
    readonly about: string;
    readonly label: string;
    readonly words: string;
    readonly said: string;
    readonly change: ExecuteAction;
  }[];
  readonly actions: readonly ExecuteAction[];
}

export function confirmData(reply: ConfirmReply, wording: Wording): ConfirmData {
  const { ref, lines, left, done } = reply;
  const heading = done ? 'Still true' : lines.length === 1 ? 'Is this still true?' : 'Are these still true?';
  let before = '';
  return {
    speak: wording.spoken(`${heading} ${lines.map(({ label, words }) => `${label}: ${words}`).join('. ')}`),
    heading,
    state: done ? counted(lines.length, 'answer confirmed', 'answers confirmed') : stateOf(left),
    lines: lines.map(({ about, label, words, at, why, change }) => {
      const place = aboutLine(about, wording);
      const isNew = place !== before;
      before = place;
      return {
        about: isNew ? place : '',
        label: `${wording.run(label, 80)}:`,
        words: wording.run(words),
        said: `\n${[`${done ? 'First said' : 'You said so'} on ${day(at)}`, wording.run(why, 120)].filter(Boolean).join(', ')}`,
        change: tap(`Change: ${wording.plain(label, 60)}`, change),
      };
    }),
    actions: done
      ? []
      : [
          tap(
            lines.length === 1 ? 'Still true' : 'All still true',
            { do: 'still-true', ref },
            { primary: true },
          ),
          ref.integration === undefined
            ? tap('Not now', { do: 'integrations', page: 1 })
            : tap('Not now', { do: 'confirm-later', project: ref.project, integration: ref.integration }),
        ],
  };
}

function stateOf(left: number): string {
  const more = left > 0 ? ` ${counted(left, 'more follows', 'more follow')}.` : '';
  return `You said this a while ago. One tap confirms it; change what is different now.${more}`;
}
