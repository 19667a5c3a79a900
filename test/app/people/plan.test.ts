import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/app/command.ts';
import { changeIntegration, changeProject, listIntegrations } from '../../../src/app/documents.ts';
import type { PlanReply } from '../../../src/app/people/plan-reply.ts';
import { keepReachable } from '../../../src/app/people/reachable.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import type { Outcome, Reply } from '../../../src/app/reply.ts';
import type { HeldRole } from '../../../src/core/landscape/landscape.ts';
import { openRenderer } from '../../../src/render/renderer.ts';
import { answer, chose } from '../../core/builders.ts';
import { callerOf, content, type How, privately, type Stage } from '../../journeys/stage.ts';
import { begin, next, openTeamProject, openTestStage, saidBy, team } from '../interviewing.ts';
import { openDoor, openPostman } from '../reminder/posting.ts';

const renderer = openRenderer(new URL('../../../cards/', import.meta.url).pathname, content);

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2);
});

/** People of the project, each with a role or two. */
async function staff(people: Readonly<Record<string, readonly (string | HeldRole)[]>>): Promise<void> {
  await changeProject(stage.house.store, project, (current) => ({
    ...current,
    people: Object.entries(people).map(([name, held]) => ({
      id: callerOf(name, privately(name)).id,
      name,
      roles: held.map((role) => (typeof role === 'string' ? { role } : role)),
    })),
  }));
}

const ofPayroll = { role: 'application-owner', on: 'payroll' };
const small = { Dana: ['project-manager'], Lee: [ofPayroll], Omar: ['integration-architect'] };
const crowd = Object.fromEntries(
  content.roles
    .filter(({ id, ofApplication }) => id !== 'project-manager' && !ofApplication)
    .map(({ id, title }) => [title, [id]]),
);

const only = ({ replace, messages }: Outcome): Reply => {
  const [first, ...more] = [...(replace ? [replace] : []), ...messages];
  if (!first || more.length > 0) throw new Error('one reply');
  return first;
};
const look = async (who = 'Dana', how?: How) => {
  const reply = only(await stage.take(who, { do: 'plan', page: 1 }, how));
  expect(reply.kind).toBe('plan');
  return reply as PlanReply;
};
const send = (who = 'Dana', sure?: number, how?: How) =>
  stage.take(who, { do: 'send-plan', project, ...(sure === undefined ? {} : { sure }) }, how);
const inOutbox = async () =>
  (await listPosted(stage.house.store, project)).map(({ letter }) =>
    letter.to.kind === 'person' ? `${letter.to.name}: ${letter.about}` : letter.about,
  );

describe('the plan', () => {
  it('shows who would be asked what and how long it takes, and sends nothing', async () => {
    await staff(small);
    const plan = await look();
    expect(plan.people.map(({ name }) => name).sort()).toEqual(['Dana', 'Lee', 'Omar']);
    expect(plan.people.find(({ name }) => name === 'Lee')?.roles).toEqual(['Owner of Payroll']);
    for (const { questions, minutes } of plan.people) {
      expect(questions).toBeLessThanOrEqual(20);
      expect(minutes).toBe(Math.ceil((questions * 18) / 60));
    }
    expect(plan.send).toBe(2);
    expect(await inOutbox()).toEqual([]);
  });

  it('names the roles that are missing, with those outside Teams who hold them', async () => {
    await staff({ Dana: ['project-manager'] });
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      outsiders: [{ name: 'Kim Berg', roles: [{ role: 'developer' }] }],
    }));
    const { nobody } = await look();
    expect(nobody.map(({ title }) => title)).toContain('Integration developer');
    expect(nobody.find(({ role }) => role === 'developer')?.outside).toEqual(['Kim Berg']);
  });

  it.each([
    [['Kim Berg'], 'Kim Berg would know, and is not in Teams'],
    [['Sam Lee', 'Megan Bowen'], 'Sam Lee and Megan Bowen would know, and are not in Teams'],
  ])('says of one or of several that they are not in Teams: %j', async (names, said) => {
    await staff({ Dana: ['project-manager'] });
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      outsiders: names.map((name) => ({ name, roles: [{ role: 'developer' }] })),
    }));
    expect(renderer.render(await look()).text).toContain(said);
  });

  it('puts owners first whom an open risk reaches, until somebody asks them', async () => {
    await staff({ ...small, Eve: [{ role: 'application-owner', on: 'ledger' }] });
    expect((await look()).people.filter(({ isForgotten }) => isForgotten)).toEqual([]);
    const [load] = await listIntegrations(stage.house.store, project);
    await changeIntegration(stage.house.store, project, load?.id ?? '', (current) => ({
      ...current,
      answers: [answer('business-continuity.outage-plan', chose('work-stops'))],
    }));
    const { people } = await look();
    const first = people.slice(0, 2).map(({ name }) => name);
    expect(first.sort()).toEqual(['Eve', 'Lee']);
    expect(people.map(({ isForgotten }) => isForgotten ?? false)).toEqual([true, true, false, false]);
    await send();
    expect((await look()).people.filter(({ isForgotten }) => isForgotten)).toEqual([]);
  });

  it('leaves what nobody can answer to the risks, which say who is missing', async () => {
    await staff({ ...small, Sam: ['security'] });
    const shown = async (command: Command) => JSON.stringify(await stage.take('Dana', command));
    const risks = await shown({ do: 'risks', name: '', page: 1 });
    expect(risks).toContain('wait for people whom nobody has named');
    expect(risks).toContain('Name the process owner and whoever else is missing');
    expect(await shown({ do: 'summary', name: '' })).toContain('wait for people whom nobody has named');
  });

  it('says what to do instead where there is nobody to ask', async () => {
    const instead = async () => (await look()).instead?.button.title;
    await staff({ Dana: [] });
    expect((await look()).instead?.what).toContain('Say who does what');
    expect(await instead()).toBe('Who is who');
    await staff({ Dana: ['project-manager'] });
    expect(await instead()).toBe('Continue');
    await staff({ Dana: [], Lee: [ofPayroll] });
    expect(await instead()).toBeUndefined();
    await send();
    expect(await instead()).toBe('What came of it');
  });

  it('is for personal chat: a channel hears no names', async () => {
    await staff(small);
    const said = saidBy(await stage.take('Dana', { do: 'plan', page: 1 }, { place: team }));
    expect(said[0]).toBe('Let us do this in private');
    expect(said.join(' ')).not.toContain('Lee');
  });

  it('is shown to others, and sent by whoever manages the project alone', async () => {
    await staff(small);
    const plan = await look('Omar');
    expect(plan.send).toBeUndefined();
    expect(plan.managers).toEqual(['Dana']);
    expect(saidBy(await send('Omar'))[0]).toBe('Whoever manages the project sends this');
    expect(await inOutbox()).toEqual([]);
  });

  it('does not exist for strangers', async () => {
    await staff(small);
    for (const how of [{}, { tenant: 'another-tenant' }]) {
      expect(saidBy(await send('Mallory', undefined, how))[0]).toBe('I cannot find that any more');
      const shown = await stage.take('Mallory', { do: 'show-plan', project, page: 1 }, how);
      expect(saidBy(shown)[0]).toBe('I cannot find that any more');
    }
    expect(await inOutbox()).toEqual([]);
  });
});

