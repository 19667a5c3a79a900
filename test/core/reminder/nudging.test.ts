import { expect, it } from 'vitest';
import {
  countedIn,
  ended,
  type Item,
  type Nudges,
  putOff,
  stillWaiting,
  whatIsDue,
} from '../../../src/core/reminder/nudging.ts';

const step: Item = { key: 'step', project: 'palm', giver: { id: 'dana', name: 'Dana' } };
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}`;
/** Every day is a working day here. */
const since = (today: string) => (last: string) => Number(today.slice(8)) - Number(last.slice(8));

/** Day by day, from the first of March: what is said, and what is passed on. Nobody ever reacts. */
function days(
  count: number,
  react: (nudged: Nudges['nudged'], today: string) => Nudges['nudged'] = (same) => same,
) {
  let nudged: Nudges['nudged'] = {};
  const said: number[] = [];
  const passedOn: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const today = day(number);
    const due = whatIsDue([step], nudged, today, since(today));
    if (due.say.length > 0) said.push(number);
    if (due.passOn.length > 0) passedOn.push(number);
    nudged = countedIn(
      nudged,
      due.say.map(({ key }) => key),
      today,
    );
    nudged = ended(
      nudged,
      due.passOn.map(({ key }) => key),
      'passed-on',
      today,
    );
    nudged = react(nudged, today);
  }
  return { said, passedOn };
}

it('somebody is reminded twice, and the third time goes to whoever gave it to them', () => {
  expect(days(30)).toEqual({ said: [1, 3], passedOn: [6] });
});

it('what was put off comes back on that day, and was not ignored', () => {
  const react = (nudged: Nudges['nudged'], today: string) =>
    today === day(3) ? putOff(nudged, ['step'], day(10), today) : nudged;
  expect(days(30, react)).toEqual({ said: [1, 3, 10, 12], passedOn: [15] });
});

it('what is not theirs never comes back', () => {
  const react = (nudged: Nudges['nudged'], today: string) =>
    today === day(1) ? ended(nudged, ['step'], 'not-mine', today) : nudged;
  expect(days(30, react)).toEqual({ said: [1], passedOn: [] });
});

it('what is done is forgotten, and starts anew if it comes back', () => {
  const react = (nudged: Nudges['nudged'], today: string) =>
    today === day(4) ? stillWaiting(nudged, []) : nudged;
  expect(days(30, react)).toEqual({ said: [1, 3, 5, 7], passedOn: [10] });
});

it('one item’s history is nothing to another', () => {
  const other: Item = { key: 'other', project: 'palm' };
  const nudged = countedIn({}, ['step'], day(1));
  expect(whatIsDue([step, other], nudged, day(2), since(day(2))).say).toEqual([other]);
  expect(stillWaiting(nudged, [step, other])).toEqual(nudged);
});

it('what somebody said while the reminder was on its way is not undone by counting it', () => {
  const [today, later] = [day(2), day(9)];
  const said = { ...ended({}, ['not mine'], 'not-mine', today), ...putOff({}, ['later'], later, today) };
  const counted = countedIn(said, ['not mine', 'later', 'unanswered'], today);
  expect(counted).toEqual({ ...said, unanswered: { times: 1, last: today } });
});
