import { beforeEach, describe, expect, it } from 'vitest';
import type { CardCommand, Command } from '../../../src/app/command.ts';
import type { PageRef } from '../../../src/app/interview/interview-command.ts';
import type { RosterSource } from '../../../src/app/people/roster.ts';
import { messageOf } from '../../../src/app/reminder/letter-words.ts';
import type { Listed } from '../../../src/core/landscape/roster.ts';
import type { Letter } from '../../../src/core/reminder/letter.ts';
import { readTyped } from '../../../src/teams/read-text.ts';
import { channelOf, type How, type Stage } from '../../journeys/stage.ts';
import {
  begin,
  everything,
  findingsOf,
  kindsOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidBy,
  team,
} from '../interviewing.ts';

const owner = 'owners-and-stakeholders.accountable-owner';
const purpose = 'owner-alignment.purpose';
const gone = 'I cannot find that any more';
const here = { scope: 'integration', id: 'voucher-load-1' } as const;

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2);
});

/** Nothing is said but that there is nothing, and nothing is written. */
async function expectNothing(who: string, command: Command, how?: How) {
  const before = await everything(stage);
  expect(saidBy(await stage.take(who, command, how)), JSON.stringify(command)).toContain(gone);
  expect(await everything(stage), JSON.stringify(command)).toEqual(before);
}

const commandsAbout = (page: PageRef): Command[] => [
  { do: 'answer', page, inputs: { [owner]: 'nobody', [purpose]: 'show' } },
  { do: 'back', page, inputs: { [owner]: 'nobody' } },
  { do: 'set-aside', page, inputs: { 'aside-how': 'someone-else', 'aside-note': 'Carla' } },
  { do: 'ask-again', ...page, question: page.questions[0] ?? '' },
];

describe('somebody who is not part of a project', () => {
  const commands = (): Command[] => [
    ...commandsAbout(pageAbout(project, here, purpose)),
    { do: 'begin', project, integration: 'voucher-load-1', inputs: {} },
    { do: 'open-interview', project, integration: 'voucher-load-1' },
    { do: 'show-risks', project, integration: 'voucher-load-1', page: 1 },
    { do: 'set-project', project, inputs: { name: 'Mine', stage: 'operate' } },
  ];

  it('learns nothing about it from a card, and changes nothing', async () => {
    for (const command of commands()) await expectNothing('Eve', command);
  });

  it('learns nothing from the channel of another team', async () => {
    for (const command of commands()) await expectNothing('Eve', command, { place: channelOf('strangers') });
  });

  it('learns nothing in another tenant, whatever the id of the person and the team', async () => {
    for (const command of commands()) {
      await expectNothing('Dana', command, { tenant: 'tenant-2' });
      await expectNothing('Dana', command, { tenant: 'tenant-2', place: team });
    }
  });

  it('finds no integration by its name', async () => {
    for (const command of [
      { do: 'interview', name: 'voucher' },
      { do: 'risks', name: 'voucher', page: 1 },
      { do: 'integrations', page: 1 },
      { do: 'project', name: '' },
    ] as const)
      expect(saidBy(await stage.take('Eve', command))).toContain('There is no project here yet');
  });
});

/** Nothing is written, and nothing of the project is said. */
async function expectShut(stage: Stage, who: string, command: Command, how?: How) {
  const before = await everything(stage);
  const outcome = await stage.take(who, command, how);
  expect(JSON.stringify(outcome), JSON.stringify(command)).not.toMatch(/Voucher load|Payroll|Ledger|Omar/);
  expect(await everything(stage), JSON.stringify(command)).toEqual(before);
}

const rolesAbout = (of: string): Command[] => [
  { do: 'show-people', project: of, page: 1 },
  { do: 'note-role', project: of, inputs: { who: '', role: 'security', of: '' } },
  { do: 'give-role', project: of, role: 'security' },
  { do: 'give-role', project: of, role: 'application-owner@ledger', to: 'id-of-Eve' },
  { do: 'give-role', project: of, role: 'application-owner@ledger', outside: 'Eve' },
  { do: 'give-role', project: of, role: 'project-manager', to: 'id-of-Dana', ends: true },
  { do: 'answer-role', project: of, role: 'application-owner@ledger', yes: true },
  { do: 'answer-claim', project: of, who: 'id-of-Dana', role: 'project-manager', yes: true },
  { do: 'answer-claim', project: of, who: 'id-of-Dana', role: 'application-owner@ledger', yes: false },
  { do: 'same-person', project: of, outside: 'Jo Miller', who: 'id-of-Jo' },
];

