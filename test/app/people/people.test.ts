import { beforeEach, describe, expect, it } from 'vitest';
import { changeProject } from '../../../src/app/documents.ts';
import type { PeopleReply } from '../../../src/app/people/people-reply.ts';
import type { RosterReading } from '../../../src/app/people/roster.ts';
import { messageOf } from '../../../src/app/reminder/letter-words.ts';
import { letterKey, listPosted } from '../../../src/app/reminder/outbox.ts';
import type { NoticeReply, Outcome } from '../../../src/app/reply.ts';
import { roleKey } from '../../../src/core/landscape/roles.ts';
import type { Listed } from '../../../src/core/landscape/roster.ts';
import { isTrusted, managersOf } from '../../../src/core/landscape/trust.ts';
import { readTyped } from '../../../src/teams/read-text.ts';
import type { Meddle, Stage } from '../../journeys/stage.ts';
import { openTeamProject, openTestStage, pageOf, projectOf, saidBy, team } from '../interviewing.ts';

let stage: Stage;
let project: string;
let roster: RosterReading;
let asked: number;
/** Happens once, between what the next change of the project reads and what it writes. */
let meanwhile: (() => Promise<void>) | undefined;
const meddle: Meddle = (store) => ({
  ...store,
  write: async (key, value, version) => {
    const first = key.endsWith('/project') ? meanwhile : undefined;
    if (first) meanwhile = undefined;
    await first?.();
    return store.write(key, value, version);
  },
});
beforeEach(async () => {
  roster = { ok: false, why: 'BotNotInConversationRoster' };
  asked = 0;
  const members = () => {
    asked += 1;
    return Promise.resolve(roster);
  };
  stage = await openTestStage({ roster: { members }, meddle });
  await stage.take('Dana', { do: 'meet', address: 'payroll' }, { place: team });
  project = await openTeamProject(stage, 2, 'Omar');
  // It was asked for when Omar came.
  asked = 0;
  stage.wait(1);
});

const listed = (...names: string[]): Listed[] => names.map((name) => ({ id: `id-of-${name}`, name }));
const says = (who: string, text: string) => stage.take(who, readTyped(text));
const rolesOf = async (who: string) =>
  (await projectOf(stage)).people
    .find(({ name }) => name === who)
    ?.roles.map((held) => `${roleKey(held)} ${held.from?.how ?? ''}`.trim());
const deeds = async () =>
  ((await projectOf(stage)).deeds ?? []).flatMap(({ by, did }) =>
    did.kind === 'held-role' || did.kind === 'came-or-went' ? [`${by.name}: ${did.who.name} ${did.how}`] : [],
  );
const words = (outcome: Outcome) => saidBy(outcome).join(' ');
const buttonsOf = ({ messages: [first] }: Outcome) => (first as NoticeReply).buttons;
const peopleOf = ({ messages, replace }: Outcome) => (replace ?? messages[0]) as PeopleReply;
/** The newest letter to somebody, in words. */
const letterTo = async (who: string) => {
  const all = await listPosted(stage.house.store, project);
  const posted = all.findLast(({ letter: { to } }) => to.kind === 'person' && to.name === who);
  return posted && ((await messageOf(stage.house, posted.letter)) as NoticeReply | undefined);
};

