import { expect, test } from 'vitest';
import {
  doubts,
  unnecessaryRealTime,
} from '../../../../src/core/judgement/calculations/unnecessary-real-time.ts';
import { content, resultOf, sums } from './given.ts';

const justified = {
  delay: ['user-waits'],
  harm: ['law-or-safety'],
  origin: ['law-or-contract'],
  use: ['act-on-it'],
};

test('an immediate need with a law behind it and work done on it is watched, not doubted', () => {
  const result = resultOf(unnecessaryRealTime, justified);
  expect(result.band).toBe('watch');
  expect(sums(result)).toEqual(['+2 asked for at once or within a minute', '2 of 5 points; doubtful from 3']);
});

test.each([
  ['harm', 'worked-around'],
  ['harm', 'unnoticed'],
  ['origin', 'users-prefer-it'],
  ['origin', 'old-system'],
  ['use', 'look-at-it'],
  ['use', 'report'],
  ['use', 'keep'],
])('%s "%s" is one point more, and makes it doubtful', (input, option) => {
  expect(resultOf(unnecessaryRealTime, { ...justified, [input]: [option] }).band).toBe('high');
});

test('with every point against it, nothing speaks for the need', () => {
  const answers = {
    delay: ['one-minute'],
    harm: ['unnoticed'],
    origin: ['old-system'],
    use: ['look-at-it', 'report'],
  };
  const result = resultOf(unnecessaryRealTime, answers);
  expect(result.band).toBe('certain');
  expect(sums(result).at(-1)).toBe('5 of 5 points; doubtful from 3');
});

test('not knowing where the need comes from counts like a habit', () => {
  expect(resultOf(unnecessaryRealTime, { ...justified, origin: 'unsure' }).band).toBe('high');
});

test('data that is looked at and acted on is not only looked at', () => {
  expect(resultOf(unnecessaryRealTime, { ...justified, use: ['look-at-it', 'act-on-it'] }).band).toBe(
    'watch',
  );
});

test('where people differ, the reading that casts more doubt counts', () => {
  const answers = { ...justified, delay: ['same-day', 'user-waits'], harm: ['work-stops', 'worked-around'] };
  expect(resultOf(unnecessaryRealTime, answers).band).toBe('high');
});

test('a need that nobody calls immediate is fine', () => {
  const answers = { ...justified, delay: ['next-day'], harm: ['unnoticed'] };
  expect(resultOf(unnecessaryRealTime, answers).band).toBe('fine');
});

test('every option that earns points is an option of its question', () => {
  for (const { input, options } of doubts) {
    const answer = content.question.get(unnecessaryRealTime.inputs[input]?.question ?? '')?.answer;
    const offered = answer && 'options' in answer ? answer.options.map(({ id }) => id) : [];
    expect(offered).toEqual(expect.arrayContaining([...options]));
  }
});
