import { expect, it } from 'vitest';
import { formatOf } from '../../../src/app/export/export.ts';
import { readText } from '../../../src/app/read-command.ts';
import { begin, next, openTeamProject, openTestStage, saidBy, team } from '../interviewing.ts';

it('knows the files by the names that people give them', () => {
  const asked = [
    'excel',
    'Excel',
    'as xlsx',
    'to excel',
    'csv',
    'the register',
    'report',
    'as a report',
    'json',
    'a copy',
  ];
  expect(asked.map((name) => formatOf(name))).toEqual([
    ...['xlsx', 'xlsx', 'xlsx', 'xlsx', 'csv', 'csv', 'report', 'report', 'json', 'json'],
  ]);
  expect(['', 'voucher load', 'pdf'].map((name) => formatOf(name))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(readText('Export Excel')).toEqual({ do: 'export', name: 'Excel', typed: 'Export Excel' });
});

it('hands out the file that was asked for, and offers them where none was', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage, 2);
  for (const [format, ending] of [
    ['xlsx', '.xlsx'],
    ['csv', ' register.csv'],
    ['report', ' report.md'],
    ['json', '.json'],
  ] as const) {
    const { file, messages } = await stage.take('Dana', { do: 'export-file', project, format });
    expect(messages).toEqual([]);
    expect(file).toMatchObject({ format, name: `My project 2026-03-02${ending}` });
  }
  const offered = await stage.take('Dana', { do: 'export', name: 'pdf' });
  expect(saidBy(offered)).toContain('My project as a file');
});

it('shows a stranger nothing, and hands out nothing where others read along', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage);
  const stranger = await stage.take('Eve', { do: 'export-file', project, format: 'json' });
  expect(stranger.file).toBeUndefined();
  expect(saidBy(stranger)).toContain('I cannot find that any more');
  const channel = await stage.take('Dana', { do: 'export-file', project, format: 'json' }, { place: team });
  expect(channel.file).toBeUndefined();
  expect(saidBy(channel)).toContain('Files come in personal chat');
});

it('is no answer to a question in words that happens to be open', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage);
  const first = await begin(stage, 'Dana', { project, role: 'everything' });
  expect(first.questions.length).toBeGreaterThan(0);
  await stage.take('Dana', next(first, {}));
  const { file } = await stage.take('Dana', { do: 'export', name: 'excel', typed: 'export excel' });
  expect(file).toMatchObject({ format: 'xlsx' });
});
