import type { Severity } from '../../core/judgement/finding.ts';
import type { Shift } from '../../core/register/drift.ts';
import type { IntegrationName } from '../project/project-reply.ts';
import type { Guess } from './what-if-command.ts';

/** What would change: to choose what to assume, and what was kept. */
export interface WhatIfReply {
  readonly kind: 'what-if';
  readonly integration: IntegrationName;
  readonly assumed: readonly Guess[];
  readonly lines: readonly AssumedLine[];
  /** Questions to choose, those that matter most where there are more than a list can hold. */
  readonly questions: readonly { readonly value: string; readonly title: string }[];
  /** They are the few that matter most, in the words in which they are asked. */
  readonly few?: true;
  /** So many more there are, found by typing a word of them. */
  readonly more: number;
  readonly proposals: readonly { readonly id: string; readonly name: string; readonly by: string }[];
  readonly problem?: string;
}

export interface AssumedLine {
  readonly label: string;
  readonly now: string;
  readonly would: string;
}

/** The present beside one proposal, or beside two. */
export interface DifferenceReply {
  readonly kind: 'difference';
  readonly integration: IntegrationName;
  /** As they stand in the columns; a name is empty while it was not kept. */
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly lines: readonly AssumedLine[];
  }[];
  readonly rows: readonly {
    readonly title: string;
    readonly now: Rated;
    readonly would: readonly { readonly rated: Rated; readonly shift?: Shift }[];
  }[];
  /** So many more differ. */
  readonly more: number;
  /** What can be kept. */
  readonly assumed: readonly Guess[];
  readonly problem?: string;
}

/** `none`: no risk, and nothing unknown. */
export type Rated = Severity | 'unknown' | 'none';
