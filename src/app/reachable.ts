/** Where people and conversations can be reached: learned from every message, for what is said unasked. */
import type { Conversation, Person } from '../core/landscape/person.ts';
import type { Caller } from './command.ts';
import { change, conversationKey, personKey } from './documents.ts';
import type { House } from './house.ts';
import { personOf } from './membership.ts';

/** Whoever writes to the bot can be written to again, whatever was true before; and addresses change over time. */
export async function keepReachable(house: House, caller: Caller, address: unknown): Promise<void> {
  const { conversation, tenant } = caller;
  await change<Conversation>(house.store, conversationKey(caller), (known) => {
    if (known && !known.gone && isSame(known.address, address)) return known;
    const { id, kind } = conversation;
    const { goneSince: _over, ...kept } = known ?? { schema: 1 as const, id, tenant, kind };
    return { ...kept, address, gone: false };
  });
  if (conversation.kind !== 'personal') return;
  await change<Person>(house.store, personKey(caller), (person) =>
    person?.chat === conversation.id ? person : { ...personOf(caller, person), chat: conversation.id },
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
