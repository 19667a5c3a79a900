/** Where people and conversations can be reached: learned from every message, for what is said unasked. */
import type { Conversation, Person, Seen } from '../../core/landscape/person.ts';
import { isZone } from '../../core/reminder/zone.ts';
import type { Caller } from '../command.ts';
import { change, conversationKey, personKey } from '../documents.ts';
import type { House } from '../house.ts';
import { personOf } from '../project/membership.ts';

/** Whoever writes to the bot can be written to again, whatever was true before; and addresses change over time. */
export async function keepReachable(
  house: House,
  caller: Caller,
  address: unknown,
  seen: Seen = {},
): Promise<void> {
  const { conversation, tenant } = caller;
  await change<Conversation>(house.store, conversationKey(caller), (known) => {
    if (known && !known.gone && isSame(known.address, address)) return known;
    const { id, kind } = conversation;
    const { goneSince: _over, ...kept } = known ?? { schema: 1 as const, id, tenant, kind };
    return { ...kept, address, gone: false };
  });
  const isOwn = conversation.kind === 'personal';
  const where = { ...(seen.zone && isZone(seen.zone) ? { zone: seen.zone } : {}), ...countryIn(seen) };
  if (!isOwn && Object.keys(where).length === 0) return;
  await change<Person>(house.store, personKey(caller), (known) => {
    const person = personOf(caller, known);
    const kept = {
      ...person,
      ...(isOwn ? { chat: conversation.id } : {}),
      ...(Object.keys(where).length > 0 ? { seen: { ...person.seen, ...where } } : {}),
    };
    return known && isSame(known, kept) ? known : kept;
  });
}

function countryIn({ country }: Seen): Pick<Seen, 'country'> {
  return country && /^[A-Za-z]{2}$/.test(country) ? { country: country.toUpperCase() } : {};
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
