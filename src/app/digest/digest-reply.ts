/** What the weekly digest says, as values. */
import type { ReminderItem } from '../reminder/reminder-reply.ts';
import type { Button } from '../reply.ts';

export interface DigestReply {
  readonly kind: 'digest';
  readonly title: string;
  /** The one thing to decide this week, and where. */
  readonly decision?: { readonly what: string; readonly why: string; readonly button: Button };
  /** One or two sentences: how the week was. */
  readonly opening: string;
  /** What changed, what is late, whom to talk to; none is empty. */
  readonly parts: readonly { readonly kind: 'news' | 'late' | 'people'; readonly lines: readonly string[] }[];
  /** What waits for the reader beside that: their message of the day. */
  readonly own: readonly ReminderItem[];
  readonly buttons: readonly Button[];
}
