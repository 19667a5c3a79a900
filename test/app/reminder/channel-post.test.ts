import { describe, expect, it } from 'vitest';
import type { Messenger } from '../../../src/app/reminder/messenger.ts';
import { listPosted } from '../../../src/app/reminder/outbox.ts';
import type { GovernanceReply } from '../../../src/app/reminder/reminder-reply.ts';
import type { Attempt } from '../../../src/core/reminder/delivery.ts';
import { renderer } from '../../journeys/stage.ts';
import {
  answersOnFile,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidBy,
  saidOnFile,
  team,
} from '../interviewing.ts';
import { meetTeam, meetThem, openDoor, openPostman } from './posting.ts';

const lead = 'governance-model.integration-lead';

/** A channel with one post in it. */
async function open() {
  const stage = await openTestStage({ start: '2026-03-18T12:00:00.000Z' });
  const project = await openTeamProject(stage, 1, 'Dana', 'Ben');
  await meetTeam(stage);
  const door = openDoor(() => stage.house.now());
  const sent: GovernanceReply[] = [];
  const updates: { activity: string; text: string }[] = [];
  const answers: Attempt[] = [];
  const messenger: Messenger = {
    ...door.messenger,
    send: async (address, reply) => {
      if (reply.kind === 'governance') sent.push(reply);
      return door.messenger.send(address, reply);
    },
    update: async (_address, activity, reply) => {
      const attempt = answers.shift() ?? ({ kind: 'sent', activity } as const);
      if (attempt.kind === 'sent') updates.push({ activity, text: renderer.render(reply).text });
      return attempt;
    },
  };
  const postman = openPostman(stage.house, messenger);
  const round = async (hours = 0.01) => {
    stage.wait(hours);
    await postman.deliver();
  };
  await stage.says('Dana', 'remind team now', { place: team });
  await round();
  const post = sent[0];
  if (!post) throw new Error('nothing was posted');
  const answer = (who: string, key: string, said: string, in_ = team) =>
    stage.take(
      who,
      {
        do: 'answer-here',
        ...post.ref,
        questions: post.questions.map((each) => each.key),
        inputs: { [key]: said },
      },
      { place: in_ },
    );
  return { stage, project, post, sent, updates, plan: answers, round, answer };
}

it('is answered in place: the answer is kept under the name of who tapped, and the post shows counts only', async () => {
  const { stage, post, answer } = await open();
  const { replace, messages } = await answer('Ben', lead, 'nobody');
  expect(messages).toEqual([]);
  expect(replace).toMatchObject({ kind: 'governance', answered: 1, open: post.open - 1 });
  expect(await saidOnFile(stage)).toContain('Ben integration-lead nobody');
  const shown = JSON.stringify(replace && renderer.render(replace).card);
  expect(shown).not.toContain('Ben');
  expect(shown).not.toContain(lead);
});

it('the same post is updated as answers come from elsewhere, and not a moment more often', async () => {
  const { updates, round, answer, stage, sent } = await open();
  await round();
  expect(updates).toEqual([]);
  await answer('Ben', lead, 'nobody');
  await round();
  await round();
  expect(updates).toEqual([{ activity: 'post-1', text: expect.stringContaining('1 of ') }]);
  await stage.restart();
  expect(sent).toHaveLength(1);
});

it('says so when all is done, wherever it was answered', async () => {
  const { answer, round, updates, stage, project, post } = await open();
  const systems = 'governance-environments.test-systems';
  for (const { id } of (await projectOf(stage)).applications) {
    const page = pageAbout(project, { scope: 'application', id }, systems, { turn: `page-${id}` });
    await stage.take('Ben', { do: 'answer', page, inputs: { [systems]: 'test' } });
  }
  await round();
  for (const { key, shape } of post.questions)
    await answer('Ben', key, shape.kind === 'choice' ? (shape.options[0]?.id ?? '') : '3');
  await round();
  expect(updates.at(-1)?.text).toContain('All questions of governance are answered');
  expect(updates.at(-1)?.text).not.toContain('Answer here');
});

