import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src/app/documents.ts';
import { post, readPosted } from '../../../src/app/reminder/outbox.ts';
import type { Attempt } from '../../../src/core/reminder/delivery.ts';
import { everything, openTeamProject, openTestStage, team } from '../interviewing.ts';
import { channel, letterTo, meetTeam, meetThem, openDoor, openPostman, person, standing } from './posting.ts';

const second = 1 / 3600;

async function open() {
  const stage = await openTestStage();
  await meetThem(stage, 'Dana', 'Ben');
  await meetTeam(stage);
  const door = openDoor(() => stage.house.now());
  return { stage, door, postman: openPostman(stage.house, door.messenger) };
}

it('a letter is sent once, and the id of the post is kept', async () => {
  const { stage, door, postman } = await open();
  const letter = letterTo(person('Dana'), 'hello');
  await post(stage.house, [letter]);
  await postman.deliver();
  await postman.deliver();
  expect(door.got.map(({ where, title }) => [where, title])).toEqual([['chat-with-Dana', 'hello']]);
  expect((await readPosted(stage.house.store, letter))?.delivery).toMatchObject({
    state: 'sent',
    activity: 'post-1',
  });
});

it('not before its time', async () => {
  const { stage, door, postman } = await open();
  const notBefore = new Date(stage.house.now().getTime() + 3_600_000).toISOString();
  await post(stage.house, [letterTo(channel, 'later', { notBefore })]);
  expect(await postman.deliver()).toBeLessThanOrEqual(Date.parse(notBefore));
  expect(door.got).toEqual([]);
  stage.wait(1);
  await postman.deliver();
  expect(door.got).toHaveLength(1);
});

it('what belongs into the message of the day is left to it', async () => {
  const { stage, door, postman } = await open();
  await post(stage.house, [letterTo(person('Dana'), 'daily', { urgency: 'daily' })]);
  await postman.deliver();
  expect(door.got).toEqual([]);
});

it('what has become pointless is not sent', async () => {
  const { stage, door, postman } = await open();
  const content = { kind: 'asked', by: { name: 'Ben' }, integration: 'removed-since' } as const;
  await post(stage.house, [letterTo(person('Dana'), 'asked', { content })]);
  await postman.deliver();
  expect(door.got).toEqual([]);
  expect(await standing(stage)).toEqual({ asked: 'dropped' });
});

it('the words are those of the day it is sent', async () => {
  const { stage, door, postman } = await open();
  const project = await openTeamProject(stage);
  const content = { kind: 'asked', by: { name: 'Ben' }, integration: 'voucher-load-1' } as const;
  await post(stage.house, [letterTo(person('Dana'), 'asked', { project, content })]);
  await postman.deliver();
  expect(door.got.map(({ title }) => title)).toEqual(['Ben asks for your answers about Voucher load 1']);
});

it('two processes on one store send no letter twice', async () => {
  const { stage, door, postman } = await open();
  const other = openPostman(stage.house, door.messenger);
  const letters = Array.from({ length: 6 }, (_, at) => [
    letterTo(channel, `channel ${at}`),
    letterTo(person('Dana'), `Dana ${at}`),
    letterTo(person('Ben'), `Ben ${at}`),
  ]).flat();
  await post(stage.house, letters);
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([postman.deliver(), other.deliver()]);
    // What was lost to the other counts as said, so some may have to wait for the rates.
    stage.wait(3 * second);
  }
  expect(door.got.map(({ title }) => title).sort()).toEqual(letters.map(({ id }) => id).sort());
});

