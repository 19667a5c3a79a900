import { describe, expect, it } from 'vitest';
import type { ImportedReply } from '../../../src/app/project/project-reply.ts';
import type { Outcome } from '../../../src/app/reply.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  answersOnFile,
  begin,
  everything,
  goOnTo,
  next,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidBy,
  saidOnFile,
  team,
} from '../interviewing.ts';

const header = 'name,source_application,target_application,frequency,volume';
const imports = (...rows: string[]) =>
  ({ do: 'import', file: 'list.csv', text: [header, ...rows].join('\n') }) as const;

const reportOf = ({ messages: [reply] }: Outcome) => (reply as ImportedReply).report;

describe('importing the same again', () => {
  it('changes nothing of the sample', async () => {
    const stage = await openTestStage();
    const first = await stage.take('Zoe', { do: 'try-sample' });
    expect(reportOf(first)).toMatchObject({
      integrations: { added: 30 },
      applications: { added: 13 },
      suggested: 99,
    });
    const before = await everything(stage);
    const again = await stage.take('Zoe', { do: 'try-sample' });
    expect(reportOf(again)).toMatchObject({
      integrations: { read: 30, added: 0, changed: 0 },
      applications: { read: 13, added: 0, changed: 0 },
      suggested: 0,
    });
    expect(await everything(stage)).toEqual(before);
  });

  it('adds everything once, where two people try the sample at once', async () => {
    const stage = await openTestStage();
    await Promise.all(['Zoe', 'Omar'].map((who) => stage.take(who, { do: 'try-sample' })));
    const keys = [...(await everything(stage)).keys()];
    expect(keys.filter((key) => key.includes('/integrations/'))).toHaveLength(30);
    expect((await projectOf(stage)).applications).toHaveLength(13);
    expect(await answersOnFile(stage)).toHaveLength(99);
  });

  it('changes nothing where the delivery comes twice', async () => {
    const stage = await openTestStage();
    const list = imports('Voucher load,Payroll,Ledger,nightly,2000');
    await Promise.all([1, 2].map(() => stage.take('Dana', list, { id: 'activity-1' })));
    const before = await everything(stage);
    await stage.take('Dana', list, { id: 'activity-1' });
    expect(await everything(stage)).toEqual(before);
    expect(await answersOnFile(stage)).toHaveLength(2);
  });
});

describe('an import while people answer', () => {
  it('loses neither an answer nor a suggestion', async () => {
    const stage = await openTestStage();
    const people = Array.from({ length: 10 }, (_, at) => `Person ${at + 1}`);
    const project = await openTeamProject(stage, 10, ...people);
    const question = 'owners-and-stakeholders.accountable-owner';
    const answers = people.flatMap((who, at) =>
      [
        pageAbout(project, { scope: 'application', id: 'payroll' }, question, { turn: `app ${at}` }),
        pageAbout(
          project,
          { scope: 'integration', id: `voucher-load-${at + 1}` },
          'one-size-fits-all.frequency',
          { integration: `voucher-load-${at + 1}`, turn: `load ${at}` },
        ),
      ].map((page) => ({ who, page })),
    );
    const rows = Array.from(
      { length: 10 },
      (_, at) => `Voucher load ${at + 1},Payroll,Bank ${at},nightly,2000`,
    );
    const [outcome] = await Promise.all([
      stage.take('Dana', imports(...rows), { place: team }),
      ...answers.map(({ who, page }) =>
        stage.take(who, { do: 'answer', page, inputs: { [page.questions[0] ?? '']: '?' } }),
      ),
    ]);
    expect(reportOf(outcome)).toMatchObject({ integrations: { read: 10, changed: 10 }, suggested: 20 });
    const onFile = await answersOnFile(stage);
    expect(onFile.filter(({ by }) => by.kind === 'person')).toHaveLength(20);
    expect(onFile.filter(({ by }) => by.kind === 'file')).toHaveLength(20);
  });

  it('decides again, where somebody adds the same integration a moment before it is written', async () => {
    let meddle: (() => Promise<void>) | undefined;
    const stage = await openTestStage({
      meddle: (store): Store => ({
        ...store,
        async create(key, value) {
          const before = key.includes('/integrations/') ? meddle : undefined;
          meddle = key.includes('/integrations/') ? undefined : meddle;
          await before?.();
          return store.create(key, value);
        },
      }),
    });
    meddle = async () => {
      const inputs = { name: 'Voucher load', source: 'Payroll', target: 'Ledger' };
      await stage.take('Omar', { do: 'add-integration', inputs }, { place: team });
    };
    const outcome = await stage.take('Dana', imports('Voucher load,Payroll,Ledger,nightly,'), {
      place: team,
    });
    expect(reportOf(outcome)).toMatchObject({
      integrations: { read: 1, added: 0, changed: 1 },
      suggested: 1,
    });
    const keys = [...(await everything(stage)).keys()].filter((key) => key.includes('/integrations/'));
    expect(keys).toHaveLength(1);
    expect(await saidOnFile(stage)).toEqual(['list.csv frequency daily']);
  });
});

