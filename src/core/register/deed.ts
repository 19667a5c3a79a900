/** What people decided and did about a project, beside answering. A log as the answers are: nothing in it is ever changed. */
import type { Said } from '../interview/answer.ts';
import type { Coming } from '../landscape/roster.ts';

/** How somebody came in. */
export type Door = 'teams' | 'command-line';

/** A person of the project, or somebody outside it who is only known by name. */
export interface Who {
  /** The person's id in Teams; absent for somebody known by name alone. */
  readonly id?: string;
  readonly name: string;
}

export interface Deed {
  readonly by: Who;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The command that brought it. */
  readonly turn: string;
  readonly door: Door;
  readonly did: Did;
}

/** A finding, known by rule and subject (`Finding.id`). */
export type FindingId = string;
/** A step of one subject, `<step key>@<subject key>`: several findings about one thing may ask for the same step. */
export type StepId = string;

/** The words of ISO 31000 for what to do about a risk. */
export type Treatment = 'avoid' | 'reduce' | 'share' | 'accept';

export type Did =
  | {
      readonly kind: 'treated';
      readonly finding: FindingId;
      readonly treatment: Exclude<Treatment, 'accept'>;
      readonly owner: Who;
      /** `YYYY-MM-DD`. */
      readonly due?: string;
      readonly note?: string;
      /** What the owner expects to remain once the treatment is done, 1–5 each. */
      readonly residual?: { readonly probability: number; readonly impact: number };
    }
  | {
      readonly kind: 'accepted';
      readonly finding: FindingId;
      readonly owner: Who;
      readonly reason: string;
      readonly approver: Who;
      /** `YYYY-MM-DD`, the last day it holds. */
      readonly until: string;
      /** How bad it was when it was accepted, 1–5 each: once it is worse than that, the acceptance has ended. */
      readonly rated: { readonly probability: number; readonly impact: number };
      /** The answers it rested on when it was accepted: a change of one of them ends it. */
      readonly ground: readonly Ground[];
    }
  /** The treatment or acceptance is taken back. */
  | { readonly kind: 'withdrawn'; readonly finding: FindingId; readonly reason?: string }
  | {
      readonly kind: 'moved-step';
      readonly step: StepId;
      readonly to: StepState;
      readonly owner?: Who;
      readonly due?: string;
      /** Why it was dropped. */
      readonly reason?: string;
    }
  /** What the project is called, its stage, a date of its plan: `name`, `stage`, `date:<id>`. Absent means none. */
  | {
      readonly kind: 'set';
      readonly field: string;
      /** `subjectKey`, where it is not about the project: its `name`, `source`, `target`, `notes`. */
      readonly about?: string;
      readonly from?: string;
      readonly to?: string;
    }
  /** What somebody said they are: role ids, `role@application` for an owner of one. */
  | { readonly kind: 'chose-roles'; readonly from: readonly string[]; readonly to: readonly string[] }
  /** Somebody holds a role, or no longer does, by their own word or by another's. `role`: its `roleKey`. */
  | {
      readonly kind: 'held-role';
      readonly who: Who;
      readonly role: string;
      readonly how: 'claimed' | 'given' | 'confirmed' | 'vouched' | 'refused' | 'ended';
    }
  /** What Teams says of who is in the team. */
  | { readonly kind: 'came-or-went'; readonly who: Who; readonly how: Coming['how'] }
  /** Something was put on the list by hand. */
  | {
      readonly kind: 'listed';
      readonly what: 'integration' | 'application';
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly kind: 'imported';
      readonly file: string;
      readonly added: number;
      readonly changed: number;
      /** Answers it brought: suggested by an inventory, or confirmed with a workbook. */
      readonly answers: number;
    }
  /** Something is no longer as people said: what they answered to these questions about these subjects is old from now on. */
  | {
      readonly kind: 'changed';
      /** `subjectKey` of what has changed. */
      readonly about: string;
      readonly change: string;
      readonly note?: string;
      readonly questions: readonly string[];
      /** `subjectKey` of each. */
      readonly subjects: readonly string[];
    }
  /** Somebody was taken out of the project at their own wish, with so many answers, which may have gone with the name. */
  | { readonly kind: 'forgot'; readonly how: 'name' | 'answers'; readonly answers: number }
  /** A what-if became answers of the person who did this. */
  | { readonly kind: 'adopted'; readonly proposal: string; readonly name: string; readonly answers: number }
  /** People had answered a question differently, and this is what holds. Their answers stay on file. */
  | {
      readonly kind: 'settled';
      readonly question: string;
      /** `subjectKey`. */
      readonly about: string;
      readonly said: Said;
      /** Who decided it; whoever noted it did the deed. */
      readonly decided: Who;
      /** The day it was decided, `YYYY-MM-DD`. */
      readonly on: string;
      readonly reason?: string;
    };

export type StepState = 'open' | 'doing' | 'done' | 'dropped';

/** One answer that a decision rested on. */
export interface Ground {
  readonly question: string;
  /** `subjectKey` of what the answer is about. */
  readonly about: string;
  /** Who said it, `speakerKey`. */
  readonly speaker: string;
  readonly at: string;
  readonly said: Said;
}
