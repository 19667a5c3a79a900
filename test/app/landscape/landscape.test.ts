import { beforeEach, expect, test } from 'vitest';
import { changeIntegration } from '../../../src/app/documents.ts';
import type { LandscapeReply, ReachReply } from '../../../src/app/landscape/landscape-reply.ts';
import type { Outcome } from '../../../src/app/reply.ts';
import { answer, chose } from '../../core/builders.ts';
import type { Stage } from '../../journeys/stage.ts';
import { openTeamProject, openTestStage, saidBy, team } from '../interviewing.ts';

let stage: Stage;
let project: string;
beforeEach(async () => {
  stage = await openTestStage();
  project = await openTeamProject(stage, 2);
});

const whole = (outcome: Outcome) => outcome.messages[0] as LandscapeReply;
const reach = (outcome: Outcome) => outcome.messages[0] as ReachReply;

async function says(integration: string, question: string, option: string): Promise<void> {
  await changeIntegration(stage.house.store, project, integration, (current) => ({
    ...current,
    answers: [...current.answers, answer(question, chose(option))],
  }));
}

test('in a shared conversation nothing is told of what is open about security', async () => {
  const rated = async (how = {}) => {
    const { sketches = [], places } = whole(
      await stage.take('Dana', { do: 'landscape', name: '', page: 1 }, how),
    );
    return JSON.stringify([sketches, places]).includes('worst');
  };
  expect(await rated()).toBe(false);
  await says('voucher-load-1', 'sensitive-data.signs-in-as', 'persons-account');
  expect([await rated(), await rated({ place: team })]).toEqual([true, false]);
});

test('only the first page comes with a picture', async () => {
  const first = whole(await stage.take('Dana', { do: 'landscape', name: '', page: 1 }));
  expect(first.sketches?.[0]?.nodes.length).toBe(first.applications + first.others);
  const [place] = first.places;
  const shown = { do: 'show-place', project, place: place?.id ?? '', page: 1 } as const;
  expect(reach(await stage.take('Dana', shown)).sketches).toBeDefined();
});

test('a stranger learns nothing, and a place that is gone is said to be gone', async () => {
  const gone = 'I cannot find that any more';
  const shown = { do: 'show-place', project, place: 'payroll', page: 1 } as const;
  expect(saidBy(await stage.take('Eve', shown))).toContain(gone);
  expect(saidBy(await stage.take('Eve', { do: 'landscape', name: '', page: 1 }))).toContain(
    'There is no project here yet',
  );
  expect(saidBy(await stage.take('Dana', { ...shown, place: 'nowhere' }))).toContain(gone);
});
