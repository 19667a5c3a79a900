import { expect, test } from 'vitest';
import { ben, channel, groupChat } from '../connector/activities.ts';
import { notice, openStage, titles } from './stage.ts';

const page = {
  project: 'harbour',
  integration: 'orders',
  subject: { scope: 'integration', id: 'orders' },
  questions: ['owners.owner'],
  turn: 'page-1',
  correction: false,
} as const;

test('a typed command is answered with a card and a line for the notification', async () => {
  const { chat, connector, taken } = await openStage();
  const { status, text } = await chat().says('help');
  expect({ status, text }).toEqual({ status: 200, text: '' });
  expect(taken.map(({ command }) => command)).toEqual([{ do: 'help' }]);
  const [message] = connector.seen();
  expect(message).toMatchObject({ type: 'message', summary: 'heard help', replyToId: expect.any(String) });
  expect(message).not.toHaveProperty('text');
  expect(message?.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
});

test('several messages arrive in the order in which they were said', async () => {
  const { chat } = await openStage({
    take: () => ({ messages: [notice('one'), notice('two'), notice('three')] }),
  });
  const talk = chat();
  await talk.says('help');
  expect(titles(talk.cards())).toEqual(['one', 'two', 'three']);
});

test('who speaks is taken from the activity, by the id that stays the same in every chat', async () => {
  const { chat, taken } = await openStage();
  await chat().says('help');
  await chat({ person: ben, where: groupChat() }).says('help');
  await chat({ where: channel() }).says('help');
  expect(taken.map(({ caller }) => caller)).toEqual([
    {
      tenant: 'aaaaaaaa-0000-0000-0000-000000000001',
      id: 'ada-object-id',
      name: 'Ada Lovelace',
      conversation: { id: 'a:personal', kind: 'personal' },
    },
    {
      tenant: 'aaaaaaaa-0000-0000-0000-000000000001',
      id: 'ben-object-id',
      name: 'Ben Franklin',
      conversation: { id: '19:group@thread.v2', kind: 'group' },
    },
    {
      tenant: 'aaaaaaaa-0000-0000-0000-000000000001',
      id: 'ada-object-id',
      name: 'Ada Lovelace',
      conversation: { id: '19:channel@thread.tacv2', kind: 'channel', team: '19:team@thread.tacv2' },
    },
  ]);
});

test('an answer in a channel goes to the thread that asked', async () => {
  const { chat, connector } = await openStage();
  await chat({ where: channel('19:channel@thread.tacv2', '42') }).says('help');
  expect(connector.calls[0]?.conversation).toBe('19:channel@thread.tacv2;messageid=42');
});

test('a tapped Action.Execute gets the card that replaces it, and everybody else gets it by an update', async () => {
  const { chat, connector, taken } = await openStage({
    take: ({ command }) =>
      command.do === 'answer'
        ? { replace: notice('noted'), messages: [notice('next page')] }
        : { messages: [notice('page', { do: 'answer', page })] },
  });
  const talk = chat();
  await talk.says('continue');
  const answered = await talk.taps('answer', { 'owners.owner': 'named' });
  expect(taken.at(-1)?.command).toEqual({ do: 'answer', page, inputs: { 'owners.owner': 'named' } });
  expect(answered.status).toBe(200);
  expect(answered.body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { body: [{ title: 'noted' }] },
  });
  expect(titles(talk.cards())).toEqual(['noted', 'next page']);
  expect(connector.calls.filter(({ kind }) => kind === 'update')).toHaveLength(1);
});

test('a tapped Action.Submit is replaced by an update alone', async () => {
  const { chat } = await openStage({
    take: ({ command }) =>
      command.do === 'answer'
        ? { replace: notice('noted'), messages: [notice('next page')] }
        : { messages: [notice('page', { do: 'answer', page })] },
  });
  const talk = chat();
  await talk.says('continue');
  const { status, text } = await talk.taps('answer', { 'owners.owner': 'named' }, 'submit');
  expect({ status, text }).toEqual({ status: 200, text: '' });
  expect(titles(talk.cards())).toEqual(['noted', 'next page']);
});

