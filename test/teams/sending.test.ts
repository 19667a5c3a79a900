import { expect, test } from 'vitest';
import { Adapter, Authentication } from '../../src/teams/adapter.ts';
import { openAgents } from '../../src/teams/connector.ts';
import { pictureMessage } from '../../src/teams/send.ts';
import { readSettings } from '../../src/teams/settings.ts';
import { bot } from '../connector/activities.ts';
import { gate, notice, openStage, titles } from './stage.ts';

for (const status of [412, 429, 502, 503, 504]) {
  test(`a message that was answered with ${status} is sent again`, async () => {
    const { chat, connector } = await openStage();
    connector.fail('message', { status }, { status });
    await chat().says('help');
    expect(connector.calls.map(({ answered }) => answered)).toEqual([status, status, 201]);
    expect(titles(connector.cards())).toEqual(['heard help']);
  });
}

for (const [status, code] of [
  [400, 'BadArgument'],
  [401, 'BotNotRegistered'],
  [403, 'BotNotInConversationRoster'],
  [403, 'ConversationBlockedByUser'],
  [404, 'ConversationNotFound'],
  [500, 'ServiceError'],
] as const) {
  test(`${status} ${code} is logged, once, and the turn is over`, async () => {
    const { chat, connector, logged } = await openStage();
    connector.fail('message', { status, code });
    const { status: answered } = await chat().says('help');
    expect(answered).toBe(200);
    expect(connector.calls).toHaveLength(1);
    expect(logged.filter(({ what }) => what === 'send')).toMatchObject([{ status, code, again: false }]);
  });
}

test('a message is tried four times and then given up', async () => {
  const { chat, connector } = await openStage();
  connector.fail('message', ...Array(9).fill({ status: 503 }));
  const { status } = await chat().says('help');
  expect(status).toBe(200);
  expect(connector.calls).toHaveLength(4);
});

test('what comes after a message that did not get through is held back', async () => {
  const { chat, connector } = await openStage({
    take: () => ({ messages: [notice('one'), notice('two')] }),
  });
  connector.fail('message', { status: 403 });
  await chat().says('help');
  expect(connector.calls).toHaveLength(1);
});

test('a Retry-After is obeyed', async () => {
  const { chat, connector, logged } = await openStage({ limits: { backOffMs: 60_000 } });
  connector.fail('message', { status: 429, retryAfter: 0 });
  connector.fail('message', { status: 429, retryAfter: new Date(0).toUTCString() });
  await chat().says('help');
  expect(titles(connector.cards())).toEqual(['heard help']);
  expect(logged.filter(({ status }) => status === 429)).toHaveLength(2);
});

test('a Retry-After beyond the time of the turn is not waited for', async () => {
  const { chat, connector } = await openStage();
  connector.fail('message', { status: 429, retryAfter: 3600 });
  const { status } = await chat().says('help');
  expect(status).toBe(200);
  expect(connector.calls).toHaveLength(1);
});

test('a tapped card is answered even when nothing can be posted', async () => {
  const { chat, connector } = await openStage();
  connector.fail('message', { status: 403 });
  const answered = await chat().executes({ command: { do: 'help' } });
  expect(answered.body.value).toMatch(/^I could not post the answer here\./);
});

test('a message whose connection broke may have arrived, and is not sent twice', async () => {
  const { chat, connector, logged } = await openStage();
  connector.fail('message', { drop: 'after' });
  await chat().says('help');
  expect(titles(connector.cards())).toEqual(['heard help']);
  expect(logged.at(-1)).toMatchObject({ what: 'send', code: 'ECONNRESET', again: false });
});

test('an update whose connection broke is made again', async () => {
  const { chat, connector } = await openStage({ take: () => ({ replace: notice('noted'), messages: [] }) });
  connector.fail('update', { drop: 'before' }, { drop: 'after' });
  await chat().executes({ command: { do: 'continue' } }, 'the-card');
  expect(connector.calls.map(({ answered }) => answered)).toEqual(['dropped', 'dropped', 200]);
});

test('a connector that cannot be reached at all is tried again, and does not fail the turn', async () => {
  const { chat, logged } = await openStage();
  const { status } = await chat().says('help', { serviceUrl: 'http://127.0.0.1:1' });
  expect(status).toBe(200);
  expect(logged.filter(({ code }) => code === 'ECONNREFUSED')).toHaveLength(4);
});

test('a connector that does not answer is given up, message by message', async () => {
  const { opened, open } = gate();
  const { chat, connector, logged } = await openStage({ limits: { sendMs: 20 } });
  connector.fail('message', { hold: opened });
  const { status } = await chat().says('help');
  expect(status).toBe(200);
  expect(logged.at(-1)).toMatchObject({ what: 'send', code: 'timed-out', again: false });
  open();
});

test('a turn ends in time however many messages wait', async () => {
  const { opened, open } = gate();
  const { chat, connector, logged } = await openStage({
    take: () => ({ replace: notice('noted'), messages: [notice('one')] }),
    limits: { turnMs: 50, lastWordMs: 20 },
  });
  connector.fail('message', { hold: opened });
  const answered = await chat().executes({ command: { do: 'continue' } }, 'the-card');
  expect(answered.body.value.body[0].title).toBe('noted');
  expect(logged.at(-1)).toMatchObject({ msg: 'the answer did not get out in time' });
  open();
});

