import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../src/app/command.ts';
import { readPerson } from '../../../src/app/documents.ts';
import { changeNudges, readNudges } from '../../../src/app/reminder/nudges-on-file.ts';
import { listPosted, post } from '../../../src/app/reminder/outbox.ts';
import type { RemindersReply } from '../../../src/app/reminder/reminder-reply.ts';
import { callerOf, privately, type Stage } from '../../journeys/stage.ts';
import { kindsOf, openTeamProject, openTestStage, saidBy, team } from '../interviewing.ts';
import { letterTo, meetThem, openDoor, openPostman, person } from './posting.ts';

const dana = callerOf('Dana', privately('Dana'));

async function open() {
  // A Monday, ten o'clock in the morning.
  const stage = await openTestStage({ start: '2026-03-02T10:00:00.000Z' });
  await meetThem(stage, 'Dana', 'Ben');
  const project = await openTeamProject(stage, 1, 'Ben');
  const content = {
    kind: 'asked',
    by: { id: 'id-of-Ben', name: 'Ben' },
    integration: 'voucher-load-1',
  } as const;
  await post(stage.house, [letterTo(person('Dana'), 'ask', { project, content, urgency: 'daily' })]);
  const door = openDoor(() => stage.house.now());
  const { deliver } = openPostman(stage.house, door.messenger);
  await deliver();
  const pass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      stage.wait(1);
      await deliver();
    }
  };
  const toDana = () =>
    door.got
      .filter(({ where }) => where === 'chat-with-Dana')
      .map(({ at }) => new Date(at).toISOString().slice(0, 13));
  return { stage, project, pass, toDana };
}

const item = (project: string) => ({ key: `asked/${project}/ask`, title: 'Ben asks for your answers' });
const tap = (stage: Stage, project: string, inputs: Inputs) =>
  stage.take('Dana', { do: 'snooze', items: [item(project)], inputs });
const wishes = async ({ house }: Stage) => (await readPerson(house.store, dana))?.reminders;

