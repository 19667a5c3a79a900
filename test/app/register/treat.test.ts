import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, Inputs } from '../../../src/app/command.ts';
import { judgeProject } from '../../../src/app/register/judge-project.ts';
import { lapsedIn } from '../../../src/app/register/lapsed.ts';
import type { RiskRef } from '../../../src/app/register/register-command.ts';
import type { DecideReply, FindingsReply, TreatReply } from '../../../src/app/register/register-reply.ts';
import type { Outcome, Reply } from '../../../src/app/reply.ts';
import { canonicalText } from '../../../src/core/landscape/canonical.ts';
import type { Integration, Project } from '../../../src/core/landscape/landscape.ts';
import type { Deed, Treatment } from '../../../src/core/register/deed.ts';
import type { Posted } from '../../../src/core/reminder/letter.ts';
import { channelOf, type How, renderer, type Stage } from '../../journeys/stage.ts';
import {
  everything,
  findingsOf,
  notedOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidBy,
  team,
} from '../interviewing.ts';

const purpose = 'owner-alignment.purpose';
const gone = 'I cannot find that any more';
const here = { scope: 'integration', id: 'voucher-load-1' } as const;
const owner = 'owners-and-stakeholders.accountable-owner';
const payroll = { scope: 'application', id: 'payroll' } as const;

let stage: Stage;
let project: string;
let risk: RiskRef;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Lee', 'Omar');
  risk = { project, finding: 'owners-and-stakeholders.nobody-accountable@application:payroll' };
  await answer('Dana', 'nobody');
});

let cards = 0;
async function answer(by: string, option: string, how?: How) {
  cards += 1;
  const page = pageAbout(project, payroll, owner, { turn: `page-${cards}`, correction: true });
  return stage.take(by, { do: 'answer', page, inputs: { [owner]: option } }, how);
}

const only = (outcome: Outcome): Reply => {
  const all = [...(outcome.replace ? [outcome.replace] : []), ...outcome.messages];
  if (all.length !== 1 || !all[0])
    throw new Error(`one reply, not ${all.map(({ kind }) => kind).join(', ')}`);
  return all[0];
};
const decideOf = (outcome: Outcome) => {
  const reply = only(outcome);
  expect(reply.kind, JSON.stringify(reply)).toBe('decide');
  return reply as DecideReply;
};
const treatOf = (outcome: Outcome) => {
  const reply = only(outcome);
  expect(reply.kind, JSON.stringify(reply)).toBe('treat');
  return reply as TreatReply;
};
const look = async (by = 'Dana', how?: How) => decideOf(await stage.take(by, { do: 'decide', risk }, how));
const save = (seen: DecideReply['seen'], treatment: Treatment, inputs: Inputs): Command => ({
  do: 'treat',
  risk,
  treatment,
  seen,
  inputs,
});
const acceptance = { owner: 'Dana', reason: 'Two weeks only', approver: 'Lee', until: '2026-06-30' };
const accept = async (by = 'Dana', inputs: Inputs = acceptance) =>
  stage.take(by, save((await look(by)).seen, 'accept', inputs));

const decisions = ['treated', 'accepted', 'withdrawn'];

async function deeds(): Promise<readonly Deed[]> {
  const all = [...(await everything(stage))].flatMap(([key, document]) =>
    key.includes('/integrations/') || key.endsWith('/project')
      ? ((document as Project | Integration).deeds ?? [])
      : [],
  );
  return all.filter(({ did }) => decisions.includes(did.kind));
}
async function letters(): Promise<Posted[]> {
  return [...(await everything(stage))].flatMap(([key, document]) =>
    key.includes('/outbox/') ? [document as Posted] : [],
  );
}

/** Beside them the two who now differ are told that they do. */
async function lapseLetters(): Promise<Posted[]> {
  return (await letters()).filter(({ letter }) => letter.content.kind === 'acceptance-lapsed');
}

