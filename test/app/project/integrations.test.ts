import { expect, onTestFinished, test } from 'vitest';
import { play } from '../../journeys/play.ts';
import { openStage } from '../../journeys/stage.ts';

test('a line of the list speaks of its own integration, not of what all of them share', async () => {
  const stage = await openStage();
  onTestFinished(() => stage.close());
  await play(stage, { 'Dana types': 'import' });
  await play(stage, { 'Dana taps': 'Try it on a real project' });
  await play(stage, { 'Dana types': 'interview ARI024' });
  await play(stage, { 'Dana taps': 'Start', with: { 'Your role here': 'Business process owner' } });
  await play(stage, {
    'Dana answers': {
      'Who decides': 'Nobody has been named',
      'Plan for an outage': 'They cannot, the work stops',
    },
  });
  const shown = await play(stage, { 'Dana reads': 'integrations' });
  const text = shown.map((each) => each.text).join('\n');
  const marked = text.split('\n').filter((line) => line.includes('worst risk'));
  expect(marked).toEqual([expect.stringContaining('worst risk: high')]);
});
