import { beforeEach, describe, expect, it } from 'vitest';
import type { CardCommand } from '../../../src/app/command.ts';
import { changeProject } from '../../../src/app/documents.ts';
import { isForAllToSee } from '../../../src/app/reminder/governance-post.ts';
import { messageOf } from '../../../src/app/reminder/letter-words.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../../../src/app/reply.ts';
import type { Member } from '../../../src/core/landscape/landscape.ts';
import type { Listed } from '../../../src/core/landscape/roster.ts';
import type { Stage } from '../../journeys/stage.ts';
import {
  begin,
  next,
  notedOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  pageOf,
  projectOf,
  saidBy,
  saidOnFile,
  team,
} from '../interviewing.ts';
import { meetThem, openDoor, openPostman } from '../reminder/posting.ts';

const records = 'one-size-fits-all.records-per-day';

let stage: Stage;
let project: string;
let roster: Listed[];
beforeEach(async () => {
  roster = [];
  const members = () => Promise.resolve({ ok: true, members: roster } as const);
  stage = await openTestStage({ roster: { members } });
  await stage.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
  project = await openTeamProject(stage, 1, 'Lee');
  await begin(stage, 'Dana', { project });
  await people((all) =>
    all.map((each) => (each.name === 'Lee' ? { ...each, roles: [{ role: 'sponsor' }] } : each)),
  );
});

const people = (change: (all: readonly Member[]) => readonly Member[]) =>
  changeProject(stage.house.store, project, (current) => ({ ...current, people: change(current.people) }));
const withOther = (name: string, further: Partial<Member> = {}) =>
  people((all) => [...all, { id: `id-of-${name}`, name, roles: [], ...further }]);
const page = (turn: string) =>
  pageAbout(project, { scope: 'integration', id: 'voucher-load-1' }, records, { turn });
/** *Someone else knows* on a page with one question. */
const names = (note: string, turn = 'card-1', who = 'Dana') =>
  stage.take(who, {
    do: 'set-aside',
    page: page(turn),
    inputs: { 'aside-how': 'someone-else', 'aside-note': note },
  });
const letters = async () => (await listPosted(stage.house.store, project)).map(({ letter }) => letter);
const asked = async () =>
  (await letters()).flatMap(({ to, content }) =>
    content.kind === 'asked' && to.kind === 'person' ? [`${content.by.name} asks ${to.name}`] : [],
  );
const wordsFor = async (who: string) => {
  const all = (await letters()).filter(({ to }) => to.kind === 'person' && to.name === who);
  const last = all.at(-1);
  return last && ((await messageOf(stage.house, last)) as NoticeReply | undefined);
};
const noticeIn = ({ replace, messages }: Outcome) =>
  [replace, ...messages].find((reply) => reply?.kind === 'notice') as NoticeReply;
const tap = (who: string, command: CardCommand | undefined) =>
  stage.take(who, command as Parameters<typeof stage.take>[1]);

describe('somebody who is said to know', () => {
  it('is asked that one question in their own chat: by whom, about what, how long it takes', async () => {
    const outcome = await names('@Lee');
    expect(notedOf(outcome).lines[0]?.words).toBe('ask @Lee (I ask them now)');
    const letter = await wordsFor('Lee');
    expect(letter?.title).toBe('Dana says that you know: Records a day');
    expect(letter?.lines.join(' ')).toMatch(/Dana was asked this about Voucher load 1.*less than a minute/);
  });

  it('answers just that, though their role would not be asked it, and whoever waited hears it once', async () => {
    await meetThem(stage, 'Dana', 'Lee');
    await names('Lee');
    const door = openDoor(() => stage.house.now());
    const postman = openPostman(stage.house, door.messenger);
    await postman.deliver();
    const answer = pageOf(await tap('Lee', (await wordsFor('Lee'))?.buttons[0]?.command));
    expect(answer.ref.questions).toEqual([records]);
    await stage.take('Lee', next(answer, { [records]: '2000' }));
    for (let rounds = 0; rounds < 3; rounds += 1) {
      stage.wait(1);
      await postman.deliver();
    }
    const told = door.got.filter(({ where }) => where === 'chat-with-Dana').map(({ title }) => title);
    expect(told).toEqual(['Lee answered one question about Voucher load 1']);
    expect((await wordsFor('Dana'))?.lines[0]).toBe('It was: Records a day.');
  });

  it('is asked once, however often it is said and tapped', async () => {
    await Promise.all([names('Lee'), names('Lee')]);
    await names('lee', 'card-2');
    await names('LEE ', 'card-3');
    expect(await asked()).toEqual(['Dana asks Lee']);
  });

  it('may say that yet somebody else knows', async () => {
    await withOther('Omar');
    await names('Lee');
    await names('Omar', 'card-of-Lee', 'Lee');
    expect(await asked()).toEqual(['Dana asks Lee', 'Lee asks Omar']);
    expect(saidBy(await names('Dana', 'card-of-Omar', 'Omar'))[0]).toBe('Dana was asked that already');
  });

  it('is asked where that was typed on a page, too', async () => {
    await stage.take('Dana', { do: 'answer', page: page('card-1'), inputs: { [records]: 'ask Lee' } });
    expect(await asked()).toEqual(['Dana asks Lee']);
  });

  it('knows several things on one page: they get one letter, with a way to each', async () => {
    const peak = 'one-size-fits-all.busiest-hour';
    const both = { ...page('card-1'), questions: [records, peak] };
    const inputs = { [records]: 'ask Lee', [peak]: 'ask Lee' };
    await stage.take('Dana', { do: 'answer', page: both, inputs });
    await stage.take('Dana', { do: 'answer', page: both, inputs });
    expect(await asked()).toEqual(['Dana asks Lee']);
    const letter = await wordsFor('Lee');
    expect(letter?.title).toBe('Dana says that you know the answers to 2 questions');
    expect(letter?.buttons.map(({ title }) => title)).toEqual(['Records a day', 'Busiest hour', 'Help']);
    // What was passed on before is not passed on once more.
    await names('Lee', 'card-2');
    expect(await asked()).toEqual(['Dana asks Lee']);
  });

  it('belongs to the team and has never written: they are asked, and can answer', async () => {
    roster = [
      { id: 'id-of-Dana', name: 'Dana' },
      { id: 'id-of-Lee', name: 'Lee' },
      { id: 'id-of-Priya', name: 'Priya' },
    ];
    stage.wait(5);
    await names('Priya');
    expect(await asked()).toEqual(['Dana asks Priya']);
    const answer = pageOf(await tap('Priya', (await wordsFor('Priya'))?.buttons[0]?.command));
    expect(answer.ref.questions).toEqual([records]);
  });
});