describe('a risk that nobody has decided about', () => {
  it('is shown with what it rests on', async () => {
    expect(await look()).toMatchObject({
      about: { scope: 'application', name: 'Payroll' },
      entry: { state: 'undecided', finding: { because: [{ by: { name: 'Dana' } }] } },
      seen: { decision: '' },
    });
  });

  it('is shown in a channel without anybody’s words', async () => {
    const { entry } = await look('Omar', { place: team });
    expect([entry.finding.because, entry.finding.working]).toEqual([[], []]);
  });

  it('asks for what it needs, with the caller as the owner', async () => {
    const { seen } = await look('Lee');
    const form = treatOf(await stage.take('Lee', { do: 'treat', risk, treatment: 'reduce', seen }));
    expect(form).toMatchObject({ filled: { owner: 'Lee' }, people: ['Dana', 'Lee', 'Omar'], problems: [] });
    expect(await deeds()).toEqual([]);
  });
});

describe('a risk of how data is protected', () => {
  const question = 'sensitive-data.data-class';
  const guarded = 'sensitive-data.class-unknown@integration:voucher-load-1';

  it('is decided about in personal chat, and not where others listen', async () => {
    const page = pageAbout(project, here, question, { correction: true });
    await stage.take('Dana', { do: 'answer', page, inputs: { [question]: '?' } });
    risk = { project, finding: guarded };
    const { seen } = await look();
    const inputs = { owner: 'Dana' };
    for (const command of [{ do: 'decide', risk } as const, save(seen, 'reduce', inputs)])
      expect(saidBy(await stage.take('Omar', command, { place: team }))).toContain(
        'This is not for a shared conversation',
      );
    expect(await deeds()).toEqual([]);
    const listed = await stage.take('Omar', { do: 'next-steps', all: true, page: 1 }, { place: team });
    expect(JSON.stringify(listed)).not.toContain('sensitive-data');
    const alone = await stage.take('Omar', { do: 'next-steps', all: true, page: 1 });
    expect(JSON.stringify(alone)).toContain('sensitive-data');
  });

  it('is listed in personal chat, and where others listen only counted', async () => {
    const account = 'sensitive-data.signs-in-as';
    const page = pageAbout(project, here, account, { correction: true });
    await stage.take('Dana', { do: 'answer', page, inputs: { [account]: 'persons-account' } });
    const ask = { do: 'risks', name: 'voucher load 1', page: 1 } as const;
    const heard = async (how?: How) => (await stage.take('Omar', ask, how)).messages[0] as FindingsReply;
    const [alone, shared] = [await heard(), await heard({ place: team })];
    expect(alone.findings.map(({ topic }) => topic)).toContain('sensitive-data');
    expect(alone.guarded).toEqual({ critical: 0, high: 0, medium: 0, low: 0 });
    expect(shared.findings.map(({ topic }) => topic)).not.toContain('sensitive-data');
    expect(shared.guarded).toEqual({ critical: 0, high: 1, medium: 0, low: 0 });
    expect(shared.counts).toEqual(alone.counts);
  });
});

