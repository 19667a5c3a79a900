import { describe, expect, onTestFinished, test } from 'vitest';
import type { Attempt } from '../../src/core/reminder/delivery.ts';
import { openRenderer } from '../../src/render/renderer.ts';
import { channel, personalChat, tenant } from '../connector/activities.ts';
import { content, path } from '../journeys/stage.ts';
import { samples } from '../render/samples.ts';
import { gate, notice, openStage, titles } from './stage.ts';

/** Somebody has written, so there is an address; nothing of that is looked at here. */
async function open(options: Parameters<typeof openStage>[0] = {}) {
  const stage = await openStage({ ...options, take: () => ({ messages: [] }) });
  const addressOf = async (where = personalChat()) => {
    await stage.chat({ where }).says('hello');
    return stage.taken.at(-1)?.address;
  };
  const { messenger } = stage.door;
  return { ...stage, messenger, addressOf };
}

test('a message goes where somebody wrote from, and the id of the post comes back', async () => {
  const { messenger, addressOf, connector } = await open();
  const attempt = await messenger.send(await addressOf(), notice('good morning'));
  expect(attempt).toEqual({ kind: 'sent', activity: expect.stringMatching(/^sent-/) });
  expect(titles(connector.cards('a:personal'))).toEqual(['good morning']);
});

test('in a channel it is a post of its own, not a reply in the thread somebody wrote in', async () => {
  const { messenger, addressOf, connector } = await open();
  await messenger.send(await addressOf(channel()), notice('what is open'));
  expect(titles(connector.cards('19:channel@thread.tacv2'))).toEqual(['what is open']);
  expect(connector.seen('19:channel@thread.tacv2')[0]?.replyToId).toBeUndefined();
});

test('owners are mentioned on the post, so that Teams tells them', async () => {
  const { render } = openRenderer(path('cards'), content);
  const { messenger, addressOf, connector } = await open({ render });
  const holders = [{ id: '29:ben', name: 'Ben Franklin' }, { name: 'Ada' }];
  await messenger.send(await addressOf(channel()), {
    ...samples.governance,
    groups: [{ title: 'Sponsor', holders, questions: [] }],
  });
  const [card] = connector.cards('19:channel@thread.tacv2');
  expect(card.msteams.entities).toEqual([
    { type: 'mention', text: '<at>Ben Franklin</at>', mentioned: { id: '29:ben', name: 'Ben Franklin' } },
  ]);
  // Teams draws a mention only where its text stands on the card.
  expect(JSON.stringify(card.body)).toContain('<at>Ben Franklin</at>');
});

test('what is said about a post stays in its thread, and the post is changed where it stands', async () => {
  const { messenger, addressOf, connector, chat } = await openStage().then((stage) => ({
    ...stage,
    messenger: stage.door.messenger,
    addressOf: async () => {
      await stage.chat({ where: channel() }).says('hello');
      return stage.taken.at(-1)?.address;
    },
  }));
  const address = await addressOf();
  const sent = await messenger.send(address, notice('two open'));
  const post = sent.kind === 'sent' ? sent.activity : '';
  await chat({ where: channel('19:channel@thread.tacv2', post) }).says('summary');
  expect(connector.calls.at(-1)?.conversation).toBe(`19:channel@thread.tacv2;messageid=${post}`);
  await messenger.update(address, post, notice('all done'));
  expect(titles(connector.cards('19:channel@thread.tacv2'))).toEqual(['all done']);
});

test('an address of a channel names nobody, whoever wrote last', async () => {
  const { addressOf } = await open();
  expect(JSON.stringify(await addressOf(channel()))).not.toContain('Ada');
});

test('a post is changed in place', async () => {
  const { messenger, addressOf, connector } = await open();
  const address = await addressOf();
  const sent = await messenger.send(address, notice('two open'));
  const activity = sent.kind === 'sent' ? sent.activity : '';
  expect(await messenger.update(address, activity, notice('all done'))).toEqual({ kind: 'sent', activity });
  expect(titles(connector.cards('a:personal'))).toEqual(['all done']);
});

