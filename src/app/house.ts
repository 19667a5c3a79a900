/** What the rooms of `app` are given: content, documents, the time. */
import type { DateReader } from '../core/interview/read-answer.ts';
import type { Content } from '../core/interview/topic.ts';
import type { Memory } from '../core/judgement/assess-project.ts';
import type { Calculation } from '../core/judgement/calculation.ts';
import type { Door } from '../core/register/deed.ts';
import type { Store } from '../store/store.ts';
import type { Caller } from './command.ts';
import type { RosterSource } from './people/roster.ts';

export interface House {
  readonly content: Content;
  readonly calculations: readonly Calculation[];
  readonly store: Store;
  /** What was judged before: asked again, a project costs what has changed. */
  readonly judged: Memory;
  /** How its callers come in; noted with everything they do. */
  readonly door: Door;
  readonly now: () => Date;
  /** When this process began, ISO 8601: what was taken before may never have been answered. */
  readonly startedAt: string;
  readonly newId: () => string;
  readonly readDate: (now: Date) => DateReader;
  /** Projects made on the command line are open to whoever writes. */
  readonly development: boolean;
  /** Who is in a team or chat; absent where the door cannot say. */
  readonly roster?: RosterSource;
  /** A real project's inventory to try the bot on; in development only. */
  readonly sample?: () => readonly { readonly file: string; readonly text: string }[];
}

/** One delivery being dealt with. */
export interface Turn {
  readonly caller: Caller;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}
