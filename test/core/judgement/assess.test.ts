import { describe, expect, test } from 'vitest';
import type { Answer, Said } from '../../../src/core/interview/answer.ts';
import type { Content, Question, Risk } from '../../../src/core/interview/topic.ts';
import { assess } from '../../../src/core/judgement/assess.ts';
import type { Calculation } from '../../../src/core/judgement/calculation.ts';
import type { Finding } from '../../../src/core/judgement/finding.ts';
import type { Vantage } from '../../../src/core/landscape/landscape.ts';
import {
  amountOf,
  answer,
  application,
  chance,
  choice,
  chose,
  content,
  counted,
  dated,
  dateShape,
  multi,
  notApplicable,
  option,
  orders,
  passed,
  question,
  referred,
  risk,
  throughJson,
  ticked,
  unsure,
  vantage,
} from '../builders.ts';

const lost = question('errors.on-failure', {
  answer: choice('retry', 'lost'),
  roles: ['process-owner', 'architect'],
});
const limit = question('errors.limit', {
  answer: amountOf('count'),
  when: { question: 'errors.on-failure', is: 'retry' },
});
const silentLoss = risk('errors.silent-loss', { question: 'errors.on-failure', is: 'lost' });
const endless = risk('errors.endless', { question: 'errors.limit', atLeast: 100 });

function judged(of: Content, said: readonly Answer[], more: Parameters<typeof vantage>[1] = {}): Finding[] {
  return assess(of, [], vantage(said, more));
}
const one = (questions: Question[], risks: Risk[]) => content(questions, risks);
const errors = one([lost, limit], [silentLoss, endless]);
const kinds = (found: readonly Finding[]) => Object.fromEntries(found.map(({ rule, kind }) => [rule, kind]));

describe('the kind of a finding', () => {
  const table: [string, Said[], Finding['kind'] | undefined][] = [
    ['a risk where the answer is such', [chose('lost')], 'risk'],
    ['done right where the answer is another', [chose('retry')], 'assertion'],
    ['a risk where one of two says so', [chose('retry'), chose('lost')], 'risk'],
    ['unknown where somebody does not know', [unsure], 'unknown'],
    ['unknown where somebody else is said to know', [referred], 'unknown'],
    ['unknown where it was seen and left open', [passed], 'unknown'],
    ['done right where one knows and another does not', [unsure, chose('retry')], 'assertion'],
    ['nothing where nobody was asked', [], undefined],
    ['nothing where it does not apply', [notApplicable], undefined],
  ];
  test.each(table)('is %s', (_, said, kind) => {
    const found = judged(
      one([lost], [silentLoss]),
      said.map((each, at) => answer(lost.key, each, `person-${at}`)),
    );
    expect(found.map((each) => each.kind)).toEqual(kind ? [kind] : []);
  });

  test('is an issue once two gates have passed, and only for what is a risk', () => {
    const at = (stage: string, said: Said) => judged(errors, [answer(lost.key, said)], { stage })[0]?.kind;
    expect(['initiate', 'implement', 'prepare', 'operate'].map((stage) => at(stage, chose('lost')))).toEqual([
      'risk',
      'risk',
      'issue',
      'issue',
    ]);
    expect(at('operate', unsure)).toBe('unknown');
    expect(
      judged(one([lost], [silentLoss]), [answer(lost.key, chose('retry'))], { stage: 'operate' })[0]?.kind,
    ).toBe('assertion');
  });
});

