import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/interview/answer.ts';
import type { Scope } from '../../../src/core/interview/topic.ts';
import type { Calculation, Given, Outcome } from '../../../src/core/judgement/calculation.ts';
import { survey } from '../../../src/core/judgement/survey.ts';
import {
  amountOf,
  answer,
  application,
  choice,
  chose,
  content,
  counted,
  dated,
  dateShape,
  notApplicable,
  orders,
  passed,
  question,
  unsure,
  vantage,
} from '../builders.ts';

const limits = [
  {
    id: 'most',
    value: 100,
    unit: 'records',
    scope: 'of anything',
    source: 'a page',
    sourceDate: '2026-01-01',
  },
];

const asked = (scope: Scope = 'integration') =>
  content(
    [
      question('t.rate', { scope, answer: amountOf('records/day') }),
      question('t.calls', { answer: amountOf('calls/record') }),
      question('t.kind', { answer: choice('a', 'b', 'c') }),
      question('t.size', { answer: amountOf('KB'), when: { question: 't.kind', is: 'a' } }),
      question('t.ready', { answer: dateShape }),
    ],
    [],
    { limits },
  );

/** Reads the rate, unless it is told what else to do. */
function making(more: Partial<Calculation>): Calculation {
  return {
    id: 'load',
    title: 'Load',
    inputs: { rate: { question: 't.rate' } },
    limits: ['most'],
    formula: 'rate over the most',
    source: 'none',
    run: (given) => ({ band: given.most('rate') > 100 ? 'certain' : 'fine', working: () => [] }),
    ...more,
  };
}

function outcome(
  calculation: Calculation | readonly Calculation[],
  said: readonly Answer[],
  plan = {},
): Outcome {
  const all = [calculation].flat();
  return survey(asked(), all, vantage(said, { dates: plan }))
    .from(orders)
    .calculate('load');
}

const workingOf = (result: Outcome) => (result.kind === 'result' ? result.working : result.kind);
const openIn = (result: Outcome) =>
  result.kind === 'waiting' ? result.waitingFor.map((fact) => fact.question.key) : result.kind;
const becauseOf = (result: Outcome) =>
  result.kind === 'does-not-apply' ? [] : result.because.map((each) => each.answer.question);

describe('a calculation', () => {
  const both = making({
    inputs: { rate: { question: 't.rate' }, calls: { question: 't.calls', unsureCounts: true } },
    run: (given) => {
      const rate = given.most('rate');
      const isUnsure = given.unsure('calls');
      return {
        band: rate > given.limit('most').value ? 'certain' : 'fine',
        working: () => [`from ${given.least('rate')}`, `unsure: ${isUnsure}`],
      };
    },
  });

  test('reads the ends of all that was said, and says whose answers it used', () => {
    const said = [
      answer('t.rate', counted(40, 50), 'dana'),
      answer('t.rate', counted(200), 'li'),
      answer('t.calls', unsure),
    ];
    const result = outcome(both, said);
    expect(result).toMatchObject({ kind: 'result', band: 'certain' });
    expect(result.kind === 'result' && result.because.map((each) => each.answer)).toEqual(said);
  });

  test('cites only what it has read', () => {
    const said = [answer('t.rate', counted(5)), answer('t.calls', counted(2))];
    const idle = making({ inputs: { rate: { question: 't.rate' }, calls: { question: 't.calls' } } });
    expect(becauseOf(outcome(idle, said))).toEqual(['t.rate']);
  });

  test('waits for every input that is open, and keeps what it has', () => {
    const result = outcome(both, [answer('t.rate', unsure), answer('t.calls', counted(2))]);
    expect(openIn(result)).toEqual(['t.rate']);
    expect(becauseOf(result)).toEqual(['t.calls']);
    expect(outcome(both, []).kind).toBe('waiting');
    expect(outcome(both, [answer('t.rate', counted(1)), answer('t.calls', passed)]).kind).toBe('waiting');
  });

  test('ends where an input does not apply: by its question, or by what everybody said', () => {
    expect(outcome(both, [answer('t.rate', notApplicable), answer('t.calls', counted(2))])).toEqual({
      kind: 'does-not-apply',
    });
    const behind = making({ inputs: { rate: { question: 't.rate' }, size: { question: 't.size' } } });
    expect(outcome(behind, [answer('t.rate', counted(1)), answer('t.kind', chose('b'))]).kind).toBe(
      'does-not-apply',
    );
    expect(openIn(outcome(behind, [answer('t.rate', counted(1))]))).toEqual(['t.size']);
  });

  test('about both applications waits until both are known, for half of it would look safe', () => {
    const at = (...erp: Answer[]) =>
      survey(
        asked('application'),
        [both],
        vantage([answer('t.calls', counted(2))], {}, [
          application('shop', [answer('t.rate', counted(5))]),
          application('erp', erp),
        ]),
      )
        .from(orders)
        .calculate('load');
    const waiting = at();
    expect(waiting.kind === 'waiting' && waiting.waitingFor.map(({ about }) => about)).toEqual(['ERP']);
    expect(at(answer('t.rate', counted(500)))).toMatchObject({ kind: 'result', band: 'certain' });
    expect(at(answer('t.rate', notApplicable))).toMatchObject({ kind: 'result', band: 'fine' });
  });

  test('tells the numbers of both applications apart where it asks for each', () => {
    const each = making({
      run: (given) => {
        const rates = given.leastOfEach('rate').join(' and ');
        return { band: 'fine', working: () => [rates] };
      },
    });
    const ends = [
      application('shop', [answer('t.rate', counted(5, 7))]),
      application('erp', [answer('t.rate', counted(9), 'li')]),
    ];
    expect(
      workingOf(
        survey(asked('application'), [each], vantage([], {}, ends))
          .from(orders)
          .calculate('load'),
      ),
    ).toEqual([
      'Label of t.rate of SHOP: 5 a day, the worse end of 5–7 (Name of dana)',
      'Label of t.rate of ERP: 9 a day (Name of li)',
      '5 and 9',
    ]);
  });

  test('writes down what went in and from whom, its arithmetic, its limit, and the way out', () => {
    const whole = making({
      run: (given) => {
        const rate = given.most('rate');
        return {
          band: 'certain',
          working: () => [`${rate} ÷ ${given.limit('most').value}`],
          lever: () => 'Fine with less',
        };
      },
    });
    const said = [answer('t.rate', counted(40, 50), 'dana'), answer('t.rate', counted(1200), 'li')];
    expect(workingOf(outcome(whole, said))).toEqual([
      'Label of t.rate: 1,200 a day, the worse end of 40–1,200 (Name of dana, Name of li)',
      '1200 ÷ 100',
      'Limit: 100 records of anything (a page, 2026-01-01)',
      'Fine with less',
    ]);
  });

  test('that names what it does not have is a mistake in the code, told by name', () => {
    const said = [answer('t.rate', counted(1)), answer('t.calls', counted(2))];
    const reading = (read: (given: Given) => unknown) => () =>
      outcome(making({ run: (given) => ({ band: 'fine', working: () => [String(read(given))] }) }), said);
    const early = (read: (given: Given) => unknown) => () =>
      outcome(making({ run: (given) => ({ band: read(given) ? 'fine' : 'high', working: () => [] }) }), said);
    const calculate = () => survey(asked(), [], vantage(said)).from(orders).calculate('load');
    expect(calculate).toThrow('no calculation is called load');
    expect(early((given) => given.limit('gone'))).toThrow('no limit is called gone');
    expect(early((given) => given.most('gone'))).toThrow('load has no input called gone');
    expect(early((given) => given.latest('rate'))).toThrow('which nobody has said');
    expect(early((given) => given.planDate('go-live'))).toThrow('which the plan does not have');
    // What is read only to be shown would be shown and not cited.
    expect(() => workingOf(reading((given) => given.most('rate'))())).toThrow(
      'load reads rate too late to cite it',
    );
  });
});

