import { describe, expect, it } from 'vitest';
import { governanceOf } from '../../../src/app/reminder/governance-post.ts';
import type { Messenger } from '../../../src/app/reminder/messenger.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import { renderer, type Stage } from '../../journeys/stage.ts';
import { openTeamProject, openTestStage, pageAbout, projectOf, saidBy, team } from '../interviewing.ts';
import { meetTeam, openDoor, openPostman } from './posting.ts';

/** A Wednesday, three weeks before clocks change in Europe. */
async function open(start = '2026-03-18T12:00:00.000Z') {
  const stage = await openTestStage({ start });
  const project = await openTeamProject(stage, 1, 'Dana', 'Ben');
  await meetTeam(stage);
  const door = openDoor(() => stage.house.now());
  const got: { at: string; text: string }[] = [];
  const send: Messenger['send'] = async (address, reply) => {
    if (address === team.id)
      got.push({ at: stage.house.now().toISOString().slice(0, 16), text: renderer.render(reply).text });
    return door.messenger.send(address, reply);
  };
  const postman = openPostman(stage.house, { ...door.messenger, send });
  const pass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      stage.wait(1);
      // The first finds what is due, the second sends it.
      await postman.deliver();
      await postman.deliver();
    }
  };
  const say = async (text: string) => (await stage.says('Dana', text, { place: team }))[0]?.text ?? '';
  return { stage, project, got, pass, say };
}

it('the next three times are shown before anything is kept, right across a change of the clocks', async () => {
  const { stage, got, pass, say } = await open();
  const shown = await say('remind team every Monday 9:00 Europe/Berlin');
  expect(shown).toContain('Monday 23 March, 09:00 · Monday 30 March, 09:00 · Monday 6 April, 09:00');
  await pass(14 * 24);
  expect(got).toEqual([]);
  await stage.taps('Dana', 'Save', {}, { place: team });
  await pass(15 * 24);
  expect(got.map(({ at }) => at)).toEqual(['2026-04-06T07:00', '2026-04-13T07:00']);
});

it('an earlier Monday is before the change, and an hour later by the sun', async () => {
  const { stage, got, pass, say } = await open();
  await say('remind team every Monday 9:00 Europe/Berlin');
  await stage.taps('Dana', 'Save', {}, { place: team });
  await pass(14 * 24);
  expect(got.map(({ at }) => at)).toEqual(['2026-03-23T08:00', '2026-03-30T07:00']);
});

it('it lists what is open, by who could answer, and nobody’s answers', async () => {
  const { got, pass, say } = await open();
  expect(await say('remind team now')).toContain('I am looking');
  await pass(1);
  expect(got).toHaveLength(1);
  expect(got[0]?.text).toMatch(/^\w+ questions of governance are open$/m);
  expect(got[0]?.text).toContain('Project manager');
});