describe('a finding', () => {
  const [found] = judged(errors, [answer(lost.key, chose('lost'))]);

  test('names rule, subject and topic, so that a decision about it finds it again', () => {
    expect(found).toMatchObject({
      id: 'errors.silent-loss@integration:orders',
      rule: 'errors.silent-loss',
      topic: 'errors',
      subject: orders,
      about: 'Web orders',
      title: 'Risk errors.silent-loss of Web orders',
    });
  });

  test('says who said what, when, in words', () => {
    expect(found?.because).toEqual([
      {
        question: lost.key,
        label: lost.label,
        subject: orders,
        about: 'Web orders',
        said: chose('lost'),
        words: 'lost',
        by: { kind: 'person', id: 'dana', name: 'Name of dana' },
        at: '2026-11-02T09:00:00.000Z',
      },
    ]);
  });

  test('cites its heading of the guidance and has the steps of its rule, with names filled in', () => {
    expect(found?.cites).toEqual({
      title: 'Challenges',
      revision: '2023-05-23',
      heading: 'Heading of errors',
    });
    expect(found?.steps.map(({ key, action, owner }) => [key, action, owner])).toEqual([
      ['errors.act', 'Act on Web orders', 'architect'],
    ]);
    expect(found?.clears).toBe('cleared');
  });

  test('rests once on an answer that two of its parts look at', () => {
    const twice = risk('errors.twice', {
      all: [
        { question: lost.key, is: 'lost' },
        { question: lost.key, oneOf: ['lost'] },
      ],
    });
    expect(judged(one([lost], [twice]), [answer(lost.key, chose('lost'))])[0]?.because).toHaveLength(1);
  });

  test('of what is done right is low, says what is right, and asks only to confirm it at the next gate', () => {
    const [right] = judged(one([lost], [silentLoss]), [answer(lost.key, chose('retry'))], {
      stage: 'implement',
    });
    expect(right).toMatchObject({
      kind: 'assertion',
      severity: 'low',
      probability: 1,
      title: 'Web orders is sound in errors.silent-loss',
    });
    expect(right?.steps).toMatchObject([{ key: 'confirm', owner: 'architect', stage: 'prepare' }]);
  });

  test('done right in the last stage is confirmed in that stage', () => {
    const [right] = judged(one([lost], [silentLoss]), [answer(lost.key, chose('retry'))], {
      stage: 'operate',
    });
    expect(right?.steps).toMatchObject([{ stage: 'operate' }]);
  });
});

describe('what is unknown', () => {
  test('waits for the question, names who could know, and makes finding out the step', () => {
    const [found] = judged(one([lost], [silentLoss]), [answer(lost.key, unsure)]);
    expect(found).toMatchObject({
      kind: 'unknown',
      waitingFor: [{ question: lost.key, about: 'Web orders', roles: ['process-owner', 'architect'] }],
      steps: [{ key: `ask.${lost.key}`, owner: 'process-owner', stage: 'initiate' }],
    });
    expect(found?.because.map(({ words }) => words)).toEqual(['I don’t know']);
  });

  test('behind an opener that nobody knows waits for the opener, and shows who does not know it', () => {
    const found = judged(errors, [answer(lost.key, unsure)]);
    expect(kinds(found)).toEqual({ 'errors.silent-loss': 'unknown', 'errors.endless': 'unknown' });
    for (const each of found) {
      expect(each.waitingFor.map(({ question: key }) => key)).toEqual([lost.key]);
      expect(each.because.map(({ question: key }) => key)).toEqual([lost.key]);
    }
  });

  test('is asked for once where two parts wait for the same', () => {
    const twice = risk('errors.twice', {
      any: [
        { question: lost.key, is: 'lost' },
        { question: limit.key, atLeast: 100 },
      ],
    });
    const [found] = judged(one([lost, limit], [twice]), [answer(lost.key, unsure)]);
    expect(found?.waitingFor).toHaveLength(1);
    expect(found?.because).toHaveLength(1);
  });

  test('stays silent while the question it waits for was put to nobody', () => {
    const both = risk('errors.both', {
      all: [
        { question: lost.key, is: 'retry' },
        { question: limit.key, atLeast: 100 },
      ],
    });
    const of = one([lost, limit], [both]);
    expect(judged(of, [answer(lost.key, chose('retry'))])).toEqual([]);
    expect(kinds(judged(of, [answer(lost.key, chose('retry')), answer(limit.key, passed)]))).toEqual({
      'errors.both': 'unknown',
    });
  });

  test('is nothing that a ghost could answer', () => {
    const said = [
      answer(lost.key, chose('retry')),
      answer(limit.key, counted(500)),
      answer(lost.key, chose('lost')),
    ];
    expect(kinds(judged(errors, said.slice(0, 2)))).toMatchObject({ 'errors.endless': 'risk' });
    expect(kinds(judged(errors, said))).toEqual({ 'errors.silent-loss': 'risk' });
  });

  test('for want of a date in the plan waits for the project manager to set it', () => {
    const joins = question('errors.joins', { answer: dateShape });
    const late = risk('errors.late', { question: joins.key, after: 'go-live' });
    const [found] = judged(one([joins], [late]), [answer(joins.key, dated('2027-03-16'))]);
    expect(found).toMatchObject({
      kind: 'unknown',
      waitingFor: [{ question: 'date:go-live', label: 'Date “Go-live”', roles: ['project-manager'] }],
    });
    const dates = { 'go-live': '2027-03-15' };
    expect(judged(one([joins], [late]), [answer(joins.key, dated('2027-03-16'))], { dates })[0]?.kind).toBe(
      'risk',
    );
  });
});

