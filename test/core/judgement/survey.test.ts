import { describe, expect, test } from 'vitest';
import type { Answer, Said, Subject } from '../../../src/core/interview/answer.ts';
import type { Content } from '../../../src/core/interview/topic.ts';
import type { Calculation } from '../../../src/core/judgement/calculation.ts';
import { judge } from '../../../src/core/judgement/condition.ts';
import { roots } from '../../../src/core/judgement/fact.ts';
import { survey } from '../../../src/core/judgement/survey.ts';
import type { Vantage } from '../../../src/core/landscape/landscape.ts';
import {
  amountOf,
  answer,
  application,
  choice,
  chose,
  content,
  counted,
  multi,
  notApplicable,
  orders,
  question,
  textShape,
  throughJson,
  ticked,
  unsure,
  vantage,
  wrote,
} from '../builders.ts';

const chain = content([
  question('t.on-failure', { answer: choice('retry', 'lost') }),
  question('t.limit', { answer: amountOf('count'), when: { question: 't.on-failure', is: 'retry' } }),
  question('t.reason', { answer: textShape, when: { question: 't.limit', atLeast: 10 } }),
]);

const look = (of: Content, at: Vantage, calculations: readonly Calculation[] = []) =>
  survey(of, calculations, at);
const applies = (of: Content, at: Vantage) =>
  Object.fromEntries(look(of, at).standings.map((each) => [each.question.key, each.applies]));

describe('which questions apply', () => {
  test('follows from the answers before them, in one pass', () => {
    const said = [answer('t.on-failure', chose('retry')), answer('t.limit', counted(50))];
    expect(applies(chain, vantage([]))).toEqual({
      't.on-failure': 'yes',
      't.limit': 'unknown',
      't.reason': 'unknown',
    });
    expect(applies(chain, vantage(said.slice(0, 1)))).toMatchObject({
      't.limit': 'yes',
      't.reason': 'unknown',
    });
    expect(applies(chain, vantage(said))).toMatchObject({ 't.limit': 'yes', 't.reason': 'yes' });
  });

  test('follows the newest answer: what a changed answer closes is a ghost, kept and not counted', () => {
    const said = [
      answer('t.on-failure', chose('retry')),
      answer('t.limit', counted(50)),
      answer('t.reason', wrote('because')),
      answer('t.on-failure', chose('lost')),
    ];
    const known = look(chain, vantage(said));
    expect(known.standings.map((each) => each.applies)).toEqual(['yes', 'no', 'no']);
    expect(known.standings[1]?.answers).toHaveLength(1);
    expect(known.from(orders).of('t.limit')).toEqual([]);
    expect(judge({ question: 't.limit', atLeast: 1 }, known.from(orders)).truth).toBe('no');
    expect(judge({ not: { question: 't.limit', atLeast: 1 } }, known.from(orders)).truth).toBe('no');
  });

  test('comes back with its answer when the opener is changed back', () => {
    const said = [
      answer('t.on-failure', chose('retry')),
      answer('t.limit', counted(50)),
      answer('t.on-failure', chose('lost')),
      answer('t.on-failure', chose('retry')),
    ];
    expect(judge({ question: 't.limit', atLeast: 50 }, look(chain, vantage(said)).from(orders)).truth).toBe(
      'yes',
    );
  });

  test('stays open behind an opener that nobody knows, and waits for that opener all the way down', () => {
    const known = look(
      chain,
      vantage([answer('t.on-failure', unsure), answer('t.limit', counted(50), 'li')]),
    );
    expect(known.standings.map((each) => each.applies)).toEqual(['yes', 'unknown', 'unknown']);
    const [last] = known.from(orders).of('t.reason');
    expect(last?.answers).toEqual([]);
    expect(last && roots(last).map((fact) => fact.question.key)).toEqual(['t.on-failure']);
    expect(judge({ question: 't.limit', atLeast: 1 }, known.from(orders)).truth).toBe('unknown');
  });

  test('is judged at the reading that asks, where people differ about the opener', () => {
    const said = [
      answer('t.on-failure', chose('retry'), 'dana'),
      answer('t.on-failure', chose('lost'), 'li'),
    ];
    expect(applies(chain, vantage(said))).toMatchObject({ 't.limit': 'yes' });
  });
});

