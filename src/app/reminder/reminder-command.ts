/** When somebody is reminded, and what is put off. */
import type { Inputs } from '../command.ts';

export type ReminderCommand =
  /** `Not now…` on a reminder; inputs `which` (a key), `when`, `date`. */
  | {
      readonly do: 'snooze';
      readonly items: readonly { readonly key: string; readonly title: string }[];
      readonly inputs: Inputs;
    }
  | { readonly do: 'remind-me'; readonly when: string; readonly typed?: string }
  | { readonly do: 'remind-team'; readonly when: string; readonly typed?: string }
  | {
      readonly do: 'set-schedule';
      readonly project: string;
      readonly cron: string;
      readonly zone: string;
      readonly always?: true;
    }
  /** Inputs `when`, `always`. */
  | { readonly do: 'preview-schedule'; readonly project: string; readonly inputs: Inputs }
  | { readonly do: 'reminders' }
  | { readonly do: 'digest' }
  /** Inputs `zone`, `from`, `to`, `days`, `country`, `away`, `rhythm`. */
  | { readonly do: 'set-reminders'; readonly inputs: Inputs };
