import { describe, expect, test } from 'vitest';
import type { Said } from '../../../src/core/interview/answer.ts';
import type { Risk } from '../../../src/core/interview/topic.ts';
import type { Band, Outcome } from '../../../src/core/judgement/calculation.ts';
import type { Fact, Facts } from '../../../src/core/judgement/condition.ts';
import type { Evidence, Finding } from '../../../src/core/judgement/finding.ts';
import { compareFindings, severityOf, weigh } from '../../../src/core/judgement/severity.ts';
import { answer, chose, orders, question, risk, scale, stages, unsure } from '../builders.ts';

const isYes = { question: 't.q', is: 'yes' } as const;

function fact(...said: Said[]): Fact {
  return {
    question: question('t.q', { answer: scale('yes', 'perhaps', 'no') }),
    subject: orders,
    about: 'Web orders',
    answers: said.map((each, at) => answer('t.q', each, `person-${at}`)),
  };
}

function seen(fact: Fact, outcome: Outcome = { kind: 'does-not-apply' }): Facts {
  return { of: () => [fact], planDate: () => undefined, calculate: () => outcome };
}

const criticalityOf = (added: number, words?: string) => {
  const { by, at } = answer('t.criticality', chose('high'));
  const evidence: Evidence = {
    question: 't.criticality',
    label: 'Criticality',
    subject: orders,
    about: 'Web orders',
    said: chose('high'),
    words: words ?? '',
    by,
    at,
  };
  return { added, ...(words ? { evidence } : {}) };
};

function weight(
  more: Partial<Risk> = {},
  at: {
    readonly fact?: Fact;
    readonly outcome?: Outcome;
    readonly current?: string;
    readonly criticality?: ReturnType<typeof criticalityOf>;
  } = {},
) {
  const known = at.fact ?? fact(chose('yes'));
  return weigh(
    risk('t.r', isYes, more),
    seen(known, at.outcome),
    known.answers.map((answer) => ({ fact: known, answer })),
    { stages, current: at.current ?? 'initiate' },
    at.criticality ?? { added: 0 },
  );
}

describe('the matrix', () => {
  const borders: [number, number, string][] = [
    [1, 1, 'low'],
    [1, 4, 'low'],
    [2, 2, 'low'],
    [1, 5, 'medium'],
    [3, 3, 'medium'],
    [2, 5, 'high'],
    [3, 4, 'high'],
    [3, 5, 'high'],
    [4, 4, 'critical'],
    [5, 5, 'critical'],
  ];
  test.each(borders)('of probability %d and impact %d is %s, either way round', (one, other, severity) => {
    expect(severityOf(one, other)).toBe(severity);
    expect(severityOf(other, one)).toBe(severity);
  });

  test('changes from 4 to 5, from 9 to 10 and from 15 to 16, and nowhere else', () => {
    const scores = Array.from({ length: 25 }, (_, at) => at + 1);
    const changes = scores.filter((score) => severityOf(score, 1) !== severityOf(score - 1, 1));
    expect(changes).toEqual([5, 10, 16]);
  });
});

