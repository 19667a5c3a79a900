import type { NoticeReply } from '../app/reply.ts';
import { buttonRow, type ExecuteAction } from './action.ts';
import type { Wording } from './wording.ts';

export interface NoticeData {
  readonly speak: string;
  readonly title: string;
  readonly color: 'Attention' | 'Default';
  readonly lines: readonly { readonly text: string }[];
  readonly actions: readonly ExecuteAction[];
}

export function noticeData(reply: NoticeReply, wording: Wording): NoticeData {
  return {
    speak: wording.spoken([reply.title, ...reply.lines].join('. ')),
    title: wording.run(reply.title),
    color: reply.tone === 'problem' ? 'Attention' : 'Default',
    lines: reply.lines.map((line) => ({ text: wording.run(line) })),
    actions: buttonRow(reply.buttons, wording),
  };
}
