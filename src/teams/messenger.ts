/** Speaks first: into conversations whose address is on file, one attempt at a time. */
import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Messenger, Reached } from '../app/reminder/messenger.ts';
import type { Reply } from '../app/reply.ts';
import type { Attempt } from '../core/reminder/delivery.ts';
import type { Adapter } from './adapter.ts';
import type { Connector, SendFailure } from './connector.ts';
import { type Limits, late, within } from './limits.ts';
import { cardMessage, type Renderer, retried, unsent } from './send.ts';
import type { Settings } from './settings.ts';

/** What `addressOf` made of an activity. */
export const addressSchema = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  bot: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  conversation: z.looseObject({ id: z.string() }),
});
type Address = z.output<typeof addressSchema>;

export interface MessengerParts {
  readonly adapter: Adapter;
  readonly renderer: Renderer;
  readonly settings: Settings;
  readonly limits: Limits;
}

export function openMessenger({ adapter, renderer, settings, limits }: MessengerParts): Messenger {
  const appId = settings.credentials?.appId ?? '';
  const audience = settings.cloud?.scope ?? 'https://api.botframework.com';
  const connectorFor = ({ serviceUrl }: Address) => adapter.connectorFor(appId, serviceUrl, audience);

  async function speak(
    written: unknown,
    reply: Reply,
    act: (connector: Connector, conversation: string, message: Partial<Activity>) => Promise<string>,
  ): Promise<Attempt> {
    const address = addressSchema.safeParse(written).data;
    if (!address) return { kind: 'refused', why: 'its address cannot be read' };
    const card = drawn(renderer, reply);
    if (!card) return { kind: 'refused', why: 'it cannot be drawn' };
    const message = TurnContext.applyConversationReference(
      card,
      address as object as Partial<ConversationReference>,
    );
    return tried(limits, async () => {
      const activity = await act(await connectorFor(address), address.conversation.id, message);
      return { kind: 'sent', activity };
    });
  }

  return {
    send: (address, reply) =>
      speak(address, reply, async ({ conversations }, id, message) => {
        const { id: activity } = await conversations.sendToConversation(id, message);
        return activity;
      }),
    update: (address, activity, reply) =>
      speak(address, reply, async ({ conversations }, id, message) => {
        await conversations.updateActivity(id, activity, { ...message, id: activity });
        return activity;
      }),
    async reach({ tenant, id }, by): Promise<Reached> {
      const known = addressSchema.safeParse(by).data;
      if (!known)
        return { ok: false, attempt: { kind: 'refused', why: 'no address in their tenant is known' } };
      const { channelId, serviceUrl, bot } = known;
      const wanted = { isGroup: false, bot, members: [{ id }], tenantId: tenant };
      const attempt = await tried(limits, async () => {
        const { conversations } = await connectorFor(known);
        const made = await conversations.createConversation({
          ...wanted,
          channelData: { tenant: { id: tenant } },
        } as never);
        return { kind: 'sent', activity: made.id };
      });
      if (attempt.kind !== 'sent') return { ok: false, attempt };
      const conversation = { id: attempt.activity, conversationType: 'personal', tenantId: tenant };
      const address: Address = { channelId, serviceUrl, bot, conversation };
      return { ok: true, conversation: conversation.id, address };
    },
  };
}

/** A card that cannot be drawn is our mistake, and will be one tomorrow. */
function drawn(renderer: Renderer, reply: Reply): Partial<Activity> | undefined {
  try {
    return cardMessage(renderer.render(reply));
  } catch {
    return undefined;
  }
}

async function tried(
  limits: Limits,
  act: () => Promise<Extract<Attempt, { kind: 'sent' }>>,
): Promise<Attempt> {
  try {
    const attempt = await within(2 * limits.sendMs + limits.lastWordMs, act());
    return attempt === late ? { kind: 'unknown', why: 'no answer in time' } : attempt;
  } catch (error) {
    return attemptFor(error as SendFailure);
  }
}

/** Microsoft's table of status codes: what each of them means for what comes next. */
export function attemptFor({ status, code = '', retryAfterMs }: SendFailure): Attempt {
  const why = code || (status === undefined ? 'no answer' : `status ${status}`);
  if (status === undefined)
    return unsent.includes(code) || code.startsWith('sign-in-')
      ? { kind: 'later', why, down: true }
      : { kind: 'unknown', why };
  if (retried.includes(status))
    return {
      kind: 'later',
      why,
      down: status >= 500,
      ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }),
    };
  if (status === 403 && !ours.includes(code)) return { kind: 'gone', why };
  if (status === 404 && code !== 'ActivityNotFoundInConversation') return { kind: 'gone', why };
  return { kind: 'refused', why };
}

/** Refusals that say something about the bot's own setting up, and nothing about the conversation. */
const ours = ['InvalidBotApiHost', 'NotEnoughPermissions'];