describe('what is done right', () => {
  test('needs somebody who gave a value', () => {
    const aside = risk('errors.aside', { question: lost.key, unsure: true });
    const of = one([lost], [aside]);
    expect(judged(of, [answer(lost.key, notApplicable)])).toEqual([]);
    expect(judged(of, [])).toEqual([]);
    expect(kinds(judged(of, [answer(lost.key, chose('retry'))]))).toEqual({ 'errors.aside': 'assertion' });
  });

  test('is what the rule names as right, not that another mistake was made instead', () => {
    const named = risk('errors.named', silentLoss.when, { right: { question: lost.key, is: 'retry' } });
    const { right: _, ...unnamed } = risk('errors.unnamed', silentLoss.when);
    const of = one([{ ...lost, answer: choice('retry', 'lost', 'mailbox') }], [named, unnamed]);
    const when = (...said: string[]) =>
      kinds(
        judged(
          of,
          said.map((each, at) => answer(lost.key, chose(each), `person-${at}`)),
        ),
      );
    expect(when('retry')).toEqual({ 'errors.named': 'assertion' });
    expect(when('mailbox')).toEqual({});
    expect(when('retry', 'mailbox')).toEqual({});
    expect(when('lost')).toEqual({ 'errors.named': 'risk', 'errors.unnamed': 'risk' });
  });

  test('is not that one voice agrees with itself', () => {
    const differ = risk('errors.differ', { question: lost.key, disagree: true });
    const of = one([lost], [differ]);
    const when = (...said: Said[]) =>
      kinds(
        judged(
          of,
          said.map((each, at) => answer(lost.key, each, `person-${at}`)),
        ),
      );
    expect(when(chose('retry'))).toEqual({});
    expect(when(chose('retry'), unsure)).toEqual({});
    expect(when(chose('retry'), chose('retry'))).toEqual({ 'errors.differ': 'assertion' });
    expect(when(chose('retry'), chose('lost'))).toEqual({ 'errors.differ': 'risk' });
  });
});

describe('severity', () => {
  const critical = question('errors.criticality', {
    answer: {
      kind: 'choice',
      ordered: true,
      options: [option('low', { impact: -1 }), option('normal'), option('mission', { impact: 1 })],
    },
  });
  const of = one([critical, lost], [silentLoss]);

  test('rises with the gravest thing anybody says about the integration', () => {
    const weighed = (...said: [string, string][]) =>
      judged(of, [
        answer(lost.key, chose('lost')),
        ...said.map(([by, id]) => answer(critical.key, chose(id), by)),
      ])[0];
    expect(weighed()?.impact).toBe(3);
    expect(weighed(['dana', 'low'])?.impact).toBe(2);
    expect(weighed(['dana', 'low'], ['li', 'normal'])?.impact).toBe(3);
    expect(weighed(['dana', 'mission'], ['li', 'low'])).toMatchObject({ impact: 4, severity: 'high' });
    expect(weighed(['dana', 'mission'])?.reasoning.at(-1)).toContain('mission: impact +1');
  });

  test('of a risk of an application is not moved by what weighs on integrations', () => {
    const hosted = question('errors.hosting', { scope: 'application', answer: choice('cellar', 'cloud') });
    const cellar = risk('errors.cellar', { question: hosted.key, is: 'cellar' }, { scope: 'application' });
    const grave = { ...critical, key: 'errors.grave', scope: 'application' } as const;
    const at = vantage([answer(critical.key, chose('mission')), answer(lost.key, chose('lost'))], {}, [
      application('shop', [answer(hosted.key, chose('cellar')), answer(grave.key, chose('mission'))]),
    ]);
    const found = assess(one([critical, grave, hosted, lost], [cellar, silentLoss]), [], at);
    expect(found.map(({ rule, impact }) => [rule, impact])).toEqual([
      [silentLoss.key, 4],
      [cellar.key, 3],
    ]);
  });

  test('rises where the people it rests on differ', () => {
    const said = [answer(lost.key, chose('lost'), 'dana'), answer(lost.key, chose('retry'), 'li')];
    expect(judged(of, said)[0]).toMatchObject({ probability: 4 });
  });
});

