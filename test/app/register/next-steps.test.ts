import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, Inputs } from '../../../src/app/command.ts';
import type { NextStepsReply, StepReply } from '../../../src/app/register/register-reply.ts';
import type { Outcome, Reply } from '../../../src/app/reply.ts';
import type { StepState } from '../../../src/core/register/deed.ts';
import { type How, renderer, type Stage } from '../../journeys/stage.ts';
import {
  everything,
  kindsOf,
  notedOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  pageOf,
  projectOf,
  saidBy,
  team,
} from '../interviewing.ts';

const owner = 'owners-and-stakeholders.accountable-owner';
const payroll = { scope: 'application', id: 'payroll' } as const;
const step = 'owners-and-stakeholders.name-owner@application:payroll';
const gone = 'I cannot find that any more';

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2, 'Lee', 'Omar');
  await stage.take('Dana', {
    do: 'begin',
    project,
    integration: 'voucher-load-1',
    inputs: { role: 'project-manager' },
  });
  await answer('Dana', 'nobody');
});

let cards = 0;
async function answer(by: string, option: string) {
  cards += 1;
  const page = pageAbout(project, payroll, owner, { turn: `page-${cards}`, correction: true });
  return stage.take(by, { do: 'answer', page, inputs: { [owner]: option } });
}
const replies = ({ replace, messages }: Outcome): Reply[] => [...(replace ? [replace] : []), ...messages];
const stepOf = (outcome: Outcome) => {
  const found = replies(outcome).find(({ kind }) => kind === 'step');
  if (!found) throw new Error(`no step, but ${kindsOf(outcome).join(', ')}: ${saidBy(outcome).join(' ')}`);
  return found as StepReply;
};
const listOf = (outcome: Outcome) => replies(outcome)[0] as NextStepsReply;
const list = async (by: string, all: boolean, how?: How) =>
  listOf(await stage.take(by, { do: 'next-steps', all, page: 1 }, how));
const open = async (by = 'Dana', how?: How) =>
  stepOf(await stage.take(by, { do: 'show-step', project, step }, how));
const move = (seen: string, to: StepState | undefined, inputs: Inputs = {}): Command => ({
  do: 'move-step',
  project,
  step,
  seen,
  inputs,
  ...(to ? { to } : {}),
});
const moved = async (by: string, to: StepState | undefined, inputs?: Inputs) =>
  stage.take(by, move((await open(by)).seen, to, inputs));
const deeds = async () =>
  ((await projectOf(stage)).deeds ?? []).filter(({ did }) => did.kind === 'moved-step');

describe('the list', () => {
  it('holds what is the caller’s by role, or the whole of the project', async () => {
    const mine = await list('Dana', false);
    expect(mine).toMatchObject({
      only: { whose: { kind: 'me' } },
      total: 1,
      lines: [{ entries: [{ id: step, owners: [{ name: 'Dana' }] }] }],
    });
    expect(await list('Lee', false)).toMatchObject({ total: 0, others: 1, lines: [] });
    expect(await list('Lee', true)).toMatchObject({ only: {}, total: 1 });
  });

  it('is the project’s in a channel', async () => {
    expect(await list('Lee', false, { place: team })).toMatchObject({ only: {}, total: 1 });
  });

  it('says what is late first', async () => {
    await stage.take('Dana', {
      do: 'set-project',
      project,
      inputs: { 'date:build-start': '2026-03-01' },
    });
    expect(await list('Dana', true)).toMatchObject({
      late: 1,
      lines: [{ entries: [{ due: '2026-03-01', late: true }] }],
    });
  });
});

