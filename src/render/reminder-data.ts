import type { ReminderReply } from '../app/reminder/reminder-reply.ts';
import { buttonRow, type ExecuteAction, tap } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ReminderData {
  readonly speak: string;
  readonly heading: string;
  readonly items: readonly {
    readonly title: string;
    readonly lines: readonly { readonly text: string }[];
    readonly actions: readonly ExecuteAction[];
  }[];
  /** Titles of those there is no room for. */
  readonly others: string;
  /** Empty where there is nothing to choose from. */
  readonly which: readonly Choice[];
  readonly when: readonly Choice[];
  readonly actions: readonly ExecuteAction[];
}

interface Choice {
  readonly title: string;
  readonly value: string;
}

const mostInFull = 8;
const mostLines = 4;
/** With these, *Not now…* and *Put off* a card has six buttons. */
const mostWithButton = 4;

export function reminderData({ items }: ReminderReply, wording: Wording): ReminderData {
  const heading = `${counted(items.length, 'thing')} ${items.length === 1 ? 'waits' : 'wait'} for you`;
  const rest = items.slice(mostInFull).map(({ title }) => title);
  const own = items.flatMap(({ key, title }) =>
    key === undefined ? [] : [{ key, title: wording.plain(title, 80) }],
  );
  return {
    speak: wording.spoken(`${heading}: ${items.map(({ title }) => title).join('. ')}`),
    heading,
    items: items.slice(0, mostInFull).map(({ title, lines, button }, at) => ({
      title: wording.run(title, 200),
      lines: lines.slice(0, mostLines).map((line) => ({ text: wording.run(line, 300) })),
      actions: button && at < mostWithButton ? buttonRow([{ ...button, primary: at === 0 }], wording) : [],
    })),
    others: wording.run(rest.join(' · ')),
    which:
      own.length > 1
        ? [{ title: 'All of it', value: 'all' }, ...own.map(({ key, title }) => ({ title, value: key }))]
        : [],
    when: [
      { title: 'Later today', value: 'today' },
      { title: 'Tomorrow', value: 'tomorrow' },
      { title: 'On a date', value: 'date' },
      ...(own.length > 0 ? [{ title: 'Not mine', value: 'not-mine' }] : []),
      { title: 'Remind me once a week only', value: 'weekly' },
      { title: 'Stop reminders', value: 'stop' },
    ],
    actions: [tap('Put off', { do: 'snooze', items: own.slice(0, 20) })],
  };
}