describe('who is who in a project', () => {
  it('is nothing a stranger learns or changes, in whichever chat, channel or tenant', async () => {
    await stage.take('Dana', { do: 'give-role', project, role: 'application-owner@ledger' });
    for (const command of rolesAbout(project)) {
      await expectNothing('Eve', command);
      await expectNothing('Eve', command, { place: channelOf('strangers') });
      await expectNothing('Dana', command, { tenant: 'tenant-2' });
      await expectNothing('Dana', command, { tenant: 'tenant-2', place: team });
    }
  });

  it('is not reached by the words of somebody who is not part of it', async () => {
    for (const text of ['I own Ledger', 'Eve owns Ledger', 'I am the security officer', 'people'])
      await expectShut(stage, 'Eve', readTyped(text));
  });

  it('takes no role, thing or person that it does not have, whatever a card says', async () => {
    const wrong = [
      { role: 'emperor' },
      { role: 'application-owner@bank' },
      { role: 'developer#voucher-load-9' },
      { role: 'developer#../project' },
      { role: 'security@ledger#voucher-load-1#x' },
      { role: 'security', to: 'id-of-Eve' },
      { role: 'security', to: '__proto__' },
      { role: 'security', outside: ' \u200b ' },
    ];
    for (const each of wrong) await expectNothing('Dana', { do: 'give-role', project, ...each });
  });

  it('is not confirmed for somebody else', async () => {
    await openTeamPeople('Omar');
    await stage.take('Dana', { do: 'give-role', project, role: 'security', to: 'id-of-Omar' });
    const before = (await projectOf(stage)).people;
    await stage.take('Dana', { do: 'answer-role', project, role: 'security', yes: true });
    for (const yes of [true, false]) {
      // Given by a manager, it waits for Omar alone; and nobody but a manager answers for anybody.
      await stage.take('Dana', { do: 'answer-claim', project, who: 'id-of-Omar', role: 'security', yes });
      await stage.take('Omar', { do: 'answer-claim', project, who: 'id-of-Dana', role: 'security', yes });
    }
    expect((await projectOf(stage)).people).toEqual(before);
  });

  it('asks which is meant by a name that looks like another, and notes nothing', async () => {
    await openTeamPeople('Omar', 'Оmаr');
    for (const name of ['Omar', 'Оmаr', 'Om\u200bar', 'Omar..', 'Ömar', '0mar', 'OMAR']) {
      const before = await everything(stage);
      const outcome = await stage.take('Dana', readTyped(`${name} owns Ledger`));
      expect(JSON.stringify(outcome), name).toContain('"to":"id-of-Omar"');
      expect(JSON.stringify(outcome), name).toContain('"to":"id-of-Оmаr"');
      expect(await everything(stage), name).toEqual(before);
    }
  });
});

const openTeamPeople = async (...who: string[]) => {
  for (const each of who) await stage.take(each, { do: 'help' }, { place: team });
};