describe('once it is sent', () => {
  it('each person gets one letter, however often it is tapped, and whoever sends it none', async () => {
    await staff(small);
    await Promise.all([send(), send()]);
    await send();
    const letters = await inOutbox();
    expect(letters).toHaveLength(2);
    expect(letters.map((each) => each.split(':')[0]).sort()).toEqual(['Lee', 'Omar']);
    expect((await look()).send).toBeUndefined();
  });

  it('nobody is asked more than twenty questions in a week, and the rest comes in the weeks after', async () => {
    await staff({
      Dana: ['project-manager'],
      Lee: [ofPayroll, 'integration-architect', 'developer', 'test-lead'],
    });
    await send();
    const lee = (await look()).people.find(({ name }) => name === 'Lee');
    expect(lee?.asked).toEqual({ questions: 20, left: 20 });
    expect(lee?.questions).toBe(0);
    expect(lee?.later).toBeGreaterThan(0);
    stage.wait(7 * 24);
    expect((await look()).people.find(({ name }) => name === 'Lee')).toMatchObject({ questions: 20 });
    await send();
    expect((await inOutbox()).filter((each) => each.startsWith('Lee'))).toHaveLength(2);
  });

  it('what was answered meanwhile is not open any more', async () => {
    await staff(small);
    await send();
    const page = await begin(stage, 'Omar', { project, role: 'integration-architect' });
    const before = (await look()).people.find(({ name }) => name === 'Omar')?.asked?.left ?? 0;
    await stage.take('Omar', next(page, Object.fromEntries(page.ref.questions.map((key) => [key, '?']))));
    const after = (await look()).people.find(({ name }) => name === 'Omar')?.asked?.left ?? 0;
    expect(after).toBeLessThan(before);
  });

  it('to more than ten people it is said once more how many they are, and only then sent', async () => {
    await staff({ Dana: ['project-manager'], ...crowd });
    const people = (await look()).send ?? 0;
    expect(people).toBeGreaterThan(10);
    const [title = ''] = saidBy(await send());
    expect(title).toBe(`This writes to ${people} people`);
    expect(await inOutbox()).toEqual([]);
    expect(saidBy(await send('Dana', people - 1))[0]).toBe(title);
    expect(await inOutbox()).toEqual([]);
    expect(saidBy(await send('Dana', people))[0]).toBe(`${people} people will be asked`);
    expect(await inOutbox()).toHaveLength(people);
  });
});

describe('whoever is asked', () => {
  const meet = (who: string) => keepReachable(stage.house, callerOf(who, privately(who)), `chat-with-${who}`);

  it('hears in personal chat who asks, how much, why them, and how long it takes, and can begin at once', async () => {
    await staff(small);
    await meet('Lee');
    await send();
    stage.wait(2);
    const door = openDoor(() => stage.house.now());
    const said: Reply[] = [];
    const messenger = {
      ...door.messenger,
      send: async (address: unknown, reply: Reply) => {
        said.push(reply);
        return door.messenger.send(address, reply);
      },
    };
    await openPostman(stage.house, messenger).deliver();
    const [reminder] = said;
    if (reminder?.kind !== 'reminder') throw new Error(`one message of the day, not ${reminder?.kind}`);
    const [item] = reminder.items;
    expect(item?.title).toMatch(/^Dana asks you \d+ questions about /);
    expect(item?.lines.join(' ')).toMatch(/You are asked as Owner of Payroll.*It takes about \d minutes/);
    expect(item?.button?.command).toMatchObject({ do: 'open-interview', project });
  });
});
