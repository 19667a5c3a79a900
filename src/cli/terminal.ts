/** What the commands are given by the process. */
import type { House } from '../app/house.ts';
import type { Content } from '../core/interview/topic.ts';
import type { Calculation } from '../core/judgement/calculation.ts';
import type { Bundle } from '../core/landscape/bundle.ts';
import type { Reader } from '../store/store.ts';

export interface Terminal {
  /** Opens the data folder; nobody else may have it open. */
  readonly openHouse: () => Promise<House>;
  /** Reads documents beside a running bot, without opening the folder. */
  readonly peek: () => Promise<Reader>;
  readonly loadContent: (folder?: string) => Content;
  /** The text of an export → what it holds; an operator error where it is none. */
  readonly readBundle: (file: string, text: string) => Bundle;
  readonly calculations: readonly Calculation[];
  readonly now: () => Date;
  readonly print: (text: string) => void;
}