describe('Not now on a reminder', () => {
  it('brings it back later on the same day', async () => {
    const { stage, project, pass, toDana } = await open();
    expect(saidBy(await tap(stage, project, { when: 'today' }))[1]).toContain('Monday 2 March, 13:00');
    await pass(6);
    expect(toDana()).toEqual(['2026-03-02T10', '2026-03-02T13']);
  });

  it('brings it back tomorrow', async () => {
    const { stage, project, pass, toDana } = await open();
    await tap(stage, project, { when: 'tomorrow' });
    await pass(30);
    expect(toDana().slice(0, 2)).toEqual(['2026-03-02T10', '2026-03-03T09']);
  });

  it.each([
    ['later', { when: 'today' }, '2026-03-02T13'],
    ['tomorrow', { when: 'tomorrow' }, '2026-03-03T09'],
    ['tomorrow, one thing of several', { when: 'tomorrow', which: 'asked' }, '2026-03-03T09'],
    ['on a date', { when: 'date', date: '2026-03-05' }, '2026-03-05T09'],
  ])(
    'brings it back when they say also to who is reminded once a week: %s',
    async (_when, inputs, expected) => {
      const { stage, project, pass, toDana } = await open();
      await stage.says('Dana', 'remind me weekly');
      const which = 'which' in inputs ? { which: item(project).key } : {};
      await tap(stage, project, { ...inputs, ...which });
      await pass(4 * 24);
      expect(toDana()).toEqual(['2026-03-02T10', expected]);
    },
  );

  it.each(['2026-03-12', 'on 12 March'])('brings it back on a date: %s', async (date) => {
    const { stage, project, pass, toDana } = await open();
    const said = saidBy(await tap(stage, project, { when: 'date', date }));
    expect(said[0]).toBe('I will be quiet until then');
    await pass(15 * 24);
    expect(toDana()[1]).toBe('2026-03-12T09');
  });

  it('asks for a date it can read, and for one that is ahead', async () => {
    const { stage, project } = await open();
    expect(saidBy(await tap(stage, project, { when: 'date' }))[0]).toBe('Until when?');
    expect(saidBy(await tap(stage, project, { when: 'date', date: 'soonish' }))[0]).toContain('soonish');
    expect(saidBy(await tap(stage, project, { when: 'date', date: '2026-03-02' }))[0]).toBe(
      'That day is not ahead of us',
    );
    expect(await wishes(stage)).toBeUndefined();
  });

  it('tells whoever asked that it is not theirs, once, and never comes back to it', async () => {
    const { stage, project, pass, toDana } = await open();
    const said = saidBy(await tap(stage, project, { when: 'not-mine' }));
    expect(said).toEqual([
      'Not yours, then',
      'I will not ask you again: Ben asks for your answers',
      'I will tell Ben.',
    ]);
    await tap(stage, project, { when: 'not-mine' });
    await pass(14 * 24);
    expect(toDana()).toHaveLength(1);
    const toBen = (await listPosted(stage.house.store, project)).filter(
      ({ letter }) => letter.content.kind === 'passed-on',
    );
    expect(toBen).toMatchObject([
      { letter: { to: { name: 'Ben' }, content: { why: 'not-mine' } }, delivery: { state: 'sent' } },
    ]);
  });

  it('asks which of several is not theirs', async () => {
    const { stage, project } = await open();
    const items = [item(project), { key: 'step/x', title: 'Another' }];
    const outcome = await stage.take('Dana', {
      do: 'snooze',
      items,
      inputs: { when: 'not-mine', which: 'all' },
    });
    expect(saidBy(outcome)[0]).toBe('Which one is not yours?');
  });

  it('stops reminders, and says how to have them again', async () => {
    const { stage, project, pass, toDana } = await open();
    expect(saidBy(await tap(stage, project, { when: 'stop' })).join(' ')).toContain('remind me again');
    await pass(14 * 24);
    expect(toDana()).toHaveLength(1);
    await stage.says('Dana', 'remind me again');
    await pass(2 * 24);
    expect(toDana()).toHaveLength(2);
  });

  it('works on a card that is a month old, also where nothing of it waits any more', async () => {
    const { stage, project } = await open();
    stage.wait(31 * 24);
    expect(saidBy(await tap(stage, project, { when: 'tomorrow' }))[0]).toBe('I will be quiet until then');
    const outcome = await stage.take('Dana', {
      do: 'snooze',
      items: [{ key: 'step/long/gone', title: 'Long gone' }],
      inputs: { when: 'not-mine' },
    });
    expect(saidBy(outcome)).toEqual(['Not yours, then', 'I will not ask you again: Long gone']);
  });

  it('says “later” on a card that is a month old, and the thing comes back once that time is over', async () => {
    const { stage, project, pass, toDana } = await open();
    await pass(31 * 24);
    const before = toDana().length;
    await tap(stage, project, { when: 'today' });
    const { nudges } = await readNudges(stage.house.store, dana);
    expect(nudges.nudged[item(project).key]).toMatchObject({ times: 0 });
    await pass(24);
    expect(toDana()).toHaveLength(before + 1);
  });

  it('says “not mine” on a card that is a month old: whoever asked hears it, and it never comes back', async () => {
    const { stage, project, pass, toDana } = await open();
    stage.wait(31 * 24);
    expect(saidBy(await tap(stage, project, { when: 'not-mine' }))).toEqual([
      'Not yours, then',
      'I will not ask you again: Ben asks for your answers',
      'I will tell Ben.',
    ]);
    const before = toDana().length;
    await pass(14 * 24);
    expect(toDana()).toHaveLength(before);
    const toBen = (await listPosted(stage.house.store, project)).filter(
      ({ letter }) => letter.content.kind === 'passed-on',
    );
    expect(toBen).toMatchObject([{ letter: { content: { why: 'not-mine' } }, delivery: { state: 'sent' } }]);
  });

  it('puts off one of several, and leaves the others as they are', async () => {
    const { stage, project } = await open();
    const other = { key: 'step/x', title: 'Another' };
    await changeNudges(stage.house.store, dana, (nudges) => ({
      ...nudges,
      nudged: { ...nudges.nudged, [other.key]: { times: 1, last: '2026-03-02' } },
    }));
    const inputs = { which: item(project).key, when: 'date', date: '2026-03-20' };
    const outcome = await stage.take('Dana', { do: 'snooze', items: [item(project), other], inputs });
    expect(saidBy(outcome)[1]).toBe('Ben asks for your answers: not before Friday 20 March, 09:00.');
    const { nudges } = await readNudges(stage.house.store, dana);
    expect(nudges.nudged[other.key]).toEqual({ times: 1, last: '2026-03-02' });
    expect(nudges.nudged[item(project).key]).toMatchObject({ until: '2026-03-20' });
  });
});

