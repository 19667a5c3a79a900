/** Risks, what is decided about them, next steps, and how a project stands. */
import type { FindingId, StepId, StepState, Treatment } from '../../core/register/deed.ts';
import type { StepFilter } from '../../core/register/step-list.ts';
import type { Inputs } from '../command.ts';

/** What a summary is of. */
export type SummaryOf =
  | { readonly scope: 'project' }
  | { readonly scope: 'application'; readonly id: string }
  | { readonly scope: 'integration'; readonly id: string }
  | { readonly scope: 'person'; readonly id: string }
  | { readonly scope: 'topic'; readonly id: string }
  /** The end of a stage. */
  | { readonly scope: 'gate'; readonly id: string };

/** A risk as a card names it. */
export interface RiskRef {
  readonly project: string;
  readonly finding: FindingId;
}

/** A difference as a card names it: question and subject. */
export interface DifferenceRef {
  readonly project: string;
  readonly difference: string;
}

/** What a card showed of a risk, so that an old one can say what has changed since. */
export interface SeenRisk {
  /** The decision that stood then, by its turn; empty without one. */
  readonly decision: string;
  /** A digest of the answers behind it. */
  readonly facts: string;
}

export type RegisterCommand =
  | { readonly do: 'risks'; readonly name: string; readonly page: number; readonly typed?: string }
  | {
      readonly do: 'show-risks';
      readonly project: string;
      readonly integration: string;
      readonly page: number;
    }
  /** Of what has that name, or of the project. */
  | { readonly do: 'summary'; readonly name: string; readonly typed?: string }
  | { readonly do: 'gate'; readonly name: string; readonly typed?: string }
  | { readonly do: 'milestone'; readonly name: string; readonly typed?: string }
  /** With the milestone of that name, or with the latest. */
  | { readonly do: 'compare'; readonly name: string; readonly typed?: string }
  | {
      readonly do: 'show-compare';
      readonly project: string;
      readonly milestone: string;
      readonly page: number;
    }
  | {
      readonly do: 'show-summary';
      readonly project: string;
      readonly of: SummaryOf;
      readonly page: number;
    }
  /** Shows one risk, and what can be decided about it; `back`: in the place of the form that was opened from it. */
  | { readonly do: 'decide'; readonly risk: RiskRef; readonly back?: true }
  /** Without inputs it asks for them. */
  | {
      readonly do: 'treat';
      readonly risk: RiskRef;
      readonly treatment: Treatment;
      readonly seen: SeenRisk;
      readonly inputs?: Inputs;
    }
  | { readonly do: 'withdraw'; readonly risk: RiskRef; readonly seen: SeenRisk }
  /** `only`: whose, how late, what about, how bad, as it was typed. */
  | {
      readonly do: 'next-steps';
      readonly all: boolean;
      readonly page: number;
      readonly only?: string;
      readonly typed?: string;
    }
  | {
      readonly do: 'show-steps';
      readonly project: string;
      readonly all: boolean;
      readonly page: number;
      /** Of all of the project. */
      readonly only?: StepFilter;
    }
  /** In the place of the list that it is tapped on. */
  | {
      readonly do: 'list-steps';
      readonly project: string;
      readonly only: StepFilter;
      readonly page: number;
    }
  /** The same; inputs `whose`, `time`, `weight`, `about`. */
  | { readonly do: 'filter-steps'; readonly project: string; readonly inputs: Inputs }
  | { readonly do: 'show-step'; readonly project: string; readonly step: StepId }
  /** Without `to` it stays where it stands, and only its inputs count. `seen`: the turn of what was done last. */
  | {
      readonly do: 'move-step';
      readonly project: string;
      readonly step: StepId;
      readonly to?: StepState;
      readonly seen: string;
      readonly inputs: Inputs;
    }
  /** Asks the one question that shows whether a step is done. */
  | { readonly do: 'prove-step'; readonly project: string; readonly step: StepId }
  | { readonly do: 'differences'; readonly page: number }
  | { readonly do: 'show-difference'; readonly ref: DifferenceRef }
  /** Without inputs it asks for them. `seen`: the turn of the settlement that stood then; empty without one. */
  | { readonly do: 'settle'; readonly ref: DifferenceRef; readonly seen: string; readonly inputs?: Inputs };
