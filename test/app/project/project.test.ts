import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectReply } from '../../../src/app/project/project-reply.ts';
import type { Stage } from '../../journeys/stage.ts';
import {
  findingsOf,
  kindsOf,
  openTeamProject,
  openTestStage,
  pageAbout,
  projectOf,
  saidBy,
  team,
} from '../interviewing.ts';

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage);
});

const save = (inputs: Record<string, string>) => stage.take('Dana', { do: 'set-project', project, inputs });

describe('the project card', () => {
  it('saves name, stage and dates', async () => {
    const outcome = await save({ name: ' Florida  PALM ', stage: 'prepare', 'date:go-live': '2026-11-01' });
    expect(await projectOf(stage)).toMatchObject({
      name: 'Florida PALM',
      stage: 'prepare',
      dates: { 'go-live': '2026-11-01' },
    });
    expect(outcome.replace).toMatchObject({ kind: 'project', project: { name: 'Florida PALM' } });
    expect(saidBy(outcome)).toContain('Florida PALM is up to date');
  });

  it('takes a date back that was emptied, and leaves alone what is not on the card', async () => {
    await save({ 'date:go-live': '2026-11-01', 'date:cutover': '2026-10-30' });
    await save({ 'date:go-live': ' ' });
    expect((await projectOf(stage)).dates).toEqual({ cutover: '2026-10-30' });
  });

  it('saves what it can read, and says what it cannot', async () => {
    const outcome = await save({
      'date:go-live': '2026-02-31',
      'date:cutover': '30 October 2026',
      stage: 'operate',
    });
    expect((outcome.replace as ProjectReply).problem).toBe(
      'I could not read a date in Go-live: “2026-02-31”.',
    );
    expect(await projectOf(stage)).toMatchObject({ stage: 'operate', dates: { cutover: '2026-10-30' } });
  });

  it('keeps name and stage, where there is none or no such one', async () => {
    const before = await projectOf(stage);
    await save({ name: '  ', stage: 'no-such-stage' });
    expect(await projectOf(stage)).toEqual(before);
  });

  it('keeps what two people save at once', async () => {
    await Promise.all([save({ 'date:go-live': '2026-11-01' }), save({ 'date:cutover': '2026-10-30' })]);
    expect((await projectOf(stage)).dates).toEqual({ 'go-live': '2026-11-01', cutover: '2026-10-30' });
  });
});

it('judges a date of the plan anew, as soon as it is saved', async () => {
  const question = 'owners-and-stakeholders.first-design-work';
  const told = 'owners-and-stakeholders.owner-commitment';
  const owner = 'owners-and-stakeholders.accountable-owner';
  for (const [key, answer] of [
    [owner, 'one-person'],
    [told, 'told'],
    [question, '2026-07-01'],
  ] as const) {
    const page = pageAbout(project, { scope: 'application', id: 'payroll' }, key);
    await stage.take('Dana', { do: 'answer', page, inputs: { [key]: answer } });
  }
  const late = async () =>
    findingsOf(await stage.take('Dana', { do: 'risks', name: 'load', page: 1 })).findings.find(
      ({ rule }) => rule === 'owners-and-stakeholders.late-owner',
    )?.kind;
  expect(await late()).toBe('unknown');
  await save({ 'date:plan-baseline': '2026-06-01' });
  expect(await late()).toBe('risk');
  await save({ stage: 'prepare' });
  expect(await late()).toBe('issue');
  await save({ stage: 'initiate', 'date:plan-baseline': '2026-08-01' });
  expect(await late()).not.toMatch(/risk|issue/);
});

describe('switching projects', () => {
  it('goes by name or a part of it, and the others are offered', async () => {
    await save({ name: 'Florida PALM' });
    const inputs = { name: 'Deposits', source: 'Bank', target: 'Books' };
    await stage.take('Omar', { do: 'add-integration', inputs });
    await stage.take('Omar', { do: 'help' }, { place: team });
    const switched = await stage.take('Omar', { do: 'project', name: 'palm' });
    expect(switched.messages).toMatchObject([
      { project: { name: 'Florida PALM' }, others: [{ name: 'My project' }] },
    ]);
    const list = await stage.take('Omar', { do: 'integrations', page: 1 });
    expect(list.messages).toMatchObject([{ project: 'Florida PALM' }]);
  });

  it('says so where there is no such project', async () => {
    const outcome = await stage.take('Dana', { do: 'project', name: 'Mars' });
    expect(kindsOf(outcome)).toEqual(['notice']);
    expect(saidBy(outcome)).toContain('You have no project “Mars”');
  });
});
