/** Interviews: what is asked and said, and what a person said before. */
import type { Subject } from '../../core/interview/answer.ts';
import type { QuestionKey } from '../../core/interview/topic.ts';
import type { Inputs } from '../command.ts';

/** A page as a card carries it: enough to know, a month later, what was asked about what. */
export interface PageRef {
  readonly project: string;
  /** The integration whose interview this page is part of. */
  readonly integration: string;
  readonly subject: Subject;
  readonly questions: readonly QuestionKey[];
  /** One card, one turn: a second tap on the same card is recognised by it. */
  readonly turn: string;
  /** A page out of an interview leads on to the next one; a correction does not. */
  readonly correction: boolean;
}

/** Old answers as a card carries them; `at` is that of the answer, so that a newer one is never confirmed unseen. */
export interface OldRef {
  readonly project: string;
  /** Of whose interview the card is part. */
  readonly integration?: string;
  readonly old: readonly { readonly subject: Subject; readonly question: QuestionKey; readonly at: string }[];
}

export type InterviewCommand =
  | { readonly do: 'continue' }
  | { readonly do: 'pause' }
  /** `typed`: the whole text. Where nothing has that name it may be the answer to an open question. */
  | { readonly do: 'interview'; readonly name: string; readonly typed?: string }
  | { readonly do: 'open-interview'; readonly project: string; readonly integration: string }
  | { readonly do: 'begin'; readonly project: string; readonly integration: string; readonly inputs: Inputs }
  | { readonly do: 'answer'; readonly page: PageRef; readonly inputs: Inputs }
  /** "Not for me": one question of a page goes to somebody else or does not apply; the other inputs are kept. */
  | { readonly do: 'set-aside'; readonly page: PageRef; readonly inputs: Inputs }
  | { readonly do: 'back'; readonly page: PageRef; readonly inputs: Inputs }
  /** Opens one question again. */
  | {
      readonly do: 'ask-again';
      readonly project: string;
      readonly integration: string;
      readonly subject: Subject;
      readonly question: QuestionKey;
    }
  /** One's own answer is changed back to what it was; `at`: when that was said. */
  | {
      readonly do: 'change-back';
      readonly project: string;
      readonly integration: string;
      readonly subject: Subject;
      readonly question: QuestionKey;
      readonly at: string;
    }
  /** One's own answers: of that name, or of the interview one was last in. */
  | { readonly do: 'change'; readonly name?: string; readonly page: number; readonly typed?: string }
  | {
      readonly do: 'show-answers';
      readonly project: string;
      readonly integration: string;
      readonly page: number;
    }
  /** Shows what the caller said and has grown old. */
  | { readonly do: 'confirm' }
  | { readonly do: 'still-true'; readonly ref: OldRef }
  | { readonly do: 'confirm-later'; readonly project: string; readonly integration: string }
  /** Questions answered on a post that everybody sees; `post`: its letter. */
  | {
      readonly do: 'answer-here';
      readonly project: string;
      readonly post: string;
      readonly questions: readonly QuestionKey[];
      readonly inputs: Inputs;
    }
  | { readonly do: 'answer-in-private'; readonly project: string }
  /** Free text that is no command: the answer to the open question, if there is one. */
  | { readonly do: 'say'; readonly text: string };
