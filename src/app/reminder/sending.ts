/** What all deliveries of one process share. */
import type { Delivery, LetterContent } from '../../core/reminder/letter.ts';
import type { Key } from '../../store/store.ts';
import type { House } from '../house.ts';
import type { Apart } from './apart.ts';
import type { Messenger } from './messenger.ts';
import type { Pace } from './pace.ts';

export interface DeliveryParts {
  readonly house: House;
  readonly messenger: Messenger;
  /** Hears of all that came to rest, of every attempt that failed, and of the claims in between. */
  readonly report: (news: News) => void;
  /** Hears of everything that went wrong on our side; it is tried again. */
  readonly failed: (key: Key, error: unknown) => void;
  /** From 0 to 1. */
  readonly chance: () => number;
}

export interface News {
  /** Of the letter, or of a person's message of the day. */
  readonly key: Key;
  readonly kind: LetterContent['kind'] | 'reminder';
  readonly delivery: Delivery;
}

export interface Sending extends DeliveryParts {
  readonly pace: Pace;
  readonly apart: Apart;
  /** Names this process in its claims. */
  readonly self: string;
  readonly now: () => number;
  /** Nothing more is begun. */
  readonly isStopped: () => boolean;
}

/** People and conversations written to at the same time; one, while nobody knows whether the connector is back. */
export const lanesFor = ({ pace }: Pick<Sending, 'pace'>): number => (pace.isProbing() ? 1 : 8);
