import type { RemindersReply } from '../app/reminder-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import type { Wording } from './wording.ts';

export interface RemindersData {
  readonly speak: string;
  readonly next: string;
  readonly waiting: string;
  readonly problem: string;
  readonly rhythm: string;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly country: string;
  readonly away: string;
  readonly actions: readonly ExecuteAction[];
}

export function remindersData(reply: RemindersReply, wording: Wording): RemindersData {
  const { filled, open, next, problem } = reply;
  const typed = Object.fromEntries(
    Object.entries(filled).map(([id, text]) => [id, wording.plain(text, 60)]),
  ) as Record<keyof typeof filled, string>;
  return {
    ...typed,
    speak: wording.spoken(`Reminders. ${problem ?? next}`),
    next: wording.run(next),
    waiting: wording.run(open.join(' · ')),
    problem: wording.run(problem ?? ''),
    actions: [
      tap('Save', { do: 'set-reminders' }, { primary: true }),
      tap('Help', { do: 'help' }, { withoutInputs: true }),
    ],
  };
}