describe('what is taken where nobody has answered', () => {
  const usual = making({
    inputs: {
      rate: { question: 't.rate' },
      size: {
        question: 't.size',
        otherwise: { value: (given) => given.most('rate') * 2, words: 'twice the rate' },
      },
    },
    run: (given) => {
      const size = given.most('size');
      return { band: 'fine', working: () => [`size ${size}`] };
    },
  });

  test('does not keep it waiting, and makes it an estimate that says so', () => {
    const result = outcome(usual, [answer('t.rate', counted(5)), answer('t.kind', chose('a'))]);
    expect(result).toMatchObject({ kind: 'result', estimate: true });
    expect(workingOf(result)).toEqual([
      'Label of t.rate: 5 a day (Name of dana)',
      'Label of t.size: 10 KB (estimate: twice the rate)',
      'size 10',
    ]);
  });

  test('is no estimate where the question does not apply', () => {
    const result = outcome(usual, [answer('t.rate', counted(5)), answer('t.kind', chose('b'))]);
    expect(result).not.toHaveProperty('estimate');
    expect(workingOf(result)).toContain('Label of t.size: 10 KB (twice the rate)');
  });

  test('gives way to an answer', () => {
    const result = outcome(usual, [
      answer('t.rate', counted(5)),
      answer('t.kind', chose('a')),
      answer('t.size', counted(3)),
    ]);
    expect(result).not.toHaveProperty('estimate');
    expect(workingOf(result)).toContain('size 3');
  });

  test('is not enough by itself: somebody has to have said something', () => {
    const alone = making({
      inputs: { rate: { question: 't.rate', otherwise: { value: () => 1, words: 'one' } } },
    });
    expect(openIn(outcome(alone, []))).toEqual(['t.rate']);
    expect(outcome(alone, [answer('t.rate', notApplicable)]).kind).toBe('does-not-apply');
  });

  test('an optional input may be missing, and is cited where it is read', () => {
    const free = making({
      inputs: { rate: { question: 't.rate' }, kind: { question: 't.kind', optional: true } },
      run: (given) => {
        const kinds = given.options('kind').join(', ');
        return { band: 'fine', working: () => [`${given.has('kind')}: ${kinds}`] };
      },
    });
    expect(workingOf(outcome(free, [answer('t.rate', counted(5))]))).toContain('false: ');
    const said = [answer('t.rate', counted(5)), answer('t.kind', chose('c'))];
    expect(becauseOf(outcome(free, said))).toEqual(['t.kind']);
  });

  test('one input may stand in for another, which then is not waited for', () => {
    const either = making({
      inputs: {
        rate: { question: 't.rate' },
        calls: { question: 't.calls', optional: true, insteadOf: ['rate'] },
      },
      run: (given) => ({ band: 'fine', working: () => [given.has('calls') ? 'calls' : 'rate'] }),
    });
    expect(workingOf(outcome(either, [answer('t.calls', counted(2))]))).toEqual(['calls']);
    expect(openIn(outcome(either, [answer('t.calls', unsure)]))).toEqual(['t.rate']);
  });

  test('where an answer makes an optional input necessary, it is waited for', () => {
    const needing = making({
      inputs: { kind: { question: 't.kind' }, size: { question: 't.size', optional: true } },
      run: (given) =>
        given.options('kind').includes('a') && !given.has('size')
          ? { needs: ['size'] }
          : { band: 'fine', working: () => [] },
    });
    expect(openIn(outcome(needing, [answer('t.kind', chose('a'))]))).toEqual(['t.size']);
    expect(outcome(needing, [answer('t.kind', chose('b'))]).kind).toBe('result');
  });

  test('a calculation that finds nothing to hold the load against does not apply', () => {
    expect(outcome(making({ run: () => undefined }), [answer('t.rate', counted(5))])).toEqual({
      kind: 'does-not-apply',
    });
  });
});

