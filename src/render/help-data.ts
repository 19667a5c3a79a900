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
  readonly commands: readonly { readonly word: string; readonly does: string }[];
  readonly actions: readonly ExecuteAction[];
}

export function helpData(reply: HelpReply, wording: Wording): HelpData {
  const waiting = reply.waiting ? `Your interview about ${reply.waiting.integration} waits for you.` : '';
  return {
    speak: wording.spoken(
      `What I can do. ${waiting} Say one of: ${reply.commands.map(({ word }) => word).join(', ')}.`,
    ),
    project: projectLine(reply.project, wording),
    waiting: wording.run(waiting),
    how:
      reply.where === 'personal'
        ? 'Tap a button, or type one of these.'
        : 'Mention me and type one of these. Interviews run in personal chat.',
    commands: reply.commands.map(({ word, takes, does }) => ({
      word: wording.run([word, takes].filter(Boolean).join(' ')),
      does: `${dash}${wording.run(midSentence(does))}`,
    })),
    actions: buttonRow(reply.buttons, wording),
  };
}