describe('the list, narrowed', () => {
  const typed = async (only: string, how?: How) =>
    stage.take('Lee', { do: 'next-steps', all: false, page: 1, only }, how);

  it('is what was typed: whose, when, how bad, what about, in any order', async () => {
    for (const words of ['Dana', 'payroll', 'for Payroll critical', 'mine and Dana', 'the project manager'])
      expect(listOf(await typed(words)), words).toMatchObject({ total: 1, others: 0 });
    for (const words of ['overdue', 'nobody', 'voucher load 2', 'being done Payroll', 'mine'])
      expect(listOf(await typed(words)), words).toMatchObject({ total: 0, others: 1 });
  });

  it('asks which one is meant where several have the name, and says what it understands where none has', async () => {
    const [several] = replies(await typed('voucher critical'));
    expect(several).toMatchObject({
      title: '2 match “voucher”',
      buttons: [{ title: 'Voucher load 1' }, { title: 'Voucher load 2' }, { title: 'All next steps' }],
    });
    const [two] = replies(await typed('Dana and Lee overdue'));
    expect(two).toMatchObject({
      buttons: [{ title: 'Dana' }, { title: 'Lee' }, { title: 'All next steps' }],
    });
    expect(saidBy(await typed('xylophone'))).toContain('I know nobody and nothing called “xylophone”');
  });

  it('says that nothing has a date, and where to set one, where it was asked what is late', async () => {
    const [shown] = await stage.says('Lee', 'What is overdue?');
    expect(shown?.text).toContain('No step has a date, so none can be late');
    expect(replies(await typed('this week'))).toMatchObject([{ undated: true }]);
    await stage.take('Dana', { do: 'set-project', project, inputs: { 'date:build-start': '2026-06-01' } });
    expect(listOf(await typed('overdue'))).not.toHaveProperty('undated');
  });

  it('finds what waits for somebody who is said to know, and says what is known of a named owner', async () => {
    const purpose = pageAbout(
      project,
      { scope: 'integration', id: 'voucher-load-1' },
      'owner-alignment.purpose',
    );
    const aside = { 'aside-how': 'someone-else', 'aside-note': 'Zora' };
    await stage.take('Dana', { do: 'set-aside', page: purpose, inputs: aside });
    expect(listOf(await typed('zora'))).toMatchObject({ total: 1, narrowed: ['Zora'] });
    await answer('Dana', 'one-person');
    const named = 'owners-and-stakeholders.owner-name';
    const page = pageAbout(project, payroll, named, { turn: 'names', correction: true });
    await stage.take('Dana', { do: 'answer', page, inputs: { [named]: 'Quentin Ash' } });
    const [told] = replies(
      await stage.take('Dana', { do: 'next-steps', all: false, page: 1, only: 'quentin' }),
    );
    expect(told).toMatchObject({
      title: 'Quentin Ash is named as the owner of Payroll, and is not in this project yet',
      buttons: [{ title: 'Note as owner of Payroll' }, { title: 'Next steps of Payroll' }, {}],
    });
    const again = pageAbout(project, payroll, named, { turn: 'more names', correction: true });
    await stage.take('Dana', { do: 'answer', page: again, inputs: { [named]: 'Quentin Ash, Quentin Oak' } });
    const dana = (only: string) => stage.take('Dana', { do: 'next-steps', all: false, page: 1, only });
    expect(saidBy(await dana('quentin'))).toContain('Say the whole name: Quentin Ash and Quentin Oak.');
    expect(saidBy(await dana('quentin oak'))[0]).toContain('Quentin Oak is named as the owner of Payroll');
    // Lee might be asked the same, and answers first.
    await stage.take('Lee', { do: 'give-role', project, role: 'project-manager' });
    expect(saidBy(await typed('quentin'))).toContain('I know nobody and nothing called “quentin”');
  });

  it('goes by what several words say together before a name that begins like one of them', async () => {
    const text = 'name,source_application,target_application\nNotifications,Payroll,Ledger';
    await stage.take('Dana', { do: 'import', file: 'more.csv', text }, { place: team });
    expect(listOf(await typed('not started'))).toMatchObject({ only: { time: 'open' }, total: 1 });
    expect(listOf(await typed('no owner')).only).toEqual({ whose: { kind: 'nobody' } });
    expect(listOf(await typed('notif')).only).toHaveProperty('about');
  });

  it('is looked for among so many words as somebody types, and no more', async () => {
    expect(listOf(await typed('for '.repeat(30)))).toMatchObject({ total: 1 });
    expect(saidBy(await typed('for '.repeat(240))).join()).toContain('nothing called “for for');
  });

  it('is what was filled in, in the place of the card; a place that is not there is told in it', async () => {
    const filter = async (inputs: Inputs) => stage.take('Lee', { do: 'filter-steps', project, inputs });
    const { replace, messages } = await filter({
      whose: 'person:Dana',
      time: 'any',
      weight: 'high',
      about: 'payr',
    });
    expect(messages).toEqual([]);
    expect(replace).toMatchObject({ total: 1, narrowed: ['Dana', 'High or worse', 'Payroll'] });
    expect((await filter({ about: 'moon' })).replace).toMatchObject({
      problem: 'No application or integration is called “moon”.',
      form: { filled: { about: 'moon' } },
    });
    expect((await filter({ whose: 'sun:x', time: 'never', weight: '5' })).replace).toMatchObject({
      only: {},
    });
  });

  it('has the name in its form as it is, so that it is found again, and which one of two of that name', async () => {
    const text =
      'name,source_application,target_application\nAPI_002*x*,Payroll,Ledger\nLedger,Payroll,Ledger';
    await stage.take('Dana', { do: 'import', file: 'more.csv', text }, { place: team });
    const filter = async (about: string) =>
      (await stage.take('Lee', { do: 'filter-steps', project, inputs: { about } })).replace as NextStepsReply;
    const inForm = (reply: NextStepsReply) =>
      /"id":"about".*?"value":"(.*?)"/.exec(JSON.stringify(renderer.render(reply).card))?.[1] ?? '';
    const found = await filter('api_002');
    expect(found).toMatchObject({ narrowed: ['API_002*x*'] });
    expect(await filter(inForm(found))).toMatchObject({ only: found.only });

    expect((await filter('ledger')).problem).toBe('Which one: Ledger (application), Ledger (integration)?');
    const one = await filter('Ledger (integration)');
    expect(one.only).toEqual({ about: { scope: 'integration', id: 'ledger' } });
    expect(await filter(inForm(one))).toMatchObject({ only: one.only });
  });

  it('names in no channel whom somebody called the one who knows', async () => {
    const question = 'owner-alignment.purpose';
    const page = pageAbout(project, { scope: 'integration', id: 'voucher-load-1' }, question);
    const aside = { 'aside-how': 'someone-else', 'aside-note': 'Zora' };
    await stage.take('Dana', { do: 'set-aside', page, inputs: aside });
    const key = `ask.${question}`;
    const cards = [
      { do: 'show-step', project, step: `${key}@integration:voucher-load-1` },
      { do: 'list-steps', project, only: { step: key }, page: 1 },
    ] as const;
    for (const command of cards) {
      const shown = async (how?: How) =>
        JSON.stringify(replies(await stage.take('Lee', command, how)).map((reply) => renderer.render(reply)));
      expect(await shown()).toContain('Ask Zora about Voucher load 1');
      expect(await shown({ place: team })).toContain('Find out for Voucher load 1');
      expect(await shown({ place: team })).not.toContain('Zora');
    }
  });

  it('reads out in no channel what one person has to do', async () => {
    const how = { place: team };
    expect(saidBy(await typed('Dana', how))).toContain('Let us do this in private');
    expect(saidBy(await typed('Dana and Lee', how))).toContain('Let us do this in private');
    const { form } = await list('Lee', true, how);
    expect(JSON.stringify(form)).not.toContain('Dana');
    const only = { whose: { kind: 'person', name: 'Dana' } } as const;
    expect(saidBy(await stage.take('Lee', { do: 'list-steps', project, only, page: 1 }, how))).toContain(
      gone,
    );
  });
});

