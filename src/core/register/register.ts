/** Findings with what people decided about them. Only deeds are kept; where a decision stands now is computed. */
import { speakerKey, subjectKey } from '../interview/answer.ts';
import type { Finding, Severity } from '../judgement/finding.ts';
import { severityOf } from '../judgement/severity.ts';
import { type Decisions, isAcceptance } from './decisions.ts';
import type { Ground, Treatment, Who } from './deed.ts';
import type { History } from './history.ts';
import { type Lapse, lapsesOf } from './lapse.ts';

export interface Rating {
  /** 1–5. */
  readonly probability: number;
  /** 1–5. */
  readonly impact: number;
  readonly severity: Severity;
}

export interface Acceptance {
  readonly reason: string;
  readonly approver: Who;
  /** `YYYY-MM-DD`, the last day it holds. */
  readonly until: string;
  readonly holds: boolean;
  /** Why it holds no longer. */
  readonly lapses: readonly Lapse[];
}

export interface Entry {
  readonly finding: Finding;
  /** `lapsed`: it was accepted, and that has ended by itself. */
  readonly state: 'undecided' | 'treated' | 'accepted' | 'lapsed';
  /** As judged, before any treatment. */
  readonly inherent: Rating;
  /** What its owner expects to remain once it is treated. */
  readonly residual?: Rating;
  readonly treatment?: Treatment;
  readonly owner?: Who;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly note?: string;
  readonly acceptance?: Acceptance;
  /** Who decided and when; `turn` tells two decisions apart. */
  readonly decided?: { readonly by: Who; readonly at: string; readonly turn: string };
  /** The treatment should have been done by now. */
  readonly late: boolean;
}

/** `today`: `YYYY-MM-DD`. */
export function entryOf(finding: Finding, decisions: Decisions, history: History, today: string): Entry {
  const inherent = ratingOf(finding);
  const decision = decisions.get(finding.id);
  if (!decision) return { finding, state: 'undecided', inherent, late: false };
  const { by, at, turn, did } = decision;
  const decided = { by, at, turn };
  if (did.kind === 'treated') {
    const { treatment, owner, due, note, residual } = did;
    return {
      finding,
      state: 'treated',
      inherent,
      treatment,
      owner,
      decided,
      late: due !== undefined && due < today,
      ...(due ? { due } : {}),
      ...(note ? { note } : {}),
      ...(residual ? { residual: ratingOf(residual) } : {}),
    };
  }
  const { owner, reason, approver, until } = did;
  const lapses = isAcceptance(decision) ? lapsesOf(decision, finding, history, today) : [];
  const holds = lapses.length === 0;
  return {
    finding,
    state: holds ? 'accepted' : 'lapsed',
    inherent,
    treatment: 'accept',
    owner,
    decided,
    acceptance: { reason, approver, until, holds, lapses },
    late: false,
  };
}

export function ratingOf({ probability, impact }: Pick<Rating, 'probability' | 'impact'>): Rating {
  return { probability, impact, severity: severityOf(probability, impact) };
}

/** What an acceptance rests on: the answers the finding gives as its reasons. */
export function groundOf({ because }: Finding): Ground[] {
  return because.map(({ question, subject, by, at, said }) => ({
    question,
    about: subjectKey(subject),
    speaker: speakerKey(by),
    at,
    said,
  }));
}