describe('what moves the numbers', () => {
  test('nothing, where nothing speaks for it', () => {
    expect(weight()).toEqual({
      probability: 3,
      impact: 3,
      severity: 'medium',
      reasoning: ['Three by three.'],
      overdue: false,
    });
  });

  test.each([
    ['fine', 1],
    ['watch', 2],
    ['high', 4],
    ['certain', 5],
  ] as const)('the band %s of a calculation stands for a probability of %d', (band: Band, probability) => {
    const outcome: Outcome = { kind: 'result', band, working: [], because: [] };
    expect(weight({ probability: { calculation: 'load' } }, { outcome }).probability).toBe(probability);
  });

  test('a calculation that cannot be done yet stands for “watch”', () => {
    const probability = { calculation: 'load' };
    expect(weight({ probability }, { outcome: { kind: 'does-not-apply' } }).probability).toBe(2);
    expect(
      weight(
        { probability },
        { outcome: { kind: 'waiting', waitingFor: [], waitingForDates: [], because: [] } },
      ).probability,
    ).toBe(2);
  });

  test('a worse case raises to its numbers, says why, and never lowers', () => {
    const worse = [{ when: isYes, because: 'Worse here.', probability: 5, impact: 2 }];
    expect(weight({ worse })).toMatchObject({
      probability: 5,
      impact: 3,
      reasoning: ['Three by three.', 'Worse here.'],
    });
  });

  test('a worse case that turns out to be milder changes nothing', () => {
    const worse = [{ when: isYes, because: 'Not so bad.', probability: 2, impact: 2 }];
    expect(weight({ worse })).toMatchObject({ probability: 3, impact: 3 });
  });

  test('a worse case counts only where it is certain', () => {
    const worse = [{ when: isYes, because: 'Worse here.', impact: 5 }];
    expect(weight({ worse }, { fact: fact(chose('no')) }).impact).toBe(3);
    expect(weight({ worse }, { fact: fact(unsure) }).impact).toBe(3);
  });

  test('people who differ add one, however much they differ and however many they are', () => {
    for (const said of [
      [chose('yes'), chose('perhaps')],
      [chose('yes'), chose('no')],
      [chose('yes'), chose('no'), chose('perhaps')],
    ]) {
      const weighed = weight({}, { fact: fact(...said) });
      expect(weighed.probability).toBe(4);
      expect(weighed.reasoning).toContain('People answered differently: probability +1.');
    }
  });

  test('somebody who does not know differs from nobody', () => {
    expect(weight({}, { fact: fact(chose('yes'), unsure) }).probability).toBe(3);
  });

  test.each([
    ['initiate', 3, false],
    ['implement', 4, false],
    ['prepare', 5, true],
    ['operate', 5, true],
  ])(
    'in stage %s a risk due in initiate has probability %d; no longer only a risk: %s',
    (current, probability, overdue) => {
      expect(weight({}, { current })).toMatchObject({ probability, overdue });
    },
  );

  test('gates passed add two at most, and the reason names the gate', () => {
    const weighed = weight({ probability: 1 }, { current: 'operate' });
    expect(weighed.probability).toBe(3);
    expect(weighed.reasoning).toContain('Due by the end of initiate, which has passed: probability +2.');
    expect(weight({ due: 'prepare' }, { current: 'initiate' })).toMatchObject({
      probability: 3,
      overdue: false,
    });
  });

  test('what it was before gates passed is kept beside it, with all else that counts', () => {
    expect(weight({}).atFirst).toBeUndefined();
    expect(weight({}, { current: 'operate' })).toMatchObject({ probability: 5, atFirst: 9 });
    const more = { current: 'operate', criticality: criticalityOf(1) };
    expect(weight({}, more)).toMatchObject({ impact: 4, atFirst: 12 });
  });

  test('the criticality of the integration moves the impact, with the answer it rests on', () => {
    const up = weight({}, { criticality: criticalityOf(1, 'Mission-critical') });
    expect(up).toMatchObject({ impact: 4 });
    expect(up.reasoning.at(-1)).toBe('Criticality: Mission-critical: impact +1.');
    const down = weight({}, { criticality: criticalityOf(-1, 'Low') });
    expect(down).toMatchObject({ impact: 2 });
    expect(down.reasoning.at(-1)).toBe('Criticality: Low: impact −1.');
  });

  test('all of it together stays between one and five', () => {
    const most = weight(
      { probability: 5, impact: 5 },
      { fact: fact(chose('yes'), chose('no')), current: 'operate', criticality: criticalityOf(3) },
    );
    expect(most).toMatchObject({ probability: 5, impact: 5, severity: 'critical' });
    const least = weight({ probability: 1, impact: 1 }, { criticality: criticalityOf(-3) });
    expect(least).toMatchObject({ probability: 1, impact: 1, severity: 'low' });
  });
});

describe('the order of findings', () => {
  type Placed = Pick<Finding, 'kind' | 'probability' | 'impact' | 'id' | 'atFirst'>;
  const place = (id: string, kind: Finding['kind'], probability: number, impact: number): Placed => ({
    id,
    kind,
    probability,
    impact,
  });
  const inOrder = [
    place('z-worst', 'risk', 5, 5),
    place('issue', 'issue', 3, 4),
    place('equal', 'risk', 3, 4),
    place('other-equal', 'risk', 3, 4),
    place('more-probable', 'risk', 4, 3),
    place('small', 'issue', 1, 1),
    place('unknown', 'unknown', 5, 5),
    place('small-unknown', 'unknown', 1, 1),
    place('right', 'assertion', 1, 5),
    place('as-right', 'assertion', 1, 1),
  ];

  test('is what hurts before what is unknown before what is right, and the worst first', () => {
    for (let turn = 0; turn < inOrder.length; turn += 1) {
      const turned = [...inOrder.slice(turn), ...inOrder.slice(0, turn)];
      expect(turned.sort(compareFindings)).toEqual(inOrder);
      expect(turned.reverse().sort(compareFindings)).toEqual(inOrder);
    }
  });

  test('within what is critical, what was worst before gates passed is first; no gate lifts what is milder', () => {
    const late = (id: string, probability: number, impact: number, atFirst: number) => ({
      ...place(id, 'issue', probability, impact),
      atFirst,
    });
    const order = [
      late('was-critical', 5, 4, 16),
      late('was-high', 5, 5, 15),
      late('was-medium', 5, 5, 8),
      place('high', 'risk', 3, 5),
    ];
    expect(order.toReversed().sort(compareFindings)).toEqual(order);
  });
});
