/** What the house asks of a door that can speak first. Addresses are the door's own; the house only keeps them. */
import type { Attempt } from '../../core/reminder/delivery.ts';
import type { Reply } from '../reply.ts';

export interface Messenger {
  /** Never more than one attempt, and never longer than a minute. */
  send(address: unknown, reply: Reply): Promise<Attempt>;
  /** Puts a reply in the place of an earlier post. */
  update(address: unknown, activity: string, reply: Reply): Promise<Attempt>;
  /** Opens the personal chat of somebody who never wrote to the bot, by way of a conversation of the same tenant. */
  reach(person: Stranger, by: unknown): Promise<Reached>;
}

export interface Stranger {
  readonly tenant: string;
  readonly id: string;
}

export type Reached =
  | { readonly ok: true; readonly conversation: string; readonly address: unknown }
  | { readonly ok: false; readonly attempt: Exclude<Attempt, { kind: 'sent' }> };
