import { describe, expect, test } from 'vitest';
import type { Said } from '../../../src/core/interview/answer.ts';
import type { Outcome } from '../../../src/core/judgement/calculation.ts';
import {
  type Condition,
  type Fact,
  type Facts,
  judge,
  questionsIn,
  type Truth,
} from '../../../src/core/judgement/condition.ts';
import {
  amountOf,
  answer,
  type Chance,
  chance,
  choice,
  chose,
  counted,
  dated,
  dateShape,
  multi,
  notApplicable,
  orders,
  passed,
  question,
  referred,
  scale,
  ticked,
  unsure,
} from '../builders.ts';

const shapes = {
  'q.pick': choice('a', 'b', 'c'),
  'q.other': choice('a', 'b', 'c'),
  'q.scale': scale('low', 'middle', 'high'),
  'q.several': multi('a', 'b', 'c'),
  'q.amount': amountOf('records/day'),
  'q.date': dateShape,
} as const;
type Key = keyof typeof shapes;
const keys = Object.keys(shapes) as Key[];

/** One entry for each person, in the order in which they first spoke; an empty list: nobody has seen it. */
function fact(key: Key, said: readonly Said[], about = 'Web orders'): Fact {
  return {
    question: question(key, { answer: shapes[key] }),
    subject: orders,
    about,
    answers: said.map((each, at) => answer(key, each, `person-${at}`)),
  };
}

/** A key that is left out does not apply. */
function facts(
  said: Partial<Record<Key, readonly Said[]>>,
  more: {
    readonly dates?: Record<string, string>;
    readonly outcome?: Outcome;
    readonly extra?: readonly Fact[];
  } = {},
): Facts {
  return {
    of: (key) => [
      ...(said[key as Key] ? [fact(key as Key, said[key as Key] ?? [])] : []),
      ...(more.extra ?? []).filter((each) => each.question.key === key),
    ],
    planDate: (id) => more.dates?.[id],
    calculate: () => more.outcome ?? { kind: 'does-not-apply' },
  };
}

const truth = (condition: Condition, known: Facts): Truth => judge(condition, known).truth;
const isA: Condition = { question: 'q.pick', is: 'a' };
const otherIsA: Condition = { question: 'q.other', is: 'a' };
const says = (...said: Said[]) => facts({ 'q.pick': said });

describe('a leaf', () => {
  const yes: [string, Condition, Key, Said][] = [
    ['is', isA, 'q.pick', chose('a')],
    ['oneOf', { question: 'q.pick', oneOf: ['c', 'a'] }, 'q.pick', chose('a')],
    ['includes', { question: 'q.several', includes: ['a', 'c'] }, 'q.several', ticked('b', 'c')],
    ['atLeast', { question: 'q.amount', atLeast: 100 }, 'q.amount', counted(100)],
    ['atMost', { question: 'q.amount', atMost: 100 }, 'q.amount', counted(100)],
  ];
  const no: [string, Condition, Key, Said][] = [
    ['is', isA, 'q.pick', chose('b')],
    ['oneOf', { question: 'q.pick', oneOf: ['c', 'a'] }, 'q.pick', chose('b')],
    ['includes', { question: 'q.several', includes: ['a', 'c'] }, 'q.several', ticked('b')],
    ['atLeast', { question: 'q.amount', atLeast: 100 }, 'q.amount', counted(99.9)],
    ['atMost', { question: 'q.amount', atMost: 100 }, 'q.amount', counted(100.1)],
  ];

  test.each(yes)('“%s” is yes where the answer is such, and its opposite no', (_, leaf, key, said) => {
    const known = facts({ [key]: [said] });
    expect(truth(leaf, known)).toBe('yes');
    expect(truth({ not: leaf }, known)).toBe('no');
  });

  test.each(no)('“%s” is no where the answer is another, and its opposite yes', (_, leaf, key, said) => {
    const known = facts({ [key]: [said] });
    expect(truth(leaf, known)).toBe('no');
    expect(truth({ not: leaf }, known)).toBe('yes');
  });

  test.each(yes)(
    '“%s” is unknown while nobody has given a value, under any number of nots',
    (_, leaf, key) => {
      for (const said of [[], [unsure], [passed], [referred], [unsure, passed, notApplicable]]) {
        const known = facts({ [key]: said });
        expect(truth(leaf, known)).toBe('unknown');
        expect(truth({ not: leaf }, known)).toBe('unknown');
        expect(truth({ not: { not: leaf } }, known)).toBe('unknown');
      }
    },
  );

  test.each(yes)('“%s” about what does not apply is no, and so is its opposite', (_, leaf, key) => {
    for (const known of [
      facts({}),
      facts({ [key]: [notApplicable] }),
      facts({ [key]: [notApplicable, notApplicable] }),
    ]) {
      const wholes: Condition[] = [leaf, { not: leaf }, { not: { not: leaf } }, { not: { all: [leaf] } }];
      for (const whole of wholes) {
        expect(judge(whole, known)).toEqual({
          truth: 'no',
          because: [],
          waitingFor: [],
          waitingForDates: [],
        });
      }
    }
  });

  test('holds of a value beside people who do not know', () => {
    expect(truth(isA, says(unsure, chose('a'), passed, notApplicable))).toBe('yes');
    expect(truth(isA, says(unsure, chose('b')))).toBe('no');
  });
});

