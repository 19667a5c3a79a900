/** What would be, and what has changed: answers tried out, proposals, change requests. */
import type { Subject } from '../../core/interview/answer.ts';
import type { QuestionKey } from '../../core/interview/topic.ts';
import type { Inputs } from '../command.ts';
import type { PageRef } from '../interview/interview-command.ts';

/** An answer that somebody assumes, as it was typed. */
export interface Guess {
  readonly question: QuestionKey;
  readonly typed: string;
  /** The application it is about; absent where it is about the integration or the project. */
  readonly on?: string;
}

export type WhatIfCommand =
  | { readonly do: 'what-if'; readonly name: string; readonly typed?: string }
  | {
      readonly do: 'what-if-of';
      readonly project: string;
      readonly integration: string;
      readonly assumed: readonly Guess[];
      /** Every question, not only those that matter most. */
      readonly all?: true;
    }
  /** `about`, or else input `about`: a question, after an `@` the application it is about. */
  | {
      readonly do: 'what-if-ask';
      readonly project: string;
      readonly integration: string;
      readonly assumed: readonly Guess[];
      readonly about?: string;
      readonly inputs: Inputs;
    }
  | {
      readonly do: 'what-if-see';
      readonly page: PageRef;
      readonly assumed: readonly Guess[];
      readonly inputs: Inputs;
    }
  /** Input `name`. */
  | {
      readonly do: 'keep-proposal';
      readonly project: string;
      readonly integration: string;
      readonly assumed: readonly Guess[];
      readonly inputs: Inputs;
    }
  | { readonly do: 'show-proposal'; readonly project: string; readonly proposal: string }
  /** Inputs `first`, `second`. */
  | {
      readonly do: 'compare-proposals';
      readonly project: string;
      readonly integration: string;
      readonly inputs: Inputs;
    }
  | { readonly do: 'adopt'; readonly project: string; readonly proposal: string }
  /** `name`: what has changed and, after a colon, what about it. */
  | { readonly do: 'change-request'; readonly name: string; readonly typed?: string }
  /** Inputs `about`, `change`, `note`. */
  | { readonly do: 'preview-change'; readonly project: string; readonly inputs: Inputs }
  | {
      readonly do: 'reopen';
      readonly project: string;
      readonly subject: Subject;
      readonly change: string;
      readonly note: string;
    };
