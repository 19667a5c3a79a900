/** Of these topics a shared conversation hears only how many risks there are, and what was said is not for everybody. */
import type { Turn } from './house.ts';
import { notice } from './notices.ts';
import type { NoticeReply } from './reply.ts';

export const guarded: ReadonlySet<string> = new Set(['sensitive-data']);

/** Whether what is said about a topic may be heard where the caller speaks. */
export function mayHear({ caller }: Turn, topic: string): boolean {
  return caller.conversation.kind === 'personal' || !guarded.has(topic);
}

export function guardedNotice(word: string): NoticeReply {
  return notice('This is not for a shared conversation', [
    'It is about how data is protected.',
    `Open a chat with me and send: ${word}`,
  ]);
}
