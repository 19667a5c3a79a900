/** How fast one process may speak now: the rates of the platform, pauses it asked for, and whether it answers at all. */
import type { Conversation } from '../../core/landscape/person.ts';
import { afterAttempt, closedCircuit, isOpen, isProbing } from '../../core/reminder/circuit.ts';
import type { Attempt } from '../../core/reminder/delivery.ts';
import { conversationRates, nextSend, type Rate, tenantRates, withSend } from '../../core/reminder/rate.ts';

type Place = Pick<Conversation, 'tenant' | 'id'>;

export interface Pace {
  /** When the next message may go there, in milliseconds; now or earlier means at once. */
  next(place: Place, now: number): number;
  /** Counted before it is sent: an attempt that fails has used up its place all the same. */
  count(place: Place, now: number): void;
  heard(place: Place, attempt: Attempt, now: number): void;
  /** Nothing goes anywhere until then. */
  closedUntil(now: number): number | undefined;
  /** One at a time, to see whether the connector is back. */
  isProbing(): boolean;
}

export function openPace(): Pace {
  const sent = new Map<string, readonly number[]>();
  const held = new Map<string, number>();
  let circuit = closedCircuit;
  const ratesOf = ({ tenant, id }: Place): readonly (readonly [string, readonly Rate[]])[] => [
    [`${tenant} ${id}`, conversationRates],
    [tenant, tenantRates],
  ];
  return {
    next(place, now) {
      const rates = ratesOf(place).map(([key, rates]) => nextSend(rates, sent.get(key) ?? [], now));
      return Math.max(now, held.get(place.id) ?? 0, ...rates);
    },
    count(place, now) {
      for (const [key, rates] of ratesOf(place)) sent.set(key, withSend(rates, sent.get(key) ?? [], now));
      // What is forgotten here was sent more than an hour ago.
      for (const [key, times] of sent) if ((times.at(-1) ?? 0) < now - 2 * 3_600_000) sent.delete(key);
      for (const [id, until] of held) if (until <= now) held.delete(id);
    },
    heard(place, attempt, now) {
      const isDown = attempt.kind === 'unknown' || (attempt.kind === 'later' && attempt.down);
      circuit = afterAttempt(circuit, isDown ? 'down' : 'up', now);
      held.delete(place.id);
      if (attempt.kind === 'later' && attempt.afterMs !== undefined)
        held.set(place.id, now + attempt.afterMs);
    },
    closedUntil: (now) => (isOpen(circuit, now) ? circuit.until : undefined),
    isProbing: () => isProbing(circuit),
  };
}
