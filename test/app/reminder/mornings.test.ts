import { describe, expect, it } from 'vitest';
import { change, personKey, readPerson } from '../../../src/app/documents.ts';
import { changeNudges, readNudges } from '../../../src/app/reminder/nudges-on-file.ts';
import { listPosted, post } from '../../../src/app/reminder/outbox.ts';
import type { Reply } from '../../../src/app/reply.ts';
import type { Person } from '../../../src/core/landscape/person.ts';
import { ended } from '../../../src/core/reminder/nudging.ts';
import type { Wishes } from '../../../src/core/reminder/working-time.ts';
import { callerOf, privately, type Stage } from '../../journeys/stage.ts';
import { begin, filledIn, next, openTeamProject, openTestStage } from '../interviewing.ts';
import { letterTo, meetThem, openDoor, openPostman, person, standing } from './posting.ts';

/** On a Monday, an hour before anybody is at work. */
async function open() {
  const stage = await openTestStage({ start: '2026-03-02T08:00:00.000Z' });
  await meetThem(stage, 'Dana', 'Ben');
  const door = openDoor(() => stage.house.now());
  const got: { who: string; at: string; titles: string[] }[] = [];
  const send: typeof door.messenger.send = async (address, reply) => {
    const attempt = await door.messenger.send(address, reply);
    const who = String(address).replace('chat-with-', '');
    // The digest of a week has its own tests.
    if (attempt.kind === 'sent' && reply.kind !== 'digest')
      got.push({ who, at: clock(stage), titles: titlesIn(reply) });
    return attempt;
  };
  const postman = openPostman(stage.house, { ...door.messenger, send });
  /** Hour by hour. */
  const pass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      await postman.deliver();
      stage.wait(1);
    }
    await postman.deliver();
  };
  return { stage, door, postman, got, pass };
}

const clock = ({ house }: Stage) => house.now().toISOString().slice(0, 13);
const titlesIn = (reply: Reply) => (reply.kind === 'reminder' ? reply.items.map(({ title }) => title) : []);
const daily = (who: string, id: string, more = {}) =>
  letterTo(person(who), id, { urgency: 'daily', ...more });

async function wish({ house }: Stage, who: string, reminders: Wishes, more: Partial<Person> = {}) {
  await change<Person>(house.store, personKey(callerOf(who, privately(who))), (known) => ({
    ...(known as Person),
    ...more,
    reminders,
  }));
}

it('all that waits for somebody comes in one message, at the beginning of their working day', async () => {
  const { stage, got, pass } = await open();
  await post(stage.house, [daily('Dana', 'one'), daily('Dana', 'two'), daily('Ben', 'three')]);
  await pass(3);
  expect(got).toHaveLength(2);
  expect(got).toContainEqual({ who: 'Ben', at: '2026-03-02T09', titles: ['three'] });
  expect(got).toContainEqual({ who: 'Dana', at: '2026-03-02T09', titles: ['one', 'two'] });
  expect(await standing(stage)).toEqual({ one: 'sent', two: 'sent', three: 'sent' });
});

it('what comes after that waits for the next working day', async () => {
  const { stage, got, pass } = await open();
  await post(stage.house, [daily('Dana', 'one')]);
  await pass(2);
  await post(stage.house, [daily('Dana', 'two')]);
  await pass(30);
  expect(got.map(({ at, titles }) => [at, ...titles])).toEqual([
    ['2026-03-02T09', 'one'],
    ['2026-03-03T09', 'two'],
  ]);
});

it('what comes in the middle of a day on which nothing was said comes on that day', async () => {
  const { stage, got, pass } = await open();
  await pass(5);
  await post(stage.house, [daily('Dana', 'one')]);
  await pass(1);
  expect(got.map(({ at }) => at)).toEqual(['2026-03-02T14']);
});

