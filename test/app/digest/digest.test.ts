import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/app/command.ts';
import { taskWords } from '../../../src/app/digest/day-words.ts';
import { change, personKey, projectKey } from '../../../src/app/documents.ts';
import { judgeProject } from '../../../src/app/register/judge-project.ts';
import { listPosted, post } from '../../../src/app/reminder/outbox.ts';
import type { Reply } from '../../../src/app/reply.ts';
import type { Project } from '../../../src/core/landscape/landscape.ts';
import type { Person } from '../../../src/core/landscape/person.ts';
import type { Wishes } from '../../../src/core/reminder/working-time.ts';
import { callerOf, privately, renderer, type Stage } from '../../journeys/stage.ts';
import { begin, openTeamProject, openTestStage, pageAbout, projectOf, team } from '../interviewing.ts';
import { letterTo, meetThem, openDoor, openPostman, person } from '../reminder/posting.ts';

/** A tap by which nobody may say yes to a change of Payroll. */
function nobodyOwns(project: string): Command {
  const owner = 'owners-and-stakeholders.accountable-owner';
  const page = pageAbout(project, { scope: 'application', id: 'payroll' }, owner);
  return { do: 'answer', page, inputs: { [owner]: 'nobody' } };
}

/** On Monday 2 March 2026, an hour before anybody is at work. Dana manages the project. */
async function open() {
  const stage = await openTestStage({ start: '2026-03-02T08:00:00.000Z' });
  const project = await openTeamProject(stage, 1, 'Dana', 'Ben');
  await manages(stage, project, 'Dana');
  await meetThem(stage, 'Dana', 'Ben');
  const door = openDoor(() => stage.house.now());
  const got: { who: string; at: string; kind: string; text: string }[] = [];
  const postmanOf = () =>
    openPostman(stage.house, {
      ...door.messenger,
      send: async (address, reply: Reply) => {
        const attempt = await door.messenger.send(address, reply);
        const who = String(address).replace('chat-with-', '');
        const at = stage.house.now().toISOString().slice(0, 13);
        if (attempt.kind === 'sent')
          got.push({ who, at, kind: reply.kind, text: renderer.render(reply).text });
        return attempt;
      },
    });
  let postman = postmanOf();
  const pass = async (days: number) => {
    for (let hours = 0; hours < days * 24; hours += 6) {
      stage.wait(6);
      await postman.deliver();
    }
  };
  const restart = async () => {
    await stage.restart();
    postman = postmanOf();
  };
  const digests = () => got.filter(({ kind }) => kind === 'digest');
  return { stage, project, door, got, digests, pass, restart };
}

async function manages({ house }: Stage, project: string, ...names: string[]) {
  await change<Project>(house.store, projectKey(project), (known) => {
    const { people, ...rest } = known as Project;
    const isManager = (name: string) => names.includes(name);
    const vouched = { by: { name: 'the first who came' }, at: '2026-02-01T09:00:00.000Z' };
    return {
      ...rest,
      people: people.map((each) => ({
        ...each,
        roles: isManager(each.name) ? [{ role: 'project-manager', vouched }] : [],
      })),
    };
  });
}

async function wish({ house }: Stage, who: string, reminders: Wishes) {
  await change<Person>(house.store, personKey(callerOf(who, privately(who))), (known) => ({
    ...(known as Person),
    reminders,
  }));
}

it('comes on the first working day of each week from the second on, once, in the manager’s own hours', async () => {
  const { digests, pass } = await open();
  await pass(15);
  expect(digests().map(({ who, at }) => `${who} ${at}`)).toEqual([
    'Dana 2026-03-09T14',
    'Dana 2026-03-16T14',
  ]);
});

it('says in one line that a week was quiet: silence would look like a fault', async () => {
  const { digests, pass } = await open();
  await pass(8);
  expect(digests()[0]?.text).toContain('A quiet week: nothing has changed');
  expect(digests()[0]?.text).not.toContain('What changed');
});

it('calls no week quiet in which something is late, though it be the very thing to decide', async () => {
  const { stage, project, digests, pass } = await open();
  await stage.take('Dana', nobodyOwns(project));
  const inputs = { stage: 'implement', 'date:build-start': '2026-03-02' };
  await stage.take('Dana', { do: 'set-project', project, inputs });
  await pass(15);
  const [, second] = digests();
  expect(second?.text).toContain('The one decision this week\nPayroll: name one accountable owner');
  expect(second?.text).toContain('One next step is past the date, and nobody has taken it on.');
});