it('a newer post takes over, and the older stays as it was', async () => {
  const { stage, updates, round, answer, sent } = await open();
  await stage.says('Dana', 'remind team now', { place: team });
  await round();
  expect(sent).toHaveLength(2);
  await answer('Ben', lead, 'nobody');
  await round();
  expect(updates.map(({ activity }) => activity)).toEqual(['post-2']);
});

describe('an update that fails', () => {
  it('is made up for later, where it may have been a matter of time', async () => {
    const { updates, round, answer, plan } = await open();
    plan.push({ kind: 'later', why: 'busy', down: false }, { kind: 'unknown', why: 'no answer' });
    await answer('Ben', lead, 'nobody');
    for (let turn = 0; turn < 6; turn += 1) await round(0.1);
    expect(updates).toHaveLength(1);
  });

  it('is not tried again where somebody has deleted the post', async () => {
    const { updates, round, answer, plan } = await open();
    plan.push({ kind: 'refused', why: 'ActivityNotFoundInConversation' });
    await answer('Ben', lead, 'nobody');
    for (let turn = 0; turn < 6; turn += 1) await round(0.1);
    await answer('Dana', lead, 'one-person');
    await round(1);
    expect(updates).toEqual([]);
  });
});

it('what somebody else does not know is counted, and stays open', async () => {
  const { post, answer } = await open();
  const { replace } = await answer('Ben', lead, '?');
  expect(replace).toMatchObject({ open: post.open });
  expect(replace && renderer.render(replace).text).toContain('(one does not know)');
});

it('the same delivery twice, and the same answer again, are one answer', async () => {
  const { stage, post } = await open();
  const command = {
    do: 'answer-here',
    ...post.ref,
    questions: [lead],
    inputs: { [lead]: 'nobody' },
  } as const;
  await stage.take('Ben', command, { place: team, id: 'same' });
  await stage.take('Ben', command, { place: team, id: 'same' });
  await stage.take('Ben', command, { place: team });
  expect(await answersOnFile(stage)).toHaveLength(1);
});

it('what cannot be read is said in the thread, without a quote', async () => {
  const { post, answer } = await open();
  const number = post.questions.find(({ shape }) => shape.kind === 'number');
  const outcome = await answer('Ben', number?.key ?? '', 'a secret number');
  expect(saidBy(outcome)[0]).toBe('I could not read an answer of Ben');
  expect(JSON.stringify(outcome)).not.toContain('secret');
  expect(saidBy(await answer('Ben', lead, ''))[0]).toBe('Nothing was filled in');
});

it('a stranger gets nowhere, and nobody answers in public what is about one application', async () => {
  const { stage, answer, post } = await open();
  const elsewhere = { id: 'channel-of-others', kind: 'channel', team: 'others' } as const;
  expect(saidBy(await answer('Eve', lead, 'nobody', elsewhere))[0]).toBe('I cannot find that any more');
  const key = 'governance-environments.test-systems';
  const made = { do: 'answer-here', ...post.ref, questions: [key], inputs: { [key]: 'none' } } as const;
  expect(saidBy(await stage.take('Ben', made, { place: team }))[0]).toBe('I cannot find that any more');
  expect(await answersOnFile(stage)).toEqual([]);
});

it('whoever would rather answer in private finds a message there', async () => {
  const { stage, project, round } = await open();
  await meetThem(stage, 'Ben');
  const said = saidBy(await stage.take('Ben', { do: 'answer-in-private', project }, { place: team }));
  expect(said.join('\n')).toContain('send: interview Voucher load 1');
  await round();
  const letters = await listPosted(stage.house.store, project);
  expect(letters.find(({ letter }) => letter.to.kind === 'person')?.delivery.state).toBe('sent');
});