describe('a role', () => {
  it.each([
    ['I own Ledger', 'application-owner@ledger claimed'],
    ["I'm the owner of ledger.", 'application-owner@ledger claimed'],
    ['I am the project manager', 'project-manager claimed'],
    ['I am the integration architect of Voucher load 1', 'integration-architect#voucher-load-1 claimed'],
    ['I am a developer for the project', 'developer claimed'],
  ])('is taken on by saying so: %s', async (text, role) => {
    expect(words(await says('Omar', text))).toContain('You are noted as');
    expect(await rolesOf('Omar')).toEqual([role]);
    expect(await deeds()).toEqual(['Omar: Omar claimed']);
  });

  it('is given to somebody, who is asked once whether that is right', async () => {
    expect(words(await says('Dana', 'Omar owns Ledger'))).toContain('Omar is noted as owner of Ledger');
    expect(await rolesOf('Omar')).toEqual(['application-owner@ledger given']);
    const letter = await letterTo('Omar');
    expect(letter).toMatchObject({ title: 'Are you owner of Ledger?' });
    const [yes] = letter?.buttons ?? [];
    await says('Dana', 'Ledger is owned by Omar');
    expect(await listPosted(stage.house.store, project)).toHaveLength(1);
    if (yes) await stage.take('Omar', yes.command as never);
    expect(await rolesOf('Omar')).toEqual(['application-owner@ledger confirmed']);
    expect(await letterTo('Omar')).toBeUndefined();
    expect(await deeds()).toEqual(['Dana: Omar given', 'Omar: Omar confirmed']);
  });

  it('is asked about in the end, though the process died between noting it and writing the letter', async () => {
    await says('Dana', 'Omar owns Ledger');
    const { store } = stage.house;
    const [posted] = await listPosted(store, project);
    if (!posted) throw new Error('Omar was written to');
    const key = letterKey(posted.letter);
    await store.remove(key, (await store.read(key))?.version ?? 0);
    await says('Dana', 'Omar owns Ledger');
    expect(await letterTo('Omar')).toMatchObject({ title: 'Are you owner of Ledger?' });
    expect(await deeds()).toEqual(['Dana: Omar given']);
  });

  it('of managing the project opens nothing before its holder says yes', async () => {
    await says('Dana', 'Omar is the project manager');
    const managers = async () => managersOf(await projectOf(stage)).map(({ name }) => name);
    expect(await managers()).toEqual(['Dana']);
    const yes = (await letterTo('Omar'))?.buttons[0];
    if (yes) await stage.take('Omar', yes.command as never);
    expect(await managers()).toEqual(['Omar']);
  });

  describe('that opens what is guarded, by somebody’s own word', () => {
    const managers = async () => managersOf(await projectOf(stage)).map(({ name }) => name);
    const tapLetter = async (who: string, at: number) => {
      const tapped = (await letterTo(who))?.buttons[at];
      if (!tapped) throw new Error(`nobody asked ${who}`);
      return stage.take(who, tapped.command as never);
    };

    it('opens nothing yet, and both hear of it at once', async () => {
      const said = words(await says('Omar', 'I am the project manager'));
      expect(said).toContain(
        'You hold it. What is kept for managers and security opens to you when Dana confirms; I have asked.',
      );
      expect(said).toContain('nobody is confirmed as project manager yet');
      expect(await managers()).toEqual(['Dana']);
      expect(await letterTo('Dana')).toMatchObject({ title: 'Is Omar project manager?' });
      await says('Omar', 'I am the project manager');
      expect(await listPosted(stage.house.store, project)).toHaveLength(1);
      const shown = peopleOf(await says('Dana', 'people'));
      expect(shown.posts[0]?.holders).toEqual([{ name: 'Omar', kind: 'member', unconfirmed: true }]);
      expect(shown.standIn).toBe('Dana');
    });

    it('opens with one tap of a manager, and they hear of it', async () => {
      await says('Omar', 'I am the project manager');
      expect(words(await tapLetter('Dana', 0))).toContain('Confirmed: Omar is project manager');
      expect(await managers()).toEqual(['Omar']);
      expect(await letterTo('Omar')).toMatchObject({ title: 'Dana confirms: you are project manager' });
      expect(await deeds()).toEqual(['Omar: Omar claimed', 'Dana: Omar vouched']);
    });

    it('is asked about, and answered, in the end, though the process died before it wrote either letter', async () => {
      const lose = async (who: string) => {
        const posted = (await listPosted(stage.house.store, project)).find(
          ({ letter: { to } }) => to.kind === 'person' && to.name === who,
        );
        if (!posted) throw new Error(`${who} was written to`);
        const key = letterKey(posted.letter);
        await stage.house.store.remove(key, (await stage.house.store.read(key))?.version ?? 0);
      };
      const inputs = { role: 'security' };
      const begun = { do: 'begin', project, integration: 'voucher-load-1', inputs } as const;
      const said = words(await stage.take('Omar', begun, { id: 'once' }));
      await lose('Dana');
      expect(words(await stage.take('Omar', begun, { id: 'once' }))).toBe(said);
      await lose('Dana');
      stage.wait(48);
      expect(words(await stage.take('Omar', begun))).toBe('');
      const yes = { do: 'answer-claim', project, who: 'id-of-Omar', role: 'security', yes: true } as const;
      expect(await letterTo('Dana')).toMatchObject({ title: 'Is Omar information security?' });
      await stage.take('Dana', yes);
      await lose('Omar');
      expect(words(await stage.take('Dana', yes))).toContain('Confirmed: Omar is information security');
      expect(await letterTo('Omar')).toMatchObject({ title: 'Dana confirms: you are information security' });
      await stage.take('Dana', yes);
      expect(await listPosted(stage.house.store, project)).toHaveLength(2);
      expect(words(await stage.take('Dana', { ...yes, yes: false }))).toContain('Nothing is left to answer');
    });

    it('is taken back with a no, and they hear of that', async () => {
      await says('Omar', 'I am the security officer of the project');
      expect(words(await tapLetter('Dana', 1))).toContain('Taken back: Omar is not information security');
      expect(await rolesOf('Omar')).toEqual([]);
      expect(await letterTo('Omar')).toMatchObject({ title: 'Dana says: you are not information security' });
    });

    it('stays with who manages the project where they ask to be asked everything', async () => {
      await says('Omar', 'I am the project manager');
      await tapLetter('Dana', 0);
      const begun = { do: 'begin', project, integration: 'voucher-load-1' } as const;
      const page = pageOf(await stage.take('Omar', { ...begun, inputs: { role: 'everything' } }));
      expect(page.ref.subject).toEqual({ scope: 'integration', id: 'voucher-load-1' });
      expect(await managers()).toEqual(['Omar']);
      const asManager = pageOf(await stage.take('Omar', { ...begun, inputs: { role: 'project-manager' } }));
      expect(asManager.ref.questions).not.toEqual(page.ref.questions);
    });

    it('opens where a manager says the same in words, for good', async () => {
      const inputs = { role: 'security' };
      const begun = await stage.take('Omar', { do: 'begin', project, integration: 'voucher-load-1', inputs });
      expect(words(begun)).toContain(
        'You hold it. What is kept for managers and security opens to you when Dana confirms',
      );
      await says('Dana', 'Omar is the security officer');
      const again = { do: 'begin', project, integration: 'voucher-load-2', inputs: { role: 'developer' } };
      await stage.take('Omar', again as never);
      expect(isTrusted(await projectOf(stage), 'id-of-Omar')).toBe(true);
      expect(await letterTo('Dana')).toBeUndefined();
    });

    it('that a manager gave is open also to whoever says yes at the start of an interview, for good', async () => {
      await says('Dana', 'Omar is the security officer');
      for (const [integration, role] of [
        ['voucher-load-1', 'security'],
        ['voucher-load-2', 'developer'],
      ] as const)
        await stage.take('Omar', { do: 'begin', project, integration, inputs: { role } });
      expect(isTrusted(await projectOf(stage), 'id-of-Omar')).toBe(true);
      expect(await letterTo('Omar')).toBeUndefined();
    });

    it('that others gave waits for a manager also where it is chosen at the start of an interview', async () => {
      await stage.take('Lee', { do: 'integrations', page: 1 }, { place: team });
      await says('Lee', 'Omar is the security officer');
      const inputs = { role: 'security' };
      const begun = await stage.take('Omar', { do: 'begin', project, integration: 'voucher-load-1', inputs });
      expect(words(begun)).toContain('opens to you when Dana confirms');
      expect(await letterTo('Dana')).toMatchObject({ title: 'Is Omar information security?' });
    });

    it('opens nothing where somebody else gave it who manages nothing', async () => {
      await stage.take('Lee', { do: 'integrations', page: 1 }, { place: team });
      await says('Lee', 'Omar is the project manager');
      expect(words(await tapLetter('Omar', 0))).toContain('opens to you when Dana confirms');
      expect(await managers()).toEqual(['Dana']);
      await tapLetter('Dana', 0);
      expect(await managers()).toEqual(['Omar']);
    });

    it('opens at once to who manages the project, alone or not, and stays theirs beside another', async () => {
      expect(words(await says('Dana', 'I am the project manager'))).not.toContain('opens to you');
      await says('Dana', 'Omar is the project manager');
      await tapLetter('Omar', 0);
      expect(await managers()).toEqual(['Dana', 'Omar']);
    });

    it('is not ended by others: nobody puts a manager out', async () => {
      await says('Dana', 'I am the project manager');
      const out = {
        do: 'give-role',
        project,
        role: 'project-manager',
        to: 'id-of-Dana',
        ends: true,
      } as const;
      expect(words(await stage.take('Omar', out))).toContain('Dana is still noted as project manager');
      expect(await managers()).toEqual(['Dana']);
    });

    it('is not ended by whoever stops managing the project while they write', async () => {
      await says('Omar', 'I am the project manager');
      const yes = (await letterTo('Dana'))?.buttons[0];
      meanwhile = async () => void (await stage.take('Dana', yes?.command as never));
      const out = {
        do: 'give-role',
        project,
        role: 'project-manager',
        to: 'id-of-Omar',
        ends: true,
      } as const;
      expect(words(await stage.take('Dana', out))).toContain('Omar is still noted as project manager');
      expect(await managers()).toEqual(['Omar']);
    });
  });

  it('is refused, and whoever gave it is told', async () => {
    await says('Dana', 'Omar is the developer of Voucher load 1');
    const no = (await letterTo('Omar'))?.buttons[1];
    expect(no?.title).toBe('Not me');
    if (no) await stage.take('Omar', no.command as never);
    expect(await rolesOf('Omar')).toEqual([]);
    expect(await letterTo('Dana')).toMatchObject({ title: 'Omar says: not me' });
    expect(await deeds()).toEqual(['Dana: Omar given', 'Omar: Omar refused']);
  });

  it('is given up', async () => {
    await says('Omar', 'I own Ledger');
    await says('Omar', 'I no longer own Ledger');
    expect(await rolesOf('Omar')).toEqual([]);
    expect(await deeds()).toEqual(['Omar: Omar claimed', 'Omar: Omar ended']);
  });

  it('is noted for somebody who is not in Teams, and nobody is written to', async () => {
    expect(words(await says('Dana', 'Ledger is owned by Jo Miller of Acme'))).toContain('I cannot ask them');
    expect((await projectOf(stage)).outsiders).toMatchObject([{ name: 'Jo Miller of Acme' }]);
    expect(await listPosted(stage.house.store, project)).toEqual([]);
  });

  describe('of somebody who came to Teams later', () => {
    const jo = { do: 'same-person', outside: 'Jo Miller', who: 'id-of-Jo Miller' } as const;
    const waits = async (who: string) => {
      const [reply] = (await stage.take(who, { do: 'reminders' })).messages;
      return reply?.kind === 'reminders' ? reply.open : [];
    };
    beforeEach(async () => {
      await says('Dana', 'Ledger is owned by Jo Miller');
      await stage.take('Jo Miller', { do: 'people', page: 1 }, { place: team });
    });

    it('is offered to whoever manages the project, and is theirs only with that yes', async () => {
      expect(await waits('Omar')).toEqual([]);
      expect(await waits('Dana')).toEqual(['Is Jo Miller one person?']);
      expect(peopleOf(await says('Omar', 'people')).sameNames).toEqual(['Jo Miller']);
      expect(words(await stage.take('Omar', { ...jo, project }))).toContain('Whoever manages the project');
      expect(await rolesOf('Jo Miller')).toEqual([]);
      expect(words(await stage.take('Dana', { ...jo, project }))).toContain('one person now');
      expect(await rolesOf('Jo Miller')).toEqual(['application-owner@ledger given']);
      expect((await projectOf(stage)).outsiders).toBeUndefined();
      expect((await letterTo('Jo Miller'))?.title).toContain('owner of Ledger');
      expect(words(await stage.take('Dana', { ...jo, project }))).toContain('cannot find');
      expect(await waits('Dana')).toEqual([]);
    });

    it('opens nothing by that yes where somebody noted it who manages nothing', async () => {
      await stage.take('Lee', { do: 'integrations', page: 1 }, { place: team });
      await changeProject(stage.house.store, project, (current) => {
        const from = {
          how: 'given',
          by: { id: 'id-of-Lee', name: 'Lee' },
          at: '2026-03-02T08:00:00.000Z',
        } as const;
        return { ...current, outsiders: [{ name: 'Jo Miller', roles: [{ role: 'project-manager', from }] }] };
      });
      await stage.take('Dana', { ...jo, project });
      const [yes] = (await letterTo('Jo Miller'))?.buttons ?? [];
      if (yes) await stage.take('Jo Miller', yes.command as never);
      expect(await rolesOf('Jo Miller')).toEqual(['project-manager confirmed']);
      expect(managersOf(await projectOf(stage)).map(({ name }) => name)).toEqual(['Dana']);
      expect(await letterTo('Dana')).toMatchObject({ title: 'Is Jo Miller project manager?' });
    });

    it('is that of the manager themselves, who is not told of others', async () => {
      await says('Jo Miller', 'Payroll is owned by Dana of Acme');
      await changeProject(stage.house.store, project, ({ outsiders: [jo, dana] = [], ...rest }) => ({
        ...rest,
        ...(jo && dana ? { outsiders: [jo, { ...dana, name: 'Dana' }] } : {}),
      }));
      const same = { ...jo, project, outside: 'Dana', who: 'id-of-Dana' };
      expect(words(await stage.take('Dana', same))).toMatch(/You are noted as owner of Payroll\.$/);
      expect(await letterTo('Dana')).toBeUndefined();
    });

    it('is offered to nobody where two bear the name', async () => {
      const members = [...listed('Dana', 'Omar', 'Jo Miller'), { id: 'another', name: 'Jo  miller' }];
      roster = { ok: true, members };
      stage.wait(5);
      expect(peopleOf(await says('Dana', 'people')).sameNames).toBeUndefined();
      expect(words(await stage.take('Dana', { ...jo, project }))).toContain('cannot find');
      expect(await rolesOf('Jo Miller')).toEqual([]);
    });
  });

  describe('where an application bears the name of the project', () => {
    beforeEach(() => changeProject(stage.house.store, project, (now) => ({ ...now, name: 'Ledger' })));

    it.each([
      ['I own Ledger', ['application-owner@ledger claimed']],
      ['I am the owner of ledger', ['application-owner@ledger claimed']],
      ['I am the developer of Ledger', ['developer claimed']],
    ])('is of the application for an owner alone: %s', async (text, roles) => {
      expect(words(await says('Omar', text))).toContain('You are noted as');
      expect(await rolesOf('Omar')).toEqual(roles);
    });

    it('is of the application for an owner who is not in Teams', async () => {
      const said = words(await says('Dana', 'Ledger is owned by Jo Miller of Acme'));
      expect(said).toContain('Jo Miller of Acme is noted as owner of Ledger');
      expect((await projectOf(stage)).outsiders).toMatchObject([
        { name: 'Jo Miller of Acme', roles: [{ role: 'application-owner', on: 'ledger' }] },
      ]);
    });

    it('is of the application for an owner who is filled in', async () => {
      const inputs = { who: 'Omar', role: 'application-owner', of: 'Ledger' };
      await stage.take('Dana', { do: 'note-role', project, inputs });
      expect(await rolesOf('Omar')).toEqual(['application-owner@ledger given']);
    });

    it('is asked about where an owner says no more than “the project”', async () => {
      expect(words(await says('Omar', 'I own the project'))).toContain('Which application is owned?');
      expect(await deeds()).toEqual([]);
    });
  });

  it('that nobody knows, or of what nobody knows, changes nothing', async () => {
    expect(words(await says('Dana', 'I am the emperor'))).toContain('I do not know what to do with');
    expect(words(await says('Dana', 'I own Atlantis'))).toContain('I know no application called “Atlantis”');
    expect(words(await says('Dana', 'I own voucher'))).toContain('I know no application');
    expect(await deeds()).toEqual([]);
  });

  it('of a thing that may be one of several is asked about, and a tap says which', async () => {
    const question = await says('Dana', 'I am the developer of voucher');
    expect(words(question)).toContain('2 match “voucher”');
    await stage.take('Dana', buttonsOf(question)[1]?.command as never);
    expect(await rolesOf('Dana')).toEqual(['developer#voucher-load-2 claimed']);
  });

  it('said at the start of an interview leaves those that were said outright', async () => {
    await says('Omar', 'I am the integration architect of Voucher load 1');
    const inputs = { role: 'developer' };
    await stage.take('Omar', { do: 'begin', project, integration: 'voucher-load-1', inputs });
    expect(await rolesOf('Omar')).toEqual(['developer', 'integration-architect#voucher-load-1 claimed']);
  });
});