describe('“unsure” and “missing”', () => {
  const isUnsure: Condition = { question: 'q.pick', unsure: true };
  const isMissing: Condition = { question: 'q.pick', missing: true };
  const table: [string, Said[], Truth, Truth][] = [
    ['nobody has seen it', [], 'unknown', 'unknown'],
    ['somebody does not know', [unsure], 'yes', 'yes'],
    ['somebody left it open', [passed], 'unknown', 'yes'],
    ['somebody named somebody else', [referred], 'unknown', 'yes'],
    ['somebody gave a value', [chose('a')], 'no', 'no'],
    ['one knows and one does not', [unsure, chose('a')], 'no', 'no'],
    ['it does not apply', [notApplicable], 'no', 'no'],
    ['it does not apply to one, and one does not know', [notApplicable, unsure], 'yes', 'yes'],
  ];
  test.each(table)('where %s', (_, said, whenUnsure, whenMissing) => {
    expect(truth(isUnsure, says(...said))).toBe(whenUnsure);
    expect(truth(isMissing, says(...said))).toBe(whenMissing);
  });

  test('rest on what was said, and on those who gave a value where they do not hold', () => {
    const verdict = judge(isMissing, says(unsure, passed));
    expect(verdict.because.map(({ answer: { said } }) => said.kind)).toEqual(['unsure', 'passed']);
    expect(judge(isUnsure, says(unsure, chose('a'))).because.map(({ answer: { said } }) => said)).toEqual([
      chose('a'),
    ]);
  });
});

describe('people who differ', () => {
  const two = says(chose('a'), chose('b'));

  test('count at the reading that raises, at every depth', () => {
    expect(truth(isA, two)).toBe('yes');
    expect(truth({ not: isA }, two)).toBe('yes');
    expect(truth({ not: { not: isA } }, two)).toBe('yes');
    expect(truth({ not: { any: [isA, { not: { all: [{ not: isA }] } }] } }, two)).toBe('yes');
    expect(truth({ question: 'q.pick', is: 'c' }, two)).toBe('no');
  });

  test('appear only with the answers that raised it', () => {
    const by = (condition: Condition) =>
      judge(condition, two).because.map(({ answer: { by } }) => by.kind === 'person' && by.id);
    expect(by(isA)).toEqual(['person-0']);
    expect(by({ not: isA })).toEqual(['person-1']);
    expect(by({ question: 'q.pick', is: 'c' })).toEqual(['person-0', 'person-1']);
  });

  test('disagree where two values differ; one voice, or two that agree, do not', () => {
    const disagree: Condition = { question: 'q.pick', disagree: true };
    expect(truth(disagree, two)).toBe('yes');
    expect(truth(disagree, says(chose('a'), chose('a')))).toBe('no');
    expect(truth(disagree, says(chose('a'), unsure))).toBe('no');
    expect(truth(disagree, says(unsure, unsure))).toBe('unknown');
    expect(truth(disagree, says())).toBe('unknown');
    expect(truth(disagree, facts({}))).toBe('no');
  });

  test('are shown with all their answers where they agree, and one voice alone is no agreement', () => {
    const disagree: Condition = { question: 'q.pick', disagree: true };
    expect(judge(disagree, says(chose('a'), chose('a'))).because).toHaveLength(2);
    expect(judge(disagree, says(chose('a'))).because).toEqual([]);
  });
});

