import { beforeEach, describe, expect, it } from 'vitest';
import { changeProject } from '../../../src/app/documents.ts';
import type { PageReply } from '../../../src/app/interview/interview-reply.ts';
import { planFor } from '../../../src/app/people/planning.ts';
import { keepReachable } from '../../../src/app/people/reachable.ts';
import type { Messenger } from '../../../src/app/reminder/messenger.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import type { NoticeReply, Outcome, Reply } from '../../../src/app/reply.ts';
import type { HeldRole } from '../../../src/core/landscape/landscape.ts';
import { roleKey } from '../../../src/core/landscape/roles.ts';
import { callerOf, privately, renderer, type Stage } from '../../journeys/stage.ts';
import {
  begin,
  kindsOf,
  next,
  openTeamProject,
  openTestStage,
  pageOf,
  projectOf,
  saidBy,
  team,
} from '../interviewing.ts';
import { openDoor, openPostman } from '../reminder/posting.ts';

let stage: Stage;
let project: string;
let said: { readonly to: string; readonly reply: Reply }[];
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Lee', 'Omar');
  await roles('Lee', { role: 'application-owner', on: 'payroll' });
  await roles('Omar', { role: 'developer' });
  said = [];
});

async function roles(who: string, ...held: readonly HeldRole[]): Promise<void> {
  await changeProject(stage.house.store, project, (current) => ({
    ...current,
    people: current.people.map((each) => (each.name === who ? { ...each, roles: held } : each)),
  }));
}

const asks = (text: string, who = 'Dana') => stage.take(who, { do: 'ask', name: text });
const letters = async () => (await listPosted(stage.house.store, project)).map(({ letter }) => letter);
const meet = (who: string) => keepReachable(stage.house, callerOf(who, privately(who)), `chat-with-${who}`);

/** One round of everything that waits. */
async function deliver(refuse = false): Promise<void> {
  const { messenger } = openDoor(() => stage.house.now());
  const noting: Messenger = {
    ...messenger,
    send: async (address, reply) => {
      if (refuse) return { kind: 'refused', why: 'ConversationBlockedByUser' };
      said.push({ to: String(address), reply });
      return messenger.send(address, reply);
    },
  };
  const postman = openPostman(stage.house, noting);
  await postman.deliver();
  stage.wait(1);
  await postman.deliver();
}
const buttonsIn = ({ messages: [first] }: Outcome) => (first as NoticeReply).buttons;
const heard = (who: string) =>
  said.flatMap(({ to, reply }) => (to === `chat-with-${who}` && reply.kind === 'notice' ? [reply] : []));

describe('somebody who is asked by name', () => {
  it('hears in their own chat who asks, about what, why them, how long it takes, and can begin', async () => {
    await meet('Lee');
    const [title = '', ...lines] = saidBy(await asks('@Lee about Payroll'));
    expect(title).toMatch(/^Lee will be asked \d+ questions about Payroll$/);
    expect(lines.join(' ')).toMatch(/about \d+ minutes, in their chat with me.*I tell you when/);
    await deliver();
    const [notice] = heard('Lee');
    expect(notice?.title).toMatch(/^Dana asks you \d+ questions about Payroll/);
    expect(notice?.lines.join(' ')).toMatch(/asked as Owner of Payroll.*It takes about \d minutes/);
    expect(notice?.buttons[0]?.command).toMatchObject({ do: 'open-interview', project });
  });

  it('begins with the thing they were asked about, and the next time not with what they left open', async () => {
    const sit = () => begin(stage, 'Lee', { project, role: 'source-owner@payroll' });
    expect((await sit()).ref.subject).toEqual({ scope: 'integration', id: 'voucher-load-1' });
    await asks('Lee about Payroll');
    const [start] = (await stage.take('Lee', { do: 'interview', name: 'load 1' })).messages;
    expect(renderer.render(start as Reply).text).toMatch(
      /It begins with the \d+ questions you were asked by name/,
    );
    let page: PageReply | undefined = await sit();
    expect(page.ref.subject).toEqual({ scope: 'application', id: 'payroll' });
    while (page) {
      const outcome = await stage.take('Lee', next(page));
      page = kindsOf(outcome).includes('page') ? pageOf(outcome) : undefined;
    }
    expect(pageOf(await stage.take('Lee', { do: 'continue' })).ref.subject).toMatchObject({
      scope: 'integration',
    });
  });

  it('is asked once, however often it is said on one day, and on the next once more', async () => {
    await Promise.all([asks('Lee about Payroll'), asks('Lee about payroll')]);
    expect(await letters()).toHaveLength(1);
    stage.wait(24);
    await asks('Lee about Payroll');
    expect(await letters()).toHaveLength(2);
  });

  it('is asked no more than twenty questions a week, whoever asks', async () => {
    await roles('Lee');
    await asks('Lee about Voucher load 1');
    const wanted = (await letters()).flatMap(({ content }) =>
      content.kind === 'asked' ? content.wanted : [],
    );
    expect(wanted).toHaveLength(20);
    expect(saidBy(await asks('Lee about Voucher load 2', 'Omar'))[0]).toBe(
      'Lee has been asked enough this week',
    );
    stage.wait(7 * 24);
    expect(saidBy(await asks('Lee about Voucher load 2', 'Omar'))[0]).toMatch(/^Lee will be asked/);
  });

  it('may be asked from a channel, and answers in private all the same', async () => {
    const outcome = await stage.take('Dana', { do: 'ask', name: 'Lee about Payroll' }, { place: team });
    expect(saidBy(outcome)[0]).toMatch(/^Lee will be asked/);
    expect((await letters()).map(({ to }) => to.kind)).toEqual(['person']);
  });
});