describe('a member who left', () => {
  const away: Command = { do: 'roster-changed', gone: ['id-of-Omar'] };
  beforeEach(async () => {
    await openTeamPeople('Omar');
    await begin(stage, 'Omar', { project });
    await stage.take('Omar', {
      do: 'answer',
      page: pageAbout(project, here, purpose),
      inputs: { [purpose]: 'show' },
    });
    await stage.take('Teams', away, { place: team });
  });

  it('reads and changes nothing, in personal chat and where the project is at home', async () => {
    const commands: Command[] = [
      ...commandsAbout(pageAbout(project, here, purpose)),
      ...rolesAbout(project),
      { do: 'begin', project, integration: 'voucher-load-1', inputs: {} },
      { do: 'set-project', project, inputs: { name: 'Mine' } },
      { do: 'add-integration', inputs: { name: 'Mine', source: 'Payroll', target: 'Here' } },
      { do: 'import', file: 'x.csv', text: 'name,source_application,target_application\nMine,Payroll,Here' },
      ...['people', 'integrations', 'risks voucher', 'summary', 'continue', 'I own Ledger', 'landscape'].map(
        readTyped,
      ),
    ];
    for (const command of commands) {
      if (command.do !== 'add-integration' && command.do !== 'import')
        await expectShut(stage, 'Omar', command);
      await expectShut(stage, 'Omar', command, { place: team });
    }
  });

  it('keeps their name on what they said', async () => {
    const stored = (await everything(stage)).get(`projects/${project}/integrations/voucher-load-1`);
    expect(stored).toMatchObject({ answers: [{ by: { name: 'Omar' } }] });
    expect((await projectOf(stage)).deeds?.at(-1)).toMatchObject({
      by: { name: 'Teams' },
      did: { kind: 'came-or-went', who: { name: 'Omar' }, how: 'left' },
    });
  });

  it('gets no more letters about it, and no role', async () => {
    const letter: Letter = {
      id: 'asked/1',
      project,
      to: { kind: 'person', tenant: 'tenant-1', id: 'id-of-Omar', name: 'Omar' },
      about: 'answers',
      content: { kind: 'asked', by: { name: 'Dana' }, integration: 'voucher-load-1' },
      urgency: 'daily',
    };
    expect(await messageOf(stage.house, letter)).toBeUndefined();
    await expectNothing('Dana', { do: 'give-role', project, role: 'security', to: 'id-of-Omar' });
  });

  it('cannot be sent away from another tenant or team', async () => {
    await openTeamPeople('Priya');
    const before = await everything(stage);
    await stage.take(
      'Teams',
      { do: 'roster-changed', gone: ['id-of-Priya'] },
      { place: channelOf('others') },
    );
    await stage.take(
      'Teams',
      { do: 'roster-changed', gone: ['id-of-Priya'] },
      { place: team, tenant: 'tenant-2' },
    );
    expect(await everything(stage)).toEqual(before);
  });
});

describe('a guest of the team', () => {
  const members: Listed[] = [
    { id: 'id-of-Dana', name: 'Dana' },
    { id: 'id-of-Gil', name: 'Gil', guest: true },
  ];
  let guarded: Stage;
  beforeEach(async () => {
    guarded = await openTestStage({ roster: { members: async () => ({ ok: true, members }) } });
    await guarded.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
    project = await openTeamProject(guarded);
    await guarded.take('Dana', { do: 'people', page: 1 }, { place: team });
  });

  it('reads and changes nothing, neither by words nor by a card', async () => {
    const commands: Command[] = [
      ...commandsAbout(pageAbout(project, here, purpose)),
      ...rolesAbout(project),
      { do: 'open-interview', project, integration: 'voucher-load-1' },
      { do: 'add-integration', inputs: { name: 'Mine', source: 'Payroll', target: 'Here' } },
      ...['people', 'integrations', 'risks voucher', 'summary', 'I own Ledger', 'help'].map(readTyped),
    ];
    for (const command of commands) {
      await expectShut(guarded, 'Gil', command, { place: team });
      if (command.do !== 'add-integration') await expectShut(guarded, 'Gil', command);
    }
  });

  it('can be named as owner, is known by name alone, and is let in nowhere for it', async () => {
    await guarded.take('Dana', readTyped('Gil owns Ledger'));
    expect(await projectOf(guarded)).toMatchObject({
      people: [{ name: 'Dana' }],
      outsiders: [{ name: 'Gil', roles: [{ on: 'ledger' }] }],
    });
    await expectShut(guarded, 'Gil', readTyped('people'), { place: team });
    await expectNothingFor(guarded, 'Gil', { do: 'show-people', project, page: 1 });
  });

  it('who was met before Teams said so is out from then on', async () => {
    const late = await openTestStage({ roster: { members: async () => ({ ok: true, members }) } });
    const ofLate = await openTeamProject(late, 1, 'Gil');
    await late.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
    await late.take('Dana', { do: 'people', page: 1 }, { place: team });
    expect((await projectOf(late)).people).toMatchObject([{ name: 'Dana' }, { name: 'Gil', guest: true }]);
    await expectShut(late, 'Gil', { do: 'show-people', project: ofLate, page: 1 });
  });
});