describe('a range', () => {
  const known = facts({ 'q.amount': [counted(200, 300)] });

  test('counts at its worse end on either side', () => {
    expect(truth({ question: 'q.amount', atLeast: 300 }, known)).toBe('yes');
    expect(truth({ question: 'q.amount', atLeast: 301 }, known)).toBe('no');
    expect(truth({ question: 'q.amount', atMost: 200 }, known)).toBe('yes');
    expect(truth({ question: 'q.amount', atMost: 199 }, known)).toBe('no');
  });

  test('counts at the other end inside “not”', () => {
    expect(truth({ not: { question: 'q.amount', atLeast: 250 } }, known)).toBe('yes');
    expect(truth({ not: { question: 'q.amount', atLeast: 200 } }, known)).toBe('no');
    expect(truth({ not: { question: 'q.amount', atMost: 250 } }, known)).toBe('yes');
    expect(truth({ not: { question: 'q.amount', atMost: 300 } }, known)).toBe('no');
  });
});

describe('a date of the plan', () => {
  const late: Condition = { question: 'q.date', after: 'go-live' };
  const on = (date: string, dates: Record<string, string> = { 'go-live': '2027-03-15' }) =>
    facts({ 'q.date': [dated(date)] }, { dates });

  test('is passed by a later day only', () => {
    expect(truth(late, on('2027-03-16'))).toBe('yes');
    expect(truth(late, on('2027-03-15'))).toBe('no');
    expect(truth({ not: late }, on('2027-03-14'))).toBe('yes');
  });

  test('that the plan lacks is what is waited for, not the answer', () => {
    const verdict = judge(late, on('2027-03-16', {}));
    expect(verdict.truth).toBe('unknown');
    expect(verdict.waitingForDates).toEqual(['go-live']);
    expect(verdict.waitingFor).toEqual([]);
    expect(verdict.because).toHaveLength(1);
  });

  test('is not waited for while the answer itself is open', () => {
    const verdict = judge(late, facts({ 'q.date': [unsure] }));
    expect(verdict.waitingForDates).toEqual([]);
    expect(verdict.waitingFor.map((each) => each.question.key)).toEqual(['q.date']);
  });
});

describe('the band of a calculation', () => {
  const band: Condition = { calculation: 'load', band: ['high', 'certain'] };
  const because = [{ fact: fact('q.amount', [counted(5)]), answer: answer('q.amount', counted(5)) }];
  const result = (of: 'fine' | 'high'): Outcome => ({ kind: 'result', band: of, working: [], because });

  test('is yes or no once it is calculated, and the opposite under “not”', () => {
    expect(truth(band, facts({}, { outcome: result('high') }))).toBe('yes');
    expect(truth(band, facts({}, { outcome: result('fine') }))).toBe('no');
    expect(truth({ not: band }, facts({}, { outcome: result('fine') }))).toBe('yes');
    expect(judge(band, facts({}, { outcome: result('high') })).because).toEqual(because);
  });

  test('is unknown while an input waits', () => {
    const waitingFor = [fact('q.amount', [unsure])];
    const verdict = judge(
      { not: band },
      facts({}, { outcome: { kind: 'waiting', waitingFor, waitingForDates: [], because: [] } }),
    );
    expect(verdict).toEqual({ truth: 'unknown', because: [], waitingFor, waitingForDates: [] });
  });

  test('that does not apply is no on both sides of a “not”', () => {
    expect(truth(band, facts({}))).toBe('no');
    expect(truth({ not: band }, facts({}))).toBe('no');
  });
});

