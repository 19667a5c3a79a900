/** What a judgement says. Values only; how they are shown is not decided here. */
import type { Said, Speaker, Subject } from '../interview/answer.ts';
import type { Stale } from '../interview/staleness.ts';
import type { Citation, QuestionKey, RoleId, StageId } from '../interview/topic.ts';

export type FindingKind = 'issue' | 'risk' | 'unknown' | 'assertion';
export type Severity = 'critical' | 'high' | 'medium' | 'low';
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export interface Finding {
  /** Rule and subject, so that a later decision finds it again. */
  readonly id: string;
  readonly topic: string;
  readonly rule: string;
  readonly subject: Subject;
  /** The subject's name: an integration, an application, the project. */
  readonly about: string;
  readonly kind: FindingKind;
  /** One sentence: what. */
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  /** 1–5. */
  readonly probability: number;
  /** 1–5. */
  readonly impact: number;
  readonly severity: Severity;
  /** Its score before gates that have passed are counted; absent where they count nothing. */
  readonly atFirst?: number;
  /** Why the numbers are what they are, one reason a line. */
  readonly reasoning: readonly string[];
  readonly because: readonly Evidence[];
  /** For an unknown: what has to be answered before it can be judged, and who could. */
  readonly waitingFor: readonly Waiting[];
  readonly cites: Citation;
  readonly steps: readonly NextStep[];
  readonly clears: string;
  /** The arithmetic of a calculation, a line each; empty without one. */
  readonly working: readonly string[];
}

/** One answer a finding rests on. */
export interface Evidence {
  readonly question: QuestionKey;
  readonly label: string;
  readonly subject: Subject;
  /** The name of the subject. */
  readonly about: string;
  readonly said: Said;
  /** The answer in the words of the question's options. */
  readonly words: string;
  readonly by: Speaker;
  readonly at: string;
  /** It has grown old and was not confirmed. */
  readonly stale?: Stale;
  /** For a reader who may not see it: who said it, and what, is left out. */
  readonly withheld?: Withheld;
}

/** `answers`: so many people gave one. `own-first`: the reader has yet to give theirs. `guarded`: it is about protecting data. */
export interface Withheld {
  readonly answers: number;
  readonly why: 'own-first' | 'guarded';
}

export interface Waiting {
  readonly question: QuestionKey;
  readonly label: string;
  readonly subject: Subject;
  readonly about: string;
  readonly roles: readonly RoleId[];
  /** Whom people named as the ones who know. */
  readonly named: readonly string[];
  /** What was said and has grown old: it is to be confirmed, not asked anew. */
  readonly was?: { readonly words: string; readonly at: string };
}

export interface NextStep {
  readonly key: string;
  readonly action: string;
  readonly owner: RoleId;
  readonly with: readonly RoleId[];
  readonly stage: StageId;
  readonly done: string;
  /** The question that shows whether it is done, where that is not the answer the finding rests on. */
  readonly proves?: QuestionKey;
}