describe('a step', () => {
  it('belongs to whoever starts it, where nobody in particular has it', async () => {
    await stage.take('Dana', { do: 'give-role', project, role: 'project-manager', ends: true });
    expect((await open('Lee')).entry.owners).toEqual([]);
    expect(stepOf(await moved('Lee', 'doing')).entry).toMatchObject({
      state: 'doing',
      owners: [{ id: 'id-of-Lee', name: 'Lee' }],
    });
  });

  it('is given to somebody else, with another date, and stays as it stands', async () => {
    await moved('Dana', 'doing');
    const { entry } = stepOf(await moved('Dana', undefined, { owner: 'lee', due: '1 May 2026' }));
    expect(entry).toMatchObject({ state: 'doing', owners: [{ name: 'Lee' }], due: '2026-05-01' });
    expect((await list('Lee', false)).total).toBe(1);
    expect((await list('Dana', false)).total).toBe(0);
  });

  it('is dropped with a reason only, and what was typed stays', async () => {
    const refused = stepOf(await moved('Dana', 'dropped', { owner: 'Lee', due: '', reason: ' ' }));
    expect(refused).toMatchObject({
      filled: { owner: 'Lee' },
      problems: [expect.stringMatching(/^Why is it dropped/)],
    });
    expect(await deeds()).toEqual([]);
    const { entry } = stepOf(await moved('Dana', 'dropped', { reason: 'The agency goes' }));
    expect(entry).toMatchObject({ state: 'dropped', reason: 'The agency goes' });
    expect((await list('Dana', true)).total).toBe(0);
  });

  it('is shown in a channel without anybody’s words', async () => {
    await moved('Dana', 'dropped', { reason: 'The agency goes' });
    expect(JSON.stringify(await open('Omar', { place: team }))).not.toContain('The agency goes');
  });

  it('is moved once, however often it is tapped or delivered', async () => {
    const { seen } = await open();
    const command = move(seen, 'doing', { owner: 'Dana', due: '', reason: '' });
    const all = await Promise.all([
      stage.take('Dana', command, { id: 'delivery' }),
      stage.take('Dana', command, { id: 'delivery' }),
      stage.take('Dana', command),
    ]);
    all.push(await stage.take('Dana', command));
    for (const outcome of all)
      expect(stepOf(outcome)).toMatchObject({ entry: { state: 'doing' }, problems: [] });
    expect(await deeds()).toHaveLength(1);
  });

  it('goes to one of two people at once; the other sees that, and keeps what they typed', async () => {
    const { seen } = await open();
    const outcomes = await Promise.all([
      stage.take('Dana', move(seen, 'doing', { owner: 'Dana' })),
      stage.take('Omar', move(seen, 'dropped', { reason: 'Not needed' })),
    ]);
    const [lost, ...others] = outcomes.map(stepOf).filter(({ problems }) => problems.length > 0);
    expect(others).toEqual([]);
    expect(lost?.problems[0]).toMatch(/has changed this step since you opened this card/);
    expect(await deeds()).toHaveLength(1);
  });
});

