/** Who would be asked what, before anybody is. */
import type { RoleId } from '../../core/interview/topic.ts';
import type { Button } from '../reply.ts';

export interface PlanReply {
  readonly kind: 'plan';
  readonly project: { readonly id: string; readonly name: string };
  /** Its Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly people: readonly PlannedPerson[];
  /** Of all people: how many get how many questions this week. */
  readonly total: { readonly people: number; readonly questions: number };
  readonly page: number;
  readonly pages: number;
  /** What nobody can answer, by the role that is missing. */
  readonly nobody: readonly {
    readonly role: RoleId;
    readonly title: string;
    readonly questions: number;
    /** Some of what it is about. */
    readonly topics: readonly string[];
    /** Who holds it, and cannot be asked by me. */
    readonly outside: readonly string[];
  }[];
  /** So many would get a message now; absent where the reader does not send it. */
  readonly send?: number;
  /** Where nobody is to be asked: what its reader can do about that. */
  readonly instead?: { readonly what: string; readonly button: Button };
  /** Who does. */
  readonly managers: readonly string[];
}

export interface PlannedPerson {
  readonly name: string;
  readonly roles: readonly string[];
  /** This week. */
  readonly questions: number;
  readonly minutes: number;
  /** The names of what they are about. */
  readonly topics: readonly string[];
  /** In the weeks after. */
  readonly later: number;
  /** This week already. */
  readonly asked?: { readonly questions: number; readonly left: number };
  /** An owner whom an open risk reaches, and whom nobody has asked. */
  readonly isForgotten?: true;
  readonly isReader: boolean;
}
