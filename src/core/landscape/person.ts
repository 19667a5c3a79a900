/** A person and a conversation, as kept between turns. */
import type { Wanted } from '../interview/wanted.ts';
import type { Wishes } from '../reminder/working-time.ts';

export interface Person {
  readonly schema: 1;
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  /** The project that commands in personal chat are about. */
  readonly project?: string;
  readonly sitting?: Sitting;
  /** The id of the personal chat with the bot. */
  readonly chat?: string;
  /** Where their Teams client says they are. */
  readonly seen?: Seen;
  readonly reminders?: Wishes;
  /** They are being taken out of every document; `as`: the id that stands in for theirs. */
  readonly forgetting?: { readonly how: 'name' | 'answers'; readonly as: string; readonly at: string };
}

export interface Seen {
  /** `Europe/Berlin` */
  readonly zone?: string;
  /** `DE` */
  readonly country?: string;
}

/**
 * One person's run of pages now. Where it stands is not kept: it follows from the answers given since it began,
 * so a restart or a re-ordered question cannot mis-file anything.
 */
export interface Sitting {
  readonly project: string;
  readonly integration: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly paused: boolean;
  /** To confirm what has grown old was put off. */
  readonly later?: true;
  /** They said that they may know anything, whatever their roles. */
  readonly everything?: true;
  /** What somebody had asked them for by name when it began; absent where nobody had. */
  readonly wanted?: readonly Pick<Wanted, 'question' | 'about'>[];
}

export interface Conversation {
  readonly schema: 1;
  readonly id: string;
  readonly tenant: string;
  readonly kind: 'personal' | 'group' | 'channel';
  /** When the one welcome went out, ISO 8601. */
  readonly welcomed?: string;
  /** How to reach it: opaque to everybody but the door that made it. */
  readonly address: unknown;
  /** Removed, blocked or archived: nothing is sent there any more. */
  readonly gone: boolean;
  /** ISO 8601; absent while it is there. */
  readonly goneSince?: string;
}
