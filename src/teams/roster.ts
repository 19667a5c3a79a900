/** Who is in a conversation, page by page, as the connector says. */
import { z } from 'zod';
import type { PersonReading, RosterReading, RosterSource } from '../app/people/roster.ts';
import type { Listed } from '../core/landscape/roster.ts';
import type { Adapter } from './adapter.ts';
import { nameIn } from './caller.ts';
import { peopleOnPage, type SendFailure } from './connector.ts';
import { type Limits, late, within } from './limits.ts';
import { addressSchema } from './messenger.ts';
import type { Settings } from './settings.ts';

/** A team may hold 25,000 people; a project is not made by that many. */
const mostPages = 10;

const memberSchema = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().nullish(),
  aadObjectId: z.string().max(200).nullish(),
  // Some answers call it so.
  objectId: z.string().max(200).nullish(),
  tenantId: z.string().max(200).nullish(),
  userRole: z.string().max(100).nullish(),
});
type Member = z.output<typeof memberSchema>;

const pageSchema = z.looseObject({
  members: z.array(memberSchema),
  continuationToken: z.string().nullish(),
});

export interface RosterParts {
  readonly adapter: Adapter;
  readonly settings: Settings;
  readonly limits: Limits;
}

export function openRoster({ adapter, settings, limits }: RosterParts): RosterSource {
  const appId = settings.credentials?.appId ?? '';
  const audience = settings.cloud?.scope ?? 'https://api.botframework.com';

  /** The connector of that tenant, or nothing where the address cannot be read. */
  async function connect(by: unknown) {
    const address = addressSchema.safeParse(by).data;
    if (!address) return undefined;
    const { conversations } = await adapter.connectorFor(appId, address.serviceUrl, audience);
    return { conversations, tenantId: address.conversation.tenantId };
  }

  async function read(by: unknown, conversation: string): Promise<RosterReading> {
    const connected = await connect(by);
    if (!connected) return unreadable;
    const { conversations, tenantId } = connected;
    const found: Listed[] = [];
    let continuationToken = '';
    for (let page = 0; page < mostPages; page += 1) {
      const options = { pageSize: peopleOnPage, continuationToken };
      const answer = pageSchema.safeParse(
        await conversations.getConversationPagedMembers(conversation, options),
      );
      if (!answer.success) return { ok: false, why: 'the answer cannot be read' };
      found.push(...answer.data.members.map((member) => listed(member, tenantId)));
      continuationToken = answer.data.continuationToken ?? '';
      if (!continuationToken) return { ok: true, members: found };
    }
    // Whoever is not on a part of a list has not left.
    return { ok: false, why: `more than ${mostPages * peopleOnPage} people` };
  }

  async function readOne(by: unknown, conversation: string, id: string): Promise<PersonReading> {
    const connected = await connect(by);
    if (!connected) return unreadable;
    const answer = memberSchema.safeParse(
      await connected.conversations.getConversationMember(conversation, id),
    );
    if (!answer.success) return { ok: false, why: 'the answer cannot be read' };
    const person = listed(answer.data, connected.tenantId);
    return person.id === id || person.also === id
      ? { ok: true, person }
      : { ok: false, why: 'the answer is about somebody else' };
  }

  /** What Teams refuses or never answers says nothing of anybody. */
  async function inTime<Reading>(reading: Promise<Reading>): Promise<Reading | Refused> {
    try {
      const read = await within(limits.sendMs, reading);
      return read === late ? { ok: false, why: 'no answer in time' } : read;
    } catch (error) {
      const { code, status } = error as SendFailure;
      return { ok: false, why: code || `status ${status}` };
    }
  }

  return {
    members: (by, conversation) => inTime(read(by, conversation)),
    person: (by, conversation, id) => inTime(readOne(by, conversation, id)),
  };
}

type Refused = Extract<RosterReading, { ok: false }>;
const unreadable: Refused = { ok: false, why: 'no address in their tenant can be read' };

/** The same id that an activity of theirs is read by. */
function listed({ id, name, aadObjectId, objectId, tenantId, userRole }: Member, home: unknown): Listed {
  const person = aadObjectId || objectId || id;
  const isForeign = typeof home === 'string' && !!tenantId && tenantId.toLowerCase() !== home.toLowerCase();
  return {
    id: person,
    name: nameIn(name ?? '') || person,
    ...(person === id ? {} : { also: id }),
    ...(isForeign || userRole === 'guest' || userRole === 'anonymous' ? { guest: true } : {}),
  };
}