describe('times that nobody was there for', () => {
  async function away(days: number) {
    const opened = await open();
    await opened.say('remind team every day 9:00 UTC');
    await opened.stage.taps('Dana', 'Save', {}, { place: team });
    await opened.pass(1);
    opened.stage.wait(days * 24);
    return opened;
  }

  it('the newest is made up for, the others are skipped and told', async () => {
    const { got, pass } = await away(3);
    await pass(1);
    expect(got).toHaveLength(1);
    expect(got[0]?.text).toContain('I was not running when 2 earlier reminders were due; they are left out.');
  });

  it('and every day has its own post again', async () => {
    const { got, pass } = await away(3);
    await pass(48);
    expect(got.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-21', '2026-03-22', '2026-03-23']);
  });

  it('late by more than a day, a weekly post is skipped', async () => {
    const { stage, got, pass, say } = await open();
    await say('remind team every Monday 9:00 UTC');
    await stage.taps('Dana', 'Save', {}, { place: team });
    stage.wait(6.5 * 24);
    await pass(1);
    expect(got).toEqual([]);
    await pass(5.5 * 24);
    expect(got).toHaveLength(1);
    expect(got[0]?.text).toContain('I was not running when an earlier reminder was due');
  });
});

it('two processes post a time once', async () => {
  const { stage, got, say, pass } = await open();
  await say('remind team every day 9:00 UTC');
  await stage.taps('Dana', 'Save', {}, { place: team });
  const door = openDoor(() => stage.house.now());
  const other = openPostman(stage.house, door.messenger);
  for (let hour = 0; hour < 30; hour += 1) await Promise.all([pass(1), other.deliver(), other.deliver()]);
  expect(got.length + door.got.length).toBe(1);
});

it('is ended with a word', async () => {
  const { stage, got, pass, say } = await open();
  await say('remind team every day 9:00 UTC');
  await stage.taps('Dana', 'Save', {}, { place: team });
  expect(await say('remind team')).toContain('I remind you here');
  expect(await say('remind team never')).toContain('I will not remind you here any more');
  await pass(48);
  expect(got).toEqual([]);
  expect(await say('remind team')).toContain('I do not remind you here yet');
});

describe('what is refused', () => {
  it.each([
    ['remind team sometimes', 'I did not understand on which days'],
    ['remind team every Monday 9:00 Europe/Bonn', 'no time zone'],
    ['remind team */5 * * * *', 'That is too often'],
    ['remind team 0 9 31 2 *', 'That time never comes'],
  ])('“%s”', async (text, why) => {
    const { say } = await open();
    expect(await say(text)).toContain(why);
  });

  it('a schedule in a personal chat', async () => {
    const { stage } = await open();
    const [shown] = await stage.says('Dana', 'remind team every day 9:00');
    expect(shown?.text).toContain('Where shall I remind the team?');
  });

  it('a card of another team’s project, and a card that somebody made up', async () => {
    const { stage, project } = await open();
    const wish = { do: 'set-schedule', project, cron: '0 9 * * 1', zone: 'UTC' } as const;
    const elsewhere = { id: 'channel-of-others', kind: 'channel', team: 'others' } as const;
    const strange = await stage.take('Eve', wish, { place: elsewhere });
    expect(saidBy(strange)[0]).toBe('I cannot find that any more');
    for (const made of [{ cron: '* * * * *' }, { cron: 'DROP' }, { zone: 'Europe/Bonn' }])
      expect(saidBy(await stage.take('Dana', { ...wish, ...made }, { place: team }))[0]).toBe(
        'I cannot find that any more',
      );
    expect(await stage.house.store.list(`projects/${project}/schedules/`)).toEqual([]);
  });
});

describe('the card', () => {
  it('shows the next three times of what is typed into it before anything is kept', async () => {
    const { stage, project, got, pass, say } = await open();
    expect(await say('reminders')).toContain('I do not remind you here yet');
    const [misread] = await stage.taps(
      'Dana',
      'Show the next three times',
      { 'When?': 'sometimes' },
      { place: team },
    );
    expect(misread?.text).toContain('I did not understand on which days');
    expect(misread?.text).toContain('sometimes');
    const filled = { 'When?': 'every Monday 9:00 Europe/Berlin' };
    const [shown] = await stage.taps('Dana', 'Show the next three times', filled, { place: team });
    expect(shown?.text).toContain('Monday 23 March, 09:00 · Monday 30 March, 09:00');
    expect(await stage.house.store.list(`projects/${project}/schedules/`)).toEqual([]);
    await stage.taps('Dana', 'Save', {}, { place: team });
    await pass(7 * 24);
    expect(got).toHaveLength(1);
    expect(await say('reminders')).toContain('Monday 23 March, 09:00: sent');
  });

  it.each([
    ['with the toggle: one line', 'true', ['All questions of governance are answered']],
    ['without it: silence', 'false', []],
  ])('where nothing is open, %s', async (_how, always, expected) => {
    const { stage, project, got, pass, say } = await open();
    await say('reminders');
    const filled = { 'When?': 'every day 9:00 UTC', 'Post a line even when nothing is open': always };
    await stage.taps('Dana', 'Show the next three times', filled, { place: team });
    await stage.taps('Dana', 'Save', {}, { place: team });
    await answerAll(stage, project);
    await pass(24);
    expect(got.map(({ text }) => text.split('\n').find((line) => line.startsWith('All ')))).toEqual(expected);
    expect((await listPosted(stage.house.store, project)).map(({ delivery }) => delivery.state)).toEqual([
      expected.length > 0 ? 'sent' : 'dropped',
    ]);
  });

  it('reaches nobody else’s project', async () => {
    const { stage, project } = await open();
    const elsewhere = { id: 'channel-of-others', kind: 'channel', team: 'others' } as const;
    const wish = { do: 'preview-schedule', project, inputs: { when: 'every day 9:00' } } as const;
    expect(saidBy(await stage.take('Eve', wish, { place: elsewhere }))[0]).toBe(
      'I cannot find that any more',
    );
  });
});

/** Every question of governance, whatever it is about. */
async function answerAll(stage: Stage, id: string): Promise<void> {
  const project = await projectOf(stage);
  const { open: questions } = await governanceOf(stage.house, project);
  for (const { question } of questions) {
    const { key, scope, answer } = question;
    const said = 'options' in answer ? (answer.options[0]?.id ?? '') : '3';
    const subjects =
      scope === 'application'
        ? project.applications.map((each) => ({ scope, id: each.id }))
        : [{ scope: 'project' } as const];
    for (const subject of subjects) {
      const page = pageAbout(id, subject, key, { turn: `page-${key}-${JSON.stringify(subject)}` });
      await stage.take('Ben', { do: 'answer', page, inputs: { [key]: said } });
    }
  }
}