describe('nobody is reminded', () => {
  it.each<[string, Wishes, string]>([
    ['on a public holiday of their country', { country: 'DE', zone: 'Europe/Berlin' }, '2026-04-07T07'],
    ['while they are away', { awayUntil: '2026-04-08' }, '2026-04-09T09'],
    ['outside their own hours', { zone: 'Asia/Tokyo', from: '13:00', to: '14:00' }, '2026-04-03T04'],
    ['before they want to hear anything', { quietUntil: '2026-04-07T12:30:00.000Z' }, '2026-04-07T13'],
    ['on days they do not work', { days: [3] }, '2026-04-08T09'],
  ])('%s', async (_when, wishes, expected) => {
    const { stage, got, pass } = await open();
    await wish(stage, 'Dana', wishes);
    // To the Thursday evening before Easter.
    stage.wait(31 * 24 + 11);
    await post(stage.house, [daily('Dana', 'one')]);
    await pass(8 * 24);
    expect(got.map(({ at }) => at)).toEqual([expected]);
  });

  it('who wants none of it, and whoever asked them for something is told', async () => {
    const { stage, door, pass } = await open();
    const project = await openTeamProject(stage, 1, 'Ben');
    await wish(stage, 'Dana', { stopped: true });
    const content = {
      kind: 'asked',
      by: { id: 'id-of-Ben', name: 'Ben' },
      integration: 'voucher-load-1',
    } as const;
    await post(stage.house, [daily('Dana', 'ask', { project, content })]);
    await pass(26);
    expect(door.got.map(({ where, title }) => [where, title])).toEqual([
      ['chat-with-Ben', 'I could not ask Dana about Voucher load 1'],
    ]);
    expect((await standing(stage, project)).ask).toBe('failed');
  });

  it('more than once a week, where they want it so', async () => {
    const { stage, got, pass } = await open();
    await wish(stage, 'Dana', { weekly: true });
    for (let day = 0; day < 14; day += 1) {
      await post(stage.house, [daily('Dana', `letter ${day}`)]);
      await pass(24);
    }
    expect(got.map(({ at, titles }) => [at, titles.length])).toEqual([
      ['2026-03-02T09', 1],
      ['2026-03-09T09', 7],
    ]);
  });
});

describe('an interview that was left in the middle', () => {
  async function leaveInTheMiddle() {
    const opened = await open();
    const project = await openTeamProject(opened.stage);
    const page = await begin(opened.stage, 'Dana', { project });
    await opened.stage.take('Dana', next(page, filledIn(page)));
    return { ...opened, project };
  }

  it('is brought to mind twice, on later working days, and then left alone', async () => {
    const { got, pass } = await leaveInTheMiddle();
    await pass(21 * 24);
    const title = 'You stopped in the middle of Voucher load 1';
    expect(got.filter(({ who }) => who === 'Dana')).toEqual([
      { who: 'Dana', at: '2026-03-03T09', titles: [title] },
      { who: 'Dana', at: '2026-03-05T09', titles: [title] },
    ]);
  });

  it('is none where they answered their ten: what is left over is for another day', async () => {
    const { stage, got, pass } = await open();
    const project = await openTeamProject(stage);
    let reply: Reply | undefined = await begin(stage, 'Dana', { project });
    while (reply?.kind === 'page') {
      const outcome = await stage.take('Dana', next(reply, filledIn(reply)));
      reply = outcome.messages.at(-1);
    }
    await pass(3 * 24);
    expect(got.filter(({ who }) => who === 'Dana')).toEqual([]);
  });
});

