/** How well differences are told from agreement, on projects where it is known what was planted. */
import { expect, test } from 'vitest';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { differencesOf } from '../../../src/core/judgement/differences.ts';
import { content } from './calculations/given.ts';
import { differingProject, type Planted, today } from './differing-projects.ts';

const projects = Array.from({ length: 60 }, (_, at) => differingProject(content, at + 1));
const looked = projects.map(({ project, integrations, planted }) => {
  const differences = differencesOf(content, calculations, project, integrations, today);
  return { planted, found: new Map<string, Planted>(differences.map(({ id, kind }) => [id, kind])) };
});
const all = looked.flatMap(({ planted, found }) =>
  [...planted].map(([id, wish]) => ({ id, wish, got: found.get(id) ?? 'agreement' })),
);
const of = (wish: Planted) => all.filter((each) => each.wish === wish);
const paraphrased = projects.reduce((sum, each) => sum + each.paraphrased, 0);

test.each(['contradiction', 'minor', 'stale', 'vantage', 'gap'] as const)(
  '60 projects: each planted %s is found, as what it is',
  (kind) => {
    expect(of(kind).length).toBeGreaterThan(20);
    expect(of(kind).filter(({ got }) => got !== kind)).toEqual([]);
  },
);

test(`60 projects: of ${of('contradiction').length} contradictions, ${of('minor').length} minor differences, ${of('stale').length} old answers, ${of('vantage').length} vantages and ${of('gap').length} gaps none is missed`, () => {
  expect(all.filter(({ wish, got }) => wish !== 'agreement' && got === 'agreement')).toEqual([]);
});

test(`60 projects: none of ${of('agreement').length} agreements is taken for a difference, ${paraphrased} of them worded in two ways`, () => {
  expect(paraphrased).toBeGreaterThan(1000);
  expect(of('agreement').filter(({ got }) => got !== 'agreement')).toEqual([]);
  expect(looked.flatMap(({ planted, found }) => [...found.keys()].filter((id) => !planted.has(id)))).toEqual(
    [],
  );
});
