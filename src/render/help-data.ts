import type { CommandWord } from '../app/command-words.ts';
import type { HelpReply } from '../app/reply.ts';
import { buttonRow, type ExecuteAction } from './action.ts';
import { dash, midSentence } from './counting.ts';
import { projectLine } from './welcome-data.ts';
import type { Wording } from './wording.ts';

export interface HelpData {
  readonly speak: string;
  readonly project: string;
  readonly waiting: string;
  readonly how: string;
  /** What people need most, always in sight. */
  readonly often: readonly Line[];
  /** Everything, folded away. */
  readonly themes: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly Line[];
  }[];
  /** What *All commands* unfolds. */
  readonly targets: readonly string[];
  readonly actions: readonly ExecuteAction[];
}

interface Line {
  readonly word: string;
  readonly does: string;
}

export function helpData(reply: HelpReply, wording: Wording): HelpData {
  const waiting = reply.waiting ? `Your interview about ${reply.waiting.integration} waits for you.` : '';
  const lineOf = ({ word, takes, does }: CommandWord): Line => ({
    word: wording.run([word, takes].filter(Boolean).join(' ')),
    does: `${dash}${wording.run(midSentence(does))}`,
  });
  const often = reply.themes.flatMap(({ words }) => words.filter((each) => each.often));
  const themes = reply.themes.map(({ title, words }, at) => ({
    id: `theme-${at}`,
    title: wording.run(title),
    lines: words.map(lineOf),
  }));
  return {
    speak: wording.spoken(
      `What I can do. ${waiting} Say for example: ${often.map(({ word }) => word).join(', ')}.`,
    ),
    project: projectLine(reply.project, wording),
    waiting: wording.run(waiting),
    how:
      reply.where === 'personal'
        ? 'Tap a button, or type one of these.'
        : 'Mention me and type one of these. Interviews run in personal chat.',
    often: often.map(lineOf),
    themes,
    targets: themes.map(({ id }) => id),
    actions: buttonRow(reply.buttons, wording),
  };
}
