import type { CardCommand } from '../command.ts';
import type { OldRef } from './interview-command.ts';
import type { About } from './interview-reply.ts';

/** Answers of the reader that have grown old: are they still true? */
export interface ConfirmReply {
  readonly kind: 'confirm';
  readonly ref: OldRef;
  readonly lines: readonly {
    readonly about: About;
    readonly label: string;
    readonly words: string;
    /** When it was said, ISO 8601. */
    readonly at: string;
    /** "before a change: where it runs"; empty where only its age makes it old. */
    readonly why: string;
    readonly change: CardCommand;
  }[];
  /** So many more follow. */
  readonly left: number;
  /** They were confirmed just now. */
  readonly done: boolean;
}