describe('a decision', () => {
  it('is kept with who made it, when and through which door', async () => {
    const { seen } = await look();
    const inputs = { owner: 'Lee', due: '2026-05-01', note: 'Ask the agency', probability: '2', impact: '' };
    const { entry } = decideOf(await stage.take('Dana', save(seen, 'reduce', inputs)));
    expect(entry).toMatchObject({
      state: 'treated',
      owner: { id: 'id-of-Lee', name: 'Lee' },
      due: '2026-05-01',
      residual: { probability: 2, impact: 4, severity: 'medium' },
      inherent: { severity: 'critical' },
    });
    expect(await deeds()).toMatchObject([
      {
        by: { id: 'id-of-Dana', name: 'Dana' },
        door: 'teams',
        did: { kind: 'treated', note: 'Ask the agency' },
      },
    ]);
  });

  it('stands beside the risk on the card of its integration', async () => {
    await accept();
    const command = { do: 'show-risks', project, integration: 'voucher-load-1', page: 1 } as const;
    const { entries } = findingsOf(await stage.take('Omar', command));
    expect(entries).toMatchObject([{ finding: { id: risk.finding }, state: 'accepted' }]);
    const inChannel = findingsOf(await stage.take('Omar', command, { place: team }));
    expect(inChannel.entries).toMatchObject([{ state: 'accepted', owner: { name: 'Dana' } }]);
    expect(JSON.stringify(inChannel)).not.toMatch(/Two weeks only|Lee/);
  });

  it('names its owner where others listen, and nobody who accepted it or answered', async () => {
    await accept('Lee');
    await answer('Omar', 'several');
    const shown = [
      await stage.takes('Lee', { do: 'decide', risk }, { place: team }),
      await stage.takes('Lee', { do: 'risks', name: 'voucher load 1', page: 1 }, { place: team }),
    ].map(([card]) => card?.text ?? '');
    for (const text of shown) {
      expect(text).toContain('No longer accepted');
      expect(text).toContain('nswer has changed: 2 March 2026');
      expect(text).not.toMatch(/Omar|Lee|Two weeks only/);
    }
    expect(shown[0]).toContain('Owner: Dana');
    const [alone] = await stage.takes('Lee', { do: 'decide', risk });
    expect(alone?.text).toMatch(/Omar \(2 March 2026\).*Approved by: Lee/s);
  });

  it('hears where others listen of what is open, and not whom somebody named or what they said', async () => {
    const page = pageAbout(project, here, purpose, { correction: true });
    await stage.take('Omar', {
      ...{ do: 'set-aside', page },
      inputs: { 'aside-how': 'someone-else', 'aside-note': 'Jo Miller of Acme' },
    });
    const ask = { do: 'risks', name: 'voucher load 1', page: 1 } as const;
    const heard = async (how?: How) => JSON.stringify(await stage.take('Dana', ask, how));
    expect(await heard()).toContain('Jo Miller');
    expect(await heard({ place: team })).not.toContain('Jo Miller');
  });

  it('keeps what was typed where something is missing, and says all of it', async () => {
    const form = treatOf(await accept('Dana', { owner: 'Dana', reason: 'It is small', until: '2020-01-01' }));
    expect(form.problems).toHaveLength(2);
    expect(form.filled).toEqual({ owner: 'Dana', reason: 'It is small', until: '2020-01-01' });
    expect(await deeds()).toEqual([]);
  });

  it('is taken once, however often it is tapped or delivered', async () => {
    const { seen } = await look();
    const command = save(seen, 'accept', acceptance);
    const all = await Promise.all([
      stage.take('Dana', command, { id: 'delivery' }),
      stage.take('Dana', command, { id: 'delivery' }),
      stage.take('Dana', command),
    ]);
    all.push(await stage.take('Dana', command));
    for (const outcome of all) expect(decideOf(outcome).entry.state).toBe('accepted');
    expect(await deeds()).toHaveLength(1);
  });

  it('can be taken back, once', async () => {
    const { seen } = decideOf(await accept());
    const back = { do: 'withdraw', risk, seen } as const;
    for (const outcome of [await stage.take('Dana', back), await stage.take('Dana', back)])
      expect(decideOf(outcome).entry.state).toBe('undecided');
    expect((await deeds()).map(({ did }) => did.kind)).toEqual(['accepted', 'withdrawn']);
  });
});

describe('two people who act on the same risk', () => {
  it('one wins; the other sees that, and keeps what they typed', async () => {
    const [dana, omar] = [await look('Dana'), await look('Omar')];
    const commands = {
      Dana: save(dana.seen, 'accept', acceptance),
      Omar: save(omar.seen, 'avoid', { owner: 'Omar', note: 'Buy it instead' }),
    };
    const outcomes = await Promise.all(
      Object.entries(commands).map(([by, command]) => stage.take(by, command)),
    );
    const kinds = outcomes.map((outcome) => only(outcome).kind);
    expect(kinds.toSorted()).toEqual(['decide', 'treat']);
    expect(await deeds()).toHaveLength(1);
    const lost = outcomes.map(only).find(({ kind }) => kind === 'treat') as TreatReply;
    expect(lost.problems[0]).toMatch(/has decided since you opened this card/);
    expect(Object.keys(lost.filled).length).toBeGreaterThan(1);

    // Whoever saves again has seen it, and replaces it.
    const by = lost.treatment === 'avoid' ? 'Omar' : 'Dana';
    decideOf(await stage.take(by, save(lost.seen, lost.treatment, lost.filled as Inputs)));
    expect(await deeds()).toHaveLength(2);
  });

  it('a decision that was replaced is not taken back by an old card', async () => {
    const first = decideOf(await accept());
    decideOf(await stage.take('Omar', save(first.seen, 'avoid', { owner: 'Omar' })));
    const { entry, notes } = decideOf(await stage.take('Dana', { do: 'withdraw', risk, seen: first.seen }));
    expect([entry.treatment, notes]).toEqual([
      'avoid',
      ['Omar has decided since you opened this card: avoid. Save again to replace that.'],
    ]);
  });
});