describe('when the connector', () => {
  it('asks for patience, the conversation rests for as long, and the others do not', async () => {
    const { stage, door, postman } = await open();
    await post(stage.house, [letterTo(channel, 'one')]);
    door.plan({ kind: 'later', why: 'Throttled', afterMs: 60_000, down: false });
    await postman.deliver();
    await post(stage.house, [letterTo(channel, 'two'), letterTo(person('Dana'), 'three')]);
    const next = await postman.deliver();
    expect(next).toBe(stage.house.now().getTime() + 60_000);
    expect(door.got.map(({ title }) => title)).toEqual(['three']);
    stage.wait(60 * second);
    await postman.deliver();
    expect(door.got.map(({ title }) => title).sort()).toEqual(['one', 'three', 'two']);
  });

  it.each(['gateway', 'PreconditionFailed'])(
    'fails with %s, the letter is tried again later',
    async (why) => {
      const { stage, door, postman } = await open();
      await post(stage.house, [letterTo(channel, 'one')]);
      door.plan({ kind: 'later', why, down: why === 'gateway' });
      await postman.deliver();
      await postman.deliver();
      expect(door.got).toEqual([]);
      stage.wait(15 * second);
      await postman.deliver();
      expect(door.got).toHaveLength(1);
    },
  );

  it('gives no answer, the letter is not sent again, and that is reported', async () => {
    const { stage, door, postman } = await open();
    await post(stage.house, [letterTo(channel, 'one')]);
    door.plan({ kind: 'unknown', why: 'ECONNRESET' });
    await postman.deliver();
    stage.wait(48);
    await postman.deliver();
    expect(door.got).toEqual([]);
    expect(postman.news.map(({ delivery }) => delivery)).toMatchObject([
      { state: 'unknown', why: 'ECONNRESET' },
    ]);
  });

  it('breaks off in a way nobody thought of, it counts as no answer', async () => {
    const { stage, door } = await open();
    await post(stage.house, [letterTo(channel, 'one')]);
    const send = () => Promise.reject(new Error('unheard of'));
    await openPostman(stage.house, { ...door.messenger, send }).deliver();
    expect(await standing(stage)).toEqual({ one: 'unknown' });
  });

  it('is down, nothing is sent until a single letter has found it up again', async () => {
    const { stage, door, postman } = await open();
    const down: Attempt = { kind: 'later', why: 'status 503', down: true };
    await post(
      stage.house,
      Array.from({ length: 7 }, (_, at) => letterTo(channel, `letter ${at}`)),
    );
    door.plan(...Array<Attempt>(6).fill(down));
    expect(await postman.deliver()).toBe(stage.house.now().getTime() + 30_000);
    expect(Object.values(await standing(stage))).toEqual(Array(7).fill('waiting'));
    stage.wait(29 * second);
    await postman.deliver();
    expect(postman.news).toHaveLength(5);
    stage.wait(1 * second);
    // The sixth fails as well: once is enough to know.
    await postman.deliver();
    expect(postman.news).toHaveLength(6);
    stage.wait(60 * second);
    await postman.deliver();
    await postman.deliver();
    expect(door.got).toHaveLength(7);
  });
});

describe('a conversation that the bot was removed from', () => {
  it('gets nothing more, and the manager of the project hears of it once', async () => {
    const { stage, door, postman } = await open();
    const project = await openTeamProject(stage);
    await post(stage.house, [
      letterTo(channel, 'one', { project }),
      letterTo(channel, 'two', { project }),
      letterTo(channel, 'three', { project }),
    ]);
    door.plan({ kind: 'gone', why: 'BotNotInConversationRoster' });
    await postman.deliver();
    expect(door.got).toEqual([]);
    const states = await standing(stage, project);
    expect([states.one, states.two, states.three]).toEqual(['failed', 'failed', 'failed']);
    const complaints = Object.keys(states).filter((id) => id.startsWith('unreachable/'));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(markOf('id-of-Dana'));
  });

  it('is written to again as soon as somebody writes from there; a second removal is told again', async () => {
    const { stage, door, postman } = await open();
    const project = await openTeamProject(stage);
    door.plan({ kind: 'gone', why: 'BotNotInConversationRoster' });
    await post(stage.house, [letterTo(channel, 'one', { project })]);
    await postman.deliver();
    await meetTeam(stage);
    stage.wait(1);
    await post(stage.house, [letterTo(channel, 'two', { project })]);
    await postman.deliver();
    const inChannel = door.got.filter(({ where }) => where === team.id);
    expect(inChannel.map(({ title }) => title)).toEqual(['two']);
    door.plan({ kind: 'gone', why: 'BotNotInConversationRoster' });
    await post(stage.house, [letterTo(channel, 'three', { project })]);
    await postman.deliver();
    const states = await standing(stage, project);
    expect(Object.keys(states).filter((id) => id.startsWith('unreachable/'))).toHaveLength(2);
  });
});

