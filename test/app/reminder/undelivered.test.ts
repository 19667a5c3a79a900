import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../src/app/reminder/letter-words.ts';
import { listPosted, post } from '../../../src/app/reminder/outbox.ts';
import type { NoticeReply } from '../../../src/app/reply.ts';
import type { Attempt } from '../../../src/core/reminder/delivery.ts';
import type { Letter } from '../../../src/core/reminder/letter.ts';
import { openTeamProject, openTestStage } from '../interviewing.ts';
import { letterTo, meetThem, openDoor, openPostman, person, standing } from './posting.ts';

/** Ben asks; a Monday at ten. */
async function open(...known: string[]) {
  const stage = await openTestStage({ start: '2026-03-02T10:00:00.000Z' });
  await meetThem(stage, 'Ben', ...known);
  const project = await openTeamProject(stage, 1, 'Ben');
  const door = openDoor(() => stage.house.now());
  const postman = openPostman(stage.house, door.messenger);
  const asks = (who: string, more: Partial<Letter> = {}) => {
    const by = { id: 'id-of-Ben', name: 'Ben' };
    const content = { kind: 'asked', by, integration: 'voucher-load-1' } as const;
    return post(stage.house, [letterTo(person(who), 'ask', { project, content, ...more })]);
  };
  const toBen = async () => {
    const all = await listPosted(stage.house.store, project);
    const letters = all.filter(({ letter }) => letter.to.id === 'id-of-Ben').map(({ letter }) => letter);
    const said = await Promise.all(letters.map((letter) => messageOf(stage.house, letter)));
    return said.map((reply) => [(reply as NoticeReply).title, ...(reply as NoticeReply).lines].join('\n'));
  };
  const pass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      stage.wait(1);
      await postman.deliver();
    }
  };
  return { stage, project, door, postman, asks, toBen, pass };
}

describe('whoever asked somebody', () => {
  it.each<[string, string, string]>([
    ['ForbiddenOperationException', 'Dana has not installed me.', 'Send Dana this: '],
    ['BotNotInConversationRoster', 'Dana has removed me.', 'Send Dana this: '],
    ['ConversationBlockedByUser', 'Dana has blocked or muted me.', 'Send Dana this: '],
    ['MessageWritesBlocked', 'Dana has blocked or muted me.', 'Send Dana this: '],
    ['BotDisabledByAdmin', 'An administrator of Teams has switched me off for Dana', 'tell me who'],
  ])('hears at once that they do not get it, why (%s), and what to do', async (why, reason, wayOn) => {
    const { door, postman, asks, toBen } = await open('Dana');
    await asks('Dana');
    door.plan({ kind: 'gone', why });
    await postman.deliver();
    await postman.deliver();
    expect(door.got.map(({ where, title }) => [where, title])).toEqual([
      ['chat-with-Ben', 'I could not ask Dana about Voucher load 1'],
    ]);
    const [said] = await toBen();
    expect(said).toContain(reason);
    expect(said).toContain(wayOn);
  });

  it('is given words to send where the bot was never installed', async () => {
    const { postman, asks, toBen } = await open();
    await asks('Carla');
    await postman.deliver();
    expect(await toBen()).toEqual([
      [
        'I could not ask Carla about Voucher load 1',
        'Carla has not installed me.',
        'Send Carla this: “Please answer a few questions about Voucher load 1: open a chat with Bridgekeeper in Teams, add it if Teams asks you to, and send it: interview Voucher load 1”',
        'As soon as Carla can hear from me, I ask. If somebody else could know, tell me who.',
      ].join('\n'),
    ]);
  });

  it.each<[string, Attempt]>([
    ['of a mistake of ours', { kind: 'refused', why: 'MessageSizeTooBig' }],
    ['of a connector that never takes it', { kind: 'later', why: 'MessageSizeTooBig', down: false }],
  ])('hears of it because %s as well', async (_why, attempt) => {
    const { door, postman, asks, toBen, stage } = await open('Dana');
    await asks('Dana');
    door.plan(...Array<Attempt>(attempt.kind === 'later' ? 20 : 1).fill(attempt));
    for (let round = 0; round < 20; round += 1) {
      await postman.deliver();
      stage.wait(1);
    }
    const [said, another] = await toBen();
    expect(said).toContain('Teams did not take it: MessageSizeTooBig');
    expect(another).toBeUndefined();
  });

  it.each(['at-once', 'daily'] as const)(
    'hears that nobody can say whether it arrived (%s), and they are reminded as if it had',
    async (urgency) => {
      const { door, postman, asks, toBen, stage, project, pass } = await open('Dana');
      await asks('Dana', { urgency });
      door.plan({ kind: 'unknown', why: 'ECONNRESET' });
      await postman.deliver();
      expect((await standing(stage, project)).ask).toBe('unknown');
      expect((await toBen())[0]).toContain('I cannot say whether Dana got your request about Voucher load 1');
      await pass(3 * 24);
      expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Ben', 'chat-with-Dana']);
    },
  );

  it('hears it in a reminder as well, where nobody can say whether they heard it', async () => {
    const { door, postman, asks, pass } = await open('Dana');
    await asks('Dana');
    door.plan({ kind: 'gone', why: 'ConversationBlockedByUser' }, { kind: 'unknown', why: 'ECONNRESET' });
    await postman.deliver();
    await pass(14 * 24);
    expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Ben']);
  });

  it('hears it once, whatever happens in between', async () => {
    const { door, asks, toBen, stage } = await open('Dana');
    await asks('Dana');
    door.plan({ kind: 'gone', why: 'ConversationBlockedByUser' });
    await Promise.all([1, 2].map(() => openPostman(stage.house, door.messenger).deliver()));
    await openPostman(stage.house, door.messenger).deliver();
    expect(await toBen()).toHaveLength(1);
  });
});

describe('somebody who could not be asked', () => {
  it('is not forgotten: once the bot is there for them, it asks', async () => {
    const { door, postman, asks, pass } = await open();
    await asks('Carla');
    await postman.deliver();
    await pass(24);
    door.reachable('chat-with-Carla');
    await pass(24);
    expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Ben', 'chat-with-Carla']);
  });

  it('is looked for once a working day, and not again and again', async () => {
    const { door, asks, stage } = await open();
    await asks('Carla');
    let looked = 0;
    const reach: typeof door.messenger.reach = async (...person) => {
      looked += 1;
      return door.messenger.reach(...person);
    };
    const postman = openPostman(stage.house, { ...door.messenger, reach });
    for (let hour = 0; hour < 5 * 24; hour += 1) {
      await postman.deliver();
      stage.wait(1);
    }
    // With the letter, and on each of five working days.
    expect(looked).toBe(6);
  });

  it('is asked in the end where the connection broke while their chat was opened', async () => {
    const { stage, project, door, asks } = await open();
    await asks('Carla');
    const attempt = { kind: 'unknown', why: 'ECONNRESET' } as const;
    await openPostman(stage.house, {
      ...door.messenger,
      reach: async () => ({ ok: false, attempt }),
    }).deliver();
    expect(await standing(stage, project)).toEqual({ ask: 'waiting' });
    door.reachable('chat-with-Carla');
    stage.wait(1);
    await openPostman(stage.house, door.messenger).deliver();
    expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Carla']);
  });
});
