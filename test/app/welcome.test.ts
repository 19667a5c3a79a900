import { expect, it } from 'vitest';
import { privately } from '../journeys/stage.ts';
import { kindsOf, openTeamProject, openTestStage, team } from './interviewing.ts';

const meet = { do: 'meet', address: { conversation: 'somewhere' } } as const;

it('says welcome once, where both install events come at once', async () => {
  const stage = await openTestStage();
  const outcomes = await Promise.all([1, 2].map(() => stage.take('Dana', meet, { place: team })));
  expect(outcomes.map(kindsOf).toSorted()).toEqual([[], ['welcome']]);
  expect(kindsOf(await stage.take('Dana', meet, { place: team }))).toEqual([]);
});

it('says welcome once in each conversation', async () => {
  const stage = await openTestStage();
  for (const place of [team, privately('Dana'), privately('Omar')])
    expect(kindsOf(await stage.take('Dana', meet, { place }))).toEqual(['welcome']);
});

it('does not say welcome again after a restart', async () => {
  const stage = await openTestStage();
  await stage.take('Dana', meet);
  await stage.restart();
  expect(kindsOf(await stage.take('Dana', meet))).toEqual([]);
});

it('says welcome again after it was removed, and nothing to being removed', async () => {
  const stage = await openTestStage();
  await stage.take('Dana', meet);
  expect(kindsOf(await stage.take('Dana', { do: 'leave' }))).toEqual([]);
  expect(kindsOf(await stage.take('Dana', { do: 'leave' }))).toEqual([]);
  const outcomes = await Promise.all([1, 2].map(() => stage.take('Dana', meet)));
  expect(outcomes.map(kindsOf).toSorted()).toEqual([[], ['welcome']]);
});

it('takes being removed from where it never was as it comes', async () => {
  const stage = await openTestStage();
  expect(kindsOf(await stage.take('Dana', { do: 'leave' }))).toEqual([]);
  expect(kindsOf(await stage.take('Dana', meet))).toEqual(['welcome']);
});

it('welcomes with what is there already', async () => {
  const stage = await openTestStage();
  await openTeamProject(stage, 2);
  const [welcome] = (await stage.take('Dana', meet, { place: team })).messages;
  expect(welcome).toMatchObject({ kind: 'welcome', where: 'channel', project: { integrations: 2 } });
});

it('does not take whoever installed it for one of the people', async () => {
  const stage = await openTestStage();
  const project = await openTeamProject(stage);
  await stage.take('The installer', meet, { place: team });
  const kept = await stage.house.store.read(`projects/${project}/project`);
  expect(JSON.stringify(kept)).not.toContain('The installer');
});
