/** One line for each letter that came to rest, and for each attempt that failed; never a word of what it says. */
import type { Logger } from 'pino';
import type { News } from '../app/reminder/sending.ts';

const said = {
  sent: ['info', 'a letter was sent'],
  dropped: ['info', 'a letter had become pointless'],
  waiting: ['warn', 'a letter waits for another try'],
  claimed: ['debug', 'a letter is being sent'],
  failed: ['error', 'a letter could not be delivered'],
  unknown: ['error', 'nobody can say whether a letter arrived; it is not sent again'],
} as const;

export function logDelivery(log: Logger, { key, kind, delivery }: News): void {
  const [level, words] = said[delivery.state];
  const why = 'why' in delivery ? { why: delivery.why } : {};
  const waits = delivery.state === 'waiting' ? { tries: delivery.tries, after: delivery.after } : {};
  log[level]({ key, kind, ...why, ...waits }, words);
}