describe('one attempt', () => {
  test.each<[number, string, Attempt]>([
    [403, 'BotNotInConversationRoster', { kind: 'gone', why: 'BotNotInConversationRoster' }],
    [403, 'ConversationBlockedByUser', { kind: 'gone', why: 'ConversationBlockedByUser' }],
    [403, 'BotDisabledByAdmin', { kind: 'gone', why: 'BotDisabledByAdmin' }],
    [403, 'ForbiddenOperationException', { kind: 'gone', why: 'ForbiddenOperationException' }],
    [403, 'MessageWritesBlocked', { kind: 'gone', why: 'MessageWritesBlocked' }],
    [404, 'ConversationNotFound', { kind: 'gone', why: 'ConversationNotFound' }],
    [403, 'InvalidBotApiHost', { kind: 'refused', why: 'InvalidBotApiHost' }],
    [403, 'NotEnoughPermissions', { kind: 'refused', why: 'NotEnoughPermissions' }],
    [400, 'BadArgument', { kind: 'refused', why: 'BadArgument' }],
    [401, 'BotNotRegistered', { kind: 'refused', why: 'BotNotRegistered' }],
    [413, 'MessageSizeTooBig', { kind: 'refused', why: 'MessageSizeTooBig' }],
    [500, 'ServiceError', { kind: 'refused', why: 'ServiceError' }],
    [412, 'PreconditionFailed', { kind: 'later', why: 'PreconditionFailed', down: false }],
    [429, 'Throttled', { kind: 'later', why: 'Throttled', down: false }],
    [502, 'BadGateway', { kind: 'later', why: 'BadGateway', down: true }],
    [503, 'ServiceUnavailable', { kind: 'later', why: 'ServiceUnavailable', down: true }],
    [504, 'GatewayTimeout', { kind: 'later', why: 'GatewayTimeout', down: true }],
  ])('that is answered with %i %s comes to %o', async (status, code, attempt) => {
    const { messenger, addressOf, connector } = await open();
    const address = await addressOf();
    connector.fail('message', { status, code });
    expect(await messenger.send(address, notice('hello'))).toEqual(attempt);
    expect(connector.calls).toHaveLength(1);
  });

  test('says how long the connector wants to be left alone', async () => {
    const { messenger, addressOf, connector } = await open();
    const address = await addressOf();
    connector.fail('message', { status: 429, code: 'Throttled', retryAfter: 7 });
    expect(await messenger.send(address, notice('hello'))).toMatchObject({ kind: 'later', afterMs: 7_000 });
  });

  test.each(['before', 'after'] as const)(
    'whose connection breaks %s it was taken is unknown',
    async (drop) => {
      const { messenger, addressOf, connector } = await open();
      const address = await addressOf();
      connector.fail('message', { drop });
      expect(await messenger.send(address, notice('hello'))).toEqual({ kind: 'unknown', why: 'ECONNRESET' });
      expect(connector.seen('a:personal')).toHaveLength(drop === 'after' ? 1 : 0);
    },
  );

  test('that is not answered in time is unknown', async () => {
    const { messenger, addressOf, connector } = await open({ limits: { sendMs: 50 } });
    const { open: release, opened } = gate();
    onTestFinished(() => release());
    const address = await addressOf();
    connector.fail('message', { hold: opened });
    expect(await messenger.send(address, notice('hello'))).toEqual({ kind: 'unknown', why: 'timed-out' });
  });

  test('of a connector that cannot be reached at all was surely not taken', async () => {
    const { messenger, addressOf, connector } = await open();
    const address = await addressOf();
    await connector.close();
    connector.close = async () => undefined;
    expect(await messenger.send(address, notice('hello'))).toEqual({
      kind: 'later',
      why: 'ECONNREFUSED',
      down: true,
    });
  });

  test('of something that cannot be drawn is never made', async () => {
    const { messenger, addressOf, connector } = await open({
      render: () => {
        throw new Error('no template');
      },
    });
    expect(await messenger.send(await addressOf(), notice('hello'))).toMatchObject({ kind: 'refused' });
    expect(connector.calls).toHaveLength(0);
  });

  test.each([undefined, null, 'somewhere', { conversation: {} }])('to %o is never made', async (address) => {
    const { messenger } = await open();
    expect(await messenger.send(address, notice('hello'))).toMatchObject({ kind: 'refused' });
  });
});

describe('somebody who never wrote', () => {
  test('is reached by way of a channel of the same tenant', async () => {
    const { messenger, addressOf, connector } = await open();
    const reached = await messenger.reach({ tenant, id: 'ben-object-id' }, await addressOf(channel()));
    if (!reached.ok) throw new Error(reached.attempt.why);
    expect(connector.calls.at(-1)?.body).toMatchObject({
      bot: { id: '28:bridgekeeper' },
      isGroup: false,
      members: [{ id: 'ben-object-id' }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    });
    expect(await messenger.send(reached.address, notice('hello'))).toMatchObject({ kind: 'sent' });
    expect(titles(connector.cards(reached.conversation))).toEqual(['hello']);
  });

  test('is not where the bot is not installed for them', async () => {
    const { messenger, addressOf, connector } = await open();
    const by = await addressOf(channel());
    connector.fail('create', { status: 403, code: 'ForbiddenOperationException' });
    expect(await messenger.reach({ tenant, id: 'ben-object-id' }, by)).toEqual({
      ok: false,
      attempt: { kind: 'gone', why: 'ForbiddenOperationException' },
    });
  });
});
