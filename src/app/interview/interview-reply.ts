/** What an interview says: its pages, what was noted, a person’s own answers. */
import type { Said } from '../../core/interview/answer.ts';
import type { AnswerShape, QuestionKey } from '../../core/interview/topic.ts';
import type { CardCommand } from '../command.ts';
import type { IntegrationName } from '../project/project-reply.ts';
import type { Button } from '../reply.ts';
import type { Guess } from '../what-if/what-if-command.ts';
import type { PageRef } from './interview-command.ts';

/** Before the first page: how long it takes, what it is about, and who you are. */
export interface StartReply {
  readonly kind: 'start';
  readonly integration: IntegrationName;
  readonly questions: number;
  readonly minutes: number;
  /** Empty while it is not known who the caller is here: what is asked depends on it. */
  readonly topics: readonly string[];
  /** What the caller can be here; input id `role`. */
  readonly roles: readonly { readonly value: string; readonly title: string }[];
  readonly role?: string;
  /** Answers an imported file suggests: to the caller, or to anybody while it is not known who the caller is. */
  readonly fromFile: number;
  /** Earlier answers of the caller that have grown old: they are only confirmed. */
  readonly old: number;
  /** What somebody asked the caller for by name: it comes first. */
  readonly asked: number;
}

/** What a page is about: the small line above it. */
export interface About {
  readonly scope: 'project' | 'application' | 'integration';
  readonly name: string;
  readonly source?: string;
  readonly target?: string;
}

/** One to four questions of one topic about one thing. */
export interface PageReply {
  readonly kind: 'page';
  readonly ref: PageRef;
  readonly about: About;
  readonly heading: string;
  /** Absent on a correction. */
  readonly progress?: { readonly topic: number; readonly of: number; readonly minutes: number };
  readonly questions: readonly PageQuestion[];
  readonly back: boolean;
  /** A what-if: nothing of it goes on file. What was assumed before goes along. */
  readonly assumed?: readonly Guess[];
  /** For "does not apply". */
  readonly reasons: readonly { readonly id: string; readonly text: string }[];
  /** "Not for me" as far as it was filled in, and what it lacks: it stays open. */
  readonly aside?: {
    readonly question: string;
    readonly how: string;
    readonly note: string;
    readonly problem: string;
  };
}

export interface PageQuestion {
  readonly key: QuestionKey;
  readonly label: string;
  readonly ask: string;
  readonly why: string;
  readonly shape: AnswerShape;
  /** What the input holds: an option id, ids joined by commas, or text as typed; `?` for "I don't know". */
  readonly filled?: string;
  /** The pre-filled answer comes from an imported file and is confirmed with Next. */
  readonly fromFile?: string;
  /** Why what was typed could not be read; said above the input. */
  readonly problem?: string;
  /** What stands on file and no input can hold: "does not apply (Another team takes care of it)". */
  readonly standing?: string;
}

/** A used page, read-only: what was noted, *change* beside each line. */
export interface NotedReply {
  readonly kind: 'noted';
  readonly ref: PageRef;
  readonly about: About;
  readonly heading: string;
  readonly lines: readonly NotedLine[];
  /** A correction that says once more what was said before. */
  readonly unchanged: boolean;
  /** What the answers changed in the findings, where it is a correction. */
  readonly raised: readonly string[];
  readonly cleared: readonly string[];
  /** Acceptances that ended with these answers, and who is told. */
  readonly lapsed: readonly { readonly title: string; readonly told: readonly string[] }[];
}

export interface NotedLine {
  readonly question: QuestionKey;
  readonly label: string;
  /** The answer in words: "Yes, one named person", "about 2 million a day (2,000,000 records a day)", "I don't know". */
  readonly words: string;
  readonly kind: Said['kind'];
  /** A file suggested it and the person let it stand. */
  readonly confirmed: boolean;
  /** What the same person had said until now, where that was something else; `at`: when. */
  readonly was?: { readonly words: string; readonly at: string };
}

/** A person's own answers about one integration, each with a way to change it. */
export interface AnswersReply {
  readonly kind: 'answers';
  readonly integration: IntegrationName;
  /** The words that these were found by; absent where they are all. */
  readonly typed?: string;
  readonly groups: readonly {
    readonly about: About;
    readonly heading: string;
    readonly lines: readonly (NotedLine & { readonly change: CardCommand })[];
  }[];
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}