describe('who wants it otherwise', () => {
  it.each<[string, Wishes, string[]]>([
    ['is away that Monday, has it on the first day back', { awayUntil: '2026-03-10' }, ['2026-03-11T14']],
    ['works from Wednesday, has it on Wednesday', { days: [3, 4] }, ['2026-03-11T14']],
    ['wants to hear nothing, hears nothing', { stopped: true }, []],
    ['is away all week, has it the week after', { awayUntil: '2026-03-15' }, []],
    ['is reminded once a week, has it all the same', { weekly: true }, ['2026-03-09T14']],
  ])('%s', async (_who, wishes, expected) => {
    const { stage, digests, pass } = await open();
    await pass(5);
    await wish(stage, 'Dana', wishes);
    await pass(8);
    expect(digests().map(({ at }) => at)).toEqual(expected);
  });
});

it('is the one message of that day: what else waits for its reader stands below it', async () => {
  const { stage, project, got, pass } = await open();
  await pass(6);
  await post(stage.house, [
    letterTo(person('Dana'), 'The test system is back', { project, urgency: 'daily' }),
  ]);
  await pass(2);
  expect(got.filter(({ at }) => at.startsWith('2026-03-09'))).toEqual([
    expect.objectContaining({
      kind: 'digest',
      text: expect.stringMatching(/Also for you today\s+The test system is back/),
    }),
  ]);
  expect((await listPosted(stage.house.store, project)).map(({ delivery }) => delivery.state)).toEqual([
    'sent',
    'sent',
  ]);
});

it('each of two managers gets one, and nobody else does', async () => {
  const { stage, project, digests, pass } = await open();
  await stage.take('Eve', { do: 'integrations', page: 1 }, { place: team });
  await meetThem(stage, 'Eve');
  await manages(stage, project, 'Dana', 'Ben');
  await pass(8);
  expect(
    digests()
      .map(({ who }) => who)
      .sort(),
  ).toEqual(['Ben', 'Dana']);
});

it('a restart, and a second process beside it, send none twice', async () => {
  const { stage, digests, door, pass, restart } = await open();
  await pass(7);
  const other = openPostman(stage.house, door.messenger);
  stage.wait(2);
  await Promise.all([other.deliver(), pass(0.1)]);
  await restart();
  await pass(2);
  const sent = door.got.length;
  expect(sent).toBe(1);
  expect(digests().length).toBeLessThanOrEqual(1);
});

it('tells what changed since the one before, quotes nobody to who is still asked the same, and tells it once', async () => {
  const { stage, project, digests, pass } = await open();
  await pass(2);
  await begin(stage, 'Ben', { project, role: 'project-manager' });
  await stage.take('Ben', nobodyOwns(project));
  await manages(stage, project, 'Dana');
  await pass(6);
  expect(digests()[0]?.text).toMatch(/^Ben answered one question\. One risk is new\.$/m);
  // Dana is asked the same: whoever has read one answer gives no second one.
  expect(digests()[0]?.text).toMatch(
    /^New, critical: .+ has no single accountable owner\. “Accountable owner” was answered; give yours first\.$/m,
  );
  await pass(7);
  expect(digests()[1]?.text).toMatch(
    /^Nobody has answered anything since\. The risks are the same as before\.$/m,
  );
  expect(digests()[1]?.text).not.toContain('What changed');
  // The same advice as a week ago says so.
  expect(digests()[0]?.text).not.toContain('already open');
  expect(digests()[1]?.text).toContain('It was already open last Monday.');
});

it('who was away for a week is told what changed in it', async () => {
  const { stage, project, digests, pass } = await open();
  await manages(stage, project, 'Dana', 'Ben');
  await pass(8);
  await wish(stage, 'Ben', { awayUntil: '2026-03-22' });
  await begin(stage, 'Dana', { project, role: 'project-manager' });
  await stage.take('Dana', nobodyOwns(project));
  await manages(stage, project, 'Dana', 'Ben');
  await pass(14);
  const [, ofBen] = digests().filter(({ who }) => who === 'Ben');
  expect(ofBen).toMatchObject({ at: '2026-03-23T14', text: expect.stringMatching(/^New, critical: /m) });
});