describe('somebody who never wrote to the bot', () => {
  it('is written to where Teams can open their chat, and is known from then on', async () => {
    const { stage, door, postman } = await open();
    door.reachable('chat-with-Carla');
    await post(stage.house, [letterTo(person('Carla'), 'one')]);
    await postman.deliver();
    expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Carla']);
    const carla = [...(await everything(stage)).values()].find(
      (document) => (document as { id?: string }).id === 'id-of-Carla',
    );
    expect(carla).toMatchObject({ name: 'Carla', chat: 'chat-with-Carla' });
  });

  it('is not, where Teams cannot: then whoever asked is told', async () => {
    const { stage, door, postman } = await open();
    const project = await openTeamProject(stage, 1, 'Ben');
    const content = {
      kind: 'asked',
      by: { id: 'id-of-Ben', name: 'Ben' },
      integration: 'voucher-load-1',
    } as const;
    await post(stage.house, [letterTo(person('Carla'), 'ask', { project, content })]);
    await postman.deliver();
    expect(door.got).toEqual([]);
    expect(await standing(stage, project)).toEqual({
      ask: 'failed',
      [`unreachable/${markOf('id-of-Ben')}/ask`]: 'waiting',
    });
  });
});

describe('after a process that ended while it was sending', () => {
  async function endWhileSending() {
    const { stage, door, postman } = await open();
    await post(stage.house, [letterTo(channel, 'one'), letterTo(person('Dana'), 'two')]);
    let started: () => void = () => undefined;
    const sending = new Promise<void>((resolve) => {
      started = resolve;
    });
    const messenger = {
      ...door.messenger,
      send: () => {
        started();
        return new Promise<Attempt>(() => undefined);
      },
    };
    postman.stop();
    void openPostman(stage.house, messenger).deliver();
    await sending;
    await stage.restart();
    return { stage, door, postman: openPostman(stage.house, door.messenger) };
  }

  it('nobody can say whether the letter arrived: it is reported, and not sent again', async () => {
    const { stage, door, postman } = await endWhileSending();
    await postman.deliver();
    expect(door.got).toEqual([]);
    stage.wait(0.05);
    await postman.deliver();
    await postman.deliver();
    expect(door.got).toEqual([]);
    expect(postman.news.map(({ delivery }) => delivery)).toMatchObject([
      { state: 'unknown', why: 'the process that was sending it ended' },
      { state: 'unknown', why: 'the process that was sending it ended' },
    ]);
  });
});

it('a stopped postman begins nothing more', async () => {
  const { stage, door, postman } = await open();
  await post(stage.house, [letterTo(channel, 'one')]);
  postman.stop();
  await postman.deliver();
  expect(door.got).toEqual([]);
  expect(await standing(stage)).toEqual({ one: 'waiting' });
});

it('one conversation gets no more than the platform takes, and in the end all of it', async () => {
  const { stage, door, postman } = await open();
  await post(
    stage.house,
    Array.from({ length: 70 }, (_, at) => letterTo(channel, `letter ${at}`)),
  );
  for (let round = 0; round < 400 && door.got.length < 70; round += 1) {
    const next = await postman.deliver();
    stage.wait(Math.max(0, (next ?? 0) - stage.house.now().getTime()) / 3_600_000);
  }
  const times = door.got.map(({ at }) => at);
  expect(times).toHaveLength(70);
  const most = (ms: number) =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
  expect([most(1_000), most(2_000), most(30_000)]).toEqual([7, 8, 60]);
});
