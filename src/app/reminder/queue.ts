/** How much waits to be sent, for whoever watches over the process. */
import type { Posted } from '../../core/reminder/letter.ts';
import type { Reader } from '../../store/store.ts';
import { isLetter } from './mail.ts';

export interface Queue {
  readonly documents: number;
  /** Letters that wait, or are being sent. */
  readonly waiting: number;
  /** Since the oldest of those that could have gone was written. */
  readonly oldestSeconds: number;
}

export async function lookAtQueue(store: Reader, now: number): Promise<Queue> {
  const keys = await store.list('');
  let [waiting, oldest] = [0, now];
  for (const key of keys.filter(isLetter)) {
    const posted = (await store.read(key))?.value as Posted | undefined;
    if (posted?.delivery.state !== 'waiting' && posted?.delivery.state !== 'claimed') continue;
    waiting += 1;
    // What waits for its day, or for somebody's working day, does not age.
    const { notBefore, urgency, to } = posted.letter;
    const isDaily = urgency === 'daily' && to.kind === 'person';
    if (!isDaily) oldest = Math.min(oldest, Date.parse(notBefore ?? posted.at));
  }
  return { documents: keys.length, waiting, oldestSeconds: Math.max(0, (now - oldest) / 1000) };
}
