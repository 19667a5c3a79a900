/**
 * A chooser weighs the ways in which something could be built against what people have said. Its ways and reasons are
 * content; what it says is an argument for the design talk, never an order.
 */
import type { Condition } from '../condition.ts';

export interface Chooser {
  /** `patterns.its-id`. */
  readonly key: string;
  readonly title: string;
  /** One answer for the whole project, or one for each integration. */
  readonly scope: 'project' | 'integration';
  /** The topic whose heading of the guidance it argues from. */
  readonly cites: string;
  /** Used only while this holds; absent means always. */
  readonly when?: Condition;
  /** The ways there are; among equals the earlier one is preferred. */
  readonly ways: readonly Way[];
  /** What the team has chosen, as its answers show. */
  readonly stated: readonly Stated[];
  /** Under which name a rule may ask whether the team's choice fits; several choosers may share it. */
  readonly fit?: string;
}

export interface Way {
  readonly id: string;
  readonly text: string;
  readonly fits: readonly Argument[];
  /** One that holds strikes the way out. */
  readonly against: readonly Argument[];
  /** What has to be seen to once this way is taken. */
  readonly checks: readonly string[];
}

export interface Argument {
  readonly when: Condition;
  /** Half a sentence: "nobody waits for the answer". */
  readonly because: string;
}

export interface Stated {
  readonly when: Condition;
  readonly way: string;
}
