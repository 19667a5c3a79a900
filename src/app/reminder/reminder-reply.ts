/** What somebody or a channel is reminded of, and when. */
import type { Who } from '../../core/register/deed.ts';
import type { PageQuestion } from '../interview/interview-reply.ts';
import type { Button } from '../reply.ts';

/** All that waits for one person, once a working day. */
export interface ReminderReply {
  readonly kind: 'reminder';
  /** `YYYY-MM-DD`, on the reader's calendar. */
  readonly day: string;
  readonly items: readonly ReminderItem[];
}

export interface ReminderItem {
  readonly title: string;
  readonly lines: readonly string[];
  readonly button?: Button;
  /** By which it can be put off; absent where it is said once and needs nothing. */
  readonly key?: string;
}

/** When somebody is reminded, and how to have it otherwise. */
export interface RemindersReply {
  readonly kind: 'reminders';
  /** What waits for them now, by title. */
  readonly open: readonly string[];
  /** When they hear from the bot next. */
  readonly next: string;
  /** By input id. */
  readonly filled: {
    readonly zone: string;
    readonly from: string;
    readonly to: string;
    /** Monday is 1; joined by commas. */
    readonly days: string;
    readonly country: string;
    readonly away: string;
    readonly rhythm: 'daily' | 'weekly' | 'never';
  };
  readonly problem?: string;
  /** For whoever manages the project: all that it says unasked. */
  readonly overview?: readonly {
    readonly kind: 'coming' | 'expected' | 'sent' | 'failed';
    readonly lines: readonly string[];
  }[];
}

/** When a channel is reminded. */
export interface ScheduleReply {
  readonly kind: 'schedule';
  readonly ref: { readonly project: string };
  readonly now?: { readonly next: readonly string[]; readonly zone: string; readonly by: Who };
  /** By input id. */
  readonly form: { readonly when: string; readonly always: boolean };
  /** What was filled in, read; to be saved. */
  readonly preview?: { readonly times: readonly string[]; readonly cron: string; readonly zone: string };
  readonly problem?: string;
  /** What was sent and what failed, newest first. */
  readonly lines: readonly string[];
}

/** What is open of governance, for everybody in a channel: counts, and nobody's answer. */
export interface GovernanceReply {
  readonly kind: 'governance';
  readonly ref: { readonly project: string; readonly post: string };
  readonly project: string;
  readonly stage: string;
  readonly answered: number;
  readonly open: number;
  /** By who could answer; whoever has most to answer comes first. */
  readonly groups: readonly {
    readonly title: string;
    readonly holders: readonly Who[];
    /** `about`: so many things it is open about; `unsure`: so many people do not know. */
    readonly questions: readonly {
      readonly label: string;
      readonly about: number;
      readonly unsure: number;
    }[];
  }[];
  /** Those that can be answered in front of everybody. */
  readonly questions: readonly PageQuestion[];
  /** Times before this one that nobody was there for. */
  readonly skipped: number;
}