describe('a risk that another explains', () => {
  const cause = risk(
    'errors.cause',
    { question: lost.key, is: 'lost' },
    { covers: ['errors.effect', 'errors.open'] },
  );
  const effect = risk('errors.effect', { question: 'errors.several', includes: ['b'] });
  const open = risk('errors.open', { question: 'errors.unsure', is: 'yes' });
  const of = one(
    [lost, question('errors.several', { answer: multi('a', 'b') }), question('errors.unsure')],
    [cause, effect, open],
  );
  const rest = [answer('errors.several', ticked('b')), answer('errors.unsure', unsure)];

  test('is not raised beside it, whatever its own kind', () => {
    expect(kinds(judged(of, [answer(lost.key, chose('lost')), ...rest]))).toEqual({ 'errors.cause': 'risk' });
    expect(kinds(judged(of, [answer(lost.key, chose('lost')), ...rest], { stage: 'operate' }))).toEqual({
      'errors.cause': 'issue',
    });
  });

  test('stands on its own while the other is not raised', () => {
    expect(kinds(judged(of, [answer(lost.key, unsure), ...rest]))).toEqual({
      'errors.cause': 'unknown',
      'errors.effect': 'risk',
      'errors.open': 'unknown',
    });
    expect(kinds(judged(of, [answer(lost.key, chose('retry')), ...rest]))).toMatchObject({
      'errors.effect': 'risk',
    });
  });

  test('about something else is not touched', () => {
    const hosting = question('errors.hosting', { scope: 'application', answer: choice('cellar', 'cloud') });
    const deep = risk(
      'errors.deep',
      { question: hosting.key, is: 'cellar' },
      { scope: 'application', covers: ['errors.deeper'] },
    );
    const deeper = risk(
      'errors.deeper',
      { question: hosting.key, oneOf: ['cellar', 'cloud'] },
      { scope: 'application' },
    );
    const at = vantage([], {}, [
      application('shop', [answer(hosting.key, chose('cellar'))]),
      application('erp', [answer(hosting.key, chose('cloud'))]),
    ]);
    expect(assess(one([hosting], [deep, deeper]), [], at).map(({ id, kind }) => [id, kind])).toEqual([
      ['errors.deep@application:shop', 'risk'],
      ['errors.deeper@application:erp', 'risk'],
      ['errors.deep@application:erp', 'assertion'],
    ]);
  });
});

describe('a calculated risk', () => {
  const rate = question('errors.rate', { answer: amountOf('records/day') });
  const load: Calculation = {
    id: 'load',
    title: 'Load',
    inputs: { rate: { question: rate.key } },
    limits: [],
    formula: 'rate over 100',
    source: 'none',
    run: (given) => {
      const ratio = given.most('rate') / 100;
      return {
        band: ratio > 1 ? 'certain' : ratio > 0.8 ? 'high' : 'fine',
        ratio,
        working: () => [`ratio ${ratio}`],
      };
    },
  };
  const byBand = risk(
    'errors.load',
    { calculation: 'load', band: ['high', 'certain'] },
    { probability: { calculation: 'load' } },
  );
  const byAnswer = risk(
    'errors.rate-high',
    { question: rate.key, atLeast: 90 },
    { probability: { calculation: 'load' } },
  );
  const at = (said: Said) =>
    assess(one([rate], [byBand, byAnswer]), [load], vantage([answer(rate.key, said)]));

  test('prints its working, wherever the calculation counts in it', () => {
    for (const found of at(counted(90, 200)))
      expect(found).toMatchObject({
        kind: 'risk',
        probability: 5,
        working: ['Label of errors.rate: 200 a day, the worse end of 90–200 (Name of dana)', 'ratio 2'],
      });
    expect(at(counted(90, 200))).toHaveLength(2);
    expect(at(counted(90)).map(({ probability }) => probability)).toEqual([4, 4]);
  });

  test('rests on the inputs, is right when the band is, and unknown while an input is', () => {
    expect(at(counted(200))[0]?.because.map(({ words }) => words)).toEqual(['200 records a day']);
    expect(at(counted(5)).map(({ kind }) => kind)).toEqual(['assertion', 'assertion']);
    expect(at(unsure)[0]).toMatchObject({ kind: 'unknown', probability: 2, working: [] });
    expect(at(notApplicable)).toEqual([]);
  });
});

