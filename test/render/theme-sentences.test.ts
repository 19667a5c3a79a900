import { expect, test } from 'vitest';
import { summaryData } from '../../src/render/summary-data.ts';
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

test('of several risks of which one is accepted, the headline and its line say so', () => {
  const { summary } = samples;
  if (summary.kind !== 'summary') throw new Error('it is the summary');
  const wording = wordingFor({ roles: [], stages: [] }, 1000);
  const { headline, risks } = summaryData({ ...summary, groups: summary.groups.slice(0, 5) }, wording);
  expect(headline).toMatch(/ risks, one of them accepted$/);
  expect(risks.some(({ mark }) => mark.includes(' · Lee Park has '))).toBe(true);
  const until = { of: 1, accepted: 1, until: ['2027-03-31'], treated: 0, owners: [] };
  const [first] = summary.groups;
  if (!first) throw new Error('it has risks');
  const [line] = summaryData({ ...summary, groups: [{ ...first, decided: until }] }, wording).risks;
  expect(line?.mark).toContain(' · accepted until 31 March 2027');
});

test('where nearly all is critical because its time has passed, it says so and what stands first', () => {
  const { summary } = samples;
  if (summary.kind !== 'summary') throw new Error('it is the summary');
  const wording = wordingFor({ roles: [], stages: [] }, 1000);
  const lateOf = (critical: number, late: number) =>
    themeSentences({ ...summary, counts: { ...summary.counts, critical }, late }, wording).find(
      ({ lead }) => lead === 'Late: ',
    )?.text;
  expect(lateOf(162, 120)).toBe(
    '120 of the 162 critical ones are so because the time to resolve them has passed. What was worst before stands first.',
  );
  expect(lateOf(20, 20)).toMatch(/^all 20 critical ones /);
  expect(lateOf(20, 0)).toBeUndefined();
  expect(lateOf(5, 5)).toBeUndefined();
});