describe('typed', () => {
  it.each([
    ['remind me tomorrow', 'I will be quiet until then'],
    ['remind me on 12 March', 'I will be quiet until then'],
    ['pause until 12 March', 'I will be quiet until then'],
    ['remind me later today', 'All of it later, then'],
    ['remind me weekly', 'I will remind you once a week at most'],
    ['remind me never', 'I will not remind you any more'],
    ['remind me again', 'I will remind you again'],
    ['remind me when pigs fly', 'I read no date in “when pigs fly”'],
  ])('“%s”', async (text, title) => {
    const { stage } = await open();
    const [shown] = await stage.says('Dana', text);
    expect(shown?.text).toContain(title);
  });
});

describe('reminders', () => {
  const card = async (stage: Stage) =>
    (await stage.take('Dana', { do: 'reminders' })).messages[0] as RemindersReply;
  const filled = { zone: 'Europe/Berlin', from: '08:00', to: '12:00', days: '1,2,3', country: 'de' };

  it('shows what waits, and when the person hears of it', async () => {
    const { stage } = await open();
    expect(await card(stage)).toMatchObject({
      open: ['Ben asks for your answers about Voucher load 1'],
      next: 'If something waits then, you hear from me on Tuesday 3 March, 09:00 (UTC).',
      filled: { zone: 'UTC', from: '09:00', to: '17:00', days: '1,2,3,4,5', rhythm: 'daily' },
    });
  });

  it('says that no reminder comes while nothing waits, and never that one comes now', async () => {
    const { stage } = await open();
    const [shown] = (await stage.take('Ben', { do: 'reminders' })).messages as RemindersReply[];
    expect(shown).toMatchObject({
      open: [],
      next: 'Nothing waits for you, so no reminder comes until something does. Then you hear from me on Monday 2 March, 10:01 (UTC) at the earliest.',
    });
  });

  it('keeps what is set, and shows what follows from it', async () => {
    const { stage } = await open();
    const outcome = await stage.take('Dana', {
      do: 'set-reminders',
      inputs: { ...filled, away: '2026-04-03', rhythm: 'weekly' },
    });
    expect(kindsOf(outcome)).toEqual(['reminders', 'notice']);
    // Easter Monday is a holiday in Germany; clocks there are an hour further by then.
    expect(saidBy(outcome)[1]).toContain('Tuesday 7 April, 08:00 (Europe/Berlin)');
    expect(await wishes(stage)).toEqual({
      zone: 'Europe/Berlin',
      days: [1, 2, 3],
      from: '08:00',
      to: '12:00',
      country: 'DE',
      awayUntil: '2026-04-03',
      weekly: true,
    });
  });

  it.each([
    ['zone', 'Berlin', 'no time zone'],
    ['from', '9', 'a beginning and a later end'],
    ['to', '07:00', 'a beginning and a later end'],
    ['days', '', 'at least one day'],
    ['country', 'QQ', 'no country'],
    ['away', 'soonish', 'could not read a date'],
  ])('says what is wrong with %s “%s”, keeps what was typed, and changes nothing', async (id, typed, why) => {
    const { stage } = await open();
    const outcome = await stage.take('Dana', { do: 'set-reminders', inputs: { ...filled, [id]: typed } });
    const shown = outcome.replace as RemindersReply;
    expect(shown.problem).toContain(why);
    expect(shown.filled).toMatchObject({ from: id === 'from' ? typed : '08:00' });
    expect(await wishes(stage)).toBeUndefined();
  });

  it('of one person are nobody else’s business', async () => {
    const { stage } = await open();
    const outcome = await stage.take('Dana', { do: 'reminders' }, { place: team });
    // In a channel the word shows the reminders of the team.
    expect(kindsOf(outcome)).toEqual(['schedule']);
  });
});
