/** Activities as Teams posts them. Shapes taken from what the Playground and the documents show. */

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

export const bot = { id: '28:bridgekeeper', name: 'Bridgekeeper' } as const;
export const ada: Person = { id: '29:ada', name: 'Ada Lovelace', aadObjectId: 'ada-object-id' };
export const ben: Person = { id: '29:ben', name: 'Ben Franklin', aadObjectId: 'ben-object-id' };
export const tenant = 'aaaaaaaa-0000-0000-0000-000000000001';

/** A conversation, as activities name it. */
export interface Where {
  readonly conversation: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly channelData: Readonly<Record<string, unknown>>;
}

export type Activity = Readonly<Record<string, unknown>>;

export function personalChat(id = 'a:personal', of = tenant): Where {
  return {
    conversation: { id, conversationType: 'personal', tenantId: of },
    channelData: { tenant: { id: of } },
  };
}

export function groupChat(id = '19:group@thread.v2', of = tenant): Where {
  return {
    conversation: { id, conversationType: 'groupChat', isGroup: true, tenantId: of },
    channelData: { tenant: { id: of } },
  };
}

export function channel(id = '19:channel@thread.tacv2', thread = '1700000000000', of = tenant): Where {
  return {
    conversation: {
      id: `${id};messageid=${thread}`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: of,
    },
    channelData: {
      tenant: { id: of },
      team: { id: '19:team@thread.tacv2' },
      channel: { id },
      teamsChannelId: id,
      teamsTeamId: '19:team@thread.tacv2',
    },
  };
}

let ids = 0;

/** What every activity has; `more` goes over it. */
export function activity(serviceUrl: string, where: Where, from: Person, more: Activity): Activity {
  ids += 1;
  return {
    id: `activity-${ids}`,
    timestamp: '2026-03-02T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from,
    recipient: bot,
    conversation: where.conversation,
    channelData: where.channelData,
    locale: 'en-GB',
    ...more,
  };
}

/** Typed; in groups and channels with the mention that makes Teams deliver it at all. */
export function typed(where: Where, text: string, more: Activity = {}): Activity {
  const alone = where.conversation.conversationType === 'personal';
  const mention = { type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` };
  return {
    type: 'message',
    textFormat: 'plain',
    text: alone ? text : `<at>${bot.name}</at> ${text}`,
    entities: [
      ...(alone ? [] : [mention]),
      { type: 'clientInfo', locale: 'en-GB', timezone: 'Europe/London' },
    ],
    ...more,
  };
}

/** A tapped Action.Submit: a message without text. */
export function submitted(data: unknown, replyToId?: string): Activity {
  return { type: 'message', value: data, ...(replyToId ? { replyToId } : {}) };
}

/** A tapped Action.Execute. */
export function executed(data: unknown, replyToId?: string): Activity {
  const action = { type: 'Action.Execute', verb: 'bridgekeeper', data };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'manual' },
    ...(replyToId ? { replyToId } : {}),
  };
}

export function attached(name: string, downloadUrl: string): Activity {
  return {
    type: 'message',
    text: '',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://contoso-my.sharepoint.com/personal/ada/Documents/${name}`,
        name,
        content: { downloadUrl, uniqueId: 'unique', fileType: name.split('.').at(-1) },
      },
      { contentType: 'text/html', content: '<div></div>' },
    ],
  };
}

/** Both arrive for one installation. */
export function installed(): readonly Activity[] {
  return [
    { type: 'installationUpdate', action: 'add' },
    { type: 'conversationUpdate', membersAdded: [ada, { id: bot.id }] },
  ];
}

export function removed(): Activity {
  return { type: 'installationUpdate', action: 'remove' };
}
