/** Who speaks and where, as the channel vouches for it; and who is let in at all. */
import { createHash } from 'node:crypto';
import type { Caller, Place } from '../app/command.ts';
import type { Seen } from '../core/landscape/person.ts';
import type { IncomingActivity } from './activity.ts';
import type { Settings } from './settings.ts';

/** Why an activity is not for this bot; undefined lets it in. */
export function whyRefused(
  activity: IncomingActivity,
  settings: Settings,
): 'channel' | 'tenant' | 'service-address' | undefined {
  const { channelId, channelData, conversation } = activity;
  if (channelId !== 'msteams' && !(settings.development && channelId === 'emulator')) return 'channel';
  // What can name a tenant must name an allowed one; what names none passes in development only.
  const named = [channelData?.tenant?.id, conversation.tenantId].filter((tenant) => tenant != null);
  const isAllowed = (tenant: string) =>
    settings.tenants === 'any' || settings.tenants.includes(tenant.toLowerCase());
  if (!named.every(isAllowed) || (named.length === 0 && settings.tenants !== 'any')) return 'tenant';
  return isReachable(activity.serviceUrl, settings) ? undefined : 'service-address';
}

/** Replies go to an address that the activity names: over the network encrypted, in development to this machine. */
function isReachable(serviceUrl: string, { development }: Settings): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  if (isLoopback(hostname)) return protocol === 'http:' || protocol === 'https:';
  return !development && protocol === 'https:';
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

export function callerOf(activity: IncomingActivity): Caller {
  const { from, conversation, channelData } = activity;
  return {
    tenant: channelData?.tenant?.id ?? conversation.tenantId ?? 'none',
    id: from.aadObjectId || from.id,
    name: nameIn(from.name ?? '') || 'Somebody without a name',
    conversation: placeOf(activity),
  };
}

/** One line, in the order in which it is written: a name is shown to others, and looked for. */
export function nameIn(name: string): string {
  const plain = name
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  // Half of a letter is none, whoever cut it.
  return plain.slice(0, 200).replace(/\p{Cs}/gu, '');
}

function placeOf({ conversation, channelData }: IncomingActivity): Place {
  const kind = kindOf(conversation);
  const team = kind === 'channel' ? channelData?.team?.id : undefined;
  return { id: withoutThread(conversation.id), kind, ...(team ? { team } : {}) };
}

/** An unknown kind counts as a group: there, nothing personal is said. */
function kindOf({ conversationType, isGroup }: IncomingActivity['conversation']): Place['kind'] {
  if (conversationType === 'channel') return 'channel';
  return conversationType === 'personal' || (!conversationType && !isGroup) ? 'personal' : 'group';
}

/** In a channel the id holds the thread as well. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';messageid=', 1)[0] ?? conversationId;
}

/** What botbuilder calls a conversation reference: of the conversation, not of one thread in it. */
export function addressOf({
  channelId,
  serviceUrl,
  recipient,
  from,
  conversation,
}: IncomingActivity): unknown {
  const { id, conversationType, tenantId, isGroup } = conversation;
  const kept = { id: withoutThread(id), conversationType, tenantId, isGroup };
  const address = {
    channelId,
    serviceUrl,
    bot: { id: recipient.id, name: recipient.name },
    // In a group this changes with whoever speaks, and names nobody in particular.
    ...(kindOf(conversation) === 'personal'
      ? { user: { id: from.id, name: from.name, aadObjectId: from.aadObjectId } }
      : {}),
    conversation: kept,
  };
  return JSON.parse(JSON.stringify(address));
}

/** Where the sender's client says it is. */
export function seenIn({ entities }: IncomingActivity): Seen {
  const client = (entities ?? []).find(({ type }) => type === 'clientInfo');
  const word = (value: unknown) => (typeof value === 'string' && value ? value.slice(0, 100) : undefined);
  const [zone, country] = [word(client?.timezone), word(client?.country)];
  return { ...(zone ? { zone } : {}), ...(country ? { country } : {}) };
}

/**
 * The id of this delivery. With the conversation: many of Teams' ids are the milliseconds of a clock, so two
 * conversations can hold the same one, and a document that remembers it would drop somebody's answer.
 */
export function turnOf(activity: IncomingActivity): string {
  const { id, conversation, timestamp, from, type, text, value } = activity;
  if (id) return `${id}@${digest(withoutThread(conversation.id)).slice(0, 10)}`;
  return digest(JSON.stringify([conversation.id, timestamp, from.id, type, text, value])).slice(0, 40);
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