describe('the roster', () => {
  it('names people who never wrote', async () => {
    roster = { ok: true, members: listed('Dana', 'Omar', 'Priya') };
    expect(words(await says('Dana', 'Priya owns Ledger'))).toContain('I ask them once');
    expect(await rolesOf('Priya')).toEqual(['application-owner@ledger given']);
    expect(peopleOf(await says('Dana', 'people')).silent).toBe(0);
  });

  it('is asked for every few hours, not every time', async () => {
    roster = { ok: true, members: listed('Dana', 'Omar') };
    for (const text of ['people', 'who is who', 'Omar owns Ledger']) await says('Dana', text);
    expect(asked).toBe(1);
    stage.wait(5);
    await says('Dana', 'people');
    expect(asked).toBe(2);
  });

  it('that cannot be read leaves what was known', async () => {
    roster = { ok: true, members: listed('Dana', 'Omar', 'Priya') };
    await says('Dana', 'people');
    roster = { ok: false, why: 'Throttled' };
    stage.wait(5);
    expect(peopleOf(await says('Dana', 'people')).silent).toBe(1);
    expect((await projectOf(stage)).people.map(({ left }) => left)).toEqual([undefined, undefined]);
  });

  it('is asked again for somebody who is not found', async () => {
    roster = { ok: true, members: listed('Dana', 'Omar') };
    await says('Dana', 'people');
    roster = { ok: true, members: listed('Dana', 'Omar', 'Priya') };
    stage.wait(0.1);
    await says('Dana', 'Priya owns Ledger');
    expect(await rolesOf('Priya')).toEqual(['application-owner@ledger given']);
  });
});