describe('what a file suggests', () => {
  const column = 'one-size-fits-all.frequency';

  async function openSuggestion() {
    const stage = await openTestStage();
    await stage.take('Dana', imports('Voucher load 1,Payroll,Ledger,nightly,'), { place: team });
    const project = (await projectOf(stage)).id;
    const first = await begin(stage, 'Dana', { project, role: 'developer' });
    return { stage, page: await goOnTo(stage, 'Dana', first, column) };
  }

  it('fills in the page and counts for nothing, until Next confirms it', async () => {
    const { stage, page } = await openSuggestion();
    const asked = page.questions.find(({ key }) => key === column);
    expect(asked).toMatchObject({ filled: 'daily', fromFile: 'list.csv' });
    expect(await saidOnFile(stage)).not.toContain('Dana frequency daily');
    await stage.take('Dana', next(page, { [column]: asked?.filled ?? '' }));
    expect(await saidOnFile(stage)).toContain('Dana frequency daily');
  });

  it('is not confirmed by Back, nor by setting another question aside', async () => {
    const { stage, page } = await openSuggestion();
    const inputs = { [column]: 'daily' };
    const other = 'one-size-fits-all.delivery-means';
    const both = { ...page.ref, questions: [column, other] };
    const aside = { 'aside-question': other, 'aside-how': 'someone-else', 'aside-note': 'Omar' };
    await stage.take('Dana', { do: 'back', page: both, inputs });
    await stage.take('Dana', { do: 'set-aside', page: both, inputs: { ...inputs, ...aside } });
    const said = await saidOnFile(stage);
    expect(said).toContain(`Dana ${other.split('.')[1]} referred`);
    expect(said).not.toContain('Dana frequency daily');
  });

  it('is kept as the answer, where Back comes with something else filled in', async () => {
    const { stage, page } = await openSuggestion();
    await stage.take('Dana', { do: 'back', page: page.ref, inputs: { [column]: 'hourly' } });
    expect(await saidOnFile(stage)).toContain('Dana frequency hourly');
  });
});

it('says what is wrong with a list it cannot read, and makes no project for it', async () => {
  const stage = await openTestStage();
  const outcome = await stage.take('Dana', {
    do: 'import',
    file: 'list.csv',
    text: 'From;To\nPayroll;Ledger',
  });
  expect(saidBy(outcome)).toContain('I could not read that list');
  expect((await everything(stage)).size).toBe(0);
});

it('takes no list that is longer than any project', async () => {
  const stage = await openTestStage();
  const rows = Array.from({ length: 5_001 }, (_, row) => `Load ${row},Payroll,Ledger`);
  const text = ['name,source_application,target_application', ...rows].join('\n');
  const outcome = await stage.take('Dana', { do: 'import', file: 'list.csv', text });
  expect(saidBy(outcome).join(' ')).toContain('It has 5,001 rows, and I take 5,000 at most');
  expect((await everything(stage)).size).toBe(0);
});

it('does not take a pasted table that names no columns for an answer', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage);
  await begin(stage, 'Dana', { project });
  await stage.take('Dana', { do: 'say', text: 'Voucher load;Payroll;Ledger\nDeposits;Bank;Ledger' });
  expect(await saidOnFile(stage)).toEqual([]);
});
