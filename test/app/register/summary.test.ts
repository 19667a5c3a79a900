import { afterEach, beforeEach, expect, test } from 'vitest';
import { integrationKey, listIntegrations, listProjects } from '../../../src/app/documents.ts';
import { generalTitle } from '../../../src/app/register/general-title.ts';
import { listMilestones } from '../../../src/app/register/milestone.ts';
import type { Answer } from '../../../src/core/interview/answer.ts';
import type { Integration } from '../../../src/core/landscape/landscape.ts';
import type { Milestone } from '../../../src/core/register/milestone.ts';
import { aimBytes } from '../../../src/render/renderer.ts';
import { content, openStage, type Stage } from '../../journeys/stage.ts';
import { buttonsOf } from '../../journeys/tapping.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.says('Dana', 'import');
  await stage.taps('Dana', 'Try it on a real project');
});
afterEach(() => stage.close());

const choices = [...content.question.values()].filter(
  ({ scope, answer }) => scope === 'integration' && answer.kind === 'choice',
);

/** Each question answered, with one option here and another there. */
function answersOf(offset: number): Answer[] {
  return choices.flatMap(({ key, answer }, at) => {
    if (answer.kind !== 'choice') return [];
    const option = answer.options[(at + offset) % answer.options.length]?.id ?? '';
    return [
      {
        question: key,
        by: { kind: 'person', id: 'id-of-Dana', name: 'Dana' },
        at: '2026-03-01T08:00:00.000Z',
        turn: 'one',
        said: { kind: 'value', value: { type: 'choice', option } },
      },
    ];
  });
}

async function grow(to: number): Promise<void> {
  const { store } = stage.house;
  const [project] = await listProjects(store);
  if (!project) throw new Error('the sample is a project');
  const known = await listIntegrations(store, project.id);
  for (let count = known.length; count < to; count += 1) {
    const like = known[count % known.length];
    if (!like) throw new Error('the sample has integrations');
    const more: Integration = {
      ...like,
      id: `more-${count}`,
      name: `${like.name} of agency ${count}`,
      answers: answersOf(count),
    };
    await store.create(integrationKey(project.id, more.id), more);
  }
}

test('three hundred integrations are one card, and the rest comes page by page', async () => {
  await grow(300);
  const [shown] = await stage.says('Dana', 'summary');
  expect(shown?.text).toContain('300 integrations');
  expect(JSON.stringify(shown?.card).length * 2).toBeLessThanOrEqual(aimBytes);
  expect(buttonsOf(shown?.card ?? {})).toContain('Next page');
  const [next] = await stage.taps('Dana', 'Next page');
  expect(next?.text).toContain('page 2 of');
});

test('a milestone outlives a restart, and the same gate twice is kept once', async () => {
  await stage.says('Dana', 'milestone Kick-off', { id: 'delivery-of-the-milestone' });
  await stage.says('Dana', 'milestone Kick-off', { id: 'delivery-of-the-milestone' });
  await stage.restart();
  expect(await milestoneKeys()).toHaveLength(1);
  const [shown] = await stage.says('Dana', 'compare');
  expect(shown?.text).toContain('Since Kick-off');
});

const milestoneKeys = async () =>
  (await stage.house.store.list('projects/')).filter((key) => key.includes('/milestones/'));

test('the summary counts from a milestone that was made again the same day', async () => {
  await stage.says('Dana', 'milestone');
  await grow(36);
  const since = async () => (await stage.says('Dana', 'summary'))[0]?.text;
  expect(await since()).toMatch(/Since As of .*: \d+ new/);
  stage.wait(1);
  await stage.says('Dana', 'milestone');
  expect(await since()).toContain('no risk has changed');
});

test('of one name and day the newest milestone is kept, and of many the first and the newest', async () => {
  const { store } = stage.house;
  await stage.says('Dana', 'milestone');
  stage.wait(1);
  await stage.says('Dana', 'milestone');
  const [key, ...others] = await milestoneKeys();
  expect(others).toEqual([]);
  const made = key && (await store.read(key));
  if (!made) throw new Error('a milestone was made');
  const { schema, id, ...rest } = made.value as Milestone;
  expect(rest.at).toContain('T09:');
  await endInitiate();
  for (let day = 1; day < 50; day += 1) {
    const at = `2026-03-02T${10 + Math.floor(day / 6)}:${10 + (day % 6)}:00.000Z`;
    const like: Milestone = {
      schema,
      ...rest,
      id: `${id}-${day}`,
      name: `Day ${day}`,
      at,
      findings: [],
      digests: {},
    };
    await store.create(`${key}-${day}`, like);
  }
  stage.wait(24);
  const [shown] = await stage.says('Dana', 'milestone Day 50');
  expect(shown?.text).toContain(
    '“Day 1” has gone: besides the gates I keep 50 milestones, the first and the newest.',
  );
  const kept = await listMilestones(store, key.split('/')[1] ?? '');
  expect(kept.map(({ name }) => name).filter((name) => /^As of|^Gate|Day (?:1|2|50)$/.test(name))).toEqual([
    'As of 2026-03-02',
    'Gate Initiate',
    'Day 2',
    'Day 50',
  ]);
});

test('a gate stays as it was, whatever people call their own milestone', async () => {
  await endInitiate();
  stage.wait(1);
  await stage.says('Dana', 'milestone Gate Initiate');
  const [key, ...others] = await milestoneKeys();
  expect(others).toHaveLength(1);
  const kept = await listMilestones(stage.house.store, key?.split('/')[1] ?? '');
  expect(kept.map(({ name, stage: at, gate }) => [name, at, gate])).toEqual([
    ['Gate Initiate', 'initiate', true],
    ['Gate Initiate', 'implement', undefined],
  ]);
});

/** The project goes on to its next stage. */
async function endInitiate(): Promise<void> {
  await stage.says('Dana', 'project');
  await stage.taps('Dana', 'Save', { Stage: 'Implement' });
}

test('where nobody has answered anything, no good news is made of it', async () => {
  const [shown] = await stage.says('Dana', 'summary');
  expect(shown?.text).toContain('Nothing can be said yet');
  expect(shown?.text).not.toContain('No risk found');
  expect(JSON.stringify(shown?.card)).toMatch(/0 of [\d,]+ questions? answered/);
});

test('a title about several names both ends as people would', () => {
  const titleOf = (rule: string) => generalTitle(content, { name: 'PALM' }, { rule, title: '' });
  expect(titleOf('business-continuity.outage-stops-work')).toBe(
    'An outage of the sending or the receiving application stops the work',
  );
  expect(titleOf('business-continuity.sides-differ-after-restore')).toBe(
    'The sending and the receiving application differ after a restore',
  );
});
