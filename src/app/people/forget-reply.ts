/** What it means to be forgotten: said before it is done, and in the same words once it is. */
import type { Forgetting } from '../../core/register/forget.ts';
import type { Toll } from '../../core/register/toll.ts';
import type { Button } from '../reply.ts';

export interface ForgetReply {
  readonly kind: 'forget';
  /** Names of the projects that know them. */
  readonly projects: readonly string[];
  readonly toll: Toll;
  /** Letters to them. */
  readonly letters: number;
  /** Which way it was done; absent before. */
  readonly done?: Forgetting;
  /** What would change without their answers, in whole sentences; none where they gave none, or where they left. */
  readonly effects: readonly string[];
  /** It was not done: they have said or done more since they were shown this. */
  readonly stale?: true;
  readonly buttons: readonly Button[];
}
