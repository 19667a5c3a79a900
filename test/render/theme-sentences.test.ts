import { expect, test } from 'vitest';
import { themeSentences } from '../../src/render/theme-sentences.ts';
import { wordingFor } from '../../src/render/wording.ts';
import { samples } from './samples.ts';

test('a name with which a risk begins keeps its capital within a sentence', () => {
  const { summary } = samples;
  if (summary.kind !== 'summary' || !summary.groups[0]) throw new Error('it has risks');
  const [{ worst, on }] = [summary.groups[0]];
  const named = { ...worst, about: 'Florida PALM', title: 'Florida PALM has no owner' };
  const wording = wordingFor({ roles: [], stages: [] }, 1000);
  const told = themeSentences({ ...summary, groups: [{ worst: named, on }] }, wording);
  expect(told[1]?.text).toMatch(/: Florida PALM has no owner\.$/);
});
