import { describe, expect, test } from 'vitest';
import type { Said, Value } from '../../../src/core/interview/answer.ts';
import type { AnswerShape } from '../../../src/core/interview/topic.ts';
import { type Distance, differ } from '../../../src/core/judgement/disagreement.ts';
import {
  amountOf,
  choice,
  chose,
  counted,
  dated,
  dateShape,
  multi,
  named,
  peopleShape,
  scale,
  textShape,
  ticked,
  wrote,
} from '../builders.ts';

function difference(shape: AnswerShape, ...said: Said[]): Distance {
  return differ(
    shape,
    said.flatMap((each): Value[] => (each.kind === 'value' ? [each.value] : [])),
  );
}

describe('two answers differ', () => {
  const delay = scale('at-once', 'minutes', 'hours', 'days');
  const rate = amountOf('records/day');
  const table: [string, AnswerShape, Said, Said, Distance][] = [
    ['not at all by the same option', choice('a', 'b'), chose('a'), chose('a'), 'none'],
    ['badly by any other option where there is no order', choice('a', 'b'), chose('a'), chose('b'), 'major'],
    ['a little by neighbours on a scale', delay, chose('hours'), chose('minutes'), 'minor'],
    ['badly by more than one step of a scale', delay, chose('at-once'), chose('hours'), 'major'],
    ['not by the order of what was ticked', multi('a', 'b'), ticked('a', 'b'), ticked('b', 'a'), 'none'],
    ['a little by what one of them ticked besides', multi('a', 'b'), ticked('a', 'b'), ticked('a'), 'minor'],
    ['badly by what each ticked alone', multi('a', 'b', 'c'), ticked('a', 'b'), ticked('b', 'c'), 'major'],
    ['badly by something and nothing ticked', multi('a', 'b'), ticked('a'), ticked(), 'major'],
    ['not by numbers up to a quarter apart', rate, counted(100), counted(125), 'none'],
    ['a little by numbers more than a quarter apart', rate, counted(100), counted(126), 'minor'],
    ['a little by a number twice as large', rate, counted(200), counted(100), 'minor'],
    ['badly by a number more than twice as large', rate, counted(201), counted(100), 'major'],
    ['not by ranges that touch', rate, counted(100, 200), counted(200, 900), 'none'],
    ['not by a number inside a range', rate, counted(150), counted(100, 900), 'none'],
    ['by the gap between ranges, not by their far ends', rate, counted(1, 100), counted(110, 900), 'none'],
    ['badly by nothing and something', rate, counted(0), counted(1), 'major'],
    ['not by nothing and nothing', rate, counted(0), counted(0), 'none'],
    ['not by the same day', dateShape, dated('2027-03-15'), dated('2027-03-15'), 'none'],
    ['a little by ten working days', dateShape, dated('2027-03-15'), dated('2027-03-29'), 'minor'],
    ['not by a weekend', dateShape, dated('2027-03-19'), dated('2027-03-21'), 'none'],
    ['a little by one working day', dateShape, dated('2027-03-19'), dated('2027-03-22'), 'minor'],
    [
      'a little by ten working days and two weekends',
      dateShape,
      dated('2027-03-19'),
      dated('2027-04-04'),
      'minor',
    ],
    ['badly by more than ten working days', dateShape, dated('2027-03-30'), dated('2027-03-15'), 'major'],
    [
      'not by the order or capitals of names',
      peopleShape,
      named('Dana Fox', 'Li'),
      named('li', ' dana  FOX '),
      'none',
    ],
    ['not by a name in full', peopleShape, named('Dana'), named('Dana Fox'), 'none'],
    ['not by the surname first', peopleShape, named('Fox, Dana'), named('Dana Fox (Sales)'), 'none'],
    ['not by accents', peopleShape, named('Zoe Muller'), named('Zoë Müller'), 'none'],
    ['badly by another first name', peopleShape, named('Dana Fox'), named('Lee Fox'), 'major'],
    ['badly by the people they name', peopleShape, named('Dana'), named('Li'), 'major'],
    ['badly by one name more', peopleShape, named('Dana'), named('Dana', 'Li'), 'major'],
    ['never by free text', textShape, wrote('this'), wrote('that'), 'none'],
  ];
  test.each(table)('%s', (_, shape, one, other, expected) => {
    expect(difference(shape, one, other)).toBe(expected);
    expect(difference(shape, other, one)).toBe(expected);
  });
});

test('among several answers the worst difference counts, wherever it stands', () => {
  const delay = scale('at-once', 'minutes', 'hours', 'days');
  expect(difference(delay, chose('minutes'), chose('at-once'), chose('minutes'))).toBe('minor');
  expect(difference(delay, chose('minutes'), chose('at-once'), chose('hours'))).toBe('major');
  expect(difference(delay, chose('hours'))).toBe('none');
  expect(difference(delay)).toBe('none');
});