describe('a calculation about some integrations only', () => {
  const some = making({ only: [{ question: 't.kind', oneOf: ['a', 'b'] }] });
  const rate = answer('t.rate', counted(5));

  test.each(['a', 'b'])('is done for %s, and cites who said so', (kind) => {
    expect(becauseOf(outcome(some, [rate, answer('t.kind', chose(kind))]))).toEqual(['t.kind', 't.rate']);
  });

  test('is done where one of several people says so', () => {
    const said = [rate, answer('t.kind', chose('c')), answer('t.kind', chose('b'), 'li')];
    expect(outcome(some, said).kind).toBe('result');
  });

  test('is not about the others, nor about what nobody wants to know', () => {
    expect(outcome(some, [rate, answer('t.kind', chose('c'))])).toEqual({ kind: 'does-not-apply' });
    expect(outcome(some, [rate, answer('t.kind', notApplicable)])).toEqual({ kind: 'does-not-apply' });
  });

  test('waits until that is known', () => {
    expect(openIn(outcome(some, [rate, answer('t.kind', unsure)]))).toEqual(['t.kind']);
    const twice = making({
      only: [
        { question: 't.kind', oneOf: ['a'] },
        { question: 't.rate', oneOf: ['never'] },
      ],
    });
    // What is closed stays closed, whatever else is open.
    expect(outcome(twice, [rate])).toEqual({ kind: 'does-not-apply' });
  });
});

describe('a calculation on others', () => {
  const base = making({
    id: 'base',
    run: (given) => ({ band: 'fine', ratio: given.most('rate') / 100, working: () => [] }),
  });
  const unread = making({ id: 'unread', inputs: { calls: { question: 't.calls' } } });
  const above = making({
    inputs: {},
    uses: [base, unread],
    run: (given) => {
      const ratios = [given.ratio(base), given.ratio(unread)];
      return { band: 'fine', working: () => [ratios.map(String).join(' ')] };
    },
  });

  test('reads the ratios there are, and rests on what they rest on', () => {
    const result = outcome([above, base, unread], [answer('t.rate', counted(40))]);
    expect(workingOf(result)).toEqual(['0.4 undefined']);
    expect(becauseOf(result)).toEqual(['t.rate']);
  });

  test('waits with all of them while none has a result, and ends where none applies', () => {
    expect(openIn(outcome([above, base, unread], []))).toEqual(['t.rate', 't.calls']);
    const gone = [answer('t.rate', notApplicable), answer('t.calls', notApplicable)];
    expect(outcome([above, base, unread], gone)).toEqual({ kind: 'does-not-apply' });
  });
});

describe('a calculation with dates', () => {
  const late = making({
    inputs: { ready: { question: 't.ready' } },
    dates: ['go-live'],
    run: (given) => {
      const ready = given.latest('ready');
      return { band: 'fine', working: () => [`${ready} for ${given.planDate('go-live')}`] };
    },
  });
  const said = [answer('t.ready', dated('2026-05-02')), answer('t.ready', dated('2026-06-03'), 'li')];

  test('takes the latest that anybody named', () => {
    expect(workingOf(outcome(late, said, { 'go-live': '2026-07-01' }))).toEqual([
      'Label of t.ready: 3 June 2026 (Name of dana, Name of li)',
      '2026-06-03 for 2026-07-01',
    ]);
  });

  test('waits for the plan', () => {
    expect(outcome(late, said)).toMatchObject({
      kind: 'waiting',
      waitingFor: [],
      waitingForDates: ['go-live'],
    });
  });
});