describe('an old card', () => {
  it('does not accept other facts than those it showed', async () => {
    const { seen } = await look();
    await answer('Dana', 'several');
    const form = treatOf(await stage.take('Dana', save(seen, 'accept', acceptance)));
    expect(form.problems[0]).toMatch(/answers behind this risk have changed/);
    expect(decideOf(await stage.take('Dana', save(form.seen, 'accept', acceptance))).entry.state).toBe(
      'accepted',
    );
  });

  it('shows the same facts when an import has written their keys in another order', async () => {
    const { seen } = await look();
    const { store } = stage.house;
    const key = `projects/${project}/project`;
    const kept = await store.read(key);
    const imported = JSON.parse(canonicalText(kept?.value)) as Project;
    expect(JSON.stringify(imported)).not.toBe(JSON.stringify(kept?.value));
    await store.write(key, imported, kept?.version ?? 0);
    const saved = decideOf(await stage.take('Dana', save(seen, 'accept', acceptance)));
    expect(saved.entry.state).toBe('accepted');
  });

  it('says that the risk has gone', async () => {
    const { seen } = await look();
    await answer('Dana', 'one-person');
    for (const command of [save(seen, 'reduce', { owner: 'Dana' }), { do: 'decide', risk } as const])
      expect(saidBy(await stage.take('Dana', command))).toContain('This risk is no longer there');
    expect(await deeds()).toEqual([]);
  });
});

describe('an acceptance whose fact changes', () => {
  it('ends at once: whoever changed it sees that, approver and owner get a letter', async () => {
    await accept();
    const noted = notedOf(await answer('Omar', 'several'));
    expect(noted.lapsed).toEqual([
      { title: 'Payroll has no single accountable owner', told: ['Lee', 'Dana'] },
    ]);
    // Omar has seen it, and is neither.
    const sent = (await lapseLetters()).map(({ letter }) => [letter.to, letter.content] as const);
    expect(sent.toSorted(([one], [other]) => (one.id < other.id ? -1 : 1))).toEqual(
      ['Dana', 'Lee'].map((name) => [
        { kind: 'person', tenant: 'tenant-1', id: `id-of-${name}`, name },
        expect.objectContaining({ kind: 'acceptance-lapsed', why: 'answers', finding: risk.finding }),
      ]),
    );
    expect((await look()).entry).toMatchObject({ state: 'lapsed', acceptance: { holds: false } });
  });

  it('is told by the next morning where the process died before it wrote the letters', async () => {
    await accept();
    await answer('Omar', 'several');
    const { house } = stage;
    const told = (await lapseLetters()).map(({ letter }) => letter.id).toSorted();
    for (const key of await house.store.list(`projects/${project}/outbox/`))
      await house.store.remove(key, (await house.store.read(key))?.version ?? 0);
    expect(await lapseLetters()).toEqual([]);
    const at = await projectOf(stage);
    const open = { project: at, judged: () => judgeProject(house, at) };
    // The same letters, so that whoever had one gets none again.
    const found = await lapsedIn(open, house.now().getTime());
    expect(found.map(({ id }) => id).toSorted()).toEqual(told);
  });

  it('writes no letter to the person who changed it, and none twice: it waits for them until they decide anew', async () => {
    await accept('Dana', { ...acceptance, approver: 'Dana' });
    await answer('Dana', 'several');
    await answer('Dana', 'team');
    expect(await letters()).toEqual([]);
    expect((await look()).entry.state).toBe('lapsed');
    const waits = async (who: string) => {
      const [reply] = (await stage.take(who, { do: 'reminders' })).messages;
      return reply?.kind === 'reminders' ? reply.open : [];
    };
    expect(await waits('Dana')).toEqual(['No longer accepted: Payroll has no single accountable owner']);
    expect(await waits('Omar')).toEqual([]);
    const { seen } = await look();
    await stage.take('Dana', save(seen, 'reduce', { owner: 'Dana' }));
    expect(await waits('Dana')).toEqual([]);
  });

  it('ends, too, where the risk goes with the fact', async () => {
    await accept('Dana', { ...acceptance, approver: 'Steering group' });
    const noted = notedOf(await answer('Omar', 'one-person'));
    // Two people differ: the risk stays. What counts is that the fact is another.
    expect(noted.lapsed).toEqual([{ title: expect.any(String), told: ['Dana'] }]);
    expect(await lapseLetters()).toHaveLength(1);
  });

  it('goes on when another answer is given', async () => {
    await accept();
    const page = pageAbout(project, here, purpose, { correction: true });
    const outcome = await stage.take('Omar', { do: 'answer', page, inputs: { [purpose]: 'show' } });
    expect(notedOf(outcome).lapsed).toEqual([]);
    expect(await letters()).toEqual([]);
  });

  it('ends for a risk of another integration that shares the application', async () => {
    await accept();
    const page = pageAbout(project, payroll, owner, { integration: 'voucher-load-2', correction: true });
    const outcome = await stage.take('Omar', { do: 'answer', page, inputs: { [owner]: 'several' } });
    expect(notedOf(outcome).lapsed).toHaveLength(1);
  });
});