describe('joints', () => {
  const said: Record<Truth, Said[]> = { yes: [chose('a')], no: [chose('b')], unknown: [unsure] };
  const known = (one: Truth, other: Truth) => facts({ 'q.pick': said[one], 'q.other': said[other] });
  const table: [Truth, Truth, Truth, Truth][] = [
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['yes', 'unknown', 'unknown', 'yes'],
    ['no', 'no', 'no', 'no'],
    ['no', 'unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ];
  test.each(table)('of %s and %s: all is %s, any is %s, in either order', (one, other, all, any) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(truth({ all: [isA, otherIsA] }, known(first, second))).toBe(all);
      expect(truth({ any: [isA, otherIsA] }, known(first, second))).toBe(any);
    }
  });

  test('what does not apply raises nothing and keeps nothing waiting', () => {
    const only = (pick: Said[]) => facts({ 'q.pick': pick });
    expect(truth({ any: [isA, otherIsA] }, only([chose('a')]))).toBe('yes');
    expect(truth({ any: [isA, { not: otherIsA }] }, only([chose('b')]))).toBe('no');
    expect(truth({ any: [isA, { not: otherIsA }] }, only([unsure]))).toBe('unknown');
    expect(truth({ all: [isA, otherIsA] }, only([chose('a')]))).toBe('no');
    expect(truth({ all: [isA, { not: otherIsA }] }, only([unsure]))).toBe('no');
    expect(truth({ not: { any: [isA, otherIsA] } }, only([chose('b')]))).toBe('no');
    expect(truth({ not: { all: [isA, otherIsA] } }, only([chose('b')]))).toBe('yes');
  });

  test('rest only on the parts that decided', () => {
    const of = (condition: Condition, at: Facts) =>
      judge(condition, at).because.map(({ fact: each }) => each.question.key);
    expect(of({ any: [isA, otherIsA] }, known('yes', 'no'))).toEqual(['q.pick']);
    expect(of({ all: [isA, otherIsA] }, known('yes', 'no'))).toEqual(['q.other']);
    expect(of({ all: [isA, otherIsA] }, known('yes', 'yes'))).toEqual(['q.pick', 'q.other']);
    expect(of({ not: { any: [isA, otherIsA] } }, known('no', 'no'))).toEqual(['q.pick', 'q.other']);
  });

  test('wait only for the open parts, and for nothing once they are decided', () => {
    const open = (condition: Condition, at: Facts) =>
      judge(condition, at).waitingFor.map(({ question: { key } }) => key);
    expect(open({ all: [isA, otherIsA] }, known('yes', 'unknown'))).toEqual(['q.other']);
    expect(open({ all: [isA, otherIsA] }, known('unknown', 'unknown'))).toEqual(['q.pick', 'q.other']);
    expect(open({ all: [isA, otherIsA] }, known('no', 'unknown'))).toEqual([]);
    expect(open({ any: [isA, { not: otherIsA }] }, known('yes', 'unknown'))).toEqual([]);
  });
});

describe('two subjects', () => {
  const two = (one: Said[], other: Said[]) =>
    facts({}, { extra: [fact('q.pick', one, 'Shop'), fact('q.pick', other, 'ERP')] });

  test('raise where either of them does', () => {
    expect(truth(isA, two([chose('a')], [chose('b')]))).toBe('yes');
    expect(truth(isA, two([chose('b')], [chose('b')]))).toBe('no');
    expect(truth({ not: isA }, two([chose('a')], [chose('b')]))).toBe('yes');
  });

  test('are unknown while one of them is open and the other raises nothing', () => {
    const verdict = judge(isA, two([chose('b')], [unsure]));
    expect(verdict.truth).toBe('unknown');
    expect(verdict.waitingFor.map(({ about }) => about)).toEqual(['ERP']);
    expect(truth(isA, two([chose('a')], [unsure]))).toBe('yes');
  });

  test('leave out the one where it does not apply', () => {
    expect(truth(isA, two([notApplicable], [chose('b')]))).toBe('no');
    expect(truth({ not: isA }, two([notApplicable], [chose('a')]))).toBe('no');
  });
});

