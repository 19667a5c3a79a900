/** The letters that concern people's messages of the day, by person. */
import { isSettled, type Posted } from '../../core/reminder/letter.ts';
import type { Key, Reader as StoreReader } from '../../store/store.ts';
import { personKey } from '../documents.ts';
import { byAge } from './outbox.ts';
import type { Reader } from './waiting.ts';

export interface Mail {
  readonly reader: Reader;
  /** To be taken along by the next message, oldest first. */
  readonly waiting: readonly Posted[];
  /** Delivered before, and not over with that: somebody asks for something, or may not have heard what became of it. */
  readonly asked: readonly Posted[];
}

/** `done`: letters that need not be looked at again; the same set next time saves looking. */
export async function mailByPerson(store: StoreReader, done = new Set<Key>()): Promise<Map<Key, Mail>> {
  const mail = new Map<Key, { reader: Reader; waiting: Posted[]; asked: Posted[] }>();
  for (const key of (await store.list('projects/')).filter(isLetter)) {
    if (done.has(key)) continue;
    const posted = (await store.read(key))?.value as Posted | undefined;
    const to = posted?.letter.to;
    if (posted && isSettled(posted.delivery) && !isOpen(posted)) done.add(key);
    if (!posted || to?.kind !== 'person') continue;
    const isWaiting = posted.letter.urgency === 'daily' && posted.delivery.state === 'waiting';
    const isAsked = !isWaiting && isOpen(posted);
    if (!isWaiting && !isAsked) continue;
    const person = personKey(to);
    const { tenant, id, name } = to;
    const own = mail.get(person) ?? { reader: { tenant, id, name }, waiting: [], asked: [] };
    (isWaiting ? own.waiting : own.asked).push(posted);
    mail.set(person, own);
  }
  for (const { waiting } of mail.values()) waiting.sort(byAge);
  return mail;
}

function isOpen({ letter: { content }, delivery }: Posted): boolean {
  return content.kind === 'asked' || (content.kind === 'unreachable' && delivery.state === 'unknown');
}

export const isLetter = (key: Key) => /^projects\/[^/]+\/outbox\//.test(key);
