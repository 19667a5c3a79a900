import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangesReply } from '../../../src/app/project/project-reply.ts';
import type { Outcome } from '../../../src/app/reply.ts';
import type { Posted } from '../../../src/core/reminder/letter.ts';
import { readWorkbook } from '../../../src/render/files/read-workbook.ts';
import type { Stage } from '../../journeys/stage.ts';
import { addRow, edit, handedIn, openWorkbook } from '../../journeys/workbook.ts';
import {
  answersOnFile,
  everything,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidBy,
} from '../interviewing.ts';

const question = 'owners-and-stakeholders.accountable-owner';
const subject = { scope: 'application', id: 'payroll' } as const;

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 3, 'Omar');
  await say('Dana', 'nobody');
});

const say = (who: string, option: string) => {
  const page = { ...pageAbout(project, subject, question), turn: `card of ${who} for ${option}` };
  return stage.take(who, { do: 'answer', page, inputs: { [question]: option } });
};

async function download(): Promise<ExcelJS.Workbook> {
  return openWorkbook((await stage.take('Dana', { do: 'export-file', project, format: 'xlsx' })).file);
}

const handIn = async (book: ExcelJS.Workbook, who = 'Omar') =>
  stage.take(who, { do: 'hand-in', file: 'palm.xlsx', handedIn: await handedIn(book) });

function changesOf({ replace, messages }: Outcome): ChangesReply {
  const [reply] = [...(replace ? [replace] : []), ...messages].filter(({ kind }) => kind === 'changes');
  if (reply?.kind !== 'changes') throw new Error(`no changes, but ${JSON.stringify(messages)}`);
  return reply;
}

const apply = (reply: ChangesReply, who = 'Omar') => {
  const command = reply.buttons.find((each) => each.command.do === 'apply-upload')?.command;
  if (command?.do !== 'apply-upload') throw new Error('nothing to apply');
  return stage.take(who, command);
};

