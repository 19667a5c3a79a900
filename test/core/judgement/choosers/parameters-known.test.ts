import { expect, test } from 'vitest';
import type { Said } from '../../../../src/core/interview/answer.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { parameters, parametersKnown } from '../../../../src/core/judgement/choosers/parameters-known.ts';
import { survey } from '../../../../src/core/judgement/survey.ts';
import { vantageOf } from '../../../../src/core/landscape/landscape.ts';
import { content } from '../../../shipped-content.ts';
import { chose, orders, unsure } from '../../builders.ts';
import { around, of, webOrders } from './example.ts';

function known(said: Record<string, Said>, stage = 'implement') {
  const project = around({ stage });
  return survey(content, calculations, vantageOf(project, of(said)))
    .from(orders)
    .calculate(parametersKnown);
}

const full: Record<string, Said> = {
  ...webOrders,
  'one-size-fits-all.record-size': { kind: 'value', value: { type: 'number', low: 6, high: 6 } },
  'one-size-fits-all.window-start': chose('no-window'),
  'sensitive-data.data-class': chose('internal'),
};

test('they are fourteen, each a question of the content', () => {
  expect(parameters).toHaveLength(14);
  expect(parameters.filter(({ question }) => !content.question.has(question))).toEqual([]);
});

test('nine in ten known is enough when building begins', () => {
  expect(known(full)).toMatchObject({ kind: 'result', band: 'fine' });
  const { 'sensitive-data.data-class': _, ...less } = full;
  expect(known(less)).toMatchObject({ band: 'fine' });
  const { 'one-size-fits-all.on-failure': __, ...few } = less;
  expect(known(few)).toMatchObject({ band: 'high' });
});

test('fewer than six in ten is blind, and what is not known is named', () => {
  const blind = known({
    'expectations.delay-need': chose('next-day'),
    'one-size-fits-all.direction': chose('source-to-target'),
    'one-size-fits-all.records-per-day': unsure,
  });
  expect(blind).toMatchObject({ kind: 'result', band: 'certain' });
  expect(blind.kind === 'result' && blind.working).toMatchObject([
    expect.stringMatching(/^2 of \d+ things the approach rests on are known/),
    expect.stringContaining('volume'),
  ]);
});

test('what does not apply need not be known', () => {
  const outcome = known({ ...full, 'one-size-fits-all.frequency': chose('each-change') });
  expect(outcome.kind === 'result' && outcome.working[0]).toMatch(/of 1[12] things/);
});

test('nothing is judged while the first stage lasts', () => {
  expect(known({}, 'initiate')).toEqual({ kind: 'does-not-apply' });
});
