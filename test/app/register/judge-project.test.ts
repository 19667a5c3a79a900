import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeIntegration, listIntegrations, listProjects } from '../../../src/app/documents.ts';
import { judgeProject } from '../../../src/app/register/judge-project.ts';
import type { Answer } from '../../../src/core/interview/answer.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import { openStage, type Stage } from '../../journeys/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.says('Dana', 'hi');
  await stage.taps('Dana', 'Try it on a real project');
});
afterEach(() => stage.close());

const theProject = async () => {
  const [project] = await listProjects(stage.house.store);
  if (!project) throw new Error('the sample is a project');
  return project;
};

test('what nobody has touched is handed out of the store as it was, and so is judged once', async () => {
  const { store } = stage.house;
  const { id } = await theProject();
  const [before, after] = [await listIntegrations(store, id), await listIntegrations(store, id)];
  expect(before.length).toBeGreaterThan(1);
  expect(before.every((integration, at) => integration === after[at])).toBe(true);
});

test('a project judged with what is remembered has the findings of one judged afresh', async () => {
  const { house } = stage;
  const project = await theProject();
  const [first] = (await judgeProject(house, project)).integrations;
  if (!first) throw new Error('the sample has integrations');
  await changeIntegration(house.store, project.id, first.id, (integration) => ({
    ...integration,
    answers: [...integration.answers, notWritten],
  }));
  const { integrations, findings } = await judgeProject(house, project);
  expect(findings.map(({ about }) => about)).toContain(first.name);
  expect(findings).toEqual(assessProject(house.content, house.calculations, project, integrations));
});

const notWritten: Answer = {
  question: 'owner-alignment.business-result',
  by: { kind: 'person', id: 'id-of-Dana', name: 'Dana' },
  at: '2026-03-02T09:00:00.000Z',
  turn: 'one',
  said: { kind: 'value', value: { type: 'choice', option: 'not-written' } },
};
