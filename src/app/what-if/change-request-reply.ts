import type { Subject } from '../../core/interview/answer.ts';

/** What has changed about an application or an integration; once that is said, what it re-opens, before anything is done. */
export interface ChangeRequestReply {
  readonly kind: 'change-request';
  readonly project: { readonly id: string; readonly name: string };
  /** What can be named. */
  readonly places: readonly string[];
  readonly changes: readonly { readonly id: string; readonly title: string }[];
  readonly filled: { readonly about: string; readonly change: string; readonly note: string };
  readonly problem?: string;
  readonly preview?: {
    readonly subject: Subject;
    readonly name: string;
    readonly phrase: string;
    readonly answers: number;
    /** Nobody is quoted: what they were asked, not what they said. */
    readonly people: readonly { readonly name: string; readonly labels: readonly string[] }[];
  };
}
