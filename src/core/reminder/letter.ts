/** What the bot says unasked. A letter holds what it is about; its words are found when it is sent, and may by then be none. */
import type { Wanted } from '../interview/wanted.ts';
import type { FindingId, Who } from '../register/deed.ts';

export interface Letter {
  /**
   * Names the occasion, not the writing of it: `acceptance-lapsed/<finding>/<until>`. Whoever finds the same
   * occasion again, in another process or after a restart, writes the same letter, and it is sent once.
   */
  readonly id: string;
  readonly project: string;
  readonly to: Addressee;
  /** One line without anything confidential, for lists of what is scheduled and sent. */
  readonly about: string;
  readonly content: LetterContent;
  /** ISO 8601, UTC. */
  readonly notBefore?: string;
  readonly urgency: Urgency;
}

export type Addressee =
  | { readonly kind: 'person'; readonly tenant: string; readonly id: string; readonly name: string }
  | { readonly kind: 'conversation'; readonly tenant: string; readonly id: string };

/**
 * `daily`: waits for the one message that a person gets on a working day. `at-once`: somebody waits for it, or it is
 * about something that cannot wait; it interrupts, at any hour. What goes to a conversation is always sent at once.
 */
export type Urgency = 'at-once' | 'daily';

/** Ids rather than sentences, so that a letter says what is true on the day it arrives. */
export type LetterContent =
  /** For what will not age. `say` on a button is what its reader could type: `risks Orders`. */
  | {
      readonly kind: 'notice';
      readonly title: string;
      readonly lines: readonly string[];
      readonly buttons: readonly { readonly title: string; readonly say: string }[];
    }
  | {
      readonly kind: 'acceptance-lapsed';
      readonly finding: FindingId;
      readonly title: string;
      /** Absent where the finding is about the project or an application. */
      readonly integration?: string;
      readonly why: 'date' | 'answers';
      /** `YYYY-MM-DD`, the last day it held or would have held. */
      readonly until: string;
    }
  /** Somebody asks the reader for answers about an integration; with `wanted`, for those, which may be about more. */
  | {
      readonly kind: 'asked';
      readonly by: Who;
      readonly integration: string;
      readonly note?: string;
      readonly wanted?: readonly Wanted[];
      /** Whoever asks wants to hear when it is answered. */
      readonly waits?: true;
      /** Whoever asks was asked themselves, and said that the reader knows. */
      readonly referred?: true;
    }
  /** What the reader asked somebody is answered. */
  | {
      readonly kind: 'answered';
      readonly by: Who;
      readonly integration: string;
      readonly wanted: readonly Wanted[];
    }
  /** Somebody, or a conversation, does not get what is sent there. */
  | {
      readonly kind: 'unreachable';
      /** A person's name; absent for a conversation. */
      readonly whom?: string;
      readonly why: string;
      readonly about: string;
      /** For whoever asked them for answers about it. */
      readonly integration?: string;
      /** It may have arrived all the same. */
      readonly maybe?: true;
    }
  /** The reader and others answered one question differently; or that is over, because `by` changed theirs or settled it. */
  | {
      readonly kind: 'difference';
      /** Question and subject. */
      readonly difference: string;
      readonly state: 'open' | 'over';
      readonly by: Who;
    }
  /** Somebody says that the reader holds a role, and the reader is asked once whether that is so. `role`: its `roleKey`. */
  | { readonly kind: 'given-role'; readonly role: string; readonly by: Who }
  /** `by` says that they hold a role that opens what is guarded, and the reader, who manages the project, is asked. */
  | { readonly kind: 'claimed-role'; readonly role: string; readonly by: Who }
  /** What is open of governance, for a channel. `skipped`: times before this one that nobody was there for. `always`: also where nothing is. */
  | { readonly kind: 'governance'; readonly skipped: number; readonly always?: true }
  /** The week for a project manager. `since`: the week of the digest before, with which it compares. */
  | { readonly kind: 'digest'; readonly week: string; readonly since: string }
  /** Two reminders changed nothing, or the reader's own say: now it is for whoever gave the task to look at it. */
  | {
      readonly kind: 'passed-on';
      readonly whom: Who;
      readonly what: string;
      readonly why: 'ignored' | 'not-mine';
      readonly integration?: string;
    };

/** Where a letter stands. Only `waiting` is ever tried: what may have arrived is not sent again. */
export type Delivery =
  | {
      readonly state: 'waiting';
      /** Attempts that surely did not arrive. */
      readonly tries: number;
      /** Not before this time, after an attempt that failed. */
      readonly after?: string;
    }
  | { readonly state: 'claimed'; readonly tries: number; readonly by: string; readonly at: string }
  /** `activity`: the id of the post, to update it by. */
  | { readonly state: 'sent'; readonly at: string; readonly activity: string }
  /** Nobody can say whether it arrived. */
  | { readonly state: 'unknown'; readonly at: string; readonly why: string }
  | { readonly state: 'failed'; readonly at: string; readonly why: string }
  /** There was nothing to say any more. */
  | { readonly state: 'dropped'; readonly at: string; readonly why: string };

/** A letter as it is kept. */
export interface Posted {
  readonly schema: 1;
  readonly letter: Letter;
  /** When it was written, ISO 8601. */
  readonly at: string;
  readonly delivery: Delivery;
  /** A digest of what a post shows that is kept up to date. */
  readonly shown?: string;
}

export function isSettled({ state }: Delivery): boolean {
  return state !== 'waiting' && state !== 'claimed';
}
