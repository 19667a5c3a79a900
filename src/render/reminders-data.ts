import type { RemindersReply } from '../app/reminder/reminder-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import type { Wording } from './wording.ts';

export interface RemindersData {
  readonly speak: string;
  readonly next: string;
  readonly waiting: string;
  readonly problem: string;
  /** For whoever manages the project. */
  readonly overview: readonly {
    readonly title: string;
    readonly lines: readonly { readonly text: string }[];
  }[];
  readonly rhythm: string;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly country: string;
  readonly away: string;
  readonly actions: readonly ExecuteAction[];
}

const titles: Readonly<Record<NonNullable<RemindersReply['overview']>[number]['kind'], string>> = {
  coming: 'What comes in your project',
  expected: 'Who would get what next',
  sent: 'Sent lately',
  failed: 'Did not arrive, or perhaps not',
};

export function remindersData(reply: RemindersReply, wording: Wording): RemindersData {
  const { filled, open, next, problem, overview = [] } = reply;
  const typed = Object.fromEntries(
    Object.entries(filled).map(([id, text]) => [id, wording.plain(text, 60)]),
  ) as Record<keyof typeof filled, string>;
  return {
    ...typed,
    speak: wording.spoken(`Reminders. ${problem ?? next}`),
    next: wording.run(next),
    waiting: wording.run(open.join(' · ')),
    problem: wording.run(problem ?? ''),
    overview: overview.map(({ kind, lines }) => ({
      title: titles[kind],
      lines: lines.map((text) => ({ text: wording.run(text, 300) })),
    })),
    actions: [
      tap('Save', { do: 'set-reminders' }, { primary: true }),
      tap('Help', { do: 'help' }, { withoutInputs: true }),
    ],
  };
}