describe('the people card', () => {
  it('shows who is who, who was only said to be, and what nobody owns', async () => {
    await says('Dana', 'I am the project manager');
    await says('Dana', 'Omar owns Ledger');
    const shown = peopleOf(await stage.take('Dana', { do: 'people', page: 1 }, { place: team }));
    expect(shown.posts).toEqual([
      { role: 'Project manager', holders: [{ name: 'Dana', kind: 'member' }] },
      {
        role: 'Application owner',
        about: 'Ledger',
        holders: [{ name: 'Omar', kind: 'member', givenBy: 'Dana' }],
      },
    ]);
    expect([shown.ownerless, shown.roleless]).toEqual([['Payroll'], []]);
    await stage.take('Dana', shown.buttons[0]?.command as never);
    expect(peopleOf(await says('Dana', 'people')).ownerlessTotal).toBe(0);
  });

  it('notes what is filled in, and says what is missing', async () => {
    const note = (who: string, role: string, of: string) =>
      stage.take('Dana', { do: 'note-role', project, inputs: { who, role, of } });
    expect(peopleOf(await note('Omar', 'application-owner', ''))).toMatchObject({
      problem: expect.stringContaining('Which application is owned?'),
      filled: { who: 'Omar' },
    });
    await note('', 'developer', 'Voucher load 1');
    expect(await rolesOf('Dana')).toEqual(['developer#voucher-load-1 claimed']);
  });
});