describe('done', () => {
  it('asks the one question that shows it, and does not count before', async () => {
    const outcome = await moved('Dana', 'done');
    expect(stepOf(outcome).entry).toMatchObject({ state: 'done', unproven: true });
    expect(pageOf(outcome).ref).toMatchObject({ subject: payroll, questions: [owner], correction: true });
    expect((await list('Dana', false)).total).toBe(1);

    const noted = notedOf(
      await stage.take('Dana', {
        do: 'answer',
        page: pageOf(outcome).ref,
        inputs: { [owner]: 'one-person' },
      }),
    );
    expect(noted.cleared).toContain('Payroll has no single accountable owner');
    const left = (await list('Dana', true)).lines.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(left).not.toContain(step);
  });

  it('is closed for an old card, which says so', async () => {
    const { seen } = await open();
    await answer('Dana', 'one-person');
    expect(saidBy(await stage.take('Dana', move(seen, 'doing')))).toContain('This step is closed');
    expect(saidBy(await stage.take('Dana', { do: 'show-step', project, step }))).toContain(
      'This step is closed',
    );
    expect(await deeds()).toEqual([]);
  });

  it('is open again when the fact comes back', async () => {
    await moved('Dana', 'done');
    await answer('Dana', 'one-person');
    await answer('Dana', 'several');
    expect((await open()).entry).toMatchObject({ state: 'open', unproven: false });
  });

  it('asks nobody in a channel', async () => {
    const { seen } = await open('Dana', { place: team });
    const outcome = await stage.take('Dana', move(seen, 'done'), { place: team });
    expect(kindsOf(outcome)).toEqual(['step']);
  });
});

describe('a card whose data was tampered with', () => {
  it.each([
    'no-such.step@application:bank',
    'constructor@application:constructor',
    `${step}/../x`,
    '@integration:../project',
    'step',
    '@',
  ])('moves nothing, where it names %s', async (strange) => {
    const before = await everything(stage);
    for (const command of [
      { do: 'show-step', project, step: strange },
      { do: 'move-step', project, step: strange, seen: '', to: 'done', inputs: {} },
      { do: 'prove-step', project, step: strange },
    ] as const)
      expect(saidBy(await stage.take('Dana', command)), JSON.stringify(command)).toContain(gone);
    expect(await everything(stage)).toEqual(before);
  });

  it('moves nothing, where it names a step that nothing asks for', async () => {
    const strange = 'owners-and-stakeholders.name-owner@application:ledger';
    const command = { do: 'move-step', project, step: strange, seen: '', to: 'done', inputs: {} } as const;
    expect(saidBy(await stage.take('Dana', command))).toContain('This step is closed');
    expect(await deeds()).toEqual([]);
  });
});
