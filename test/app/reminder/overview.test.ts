import { expect, it } from 'vitest';
import { change, personKey } from '../../../src/app/documents.ts';
import { post } from '../../../src/app/reminder/outbox.ts';
import type { Person } from '../../../src/core/landscape/person.ts';
import { callerOf, privately } from '../../journeys/stage.ts';
import { openTeamProject, openTestStage, team } from '../interviewing.ts';
import { letterTo, meetTeam, meetThem, openDoor, openPostman, person } from './posting.ts';

/** Dana began the project, so she manages it; on a Monday, an hour before work. */
async function open() {
  const stage = await openTestStage({ start: '2026-03-02T08:00:00.000Z' });
  const project = await openTeamProject(stage, 1, 'Dana', 'Ben', 'Eve');
  await meetThem(stage, 'Dana', 'Ben', 'Eve');
  await meetTeam(stage);
  const door = openDoor(() => stage.house.now());
  const postman = openPostman(stage.house, door.messenger);
  const daily = (who: string, id: string) =>
    post(stage.house, [letterTo(person(who), id, { project, urgency: 'daily' })]);
  const reads = async (who: string) => (await stage.says(who, 'reminders'))[0]?.text ?? '';
  return { stage, project, door, postman, daily, reads };
}

it('shows a manager what comes, and who would get what before anything is sent', async () => {
  const { stage, door, postman, daily, reads } = await open();
  await stage.says('Dana', 'remind team every Monday 9:30 UTC', { place: team });
  await stage.taps('Dana', 'Save', {}, { place: team });
  for (const [who, id] of [
    ['Ben', 'one'],
    ['Ben', 'two'],
    ['Eve', 'three'],
  ] as const)
    await daily(who, id);
  await change<Person>(stage.house.store, personKey(callerOf('Eve', privately('Eve'))), (known) => ({
    ...(known as Person),
    reminders: { stopped: true },
  }));
  const shown = await reads('Dana');
  expect(shown).toContain(
    'In the channel: Monday 2 March, 09:30 · Monday 9 March, 09:30 · Monday 16 March, 09:30 (UTC).',
  );
  expect(shown).toContain('A digest comes by itself to whoever has said “project manager” about their role.');
  expect(shown).toContain('Ben: two things, Monday 2 March, 09:00.');
  expect(shown).toContain('Eve: nothing is sent, although one thing waits. They want no reminders.');
  expect(door.got).toEqual([]);

  // And so it comes.
  stage.wait(1.1);
  await postman.deliver();
  expect(door.got.map(({ where }) => where)).toEqual(['chat-with-Ben']);
});

it('says that no reminder comes to anybody while nothing waits, and never that one comes now', async () => {
  const { stage, daily, reads } = await open();
  expect(await reads('Dana')).toContain(
    'Nobody: nothing waits for anybody, so no reminder comes until something does.',
  );
  stage.wait(2);
  await daily('Ben', 'one');
  expect(await reads('Dana')).toContain('Ben: one thing, Monday 2 March, 10:01.');
  // He is not told that nothing waits, only because it has not been sent yet.
  expect(await reads('Ben')).toContain('If something waits then, you hear from me on Monday 2 March, 10:01');
});

it('shows what was sent, and what did not arrive, why, and what to do about it', async () => {
  const { stage, project, door, postman, reads } = await open();
  const at = { project, urgency: 'at-once' } as const;
  await post(stage.house, [letterTo(person('Ben'), 'a', at)]);
  await postman.deliver();
  door.plan({ kind: 'unknown', why: 'no answer came' });
  await post(stage.house, [letterTo(person('Ben'), 'c', at)]);
  stage.wait(0.1);
  await postman.deliver();
  door.plan({ kind: 'gone', why: 'BotBlockedByUser' });
  await post(stage.house, [letterTo(person('Eve'), 'b', at)]);
  stage.wait(0.1);
  await postman.deliver();
  const shown = await reads('Dana');
  expect(shown).toMatch(/Sent lately\nMonday 2 March, 08:00: about a, to Ben\./);
  expect(shown).toContain(
    'about b, to Eve. Why: BotBlockedByUser. Once Eve has written “hi” to me in a chat of their own',
  );
  expect(shown).toContain(
    'about c, to Ben. Nobody can say whether it arrived (no answer came), and I do not send it twice.',
  );
});

it('shows everybody else their own reminders only', async () => {
  const { daily, reads } = await open();
  await daily('Eve', 'three');
  const shown = await reads('Ben');
  expect(shown).toContain('Once a working day at most');
  expect(shown).not.toContain('Who would get what');
  expect(shown).not.toContain('Eve');
});
