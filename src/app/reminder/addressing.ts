/** Where a letter goes. */
import type { Conversation, Person } from '../../core/landscape/person.ts';
import type { Attempt } from '../../core/reminder/delivery.ts';
import type { Addressee } from '../../core/reminder/letter.ts';
import { change, conversationKey, markOf, personKey, readConversation, readPerson } from '../documents.ts';
import type { House } from '../house.ts';
import type { Reached } from './messenger.ts';
import type { Sending } from './sending.ts';

export type Destination =
  | { readonly ok: true; readonly conversation: Conversation }
  | {
      readonly ok: false;
      readonly attempt: Exclude<Attempt, { kind: 'sent' }>;
      /** Names why nothing gets there, so that it is told once and not with every letter. */
      readonly occasion?: string;
    }
  /** Not before this time, in milliseconds: opening a chat counts as speaking. */
  | { readonly ok: false; readonly notBefore: number };

/** Why nothing arrives, as far as the bot knows it by itself; other reasons are codes of Teams. */
export const reasons = {
  neverMet: 'they have never written to me',
  neverAdded: 'I was never added there',
  removed: 'I was removed there',
  switchedOff: 'they switched reminders off',
} as const;

type Stranger = Extract<Addressee, { kind: 'person' }>;

type Way = Pick<Sending, 'house' | 'messenger' | 'pace' | 'now'>;

export async function destinationOf(way: Way, to: Addressee): Promise<Destination> {
  const { house } = way;
  if (to.kind === 'conversation') return conversationAt(house, to.tenant, to.id);
  const person = await readPerson(house.store, to);
  if (person?.chat) return conversationAt(house, to.tenant, person.chat);
  return personalChat(way, to);
}

async function conversationAt({ store }: House, tenant: string, id: string): Promise<Destination> {
  const conversation = await readConversation(store, { tenant, conversation: { id } });
  if (conversation && !conversation.gone) return { ok: true, conversation };
  return {
    ok: false,
    attempt: { kind: 'refused', why: conversation ? reasons.removed : reasons.neverAdded },
    occasion: goneAs(id, conversation?.goneSince),
  };
}

const goneAs = (id: string, since = '') => `gone/${id}/${since}`;

/** Somebody who never wrote to the bot: Teams opens their chat where the bot is installed for them. */
async function personalChat({ house, messenger, pace, now }: Way, to: Stranger): Promise<Destination> {
  const occasion = `never-met/${markOf(to.id)}`;
  const by = await anyConversation(house, to.tenant);
  if (!by) {
    const attempt = { kind: 'refused', why: reasons.neverMet } as const;
    return { ok: false, attempt, occasion };
  }
  const notBefore = Math.max(pace.next(to, now()), pace.closedUntil(now()) ?? 0);
  if (notBefore > now()) return { ok: false, notBefore };
  pace.count(to, now());
  const reached = await messenger.reach(to, by.address);
  pace.heard(to, reached.ok ? { kind: 'sent', activity: '' } : reached.attempt, now());
  if (reached.ok) return { ok: true, conversation: await keepChat(house, to, reached) };
  const { attempt } = reached;
  // To open a chat once more does no harm: nothing has been said in it yet.
  if (attempt.kind === 'unknown')
    return { ok: false, attempt: { kind: 'later', why: attempt.why, down: true } };
  return attempt.kind === 'later' ? { ok: false, attempt } : { ok: false, attempt, occasion };
}

async function keepChat(
  { store }: House,
  { tenant, id, name }: Stranger,
  { conversation, address }: Extract<Reached, { ok: true }>,
): Promise<Conversation> {
  const key = conversationKey({ tenant, conversation: { id: conversation } });
  const kept = await change<Conversation>(
    store,
    key,
    (known) => known ?? { schema: 1, id: conversation, tenant, kind: 'personal', address, gone: false },
  );
  await change<Person>(store, personKey({ tenant, id }), (person) => ({
    ...(person ?? { schema: 1, id, tenant, name }),
    chat: conversation,
  }));
  return kept;
}

/** A conversation by which Teams can be asked about others of the same tenant. */
export async function anyConversation({ store }: House, tenant: string): Promise<Conversation | undefined> {
  for (const key of await store.list('conversations/')) {
    const conversation = (await store.read(key))?.value as Conversation | undefined;
    if (conversation && conversation.tenant === tenant && !conversation.gone) return conversation;
  }
  return undefined;
}

/** Nothing is sent there any more, until somebody writes from there. Resolves with the occasion. */
export async function markGone({ store, now }: House, { tenant, id }: Conversation): Promise<string> {
  const at = now().toISOString();
  const key = conversationKey({ tenant, conversation: { id } });
  const marked = await change<Conversation | undefined>(store, key, (known) =>
    known && !known.gone ? { ...known, gone: true, goneSince: at } : known,
  );
  return goneAs(id, marked?.goneSince);
}