test('a card that is too large for Teams arrives as text', async () => {
  const { chat, connector } = await openStage();
  connector.fail('message', { status: 413, code: 'MessageSizeTooBig' });
  await chat().says('help');
  expect(connector.seen().map(({ text }) => text)).toEqual(['heard help']);
});

/** Nothing is answered before it is opened. */
async function openSlowStage(limits: { readonly lastWordMs?: number } = {}) {
  const { opened, open } = gate();
  const stage = await openStage({
    take: async () => {
      await opened;
      return { messages: [notice('answer')] };
    },
    limits: { typingAfterMs: 1, ...limits },
  });
  return { ...stage, open };
}

test('an answer that takes its time is announced by typing, once, and nothing is typed after it', async () => {
  const { chat, connector, open } = await openSlowStage();
  const talk = chat();
  const turn = talk.says('help');
  await connector.next('typing');
  open();
  await turn;
  expect(connector.calls.map(({ kind }) => kind)).toEqual(['typing', 'message']);
});

test('the answer waits for a typing signal that is on its way, not for one that hangs', async () => {
  const hanging = gate();
  const { chat, connector, open } = await openSlowStage({ lastWordMs: 20 });
  connector.fail('typing', { hold: hanging.opened });
  const talk = chat();
  const turn = talk.says('help');
  await connector.next('typing');
  open();
  await turn;
  expect(titles(talk.cards())).toEqual(['answer']);
  hanging.open();
});

test('a typing signal that fails is nobody’s concern', async () => {
  const { chat, connector, open } = await openSlowStage();
  connector.fail('typing', { status: 429 });
  const talk = chat();
  const turn = talk.says('help');
  await connector.next('typing');
  open();
  await turn;
  expect(titles(talk.cards())).toEqual(['answer']);
});

test('a quick answer is not announced', async () => {
  const { chat, connector } = await openStage();
  await chat().says('help');
  await chat().executes({ command: { do: 'help' } });
  expect(connector.calls.map(({ kind }) => kind)).toEqual(['message', 'message']);
});

test('one connector serves all turns of one service address', async () => {
  const { connector } = await openStage();
  const authentication = new Authentication(readSettings({}), openAgents(), 1000);
  const activity = { type: 'message', channelId: 'msteams', serviceUrl: connector.url } as never;
  const open = async (serviceUrl: string) => {
    const { connectorFactory, audience } = await authentication.authenticateRequest(activity, '');
    return connectorFactory?.create(serviceUrl, audience ?? '');
  };
  expect(await open(connector.url)).toBe(await open(connector.url));
  expect(await open(connector.url)).not.toBe(await open('http://127.0.0.1:1'));
});

test('a new conversation begins, and is written to, by way of botbuilder', async () => {
  const { connector } = await openStage();
  const adapter = new Adapter(new Authentication(readSettings({}), openAgents(), 1000));
  const parameters = {
    isGroup: false,
    bot,
    members: [],
    tenantId: 't',
    channelData: {},
    activity: {},
  } as never;
  await adapter.createConversationAsync('', 'msteams', connector.url, '', parameters, async (context) => {
    await context.sendActivity('hello');
  });
  expect(connector.calls.map(({ kind, conversation }) => [kind, conversation])).toEqual([
    ['create', ''],
    ['message', 'made-1'],
  ]);
  expect(connector.seen('made-1').map(({ text }) => text)).toEqual(['hello']);
});

const drawing = { png: new Uint8Array([1, 2, 3]), title: 'Landscape' };

test('a picture goes before its card, as a message of its own', async () => {
  const { chat, connector } = await openStage({
    picture: () => Promise.resolve(drawing),
  });
  await chat().says('help');
  const [picture, card] = connector.cards();
  expect(picture?.body).toEqual([{ type: 'Image', url: 'data:image/png;base64,AQID', altText: 'Landscape' }]);
  expect(card?.body).toEqual([{ title: 'heard help' }]);
});

test('in Teams a picture is an inline image, in development a card of its own', () => {
  expect(pictureMessage(drawing, 'image')).toMatchObject({
    summary: 'Landscape',
    attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AQID' }],
  });
  expect(pictureMessage(drawing, 'card').attachments?.[0]?.contentType).toContain('card.adaptive');
});

test('where a picture cannot be drawn, takes too long or is refused, its card comes without it', async () => {
  const { opened } = gate<never>();
  for (const picture of [() => Promise.reject(new Error('no ink')), () => opened]) {
    const { chat, connector } = await openStage({ picture, limits: { turnMs: 200 } });
    await chat().says('help');
    expect(titles(connector.cards())).toEqual(['heard help']);
  }
  const { chat, connector } = await openStage({ picture: () => Promise.resolve(drawing) });
  connector.fail('message', { status: 413 });
  await chat().says('help');
  expect(titles(connector.cards())).toEqual(['heard help']);
});