it('a grave risk whose acceptance has ended is the decision of the week, with whoever accepted it', async () => {
  const { stage, project, digests, pass } = await open();
  await begin(stage, 'Dana', { project, role: 'project-manager' });
  await stage.take('Dana', nobodyOwns(project));
  const { findings } = await judgeProject(stage.house, await projectOf(stage));
  const worst = findings.find(({ kind, severity }) => kind === 'risk' && severity === 'critical');
  const ben = { id: 'id-of-Ben', name: 'Ben' };
  await change<Project>(stage.house.store, projectKey(project), (known) => ({
    ...(known as Project),
    dates: { 'build-start': '2026-03-13' },
    deeds: [
      {
        by: ben,
        at: '2026-03-02T08:30:00.000Z',
        turn: 'accepted',
        door: 'teams',
        did: {
          kind: 'accepted',
          finding: worst?.id ?? '',
          owner: ben,
          reason: 'For a week',
          approver: ben,
          until: '2026-03-06',
          rated: { probability: 5, impact: 5 },
          ground: [],
        },
      },
    ],
  }));
  await pass(8);
  const { text = '' } = digests()[0] ?? {};
  expect(text).toContain(`Decide with Ben what becomes of this: ${worst?.title}.`);
  expect(text).toContain('It is critical; Ben accepted it until Friday 6 March, and it is open again.');
  // What stands at the top is not told again.
  expect(text.split(worst?.title ?? '')).toHaveLength(2);
  expect(text).toContain('[Decide now]');
  expect(text).toMatch(/^Initiate ends on Friday 13 March, and all of its \w+ points are open\.$/m);
});

it.each([
  ['done', 'Done'],
  ['dropped', 'Dropped'],
] as const)('says of a step that the digest before called late that it is %s', async (to, lead) => {
  const { stage, project, digests, pass } = await open();
  await begin(stage, 'Dana', { project, role: 'project-manager' });
  await stage.take('Dana', nobodyOwns(project));
  await manages(stage, project, 'Dana');
  const { findings } = await judgeProject(stage.house, await projectOf(stage));
  const worst = findings.find(({ kind, severity }) => kind === 'risk' && severity === 'critical');
  const step = `${worst?.steps[0]?.key}@${worst?.id.split('@')[1]}`;
  const ben = { id: 'id-of-Ben', name: 'Ben' };
  const move = (at: string, moved: 'doing' | 'done' | 'dropped') =>
    change<Project>(stage.house.store, projectKey(project), (known) => ({
      ...(known as Project),
      deeds: [
        ...((known as Project).deeds ?? []),
        {
          by: ben,
          at,
          turn: moved,
          door: 'teams',
          did: { kind: 'moved-step', step, to: moved, owner: ben, due: '2026-03-05' },
        },
      ],
    }));
  await move('2026-03-02T09:00:00.000Z', 'doing');
  await pass(8);
  expect(digests()[0]?.text).toContain('It was due Thursday 5 March. Agree with Ben on a new date.');
  await move('2026-03-11T09:00:00.000Z', to);
  // Done is what the answers show: here nobody says any more that there is no owner.
  if (to === 'done')
    await change<Project>(stage.house.store, projectKey(project), (known) => ({
      ...(known as Project),
      applications: (known as Project).applications.map((each) => ({ ...each, answers: [] })),
    }));
  await pass(7);
  expect(digests()[1]?.text).toMatch(new RegExp(`^${lead} for Payroll: name one accountable owner`, 'm'));
});

it.each([
  ['Build a daily report that compares both sides by number and amount.', undefined],
  [
    'Go through orders, exports and interfaces, and write down who uses each.',
    'Go through orders, exports and interfaces',
  ],
  [
    'Name one accountable owner for the application and enter the name in the list.',
    'Name one accountable owner for the application',
  ],
  [
    'Write what a design shows (who, when, how much, limits, errors, tests and security) and let a small board approve it.',
    'Write what a design shows',
  ],
])('a task in few words means what it says: %s', (action, inFew) => {
  expect(taskWords(action)).toBe(inFew ?? action.slice(0, -1));
});
