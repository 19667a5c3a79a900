import { beforeEach, expect, it } from 'vitest';
import { changeProject, markOf } from '../../../src/app/documents.ts';
import type { ParticipationReply } from '../../../src/app/people/participation-reply.ts';
import { keepReachable } from '../../../src/app/people/reachable.ts';
import { callerOf, type How, privately, type Stage } from '../../journeys/stage.ts';
import { begin, next, openTeamProject, openTestStage, saidBy, team } from '../interviewing.ts';
import { openDoor, openPostman } from '../reminder/posting.ts';

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Lee', 'Omar');
  const roles: Readonly<Record<string, string>> = {
    Dana: 'project-manager',
    Lee: 'developer',
    Omar: 'operations',
  };
  await changeProject(stage.house.store, project, (current) => ({
    ...current,
    people: current.people.map((each) => ({ ...each, roles: [{ role: roles[each.name] ?? '' }] })),
  }));
});

async function look(who = 'Dana', how?: How): Promise<ParticipationReply> {
  const [reply] = (await stage.take(who, { do: 'participation', page: 1 }, how)).messages;
  if (reply?.kind !== 'participation') throw new Error(`participation, not ${JSON.stringify(reply)}`);
  return reply;
}
const of = ({ people }: ParticipationReply, who: string) => people.find(({ name }) => name === who);
const sendPlan = () => stage.take('Dana', { do: 'send-plan', project });

it('shows who was asked how much, what of it is answered, and what came of it', async () => {
  await sendPlan();
  const before = of(await look(), 'Omar');
  expect(before).toMatchObject({ answered: 0, answers: 0, risks: 0 });
  expect(before?.asked).toBeGreaterThan(0);
  expect(before?.minutes).toBe(Math.ceil(((before?.asked ?? 0) * 18) / 60));
  const page = await begin(stage, 'Omar', { project, role: 'operations' });
  await stage.take('Omar', next(page, Object.fromEntries(page.ref.questions.map((key) => [key, '?']))));
  const after = of(await look(), 'Omar');
  expect(after?.asked).toBe(before?.asked);
  expect(after?.answered).toBe(page.ref.questions.length);
  expect(after?.answers).toBe(page.ref.questions.length);
});

it('names for whom most waits, once they have had a day, and nobody who is away', async () => {
  await sendPlan();
  expect((await look()).bottleneck).toBeUndefined();
  stage.wait(24);
  const slowest = (await look()).bottleneck;
  expect(slowest?.since).toBe('2026-03-02');
  const [first] = (await look()).people;
  expect(slowest?.name).toBe(first?.name);
  const inputs = {
    zone: 'UTC',
    from: '09:00',
    to: '17:00',
    days: '1,2,3,4,5',
    rhythm: 'daily',
    away: '2026-03-20',
  };
  await stage.take(first?.name ?? '', { do: 'set-reminders', inputs });
  const later = await look();
  expect(of(later, first?.name ?? '')?.standing).toEqual([{ kind: 'away', until: '2026-03-20' }]);
  expect(later.bottleneck?.name).not.toBe(first?.name);
});

it('says who wants no reminders, and who said that it is not theirs', async () => {
  for (const who of ['Lee', 'Omar'])
    await keepReachable(stage.house, callerOf(who, privately(who)), `chat-with-${who}`);
  await sendPlan();
  stage.wait(2);
  await openPostman(stage.house, openDoor(() => stage.house.now()).messenger).deliver();
  const letter = `asked/${project}/asked/plan/2026-03-02/${markOf(callerOf('Lee', privately('Lee')).id)}`;
  const items = [{ key: letter, title: 'Dana asks' }];
  await stage.take('Lee', { do: 'snooze', items, inputs: { which: letter, when: 'not-mine' } });
  await stage.take('Omar', { do: 'remind-me', when: 'never' });
  const reply = await look();
  expect(of(reply, 'Lee')?.standing).toEqual([{ kind: 'declined' }]);
  expect(of(reply, 'Omar')?.standing).toEqual([{ kind: 'quiet' }]);
});

it.each([{ guest: true }, { left: true }] as const)(
  'counts nobody who takes no part any more: %j',
  async (further) => {
    await sendPlan();
    const before = (await look()).total.people;
    await changeProject(stage.house.store, project, (current) => ({
      ...current,
      people: current.people.map((each) => (each.name === 'Omar' ? { ...each, ...further } : each)),
    }));
    stage.wait(48);
    const after = await look();
    expect(after.total.people).toBe(before - 1);
    expect(after.bottleneck?.name).not.toBe('Omar');
  },
);

it('does not forget whom the question never reached', async () => {
  await sendPlan();
  stage.wait(2);
  await openPostman(stage.house, openDoor(() => stage.house.now()).messenger).deliver();
  expect(of(await look(), 'Lee')).toMatchObject({ asked: 0, standing: [{ kind: 'unreachable' }] });
});

it('is never shown in a channel, and to nobody but whoever manages the project', async () => {
  await sendPlan();
  const said = async (who: string, how?: How) =>
    saidBy(await stage.take(who, { do: 'participation', page: 1 }, how)).join(' ');
  const inChannel = await said('Dana', { place: team });
  expect(inChannel).toContain('not for a shared conversation');
  expect(inChannel).not.toMatch(/Lee|Omar/);
  const card = { do: 'show-participation', project, page: 1 } as const;
  const tapped = (outcome: Awaited<ReturnType<Stage['take']>>) => saidBy(outcome)[0];
  expect(tapped(await stage.take('Dana', card, { place: team }))).toBe(
    'This is not for a shared conversation',
  );
  expect(await said('Lee')).toContain('This is for whoever manages the project');
  expect(tapped(await stage.take('Lee', card))).toBe('This is for whoever manages the project');
  expect(tapped(await stage.take('Mallory', card))).toBe('I cannot find that any more');
});
