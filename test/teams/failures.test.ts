import { expect, test } from 'vitest';
import { OperatorError } from '../../src/error.ts';
import { gate, notice, openStage, titles } from './stage.ts';

const secret = 'the owner is Mallory';
const answer = {
  command: {
    do: 'answer',
    page: {
      project: 'harbour',
      integration: 'orders',
      subject: { scope: 'project' },
      questions: ['owners.owner'],
      turn: 'page-1',
      correction: false,
    },
  },
  'owners.owner': secret,
};

function fails(error: unknown) {
  return {
    take: () => {
      throw error;
    },
  };
}

test('who types into a house that fails is told so, with a reference that the log has too', async () => {
  const { chat, logged } = await openStage(fails(new Error(`cannot save "${secret}"`)));
  const talk = chat();
  const { status, text } = await talk.says(secret);
  expect({ status, text }).toEqual({ status: 200, text: '' });
  const [said] = talk.seen();
  expect(said?.text).toMatch(
    /^Your last answer was not saved\. Please send it again\. Reference [0-9a-f]{6}$/,
  );
  const reference = said?.text?.slice(-6);
  const entry = logged.find((line) => line.reference === reference);
  expect(entry).toMatchObject({ command: 'say', stage: 'taking', code: 'Error', msg: 'a turn failed' });
  expect(entry?.conversation).toMatch(/^[0-9a-f]{10}$/);
  expect(entry?.at).toEqual(expect.arrayContaining([expect.stringContaining('failures.test.ts')]));
});

test('what somebody answered is never logged', async () => {
  const { chat, logged, connector } = await openStage(fails(new TypeError(`bad value ${secret}`)));
  connector.fail('message', { status: 403 });
  await chat().says(secret);
  await chat().executes(answer);
  expect(logged.length).toBeGreaterThan(3);
  expect(JSON.stringify(logged)).not.toMatch(/Mallory|Ada|a:personal/);
});

test('a tap that fails says so under the card, and the card stays with all that was typed', async () => {
  const { chat, connector } = await openStage(fails(new Error('broken')));
  const answered = await chat().executes(answer, 'the-card');
  expect(answered.status).toBe(200);
  expect(answered.body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: expect.stringMatching(/^Your last answer was not saved\. Please send it again\. Reference \w{6}$/),
  });
  expect(connector.calls).toEqual([]);
});

test('a tapped Action.Submit that fails is answered in the chat, and the card stays', async () => {
  const { chat, connector } = await openStage(fails(new Error('broken')));
  await chat().submits(answer, 'the-card');
  expect(connector.calls.map(({ kind }) => kind)).toEqual(['message']);
  expect(connector.seen()[0]?.text).toContain('not saved');
});

test('a full disk is called by its name', async () => {
  const { chat, logged } = await openStage(fails(new OperatorError('data-unwritable', 'ENOSPC: no room')));
  const answered = await chat().executes(answer);
  expect(answered.body.value).toMatch(/not saved: my storage is full or cannot be written to\..* Reference/);
  expect(logged.at(-1)).toMatchObject({ code: 'data-unwritable', reason: 'ENOSPC: no room' });
});

test('what is on file already is not called lost when it cannot be shown', async () => {
  let drawn = 0;
  const { chat, connector } = await openStage({
    take: () => ({ replace: notice('noted'), messages: [notice('fine'), notice('broken')] }),
    render: () => {
      drawn += 1;
      if (drawn === 3) throw new Error('cannot draw');
      return { card: {}, text: 'drawn' };
    },
  });
  const answered = await chat().executes(answer, 'the-card');
  expect(answered.body.value).toMatch(/^Your answer is saved, but I could not show what comes next\./);
  expect(connector.calls).toEqual([]);
});

test('a failing welcome or farewell disturbs nobody', async () => {
  const { chat, connector, logged } = await openStage(fails(new Error('broken')));
  await chat().installs();
  const { status } = await chat().removes();
  expect(status).toBe(200);
  expect(connector.calls).toEqual([]);
  expect(logged.filter(({ reference }) => reference)).toHaveLength(3);
});

test('an answer that takes too long is given up in time, and says how to go on', async () => {
  const { opened, open } = gate();
  const { chat, logged } = await openStage({
    take: async () => {
      await opened;
      return { messages: [notice('too late')] };
    },
    limits: { turnMs: 20 },
  });
  const talk = chat();
  await talk.says('help');
  expect(talk.seen().map(({ text }) => text)).toEqual([
    expect.stringMatching(/^This takes longer than usual\. .*"continue".* Reference \w{6}$/),
  ]);
  const answered = await talk.executes(answer);
  expect(answered.body.value).toMatch(/^This takes longer/);
  expect(logged.at(-1)).toMatchObject({ code: 'late', command: 'answer' });
  open();
});

test('one turn that hangs holds up no other', async () => {
  const { opened, open } = gate();
  const { chat, connector } = await openStage({
    take: async ({ command }) => {
      if (command.do === 'risks') await opened;
      return { messages: [notice(command.do)] };
    },
  });
  const talk = chat();
  const slow = talk.says('risks orders');
  await talk.says('help');
  expect(titles(connector.cards())).toEqual(['help']);
  open();
  await slow;
  expect(titles(connector.cards())).toEqual(['help', 'risks']);
});

test('parallel deliveries of one tap all reach the house, which knows them by their turn', async () => {
  const { chat, taken } = await openStage();
  const talk = chat();
  const tap = talk.activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'bridgekeeper', data: answer } },
  });
  const answers = await Promise.all([talk.post(tap), talk.post(tap), talk.post(tap)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(taken.map(({ turn }) => turn)).size).toBe(1);
  expect(taken).toHaveLength(3);
});