describe('somebody new, where Teams does not say who is in the team', () => {
  const throttled = { ok: false, why: 'Throttled' } as const;
  /** It says of each of these who they are, asked for them alone. */
  const knowing = (...people: Listed[]) => ({
    members: async () => throttled,
    person: async (_by: unknown, _at: string, id: string) => {
      const person = people.find((each) => each.id === id);
      return person ? ({ ok: true, person } as const) : throttled;
    },
  });
  const dana = { id: 'id-of-Dana', name: 'Dana' };
  const gil = { id: 'id-of-Gil', name: 'Gil' };
  const open = async (roster: RosterSource, development = false) => {
    const at = await openTestStage({ development, roster });
    await at.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
    await openTeamProject(at);
    return at;
  };
  const asks = async (at: Stage) =>
    saidBy(await at.take('Gil', { do: 'integrations', page: 1 }, { place: team })).join(' ');

  it('is asked to try again, and sees and changes nothing; who was there before goes on', async () => {
    const at = await open(knowing(dana));
    expect(await asks(at)).toContain('I cannot tell yet whether you belong to this team');
    expect((await projectOf(at)).people).toMatchObject([{ name: 'Dana' }]);
    expect(saidBy(await at.take('Dana', readTyped('people'), { place: team })).join()).not.toContain(
      'I cannot tell',
    );
  });

  it('is let in where Teams says so of them alone, and stays out as a guest', async () => {
    expect(await asks(await open(knowing(dana, gil)))).not.toContain('I cannot tell');
    expect(await asks(await open(knowing(dana, { ...gil, guest: true })))).toContain('You are a guest');
  });

  it('does not begin its project, nor does a guest; in their own chat they may', async () => {
    const inputs = { name: 'Voucher load', source: 'Payroll', target: 'Ledger' };
    const add = { do: 'add-integration', inputs } as const;
    for (const [roster, said] of [
      [knowing(), 'I cannot tell yet'],
      [knowing({ ...gil, guest: true }), 'You are a guest'],
      [knowing(gil), 'Voucher load is on the list'],
    ] as const) {
      const at = await openTestStage({ development: false, roster });
      await at.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
      expect(saidBy(await at.take('Gil', add, { place: team })).join(' ')).toContain(said);
      const rows = readTyped('name,source,target\nVoucher load,Payroll,Ledger');
      await at.take('Gil', rows, { place: team });
      const projects = (await at.house.store.list('projects/')).filter((key) => key.endsWith('/project'));
      expect(projects).toHaveLength(said.includes('list') ? 1 : 0);
      expect(saidBy(await at.take('Gil', add)).join(' ')).toContain('Voucher load is on the list');
    }
  });

  it('is let in on the local machine, where nobody else can write', async () => {
    expect(await asks(await open(knowing(dana), true))).not.toContain('I cannot tell');
  });
});

async function expectNothingFor(of: Stage, who: string, command: Command) {
  expect(saidBy(await of.take(who, command))).toContain(gone);
}

describe('a card whose data was tampered with', () => {
  const wrong: Record<string, () => PageRef> = {
    'a project that does not exist': () => pageAbout('elsewhere', here, purpose),
    'a project by a path': () => pageAbout('../../people', here, purpose),
    'an integration that does not exist': () =>
      pageAbout(project, { scope: 'integration', id: 'nowhere' }, purpose, { integration: 'nowhere' }),
    'an integration by a path': () => pageAbout(project, here, purpose, { integration: '../project' }),
    'another integration than its page': () =>
      pageAbout(project, { scope: 'integration', id: 'voucher-load-2' }, purpose),
    'an application that is at neither end': () =>
      pageAbout(project, { scope: 'application', id: 'bank' }, owner),
    'a question of another scope': () => pageAbout(project, here, owner),
    'a question that does not exist': () => pageAbout(project, here, 'owner-alignment.no-such'),
    'a question called like a part of every object': () => pageAbout(project, here, 'constructor'),
    'no question at all': () => pageAbout(project, here, purpose, { questions: [] }),
  };

  it.each(Object.keys(wrong))('does nothing, where it names %s', async (what) => {
    const page = wrong[what]?.() ?? pageAbout(project, here, purpose);
    for (const command of commandsAbout(page)) await expectNothing('Dana', command);
  });

  it('does not answer a question that is not on the page', async () => {
    const page = pageAbout(project, here, purpose);
    await stage.take('Dana', {
      do: 'answer',
      page,
      inputs: { [purpose]: 'show', 'owner-alignment.walk-through': 'not-yet' },
    });
    const stored = (await everything(stage)).get(`projects/${project}/integrations/voucher-load-1`);
    expect(JSON.stringify(stored)).toContain(purpose);
    expect(JSON.stringify(stored)).not.toContain('walk-through');
  });

  it('gives nobody a role that was not on offer', async () => {
    await begin(stage, 'Dana', { project, role: 'emperor' });
    await begin(stage, 'Dana', { project, role: 'application-owner@bank' });
    expect((await projectOf(stage)).people).toMatchObject([{ name: 'Dana', roles: [] }]);
  });
});