describe('a name that is not clear', () => {
  it('of two it is asked which, what was said is kept, and a tap asks that one', async () => {
    await withOther('Jo Adams');
    await withOther('Jo Park');
    const asking = noticeIn(await names('Jo'));
    expect(asking.title).toBe('Who is meant: Jo Adams or Jo Park?');
    expect(asking.lines[0]).toBe('Records a day: kept as you said it.');
    expect(await saidOnFile(stage)).toContain('Dana records-per-day referred');
    expect(await asked()).toEqual([]);
    const [first] = asking.buttons;
    expect(saidBy(await tap('Dana', first?.command))[0]).toBe('I ask Jo Adams');
    await tap('Dana', first?.command);
    expect(await asked()).toEqual(['Dana asks Jo Adams']);
  });

  it('nobody has it: one line says so, with the way on, and what was said is kept', async () => {
    const told = noticeIn(await names('Priya Shah'));
    expect(told).toMatchObject({ title: 'I do not know Priya Shah', tone: 'problem' });
    expect(told.lines).toEqual([
      'Records a day: kept as you said it.',
      expect.stringContaining('They are not in this team: ask them to join it'),
    ]);
    expect(await saidOnFile(stage)).toContain('Dana records-per-day referred');
    expect(await letters()).toEqual([]);
  });

  it.each([
    ['is a guest', { guest: true }, 'I cannot ask Kim: they are not in Teams, or a guest'],
    ['has left', { left: true }, 'I do not know Kim'],
  ] as const)('whoever has it %s', async (_, further, title) => {
    await withOther('Kim', further);
    expect(noticeIn(await names('Kim')).title).toBe(title);
    expect(await letters()).toEqual([]);
  });

  it('only looks like somebody’s: it is asked about', async () => {
    expect(noticeIn(await names('Lее')).title).toMatch(/^Is Lee meant\?/);
    expect(await letters()).toEqual([]);
  });

  it('it is their own', async () => {
    expect(noticeIn(await names('Dana')).title).toBe('That is you');
    expect(await letters()).toEqual([]);
  });
});

it('strangers, and whoever is a stranger to the project, are no answer to a card', async () => {
  await names('Priya Shah');
  const { project: _, ...at } = page('any');
  const refer = {
    do: 'refer-to',
    project,
    integration: at.integration,
    subject: at.subject,
    question: records,
    person: 'id-of-Lee',
  } as const;
  const gone = 'I cannot find that any more';
  await withOther('Kim', { guest: true });
  const title = async (who: string, further: object, how = {}) =>
    saidBy(await stage.take(who, { ...refer, ...further }, how))[0];
  expect(await title('Mallory', {})).toBe(gone);
  expect(await title('Dana', {}, { tenant: 'another-tenant' })).toBe(gone);
  expect(await title('Dana', { person: 'id-of-Mallory' })).toBe(gone);
  expect(await title('Dana', { person: 'id-of-Kim' })).toBe(gone);
  expect(await title('Dana', { subject: { scope: 'integration', id: 'elsewhere' } })).toBe(gone);
  expect(await title('Dana', { question: 'one-size-fits-all.no-such' })).toBe(gone);
  // Lee has not said that anybody else knows.
  await withOther('Omar');
  expect(await title('Lee', { person: 'id-of-Omar' })).toBe('You have said something else in the meantime');
  expect(await letters()).toEqual([]);
});

it('on a post in a channel it is the same, and the name is quoted to nobody', async () => {
  const key = [...stage.house.content.question.values()].find(isForAllToSee)?.key ?? '';
  const here = (words: string) =>
    stage.take(
      'Dana',
      { do: 'answer-here', project, post: 'post-1', questions: [key], inputs: { [key]: words } },
      { place: team },
    );
  const told = saidBy(await here('ask Priya Shah')).join(' ');
  expect(told).toContain('I do not know whom to ask in the place of Dana');
  expect(told).not.toContain('Priya');
  stage.wait(1);
  await here('ask Lee');
  expect(await asked()).toEqual(['Dana asks Lee']);
  expect((await projectOf(stage)).answers).toHaveLength(2);
});