describe('whoever asked', () => {
  /** Says "I don’t know" to all that is asked of them. */
  async function answersAll(who: string): Promise<void> {
    let page = await begin(stage, who, { project, role: 'application-owner@payroll' });
    for (let pages = 0; pages < 30; pages += 1) {
      const unsure = Object.fromEntries(page.ref.questions.map((key) => [key, '?']));
      const outcome = await stage.take(who, next(page, unsure));
      if (kindsOf(outcome).includes('page')) page = pageOf(outcome);
      else {
        const more = await stage.take(who, { do: 'continue' });
        if (!kindsOf(more).includes('page')) return;
        page = pageOf(more);
      }
    }
  }

  it('hears when all of it is answered, not before, and once', async () => {
    await Promise.all(['Dana', 'Omar', 'Lee'].map(meet));
    await roles('Omar', { role: 'developer', in: 'voucher-load-1' });
    await asks('Omar about Voucher load 1');
    await deliver();
    expect(heard('Dana')).toEqual([]);
    await answersAll('Omar');
    await deliver();
    await deliver();
    expect(heard('Dana').map(({ title }) => title)).toHaveLength(1);
    const [notice] = heard('Dana');
    expect(notice?.title).toMatch(/^Omar answered \d+ questions about Voucher load 1/);
    expect(notice?.lines.join(' ')).toContain('they could not answer themselves');
    expect(notice?.buttons[0]?.command).toMatchObject({ do: 'show-risks', integration: 'voucher-load-1' });
  });

  it('hears that it did not arrive', async () => {
    await Promise.all(['Dana', 'Lee'].map(meet));
    await asks('Lee about Payroll');
    await deliver(true);
    const told = (await letters()).filter(({ content }) => content.kind === 'unreachable');
    expect(told.map(({ to }) => (to.kind === 'person' ? to.name : ''))).toEqual(['Dana']);
  });
});

describe('where it is not clear who or what is meant', () => {
  const buttonsOf = (replies: readonly Reply[]) => (replies[0] as NoticeReply).buttons;

  it('of two with the name it is asked which, and a tap asks that one', async () => {
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      people: [...current.people, { id: 'lee-2', name: 'Lee Park', roles: [] }],
    }));
    const whole = await asks('Lee about Payroll');
    expect(saidBy(whole)[0]).toMatch(/^Lee will be asked/);
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      people: current.people.map((each) => (each.name === 'Lee' ? { ...each, name: 'Lee Adams' } : each)),
    }));
    stage.wait(24);
    const outcome = await asks('Lee about Payroll');
    expect(saidBy(outcome)[0]).toBe('Who is meant: Lee Adams or Lee Park?');
    const [first] = buttonsOf(outcome.messages);
    expect(first?.title).toBe('Lee Adams');
    const before = (await letters()).length;
    await stage.take('Dana', first?.command as Parameters<typeof stage.take>[1]);
    expect(await letters()).toHaveLength(before + 1);
  });

  it('nobody of that name is said, with the way on', async () => {
    expect(saidBy(await asks('Mallory about Payroll'))).toEqual([
      'I do not know Mallory',
      expect.stringContaining('ask them to join it and to say “hello” to me'),
    ]);
    expect(await letters()).toEqual([]);
  });

  it('who holds a role and is not in Teams is named as such', async () => {
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      outsiders: [{ name: 'Kim Berg', roles: [] }],
    }));
    expect(saidBy(await asks('kim berg about Payroll'))[0]).toBe(
      'I cannot ask Kim Berg: they are not in Teams, or a guest',
    );
  });

  it('of two things with the name it is asked which', async () => {
    const outcome = await asks('Lee about voucher');
    expect(buttonsOf(outcome.messages).map(({ title }) => title)).toEqual([
      'Voucher load 1',
      'Voucher load 2',
    ]);
  });

  it.each([
    ['Dana', 'That is you'],
    ['', 'Who is to be asked?'],
    ['Lee about nothing', 'Nothing here is called “nothing”'],
  ])('%s', async (text, title) => {
    expect(saidBy(await asks(text))[0]).toBe(title);
    expect(await letters()).toEqual([]);
  });
});