describe('whoever was asked for answers', () => {
  async function ask() {
    const opened = await open();
    const project = await openTeamProject(opened.stage, 1, 'Ben');
    const content = {
      kind: 'asked',
      by: { id: 'id-of-Ben', name: 'Ben' },
      integration: 'voucher-load-1',
    } as const;
    await post(opened.stage.house, [daily('Dana', 'ask', { project, content })]);
    return { ...opened, project, content };
  }

  it('is reminded once more, and then whoever asked hears that nothing came', async () => {
    const { got, pass } = await ask();
    await pass(21 * 24);
    const title = 'Ben asks for your answers about Voucher load 1';
    expect(got).toEqual([
      { who: 'Dana', at: '2026-03-02T09', titles: [title] },
      { who: 'Dana', at: '2026-03-04T09', titles: [title] },
      { who: 'Ben', at: expect.stringContaining('2026-03-09'), titles: ['Nothing from Dana so far'] },
    ]);
  });

  it('hears that once, also where nothing gets through to them any more', async () => {
    const { stage, door, pass, project, content } = await ask();
    await pass(3 * 24);
    door.plan({ kind: 'gone', why: 'BotNotInConversationRoster' });
    // It never arrives, so there is something to say to Dana on each of the following days.
    await post(stage.house, [daily('Dana', 'ask again', { project, content })]);
    await pass(8 * 24);
    const kinds = (await listPosted(stage.house.store, project)).map(({ letter }) => letter.content.kind);
    expect(kinds.filter((kind) => kind === 'passed-on')).toHaveLength(1);
  });

  it('is left alone once they have said something', async () => {
    const { stage, got, pass, project } = await ask();
    await pass(24);
    const page = await begin(stage, 'Dana', { project });
    await stage.take('Dana', next(page, filledIn(page)));
    await wish(stage, 'Dana', {}, { chat: 'chat-with-Dana' });
    await pass(48);
    expect(got.flatMap(({ titles }) => titles)).not.toContain('Nothing from Dana so far');
    expect(got.filter(({ titles }) => titles[0]?.startsWith('Ben asks'))).toHaveLength(1);
  });
});

describe('a message of the day', () => {
  it('that is refused for now is tried again on the same day, with what waits then', async () => {
    const { stage, door, got, pass } = await open();
    await post(stage.house, [daily('Dana', 'one')]);
    door.plan({ kind: 'later', why: 'Throttled', down: false, afterMs: 2 * 3_600_000 });
    await pass(1.5);
    expect(got).toEqual([]);
    await post(stage.house, [daily('Dana', 'two')]);
    await pass(3);
    expect(got).toMatchObject([{ who: 'Dana', titles: ['one', 'two'] }]);
  });

  it('whose fate nobody knows is not sent again, nor is any letter in it', async () => {
    const { stage, door, got, pass, postman } = await open();
    await post(stage.house, [daily('Dana', 'one')]);
    door.plan({ kind: 'unknown', why: 'ECONNRESET' });
    await pass(50);
    expect(got).toEqual([]);
    expect(await standing(stage)).toEqual({ one: 'unknown' });
    expect(postman.news).toMatchObject([{ kind: 'reminder', delivery: { state: 'unknown' } }]);
  });

  it('to somebody who removed the bot fails, and the manager of the project is told', async () => {
    const { stage, door, got, pass } = await open();
    const project = await openTeamProject(stage, 1, 'Ben');
    await post(stage.house, [daily('Ben', 'one', { project }), daily('Ben', 'two', { project })]);
    door.plan({ kind: 'gone', why: 'BotDisabledByAdmin' });
    await pass(26);
    expect(got.map(({ who, titles }) => [who, ...titles])).toEqual([
      ['Dana', 'Ben does not get what I send'],
    ]);
    const states = (await listPosted(stage.house.store, project)).map(({ delivery }) => delivery.state);
    expect(states.sort()).toEqual(['failed', 'failed', 'sent']);
  });

  it('that is answered while it is being sent has arrived, and the answer counts', async () => {
    const { stage, door } = await open();
    const dana = person('Dana');
    const send: typeof door.messenger.send = async (address, reply) => {
      await changeNudges(stage.house.store, dana, (nudges) => ({
        ...nudges,
        nudged: ended(nudges.nudged, ['a step'], 'not-mine', '2026-03-02'),
      }));
      return door.messenger.send(address, reply);
    };
    const postman = openPostman(stage.house, { ...door.messenger, send });
    await post(stage.house, [daily('Dana', 'one')]);
    stage.wait(2);
    await postman.deliver();
    expect(await standing(stage)).toEqual({ one: 'sent' });
    const { nudges } = await readNudges(stage.house.store, dana);
    expect(nudges.nudged).toMatchObject({ 'a step': { over: 'not-mine' } });
  });

  it('is sent by one of two processes only', async () => {
    const { stage, door, postman } = await open();
    const other = openPostman(stage.house, door.messenger);
    await post(stage.house, [daily('Dana', 'one'), daily('Ben', 'two')]);
    for (let hour = 0; hour < 30; hour += 1) {
      await Promise.all([postman.deliver(), other.deliver()]);
      stage.wait(1);
    }
    expect(door.got.map(({ where }) => where).sort()).toEqual(['chat-with-Ben', 'chat-with-Dana']);
  });

  it('comes the next day although the clock was a month ahead for a while', async () => {
    const { stage, got, pass } = await open();
    stage.wait(30 * 24 + 2);
    await post(stage.house, [daily('Dana', 'one')]);
    await pass(2);
    stage.wait(-30 * 24);
    await post(stage.house, [daily('Dana', 'two')]);
    await pass(30);
    expect(got.map(({ titles }) => titles)).toEqual([['one'], ['two']]);
  });
});

