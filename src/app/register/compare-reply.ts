/** What `compare` says, as values. */
import type { StageId } from '../../core/interview/topic.ts';
import type { Difference, Shift } from '../../core/register/drift.ts';
import type { Noted } from '../../core/register/milestone.ts';
import type { Button } from '../reply.ts';

/** What has changed since a milestone. */
export interface CompareReply {
  readonly kind: 'compare';
  readonly project: { readonly id: string; readonly name: string };
  readonly milestone: { readonly id: string; readonly name: string; readonly at: string };
  readonly counts: Readonly<Record<Shift, number>>;
  /** So many could not be judged then, and are no risk now. */
  readonly settled: number;
  /** Changes that are counted and not shown here. */
  readonly guarded: number;
  /** What else is different. */
  readonly around: {
    readonly stage?: { readonly from: StageId; readonly to: StageId };
    readonly dates: readonly { readonly title: string; readonly from?: string; readonly to?: string }[];
    readonly integrations: Difference;
    readonly applications: Difference;
    readonly people: Difference;
    /** Rules, questions and limits that judge otherwise, by name. */
    readonly content: readonly string[];
  };
  /** Of this page. */
  readonly changes: readonly {
    readonly shift: Shift;
    readonly title: string;
    /** All that it is about. */
    readonly on: readonly string[];
    readonly before?: Noted;
    readonly after?: Noted;
    readonly causes: readonly CauseLine[];
  }[];
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

export type CauseLine =
  | {
      readonly kind: 'answer';
      readonly label: string;
      readonly about: string;
      readonly by?: string;
      readonly at?: string;
      readonly from?: string;
      readonly to?: string;
    }
  | {
      readonly kind: 'settled';
      readonly label: string;
      readonly about: string;
      readonly by?: string;
      readonly at?: string;
      readonly to?: string;
    }
  /** What somebody said has grown old. `since`: the day; `why`: "before the stage Implement". */
  | {
      readonly kind: 'stale';
      readonly label: string;
      readonly about: string;
      readonly by?: string;
      readonly at?: string;
      readonly words?: string;
      readonly since?: string;
      readonly why?: string;
    }
  | { readonly kind: 'stage'; readonly from: StageId; readonly to: StageId }
  | { readonly kind: 'date'; readonly title: string; readonly from?: string; readonly to?: string }
  | { readonly kind: 'person'; readonly how: 'came' | 'left' | 'changed'; readonly name?: string }
  | { readonly kind: 'added' | 'removed' | 'ends' | 'content'; readonly name: string }
  | { readonly kind: 'judgement' };