describe('laws, over random conditions and answers', () => {
  const values: Record<Key, (luck: Chance) => Said> = {
    'q.pick': (luck) => chose(luck.oneOf(['a', 'b', 'c'])),
    'q.other': (luck) => chose(luck.oneOf(['a', 'b', 'c'])),
    'q.scale': (luck) => chose(luck.oneOf(['low', 'middle', 'high'])),
    'q.several': (luck) => ticked(luck.oneOf(['a', 'b', 'c']), luck.oneOf(['a', 'b', 'c'])),
    'q.amount': (luck) => counted(luck.below(5), 5 + luck.below(5)),
    'q.date': (luck) => dated(`2027-03-1${luck.below(10)}`),
  };

  function leaf(luck: Chance): Condition {
    const key = luck.oneOf(keys);
    switch (key) {
      case 'q.several':
        return { question: key, includes: [luck.oneOf(['a', 'b', 'c'])] };
      case 'q.amount':
        return luck.below(2)
          ? { question: key, atLeast: luck.below(10) }
          : { question: key, atMost: luck.below(10) };
      case 'q.date':
        return { question: key, after: 'go-live' };
      case 'q.scale':
        return { question: key, oneOf: ['low', luck.oneOf(['middle', 'high'])] };
      default:
        return { question: key, is: luck.oneOf(['a', 'b', 'c']) };
    }
  }

  function grow(luck: Chance, depth: number): Condition {
    const parts = () => Array.from({ length: 1 + luck.below(3) }, () => grow(luck, depth - 1));
    switch (depth === 0 ? 3 : luck.below(5)) {
      case 0:
        return { all: parts() };
      case 1:
        return { any: parts() };
      case 2:
        return { not: grow(luck, depth - 1) };
      default:
        return leaf(luck);
    }
  }

  const open: Said[][] = [[], [unsure], [passed], [referred]];
  type Known = Partial<Record<Key, Said[]>>;
  function known(one: (key: Key) => Said[] | undefined): Known {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const said = one(key);
        return said ? [[key, said]] : [];
      }),
    );
  }
  const anything = (luck: Chance) =>
    known((key) => {
      const draw = luck.below(6);
      if (draw === 0) return undefined;
      if (draw === 1) return luck.oneOf(open);
      return Array.from({ length: 1 + luck.below(3) }, () => values[key](luck));
    });
  const plan = { dates: { 'go-live': '2027-03-15' } };
  const flip: Record<Truth, Truth> = { yes: 'no', no: 'yes', unknown: 'unknown' };
  const rounds = Array.from({ length: 1500 }, (_, seed) => seed);

  test('what is said twice in the negative is said', () => {
    for (const seed of rounds) {
      const luck = chance(seed);
      const whole = grow(luck, 3);
      const at = facts(anything(luck), plan);
      const [twice, once] = [judge({ not: { not: whole } }, at), judge(whole, at)];
      expect(twice.truth, JSON.stringify(whole)).toBe(once.truth);
      expect(twice.because.map(({ answer }) => answer)).toEqual(once.because.map(({ answer }) => answer));
    }
  });

  test('a “not” may stand before a joint or before each of its parts', () => {
    for (const seed of rounds) {
      const luck = chance(seed);
      const parts = [grow(luck, 2), grow(luck, 2), grow(luck, 2)];
      const each = parts.map((part) => ({ not: part }));
      const at = facts(anything(luck), plan);
      expect(judge({ not: { all: parts } }, at)).toEqual(judge({ any: each }, at));
      expect(judge({ not: { any: parts } }, at)).toEqual(judge({ all: each }, at));
    }
  });

  test('with one voice each, and everything applying, an opposite is an opposite', () => {
    for (const seed of rounds) {
      const luck = chance(seed);
      const whole = grow(luck, 3);
      const exact = (key: Key): Said => (key === 'q.amount' ? counted(luck.below(10)) : values[key](luck));
      const at = facts(
        known((key) => (luck.below(3) ? [exact(key)] : luck.oneOf(open))),
        plan,
      );
      expect(truth({ not: whole }, at), JSON.stringify(whole)).toBe(flip[truth(whole, at)]);
    }
  });

  test('an answer to an open question never turns yes into no or no into yes', () => {
    for (const seed of rounds) {
      const luck = chance(seed);
      const whole = grow(luck, 3);
      const before = known((key) => (luck.below(2) ? luck.oneOf(open) : [values[key](luck)]));
      const after = known((key) => {
        const said = before[key] ?? [];
        return said.some(({ kind }) => kind === 'value') || luck.below(3) === 0 ? said : [values[key](luck)];
      });
      const was = truth(whole, facts(before, plan));
      if (was !== 'unknown') expect(truth(whole, facts(after, plan)), JSON.stringify(whole)).toBe(was);
    }
  });

  test('a second opinion never takes a risk away', () => {
    for (const seed of rounds) {
      const luck = chance(seed);
      const whole = grow(luck, 3);
      const before = anything(luck);
      const after = known((key) => before[key] && [...(before[key] ?? []), values[key](luck)]);
      if (truth(whole, facts(before, plan)) === 'yes')
        expect(truth(whole, facts(after, plan)), JSON.stringify(whole)).toBe('yes');
    }
  });

  test('it is yes exactly where one reading of each part, taken alone, makes it yes', () => {
    /** The truths that can be had by believing, at each leaf anew, one person and one end of their range. */
    function attainable(condition: Condition, said: Known): Set<boolean> {
      if ('not' in condition) return new Set([...attainable(condition.not, said)].map((each) => !each));
      if ('all' in condition || 'any' in condition) {
        const all = 'all' in condition;
        const parts = (all ? condition.all : condition.any).map((part) => attainable(part, said));
        const can = new Set<boolean>();
        if (all ? parts.every((part) => part.has(true)) : parts.some((part) => part.has(true))) can.add(true);
        if (all ? parts.some((part) => part.has(false)) : parts.every((part) => part.has(false)))
          can.add(false);
        return can;
      }
      if (!('question' in condition)) throw new Error('no calculations here');
      const key = condition.question as Key;
      const alone = (said[key] ?? []).flatMap((each): Said[] =>
        each.kind === 'value' && each.value.type === 'number'
          ? [counted(each.value.low), counted(each.value.high)]
          : [each],
      );
      return new Set(alone.map((each) => truth(condition, facts({ [key]: [each] }, plan)) === 'yes'));
    }
    for (const seed of rounds) {
      const luck = chance(seed);
      const whole = grow(luck, 3);
      const said = known((key) => [values[key](luck), values[key](luck)]);
      expect(truth(whole, facts(said, plan)), JSON.stringify(whole)).toBe(
        attainable(whole, said).has(true) ? 'yes' : 'no',
      );
    }
  });

  test('only what is unknown waits, and what waits is named', () => {
    for (const seed of rounds) {
      const luck = chance(seed);
      const verdict = judge(grow(luck, 3), facts(anything(luck), luck.below(2) ? plan : {}));
      const waits = verdict.waitingFor.length + verdict.waitingForDates.length > 0;
      expect(waits).toBe(verdict.truth === 'unknown');
      if (verdict.truth === 'yes') expect(verdict.because.length).toBeGreaterThan(0);
    }
  });
});

test('the questions of a condition are named at every depth, those of its calculations too', () => {
  const whole: Condition = {
    all: [isA, { not: { any: [otherIsA, { calculation: 'load', band: ['high'] }] } }],
  };
  expect(questionsIn(whole, (id) => [`${id}.input`])).toEqual(['q.pick', 'q.other', 'load.input']);
});