it('people and things of other projects are no answer to a card', async () => {
  const command = { do: 'ask-person', project, person: 'id-of-Lee' } as const;
  const gone = 'I cannot find that any more';
  expect(saidBy(await stage.take('Mallory', command))[0]).toBe(gone);
  expect(saidBy(await stage.take('Dana', command, { tenant: 'another-tenant' }))[0]).toBe(gone);
  expect(saidBy(await stage.take('Dana', { ...command, person: 'id-of-Mallory' }))[0]).toBe(gone);
  const about = { scope: 'application', id: 'elsewhere' } as const;
  expect(saidBy(await stage.take('Dana', { ...command, about }))[0]).toBe(gone);
  expect(await letters()).toEqual([]);
});

describe('somebody who is asked as something', () => {
  const rolesOf = async (who: string) =>
    (await projectOf(stage)).people.find(({ name }) => name === who)?.roles.map(roleKey);

  it('holds that role from then on, is asked whether it is right, and is asked in it', async () => {
    const said = saidBy(await asks('Omar about Payroll as owner'));
    expect(said[0]).toMatch(/^Omar will be asked \d+ questions about Payroll$/);
    expect(said.at(-1)).toMatch(/^Omar is noted as owner of Payroll\./);
    expect(await rolesOf('Omar')).toEqual(['developer', 'application-owner@payroll']);
    expect((await letters()).map(({ content }) => content.kind).sort()).toEqual(['asked', 'given-role']);
  });

  it('is so in the project where nothing else is named', async () => {
    await asks('Omar as the project manager');
    expect(await rolesOf('Omar')).toEqual(['developer', 'project-manager']);
  });

  it('of two things it is asked which, and the role is not lost by it', async () => {
    const [first] = buttonsIn(await asks('Omar about voucher as test lead'));
    const outcome = await stage.take('Dana', { do: 'ask', name: 'Omar about Voucher load 1 as test lead' });
    expect(first?.command).toMatchObject({ do: 'ask-person', as: 'test-lead' });
    expect(saidBy(outcome).at(-1)).toMatch(/^Omar is noted as test lead of Voucher load 1/i);
  });

  it('an owner owns an application', async () => {
    expect(saidBy(await asks('Omar as owner'))[0]).toBe('Which application is owned?');
    expect(saidBy(await asks('Omar about Voucher load 1 as owner'))[0]).toMatch(/^Nothing here is called/);
    expect(await rolesOf('Omar')).toEqual(['developer']);
  });

  it('is no role where nobody is called that', async () => {
    expect(saidBy(await asks('Omar about Software as a service'))[0]).toBe(
      'Nothing here is called “Software as a service”',
    );
  });
});

describe('whoever takes no part', () => {
  it.each([{ guest: true }, { left: true }] as const)('is not asked: %j', async (further) => {
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      people: current.people.map((each) => (each.name === 'Lee' ? { ...each, ...further } : each)),
    }));
    expect(saidBy(await asks('Lee about Payroll'))[0]).toMatch(/^I (cannot ask|do not know) Lee/);
    const tapped = await stage.take('Dana', { do: 'ask-person', project, person: 'id-of-Lee' });
    expect(saidBy(tapped)[0]).toBe('I cannot find that any more');
    const plan = (await planFor(stage.house, await projectOf(stage))).parts;
    expect(plan.map(({ member }) => member.name)).not.toContain('Lee');
    expect(await letters()).toEqual([]);
  });
});