describe('a workbook that comes back', () => {
  it('unchanged, changes nothing', async () => {
    const before = await everything(stage);
    expect(saidBy(await handIn(await download()))).toContain('Nothing in it differs');
    expect([...(await everything(stage)).keys()]).toEqual([...before.keys()]);
    expect((await projectOf(stage)).answers).toEqual([]);
  });

  it('shows each difference, and writes nothing until that is confirmed', async () => {
    const book = await download();
    edit(book, 'Integrations', 'Voucher load 2', 'Name', 'Voucher load, nightly');
    edit(book, 'Integrations', 'Voucher load 3', 'Target', 'Bank');
    edit(book, 'Applications', 'Ledger', 'Notes', '=the general ledger');
    edit(book, 'Answers', 'Dana', 'Answer', 'one-person');
    edit(book, 'Risks', 'Payroll', 'Treatment', 'reduce');
    edit(book, 'Risks', 'Payroll', 'Owner', 'Dana');
    edit(book, 'Risks', 'Payroll', 'Due', new Date('2026-06-30'));
    const before = JSON.stringify([...(await everything(stage))].filter(([key]) => !key.includes('uploads')));
    const reply = changesOf(await handIn(book));
    expect(JSON.stringify([...(await everything(stage))].filter(([key]) => !key.includes('uploads')))).toBe(
      before,
    );
    expect(reply.total).toBe(7);
    expect(reply.changes).toContainEqual({
      about: 'Voucher load 2',
      field: 'Name',
      from: 'Voucher load 2',
      to: 'Voucher load, nightly',
    });
    expect(saidBy(await apply(reply))[0]).toBe('7 changes are on file');

    const documents = await everything(stage);
    expect(documents.get(`projects/${project}/integrations/voucher-load-2`)).toMatchObject({
      name: 'Voucher load, nightly',
    });
    expect(documents.get(`projects/${project}/integrations/voucher-load-3`)).toMatchObject({
      target: { written: 'Bank' },
    });
    const after = await projectOf(stage);
    expect(after.applications.find(({ name }) => name === 'Ledger')?.notes).toBe('=the general ledger');
    expect(after.deeds).toContainEqual(
      expect.objectContaining({
        did: expect.objectContaining({ kind: 'treated', treatment: 'reduce', due: '2026-06-30' }),
      }),
    );
    // The answer is the one's who confirmed it, beside what Dana said.
    const answers = (await answersOnFile(stage)).filter((each) => each.question === question);
    expect(answers.map(({ by, said }) => [by.name, said.kind === 'value' && said.value])).toEqual([
      ['Dana', { type: 'choice', option: 'nobody' }],
      ['Omar', { type: 'choice', option: 'one-person' }],
    ]);
  });

  it('is applied once, by the one who sent it', async () => {
    const book = await download();
    edit(book, 'Answers', 'Dana', 'Answer', 'one-person');
    const reply = changesOf(await handIn(book));
    expect(saidBy(await apply(reply, 'Dana'))).toContain('No workbook waits here');
    await Promise.all([apply(reply), apply(reply)]);
    expect(saidBy(await apply(reply))).toContain('No workbook waits here');
    expect((await answersOnFile(stage)).filter((each) => each.question === question)).toHaveLength(2);
    const eve = await stage.take('Eve', { do: 'hand-in', file: 'x', handedIn: await handedIn(book) });
    expect(saidBy(eve)).toContain('I cannot find that any more');
  });

  it('leaves what somebody else has changed since, and says so', async () => {
    const book = await download();
    edit(book, 'Applications', 'Ledger', 'Notes', 'mine');
    edit(book, 'Applications', 'Payroll', 'Notes', 'also mine');
    const other = await download();
    edit(other, 'Applications', 'Ledger', 'Notes', 'theirs');
    await apply(changesOf(await handIn(other, 'Dana')), 'Dana');
    const reply = changesOf(await handIn(book));
    expect(reply.changes.map(({ to }) => to)).toEqual(['also mine']);
    expect(reply.conflicts).toEqual([{ about: 'Ledger', field: 'Notes', from: 'theirs', to: 'mine' }]);
    await apply(reply);
    const notes = (await projectOf(stage)).applications.map((each) => each.notes);
    expect(notes.sort()).toEqual(['also mine', 'theirs']);
  });

  it('is shown again where the record changes between the look and the tap', async () => {
    const book = await download();
    edit(book, 'Applications', 'Ledger', 'Notes', 'mine');
    edit(book, 'Applications', 'Payroll', 'Notes', 'mine too');
    const reply = changesOf(await handIn(book));
    const other = await download();
    edit(other, 'Applications', 'Ledger', 'Notes', 'theirs');
    await apply(changesOf(await handIn(other, 'Dana')), 'Dana');
    const again = changesOf(await apply(reply));
    expect(again.changes).toHaveLength(1);
    expect((await projectOf(stage)).applications.map(({ notes }) => notes)).not.toContain('mine too');
    await apply(again);
    expect((await projectOf(stage)).applications.map(({ notes }) => notes)).toContain('mine too');
  });

  it('names what it cannot take, and what nobody can place', async () => {
    const book = await download();
    edit(book, 'Answers', 'Dana', 'Answer', 'perhaps');
    edit(book, 'Integrations', 'Voucher load 1', 'Name', '');
    edit(book, 'Risks', 'Payroll', 'Treatment', 'ignore');
    book.addWorksheet('My notes').addRow(['whatever']);
    const page = book.getWorksheet('Applications');
    if (page) page.getCell(1, 9).value = 'Remarks';
    const reply = changesOf(await handIn(book));
    expect(reply.total).toBe(0);
    expect(reply.problems.map(({ why }) => why)).toEqual([
      'Name cannot be empty.',
      expect.stringContaining('I could not match “perhaps”'),
      'Treatment is one of avoid, reduce, share, accept.',
    ]);
    expect(reply.unknown).toEqual(['the column “Remarks” of Applications', 'the sheet “My notes”']);
  });

  it('ends an acceptance whose fact it changes, and approver and owner are told', async () => {
    const risk = { project, finding: 'owners-and-stakeholders.nobody-accountable@application:payroll' };
    const { messages } = await stage.take('Dana', { do: 'decide', risk });
    const [shown] = messages;
    if (shown?.kind !== 'decide') throw new Error('no risk to decide on');
    const inputs = { owner: 'Dana', reason: 'Two weeks only', approver: 'Omar', until: '2026-06-30' };
    await stage.take('Dana', { do: 'treat', risk, treatment: 'accept', seen: shown.seen, inputs });
    const book = await download();
    edit(book, 'Answers', 'Dana', 'Answer', 'several');
    const said = saidBy(await apply(changesOf(await handIn(book))));
    expect(said).toContain('No longer accepted: Payroll has no single accountable owner. I tell Dana.');
    const letters = [...(await everything(stage))].filter(([key]) => key.includes('/outbox/'));
    expect(letters.map(([, posted]) => (posted as Posted).letter.to)).toEqual([
      expect.objectContaining({ name: 'Dana' }),
    ]);
  });

  it('brings new integrations and applications with the rows below the others', async () => {
    const book = await download();
    addRow(book, 'Integrations', { Name: 'Payments', Source: 'ledger', Target: 'Bank', Notes: 'nightly' });
    addRow(book, 'Integrations', { Name: 'Voucher load 1', Source: 'Payroll', Target: 'Ledger' });
    addRow(book, 'Integrations', { Name: 'Voucher load 2', Source: 'Ledger', Target: 'Bank' });
    addRow(book, 'Integrations', { Name: 'Payments', Source: 'Ledger', Target: 'Payroll' });
    addRow(book, 'Integrations', { Name: 'Nowhere', Source: 'Ledger' });
    addRow(book, 'Applications', { Name: 'Archive', Notes: '=cold' });
    addRow(book, 'Risks', { Owner: 'Dana' });
    const reply = changesOf(await handIn(book));
    const lines = reply.changes.map(({ about, field, to }) => [about, field, to].join(' | '));
    expect(lines).toEqual([
      'Payments | New integration | ledger → Bank',
      'Archive | New application | Archive',
    ]);
    expect(reply.problems.map(({ about, why }) => `${about}: ${why}`).toSorted()).toEqual([
      'Nowhere: Still missing: where it goes.',
      'Payments: Another new row has this name.',
      'Voucher load 2: It is on the list already, with other applications.',
      expect.stringMatching(/^row \d+ of Risks: New rows count in Integrations and Applications\.$/),
    ]);
    await apply(reply);
    const documents = await everything(stage);
    expect(documents.get(`projects/${project}/integrations/payments`)).toMatchObject({
      name: 'Payments',
      source: { written: 'ledger', application: 'ledger' },
      target: { written: 'Bank', application: 'bank' },
      notes: 'nightly',
    });
    const { applications, deeds = [] } = await projectOf(stage);
    expect(applications.map(({ name }) => name)).toEqual(['Payroll', 'Ledger', 'Archive', 'Bank']);
    expect(applications.find(({ name }) => name === 'Archive')?.notes).toBe('=cold');
    expect(deeds.map(({ did }) => did)).toContainEqual({
      kind: 'imported',
      file: 'palm.xlsx',
      added: 2,
      changed: 0,
      answers: 0,
    });
    // The same rows once more are on file by now.
    expect(changesOf(await handIn(book)).total).toBe(0);
  });

  it('can be put away', async () => {
    const book = await download();
    edit(book, 'Applications', 'Ledger', 'Notes', 'mine');
    const reply = changesOf(await handIn(book));
    await stage.take('Omar', { do: 'drop-upload', project });
    expect(saidBy(await apply(reply))).toContain('No workbook waits here');
    expect((await projectOf(stage)).applications.map(({ notes }) => notes)).toEqual([undefined, undefined]);
  });
});

describe('a file that is no workbook of ours', () => {
  it('is told apart', async () => {
    const foreign = new ExcelJS.Workbook();
    foreign.addWorksheet('Sheet1').addRow(['a']);
    const bytes = new Uint8Array(await foreign.xlsx.writeBuffer());
    expect(await readWorkbook(bytes)).toEqual({ ok: false, why: 'not-ours' });
    expect(await readWorkbook(bytes.slice(0, bytes.length / 2))).toEqual({ ok: false, why: 'no-workbook' });
    expect(await readWorkbook(new TextEncoder().encode('PK\u0003\u0004'))).toEqual({
      ok: false,
      why: 'no-workbook',
    });
  });

  it('that swells when it is unpacked is not unpacked', async () => {
    const { zipSync } = await import('fflate');
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(await readWorkbook(bomb)).toEqual({ ok: false, why: 'too-large' });
  });
});
