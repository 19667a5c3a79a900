/** Who is in a conversation, page by page, as the connector says. */
import { z } from 'zod';
import type { RosterReading, RosterSource } from '../app/people/roster.ts';
import type { Listed } from '../core/landscape/roster.ts';
import type { Adapter } from './adapter.ts';
import { peopleOnPage, type SendFailure } from './connector.ts';
import { type Limits, late, within } from './limits.ts';
import { addressSchema } from './messenger.ts';
import type { Settings } from './settings.ts';

/** A team may hold 25,000 people; a project is not made by that many. */
const mostPages = 10;

const pageSchema = z.looseObject({
  members: z.array(
    z.looseObject({
      id: z.string().min(1).max(500),
      name: z.string().nullish(),
      aadObjectId: z.string().max(200).nullish(),
      // Some answers call it so.
      objectId: z.string().max(200).nullish(),
      tenantId: z.string().max(200).nullish(),
      userRole: z.string().max(100).nullish(),
    }),
  ),
  continuationToken: z.string().nullish(),
});
type Page = z.output<typeof pageSchema>;

export interface RosterParts {
  readonly adapter: Adapter;
  readonly settings: Settings;
  readonly limits: Limits;
}

export function openRoster({ adapter, settings, limits }: RosterParts): RosterSource {
  const appId = settings.credentials?.appId ?? '';
  const audience = settings.cloud?.scope ?? 'https://api.botframework.com';

  async function read(by: unknown, conversation: string): Promise<RosterReading> {
    const address = addressSchema.safeParse(by).data;
    if (!address) return { ok: false, why: 'no address in their tenant can be read' };
    const { tenantId } = address.conversation;
    const { conversations } = await adapter.connectorFor(appId, address.serviceUrl, audience);
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

  return {
    async members(by, conversation) {
      try {
        const reading = await within(limits.sendMs, read(by, conversation));
        return reading === late ? { ok: false, why: 'no answer in time' } : reading;
      } catch (error) {
        const { code, status } = error as SendFailure;
        return { ok: false, why: code || `status ${status}` };
      }
    },
  };
}

/** The same id that an activity of theirs is read by. */
function listed(
  { id, name, aadObjectId, objectId, tenantId, userRole }: Page['members'][number],
  home: unknown,
): Listed {
  const person = aadObjectId || objectId || id;
  const isForeign = typeof home === 'string' && !!tenantId && tenantId.toLowerCase() !== home.toLowerCase();
  return {
    id: person,
    name: (name ?? '').slice(0, 200) || person,
    ...(person === id ? {} : { also: id }),
    ...(isForeign || userRole === 'guest' || userRole === 'anonymous' ? { guest: true } : {}),
  };
}