describe('the whole judgement', () => {
  const questions = [
    lost,
    limit,
    question('errors.hosting', { scope: 'application', answer: choice('cellar', 'cloud') }),
    question('plan.stage', { scope: 'project', answer: choice('early', 'late') }),
    question('plan.rate', {
      answer: amountOf('records/day'),
      when: { not: { question: 'errors.on-failure', is: 'lost' } },
    }),
  ];
  const risks = [
    silentLoss,
    endless,
    risk('errors.cellar', { question: 'errors.hosting', is: 'cellar' }, { scope: 'application', impact: 5 }),
    risk('errors.mixed', {
      any: [{ question: 'errors.hosting', is: 'cellar' }, { not: { question: 'plan.rate', atMost: 100 } }],
    }),
    risk('plan.early', { question: 'plan.stage', is: 'early' }, { scope: 'project' }),
    risk('plan.missing', { question: 'plan.rate', missing: true }),
    risk('plan.differ', { question: 'errors.on-failure', disagree: true }),
  ];
  const of = content(questions, risks);

  function somebodySays(seed: number): Vantage {
    const luck = chance(seed);
    const value: Record<string, () => Said> = {
      'errors.on-failure': () => chose(luck.oneOf(['retry', 'lost'])),
      'errors.limit': () => counted(luck.below(200)),
      'errors.hosting': () => chose(luck.oneOf(['cellar', 'cloud'])),
      'plan.stage': () => chose(luck.oneOf(['early', 'late'])),
      'plan.rate': () => counted(luck.below(100), 100 + luck.below(100)),
    };
    const log = (scope: Question['scope']) =>
      questions
        .filter((each) => each.scope === scope)
        .flatMap(({ key }) =>
          Array.from({ length: luck.below(3) }, (_, at) =>
            answer(
              key,
              luck.below(3)
                ? (value[key]?.() ?? unsure)
                : luck.oneOf([unsure, passed, referred, notApplicable]),
              `person-${at}`,
            ),
          ),
        );
    return vantage(
      log('integration'),
      { answers: log('project'), stage: luck.oneOf(['initiate', 'implement', 'prepare']) },
      [application('shop', log('application')), application('erp', log('application'))],
    );
  }
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);

  test('is the same for the same input, today and from an export', () => {
    for (const seed of seeds) {
      const at = somebodySays(seed);
      expect(assess(of, [], at)).toEqual(assess(of, [], throughJson(at)));
    }
  });

  test('changes nothing that it is given', () => {
    for (const seed of seeds.slice(0, 50)) {
      const at = frozen(somebodySays(seed));
      expect(() => assess(frozen(of), [], at)).not.toThrow();
    }
  });

  test('gives each finding a reason, a citation, a step and one id, and an unknown something to wait for', () => {
    for (const seed of seeds) {
      const found = assess(of, [], somebodySays(seed));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const each of found) {
        expect(each.because.length, each.id).toBeGreaterThan(0);
        expect(each.cites.heading, each.id).not.toBe('');
        expect(each.steps.length, each.id).toBeGreaterThan(0);
        expect(each.waitingFor.length > 0, each.id).toBe(each.kind === 'unknown');
        if (each.kind === 'assertion')
          expect(each.because.some(({ said }) => said.kind === 'value')).toBe(true);
        for (const number of [each.probability, each.impact]) expect([1, 2, 3, 4, 5]).toContain(number);
      }
    }
  });

  test('puts what hurts first, then what is unknown, then what is right, the worst of each at its head', () => {
    const block = { issue: 0, risk: 0, unknown: 1, assertion: 2 };
    for (const seed of seeds) {
      const found = assess(of, [], somebodySays(seed));
      const places = found.map(
        ({ kind, probability, impact }) => [block[kind], -probability * impact] as const,
      );
      expect(places).toEqual([...places].sort(([a, b], [c, d]) => a - c || b - d));
    }
  });

  test('looks only at the subjects it is asked about, and then says the same of them', () => {
    for (const seed of seeds.slice(0, 100)) {
      const at = somebodySays(seed);
      const all = assess(of, [], at).filter(({ subject }) => subject.scope === 'integration');
      expect(assess(of, [], at, [orders])).toEqual(all);
    }
  });
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of value instanceof Map ? value.values() : Object.values(value)) frozen(part);
  }
  return value;
}
