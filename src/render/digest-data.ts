import type { DigestReply } from '../app/digest/digest-reply.ts';
import { buttonRow, type ExecuteAction, mostButtons } from './action.ts';
import type { Wording } from './wording.ts';

export interface DigestData {
  readonly speak: string;
  readonly title: string;
  readonly opening: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly { readonly text: string }[] }[];
  /** At most one. */
  readonly decisions: readonly {
    readonly what: string;
    readonly why: string;
    readonly actions: readonly ExecuteAction[];
  }[];
  /** What waits for the reader beside that. */
  readonly own: readonly { readonly title: string; readonly lines: readonly { readonly text: string }[] }[];
  readonly actions: readonly ExecuteAction[];
}

const titles: Readonly<Record<DigestReply['parts'][number]['kind'], string>> = {
  news: 'What changed, and why',
  late: 'Late, or due soon',
  people: 'Somebody to talk to',
};
const mostOwn = 6;
const mostLines = 6;

export function digestData(reply: DigestReply, wording: Wording): DigestData {
  const { title, opening, parts, decision, own, buttons } = reply;
  const lines = (texts: readonly string[]) =>
    texts.slice(0, mostLines).map((text) => ({ text: wording.run(text, 400) }));
  const theirs = own.flatMap(({ button }) => (button ? [{ ...button, primary: false }] : []));
  return {
    speak: wording.spoken(
      [`${title}.`, ...(decision ? [`To decide: ${decision.what}`] : []), opening].join(' '),
    ),
    title: wording.run(title, 200),
    opening: wording.run(opening),
    parts: parts.map((part) => ({ title: titles[part.kind], lines: lines(part.lines) })),
    decisions: decision
      ? [
          {
            what: wording.run(decision.what),
            why: wording.run(decision.why),
            actions: buttonRow([decision.button], wording),
          },
        ]
      : [],
    own: own.slice(0, mostOwn).map((item) => ({
      title: wording.run(item.title, 200),
      lines: lines(item.lines.slice(0, 1)),
    })),
    actions: buttonRow([...buttons, ...theirs].slice(0, mostButtons - (decision ? 1 : 0)), wording),
  };
}