describe('a card whose data was tampered with', () => {
  const seen = { decision: '', facts: '' };
  const strange: Record<string, () => Partial<RiskRef>> = {
    'a rule that does not exist': () => ({ finding: 'no-such.rule@application:payroll' }),
    'a rule called like a part of every object': () => ({ finding: 'constructor@application:payroll' }),
    'an application that does not exist': () => ({ finding: risk.finding.replace('payroll', 'bank') }),
    'an integration by a path': () => ({
      finding: risk.finding.replace('application:payroll', 'integration:../project'),
    }),
    'no subject': () => ({ finding: 'owners-and-stakeholders.nobody-accountable' }),
    nothing: () => ({ finding: '@' }),
    'a project that does not exist': () => ({ project: 'elsewhere' }),
    'a project by a path': () => ({ project: '../people' }),
  };
  it.each(Object.keys(strange))('decides nothing, where it names %s', async (what) => {
    const named = { ...risk, ...strange[what]?.() };
    const before = await everything(stage);
    for (const command of [
      { do: 'decide', risk: named },
      { do: 'treat', risk: named, treatment: 'accept', seen, inputs: acceptance },
      { do: 'withdraw', risk: named, seen },
    ] as const)
      expect(saidBy(await stage.take('Dana', command)), JSON.stringify(command)).toContain(gone);
    expect(await everything(stage)).toEqual(before);
  });

  it('tells a stranger nothing, and another tenant neither', async () => {
    const before = await everything(stage);
    const ways: [string, How?][] = [
      ['Eve'],
      ['Eve', { place: channelOf('strangers') }],
      ['Dana', { tenant: 'tenant-2' }],
      ['Dana', { tenant: 'tenant-2', place: team }],
    ];
    for (const [by, how] of ways)
      for (const command of [
        { do: 'decide', risk },
        { do: 'treat', risk, treatment: 'accept', seen, inputs: acceptance },
        { do: 'withdraw', risk, seen },
        { do: 'show-steps', project, all: true, page: 1 },
        { do: 'show-step', project, step: 'owners-and-stakeholders.name-owner@application:payroll' },
        {
          do: 'move-step',
          project,
          step: 'owners-and-stakeholders.name-owner@application:payroll',
          seen: '',
          to: 'done',
          inputs: {},
        },
      ] as const)
        expect(saidBy(await stage.take(by, command, how)), JSON.stringify([by, command])).toContain(gone);
    expect(await everything(stage)).toEqual(before);
  });

  it('does not accept what an assertion or an unknown says', async () => {
    await answer('Dana', 'one-person');
    expect(saidBy(await stage.take('Dana', save(seen, 'accept', acceptance)))).toContain(
      'This risk is no longer there',
    );
  });

  it('names somebody with markup in the name literally', async () => {
    const name = '**Eve** [x](http://y) <at>z</at>';
    const { entry, ...reply } = decideOf(await accept('Dana', { ...acceptance, approver: name }));
    expect(entry.acceptance?.approver).toEqual({ name });
    const { card } = renderer.render({ ...reply, entry });
    expect(JSON.stringify(card)).toContain('"text":"**Eve** [x](http://y) <\u2060at>z<\u2060/at>"');
    expect((await projectOf(stage)).people.map((member) => member.name)).not.toContain(name);
  });
});