test('a card that would replace another is posted where there is none to replace', async () => {
  const { chat } = await openStage({
    take: () => ({ replace: notice('noted'), messages: [notice('next')] }),
  });
  const talk = chat();
  await talk.says('pause', { replyToId: 'somebody-elses-message' });
  expect(titles(talk.cards())).toEqual(['noted', 'next']);
});

test('a tap that replaces nothing is answered with a few quiet words', async () => {
  const { chat } = await openStage();
  const talk = chat();
  const answered = await talk.executes({ command: { do: 'help' } }, 'sent-0');
  expect(answered.body).toEqual({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'Answered below.',
  });
  expect(titles(talk.cards())).toEqual(['heard help']);
});

test('a tap that has nothing to say at all is answered too', async () => {
  const { chat } = await openStage({ take: () => ({ messages: [] }) });
  expect((await chat().executes({ command: { do: 'help' } })).body.value).toBe('Done.');
});

test('a card that cannot be updated any more does not fail the turn', async () => {
  const { chat, connector, logged } = await openStage({
    take: () => ({ replace: notice('noted'), messages: [notice('next')] }),
  });
  const talk = chat();
  for (const [status, code] of [
    [404, 'ActivityNotFoundInConversation'],
    [403, 'MessageWritesBlocked'],
  ] as const) {
    connector.fail('update', { status, code });
    const answered = await talk.executes({ command: { do: 'continue' } }, 'long-gone');
    expect(answered.body.value.body[0].title).toBe('noted');
    expect(logged.at(-1)).toMatchObject({ what: 'update', status, code, again: false });
  }
  expect(titles(talk.cards())).toEqual(['next', 'next']);
});

test('both events of one installation reach the house, each with the address to write to', async () => {
  const { chat, taken, connector } = await openStage({ take: () => ({ messages: [] }) });
  const answers = await chat({ where: channel() }).installs();
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(taken.map(({ command }) => command)).toEqual(
    Array(2).fill({
      do: 'meet',
      address: {
        channelId: 'msteams',
        serviceUrl: connector.url,
        bot: { id: '28:bridgekeeper', name: 'Bridgekeeper' },
        conversation: {
          id: '19:channel@thread.tacv2',
          conversationType: 'channel',
          tenantId: 'aaaaaaaa-0000-0000-0000-000000000001',
          isGroup: true,
        },
      },
    }),
  );
});

test('an upgrade counts as an installation, a removal as leaving, and nothing is said into the void', async () => {
  const { chat, taken, connector } = await openStage();
  const talk = chat();
  await talk.post({ type: 'installationUpdate', action: 'add-upgrade' });
  await talk.removes();
  await talk.post({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bridgekeeper' }] });
  expect(taken.map(({ command }) => command.do)).toEqual(['meet', 'leave', 'leave']);
  expect(connector.seen()).toHaveLength(1);
});

test('what is none of its business is acknowledged and left alone', async () => {
  const { chat, taken, connector } = await openStage();
  const talk = chat();
  const others = [
    { type: 'typing' },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] },
    { type: 'conversationUpdate', channelData: { eventType: 'teamRenamed', tenant: { id: 't' } } },
    { type: 'installationUpdate', action: 'something-new' },
    { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} },
    { type: 'invoke', name: 'task/fetch', value: { data: {} } },
  ];
  for (const other of others) expect((await talk.post(other)).status).toBe(200);
  expect(taken).toEqual([]);
  expect(connector.calls).toEqual([]);
});

test('the same delivery has the same turn, and equal ids in two chats are two turns', async () => {
  const { chat, taken } = await openStage();
  await chat().says('help', { id: '1700000000000' });
  await chat().says('help', { id: '1700000000000' });
  await chat({ where: groupChat() }).says('help', { id: '1700000000000' });
  const [first, again, elsewhere] = taken.map(({ turn }) => turn);
  expect(first).toMatch(/^1700000000000@/);
  expect(again).toBe(first);
  expect(elsewhere).not.toBe(first);
});

test('a delivery without an id is known by what it holds', async () => {
  const { chat, taken } = await openStage();
  const talk = chat();
  for (const text of ['help', 'help', 'risks'])
    await talk.post({ ...talk.activity({ type: 'message', text }), id: undefined });
  const [first, again, other] = taken.map(({ turn }) => turn);
  expect(first).toMatch(/^[0-9a-f]{40}$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