describe('what goes wrong', () => {
  /** As long as `isBroken` says so, nothing of this kind can be read. */
  async function openBroken(isBroken: (key: string) => boolean) {
    const { stage, door } = await open();
    const { store } = stage.house;
    const read: typeof store.read = async (key) => {
      if (isBroken(key)) throw new Error('no luck');
      return store.read(key);
    };
    const failed: string[] = [];
    const house = { ...stage.house, store: { ...store, read } };
    const postman = openPostman(house, door.messenger, (key) => void failed.push(key));
    const wait = async (hours: number) => {
      stage.wait(hours);
      await postman.deliver();
    };
    return { stage, door, failed, wait };
  }

  it('with one person keeps nobody else from being reminded, and is tried again', async () => {
    let isBroken = true;
    const dana = `${personKey(person('Dana'))}/nudges`;
    const { stage, door, failed, wait } = await openBroken((key) => isBroken && key === dana);
    await post(stage.house, [daily('Dana', 'one'), daily('Ben', 'two')]);
    await wait(1.5);
    expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Ben']);
    expect(failed).toEqual([personKey(person('Dana'))]);
    await wait(2 / 60);
    expect(failed).toHaveLength(1);
    isBroken = false;
    await wait(0.1);
    expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Ben', 'chat-with-Dana']);
  });

  it('with one letter keeps no other from being sent, also none to the same place', async () => {
    const { stage, door, failed, wait } = await openBroken((key) => key === 'projects/gone/project');
    const content = { kind: 'unreachable', why: 'why', about: 'it', integration: 'no' } as const;
    const broken = letterTo(person('Dana'), 'broken', { project: 'gone', content });
    await post(stage.house, [broken, letterTo(person('Dana'), 'one'), letterTo(person('Ben'), 'two')]);
    await wait(0);
    expect(door.got.map(({ where }) => where).sort()).toEqual(['chat-with-Ben', 'chat-with-Dana']);
    expect(failed).toHaveLength(1);
    expect(await standing(stage, 'gone')).toEqual({ broken: 'waiting' });
  });
});

it('a person’s zone is the one of their client, until they say otherwise', async () => {
  const { stage, got, pass } = await open();
  await wish(stage, 'Dana', {}, { seen: { zone: 'America/New_York' } });
  await post(stage.house, [daily('Dana', 'one')]);
  await pass(12);
  expect(got.map(({ at }) => at)).toEqual(['2026-03-02T14']);
  const dana = callerOf('Dana', privately('Dana'));
  expect((await readPerson(stage.house.store, dana))?.reminders).toEqual({});
});
