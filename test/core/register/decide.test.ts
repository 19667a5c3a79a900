import { describe, expect, test } from 'vitest';
import { readDecision, type Wish } from '../../../src/core/register/decide.ts';
import type { Treatment } from '../../../src/core/register/deed.ts';
import { readWho } from '../../../src/core/register/who.ts';
import { chose, member } from '../builders.ts';
import { answer, day, entry, lost, today, world } from './build.ts';

const { finding } = entry(world([answer('faults.retry', chose('none'), 'dana', day(2))]));
const people = [
  { ...member('dana'), name: 'Dana Fox' },
  { ...member('lee'), name: 'Lee Park' },
  { ...member('wong'), name: 'Lee Wong' },
];
const around = {
  people,
  today,
  readDate: (text: string) => (text === 'next May' ? '2027-05-01' : undefined),
};
const read = (treatment: Treatment, wish: Wish) => {
  const reading = readDecision(treatment, wish, finding, around);
  return reading.ok ? reading.value : reading.problems;
};
const acceptance: Wish = { owner: 'Dana', reason: 'Too small', approver: 'Lee Park', until: 'next May' };

test('an acceptance holds who, why, until when, how bad it was and the answers it rests on', () => {
  expect(read('accept', acceptance)).toEqual({
    kind: 'accepted',
    finding: lost,
    owner: { id: 'dana', name: 'Dana Fox' },
    reason: 'Too small',
    approver: { id: 'lee', name: 'Lee Park' },
    until: '2027-05-01',
    rated: { probability: 3, impact: 3 },
    ground: [
      {
        question: 'faults.retry',
        about: 'integration:orders',
        speaker: 'person:dana',
        at: day(2),
        said: chose('none'),
      },
    ],
  });
});

test('an acceptance without reason, approver and last day says all that is missing at once', () => {
  expect(read('accept', { owner: 'Dana' })).toEqual([
    'Reason: say why it is acceptable.',
    'Approved by: Who? A name is enough.',
    'Until: an acceptance needs a last day.',
  ]);
});

test.each([
  ['yesterday', '2026-11-19', 'Until: the date has to lie in the future.'],
  ['today', today, 'Until: the date has to lie in the future.'],
  ['for ever', '2028-11-21', 'Until: two years ahead at most, then look at it again.'],
  ['no day at all', 'when pigs fly', 'Until: I could not read a date in “when pigs fly”.'],
])('an acceptance does not end %s', (_when, until, problem) => {
  expect(read('accept', { ...acceptance, until })).toEqual([problem]);
});

describe('a treatment', () => {
  test('needs an owner and nothing else', () => {
    expect(read('avoid', { owner: 'Dana Fox' })).toEqual({
      kind: 'treated',
      finding: lost,
      treatment: 'avoid',
      owner: { id: 'dana', name: 'Dana Fox' },
    });
    expect(read('avoid', {})).toEqual(['Owner: Who? A name is enough.']);
  });

  test('may be due today, not yesterday', () => {
    expect(read('share', { owner: 'Dana', due: today })).toMatchObject({ due: today });
    expect(read('share', { owner: 'Dana', due: '2026-11-19' })).toEqual([
      'Due: the date has to lie in the future.',
    ]);
  });

  test('leaves no more than there was', () => {
    expect(read('reduce', { owner: 'Dana', probability: '1' })).toMatchObject({
      residual: { probability: 1, impact: 3 },
    });
    expect(read('reduce', { owner: 'Dana', probability: '5' })).toEqual([
      'What remains cannot be worse than the risk is now.',
    ]);
    for (const probability of ['0', '6', '1.5', 'constructor', '-1'])
      expect(read('reduce', { owner: 'Dana', probability })).toEqual([
        'What remains: likelihood and impact go from 1 to 5.',
      ]);
  });

  test('has a note that fits on a card', () => {
    expect(read('reduce', { owner: 'Dana', note: 'x'.repeat(401) })).toEqual([
      'Note: at most 400 characters, please.',
    ]);
    expect(read('reduce', { owner: 'Dana', note: ' two\n lines ' })).toMatchObject({ note: 'two lines' });
  });
});

describe('a name', () => {
  test('is a member where it fits one of them, by the whole or by a part', () => {
    expect(readWho('  lee   PARK ', people)).toEqual({ ok: true, who: { id: 'lee', name: 'Lee Park' } });
    expect(readWho('Fox', people)).toEqual({ ok: true, who: { id: 'dana', name: 'Dana Fox' } });
  });

  test('is asked again where it fits two', () => {
    expect(readWho('Lee', people)).toMatchObject({ ok: false, why: 'Who is meant: Lee Park or Lee Wong?' });
  });

  test('is kept as written where nobody has it, without what cannot be seen', () => {
    expect(readWho('Steering\u202e\u200b group', people)).toEqual({
      ok: true,
      who: { name: 'Steering group' },
    });
    expect(readWho('**Eve** <at>x</at>', people)).toEqual({ ok: true, who: { name: '**Eve** <at>x</at>' } });
  });

  test('is more than punctuation', () => {
    for (const nothing of ['', '   ', '?', '\u200b', '---'])
      expect(readWho(nothing, people)).toEqual({ ok: false, why: 'Who? A name is enough.', which: [] });
  });
});