describe('whose answers count', () => {
  const asked = content([question('t.q', { answer: choice('a', 'b') })]);
  const answersOf = (said: readonly Answer[]) => look(asked, vantage(said)).standings[0]?.answers ?? [];

  test('the newest of each person, in the order in which they first spoke', () => {
    const said = [
      answer('t.q', chose('a'), 'dana'),
      answer('t.q', chose('a'), 'li'),
      answer('t.q', chose('b'), 'dana'),
      answer('t.q', unsure, 'li'),
    ];
    expect(answersOf(said)).toEqual([said[2], said[3]]);
  });

  test('what a file suggests is shown and counts for nothing', () => {
    const fromFile = {
      ...answer('t.q', chose('a')),
      by: { kind: 'file', name: 'list.csv', line: 3 },
    } as const;
    const newer = { ...fromFile, said: chose('b') };
    const [standing] = look(asked, vantage([fromFile, newer])).standings;
    expect(standing).toMatchObject({ answers: [], suggested: newer });
    expect(judge({ question: 't.q', is: 'b' }, look(asked, vantage([newer])).from(orders)).truth).toBe(
      'unknown',
    );
  });

  test.each<[string, Said]>([
    ['another kind of answer', counted(3)],
    ['an option that is gone', chose('gone')],
    ['several options', ticked('a')],
  ])('not an answer to an older wording of the question: %s', (_, said) => {
    expect(answersOf([answer('t.q', said)])).toEqual([]);
    const known = look(asked, vantage([answer('t.q', said)]));
    expect(judge({ not: { question: 't.q', is: 'a' } }, known.from(orders)).truth).toBe('unknown');
  });

  test('a ticked option that is gone makes the whole answer one to an older wording', () => {
    const several = content([question('t.q', { answer: multi('a', 'b') })]);
    const at = (said: Said) => look(several, vantage([answer('t.q', said)])).standings[0]?.answers.length;
    expect([at(ticked('a', 'b')), at(ticked('a', 'gone')), at(unsure), at(notApplicable)]).toEqual([
      1, 0, 1, 1,
    ]);
  });
});

describe('what sees what', () => {
  const hosted = content([
    question('t.stage', { scope: 'project', answer: choice('early', 'late') }),
    question('t.hosting', { scope: 'application', answer: choice('cloud', 'cellar') }),
    question('t.gateway', {
      scope: 'application',
      answer: choice('yes', 'no'),
      when: { question: 't.hosting', is: 'cellar' },
    }),
    question('t.flow', { answer: choice('push', 'pull') }),
  ]);
  const shop: Subject = { scope: 'application', id: 'shop' };
  const erp: Subject = { scope: 'application', id: 'erp' };
  const ends = [
    application('shop', [answer('t.hosting', chose('cellar'))]),
    application('erp', [answer('t.hosting', chose('cloud'))]),
  ];
  const at = vantage(
    [answer('t.flow', chose('push'))],
    { answers: [answer('t.stage', chose('late'))] },
    ends,
  );

  test('two applications are kept apart: a follow-up is asked of the one it is about', () => {
    const gateways = look(hosted, at).standings.filter(({ question: { key } }) => key === 't.gateway');
    expect(gateways.map(({ subject, applies: open }) => [subject, open])).toEqual([
      [shop, 'yes'],
      [erp, 'no'],
    ]);
  });

  test('an application sees itself and the project, nothing sideways and no integration', () => {
    const { from } = look(hosted, at);
    const about = (subject: Subject, key: string) =>
      from(subject)
        .of(key)
        .map((fact) => fact.about);
    expect(about(shop, 't.hosting')).toEqual(['SHOP']);
    expect(about(erp, 't.hosting')).toEqual(['ERP']);
    expect(about(shop, 't.stage')).toEqual(['Programme']);
    expect(about(shop, 't.flow')).toEqual([]);
  });

  test('an integration sees itself, both its ends and the project; the project sees only itself', () => {
    const { from } = look(hosted, at);
    const about = (subject: Subject, key: string) =>
      from(subject)
        .of(key)
        .map((fact) => fact.about);
    expect(about(orders, 't.hosting')).toEqual(['SHOP', 'ERP']);
    expect(about(orders, 't.stage')).toEqual(['Programme']);
    expect(about({ scope: 'project' }, 't.hosting')).toEqual([]);
    expect(about({ scope: 'project' }, 't.stage')).toEqual(['Programme']);
  });

  test('what is nearest is asked first, question by question in the order of the content', () => {
    expect(look(hosted, at).standings.map(({ question: { key }, subject }) => [key, subject.scope])).toEqual([
      ['t.stage', 'project'],
      ['t.hosting', 'application'],
      ['t.hosting', 'application'],
      ['t.gateway', 'application'],
      ['t.gateway', 'application'],
      ['t.flow', 'integration'],
    ]);
  });
});

test('a survey of the same documents is the same, before and after a restart', () => {
  const at = vantage([answer('t.on-failure', chose('retry')), answer('t.limit', counted(5, 50))]);
  expect(look(chain, throughJson(at)).standings).toEqual(look(chain, at).standings);
});
