/** What was asked of whom, and what came of it: for whoever manages the project. */

export interface ParticipationReply {
  readonly kind: 'participation';
  readonly project: { readonly id: string; readonly name: string };
  /** Most open questions first. */
  readonly people: readonly Participant[];
  readonly total: { readonly people: number; readonly asked: number; readonly answered: number };
  readonly page: number;
  readonly pages: number;
  /** For whom most waits: since when, `YYYY-MM-DD`, and how many questions. */
  readonly bottleneck?: { readonly name: string; readonly questions: number; readonly since: string };
}

export interface Participant {
  readonly name: string;
  readonly asked: number;
  /** Of what they were asked. */
  readonly answered: number;
  /** Asked by name, or in an interview of their own accord. */
  readonly answers: number;
  readonly minutes: number;
  /** Risks and issues that rest on something they said; and what is shown to be in order by it. */
  readonly risks: number;
  readonly right: number;
  readonly standing: readonly Standing[];
}

export type Standing =
  | { readonly kind: 'away'; readonly until: string }
  /** They want no reminders. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'left' };