describe('the project of a team', () => {
  it('is there for whoever spoke in its channel, in personal chat as well', async () => {
    await stage.take('Omar', { do: 'help' }, { place: team });
    expect(kindsOf(await stage.take('Omar', { do: 'integrations', page: 1 }))).toEqual(['integrations']);
    expect((await projectOf(stage)).people.map(({ name }) => name)).toEqual(['Dana', 'Omar']);
  });

  it('begins once, where two people come with the first integration at once', async () => {
    const fresh = await openTestStage();
    const add = (who: string, name: string) =>
      fresh.take(
        who,
        { do: 'add-integration', inputs: { name, source: 'Payroll', target: 'Ledger' } },
        { place: team },
      );
    await Promise.all([add('Dana', 'Voucher load'), add('Omar', 'Deposits')]);
    const { applications } = await projectOf(fresh);
    expect(applications.map(({ id }) => id)).toEqual(['payroll', 'ledger']);
    const list = await fresh.take('Omar', { do: 'integrations', page: 1 }, { place: team });
    expect(list.messages).toMatchObject([{ total: 2 }]);
  });

  it('is not mixed up with the project that one of its people has alone', async () => {
    const inputs = { name: 'Secret', source: 'Here', target: 'There' };
    await stage.take('Omar', { do: 'add-integration', inputs });
    await stage.take('Omar', { do: 'integrations', page: 1 }, { place: team });
    const shown = await stage.take('Omar', { do: 'project', name: '' }, { place: team });
    expect(shown.messages).toMatchObject([{ kind: 'project', project: { id: project }, others: [] }]);
    expect(
      saidBy(await stage.take('Omar', { do: 'risks', name: 'Secret', page: 1 }, { place: team })),
    ).toContain('No integration is called “Secret”');
  });

  it('quotes nobody in the channel, and says who said what in personal chat', async () => {
    const page = pageAbout(project, here, purpose);
    await stage.take('Dana', { do: 'answer', page, inputs: { [purpose]: 'several' } });
    const risks = { do: 'risks', name: 'load 1', page: 1 } as const;
    const [inChannel, inPrivate] = [
      await stage.take('Dana', risks, { place: team }),
      await stage.take('Dana', risks),
    ];
    expect(findingsOf(inPrivate).findings[0]?.because).toMatchObject([{ by: { name: 'Dana' } }]);
    expect(findingsOf(inChannel).findings[0]).toMatchObject({ kind: 'risk', because: [], working: [] });
    expect(findingsOf(inChannel).counts).toEqual(findingsOf(inPrivate).counts);
  });

  it('does not tell the channel what one person is busy with', async () => {
    await begin(stage, 'Dana', { project });
    const said = [
      await stage.take('Dana', { do: 'help' }, { place: team }),
      await stage.take('Dana', { do: 'pause' }, { place: team }),
      await stage.take('Dana', { do: 'continue' }, { place: team }),
      await stage.take('Dana', { do: 'change', page: 1 }, { place: team }),
    ];
    expect(JSON.stringify(said)).not.toContain('Voucher load 1');
  });
});

describe('a project that is open to anyone', () => {
  it('is made from the sample in development, and is there for everybody', async () => {
    await stage.take('Zoe', { do: 'try-sample' });
    expect(kindsOf(await stage.take('Eve', { do: 'risks', name: 'API020', page: 1 }))).toEqual(['findings']);
  });

  it('is neither made nor seen outside development', async () => {
    const command: CardCommand = { do: 'try-sample' };
    const live = await openTestStage({ development: false });
    expect(saidBy(await live.take('Zoe', command))).toContain('There is no sample here');
    const palm = { ...(await projectOf(stage)), home: { kind: 'anyone' } };
    await live.house.store.create('projects/palm/project', palm);
    expect(saidBy(await live.take('Zoe', { do: 'integrations', page: 1 }))).toContain(
      'There is no project here yet',
    );
    const page = pageAbout('palm', { scope: 'project' }, 'owner-alignment.tie-break');
    expect(saidBy(await live.take('Zoe', { do: 'answer', page, inputs: {} }))).toContain(gone);
  });
});
