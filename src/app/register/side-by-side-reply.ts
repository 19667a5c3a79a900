import type { AnswerShape, QuestionKey, RoleId } from '../../core/interview/topic.ts';
import type { DifferenceKind } from '../../core/judgement/differences.ts';
import type { FindingKind, Severity } from '../../core/judgement/finding.ts';
import type { CardCommand } from '../command.ts';
import type { About } from '../interview/interview-reply.ts';
import type { Button } from '../reply.ts';
import type { DifferenceRef } from './register-command.ts';

/** One question, who said what to it, and the ways to come to one answer. */
export interface SideBySideReply {
  readonly kind: 'side-by-side';
  readonly ref: DifferenceRef;
  readonly about: About;
  readonly label: string;
  readonly question: QuestionKey;
  /** As it was put. */
  readonly ask: string;
  readonly how: DifferenceKind;
  readonly voices: readonly {
    readonly name: string;
    readonly roles: readonly RoleId[];
    /** ISO 8601. */
    readonly at: string;
    readonly words: string;
    /** The reader's own. */
    readonly own: boolean;
    readonly stale: boolean;
  }[];
  readonly settled?: {
    readonly words: string;
    readonly decided: string;
    /** `YYYY-MM-DD`. */
    readonly on: string;
    readonly reason?: string;
  };
  /** What hangs on it, worst first. */
  readonly hangs: readonly {
    readonly title: string;
    readonly kind: FindingKind;
    readonly severity: Severity;
  }[];
  /** Where the reader is one of those who answered. */
  readonly change?: Extract<CardCommand, { do: 'ask-again' }>;
  /** Absent while nobody settles it. */
  readonly form?: {
    readonly shape: AnswerShape;
    /** By input id. */
    readonly filled: Readonly<Record<'value' | 'decided' | 'on' | 'reason', string>>;
    readonly problems: readonly string[];
    readonly people: readonly string[];
  };
  /** The settlement that stood when it was shown, by its turn; empty without one. */
  readonly seen: string;
  readonly buttons: readonly Button[];
}
