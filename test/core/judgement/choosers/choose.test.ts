import { describe, expect, test } from 'vitest';
import type { Said } from '../../../../src/core/interview/answer.ts';
import type { Outcome } from '../../../../src/core/judgement/calculation.ts';
import { choose } from '../../../../src/core/judgement/choosers/choose.ts';
import type { Chooser, Way } from '../../../../src/core/judgement/choosers/chooser.ts';
import { survey } from '../../../../src/core/judgement/survey.ts';
import {
  answer,
  choice,
  chose,
  content,
  log,
  multi,
  orders,
  question,
  ticked,
  unsure,
  vantage,
} from '../../builders.ts';

const questions = [
  question('t.delay', { answer: choice('now', 'later') }),
  question('t.load', { answer: choice('much', 'little') }),
  question('t.harm', { answer: multi('lost', 'doubled') }),
  question('t.plan', { answer: choice('call', 'queue') }),
];

const way = (id: string, more: Partial<Way> = {}): Way => ({
  id,
  text: `Way ${id}`,
  fits: [],
  against: [],
  checks: [],
  ...more,
});

const chooser: Chooser = {
  key: 'patterns.means',
  title: 'By which means',
  scope: 'integration',
  cites: 't',
  fit: 'means-fit',
  ways: [
    way('queue', {
      fits: [
        { when: { question: 't.delay', is: 'later' }, because: 'nobody waits' },
        { when: { question: 't.harm', includes: ['lost'] }, because: 'loss does harm' },
      ],
    }),
    way('call', {
      fits: [{ when: { question: 't.delay', is: 'now' }, because: 'somebody waits' }],
      against: [{ when: { question: 't.load', is: 'much' }, because: 'the load is too much' }],
    }),
    way('post', { fits: [{ when: { question: 't.load', is: 'little' }, because: 'little comes' }] }),
  ],
  stated: [
    { when: { question: 't.plan', is: 'call' }, way: 'call' },
    { when: { question: 't.plan', is: 'queue' }, way: 'queue' },
  ],
};
const of = content(questions, [], { choosers: [chooser] });

function chosenBy(said: Record<string, Said>, more: Partial<Chooser> = {}) {
  const facts = survey(of, [], vantage(log(said))).from(orders);
  return choose({ ...chooser, ...more }, facts);
}

describe('a chooser', () => {
  test('chooses what most speaks for, and names the second and what speaks for each', () => {
    const made = chosenBy({
      't.delay': chose('later'),
      't.harm': ticked('lost'),
      't.load': chose('little'),
    });
    expect(made?.chosen).toMatchObject({
      way: { id: 'queue' },
      arguments: ['nobody waits', 'loss does harm'],
    });
    expect(made?.second).toMatchObject({ way: { id: 'post' }, arguments: ['little comes'] });
    expect(made?.chosen?.because.map(({ answer: { question: key } }) => key)).toEqual(['t.delay', 't.harm']);
  });

  test('prefers what is listed first among equals', () => {
    expect(chosenBy({ 't.delay': chose('later'), 't.load': chose('little') })?.chosen?.way.id).toBe('queue');
  });

  test('strikes out what something speaks against, however much speaks for it, and says why', () => {
    const made = chosenBy({ 't.delay': chose('now'), 't.load': chose('much') });
    expect(made?.chosen).toBeUndefined();
    expect(made?.rejected).toContainEqual({
      way: chooser.ways[1],
      reason: 'the load is too much',
      struck: true,
    });
  });

  test('names what is missing, and waits for nothing that is settled', () => {
    const made = chosenBy({ 't.delay': chose('later'), 't.load': unsure });
    expect(made?.missing.map(({ question: { key } }) => key).sort()).toEqual(['t.harm', 't.load']);
  });

  test('chooses nothing while nothing was said', () => {
    const made = chosenBy({});
    expect([made?.chosen, made?.second]).toEqual([undefined, undefined]);
    expect(made?.missing).toHaveLength(3);
  });

  test('says nothing where it is of no use, or nobody knows whether it is', () => {
    const when = { question: 't.load', is: 'much' } as const;
    expect(chosenBy({ 't.load': chose('little') }, { when })).toBeUndefined();
    expect(chosenBy({}, { when })).toBeUndefined();
    expect(chosenBy({ 't.load': chose('much'), 't.delay': chose('later') }, { when })?.chosen?.way.id).toBe(
      'queue',
    );
  });

  test('takes from the answers what the team has chosen', () => {
    expect(chosenBy({ 't.plan': chose('call') })?.stated?.way.id).toBe('call');
    expect(chosenBy({})?.stated).toBeUndefined();
  });
});

describe('whether the team’s choice fits', () => {
  function outcomeOf(said: Record<string, Said>, choosers: readonly Chooser[] = [chooser]): Outcome {
    const content_ = { ...of, choosers };
    return survey(content_, [], vantage(log(said)))
      .from(orders)
      .calculate('means-fit');
  }
  const band = (said: Record<string, Said>, choosers?: readonly Chooser[]) => {
    const outcome = outcomeOf(said, choosers);
    return outcome.kind === 'result' ? outcome.band : outcome.kind;
  };

  test('is fine where both agree, watched for the second best, high for another, certain for one struck out', () => {
    const later = { 't.delay': chose('later') };
    expect(band({ ...later, 't.plan': chose('queue') })).toBe('fine');
    const both = { 't.load': chose('little'), 't.delay': chose('now') };
    expect(band({ ...both, 't.plan': chose('call') })).toBe('fine');
    const second = {
      ...chooser,
      ways: [chooser.ways[2], chooser.ways[1], chooser.ways[0]].filter((each) => !!each),
    };
    expect(band({ ...both, 't.plan': chose('call') }, [second])).toBe('watch');
    expect(band({ ...later, 't.plan': chose('call') })).toBe('high');
    expect(band({ ...later, 't.load': chose('much'), 't.plan': chose('call') })).toBe('certain');
  });

  test('is not judged while the team has not said what it does, or nothing speaks for any way', () => {
    expect(band({ 't.delay': chose('later') })).toBe('does-not-apply');
    expect(band({ 't.plan': chose('call') })).toBe('does-not-apply');
  });

  test('rests on the answers of both, and shows what speaks for the other way', () => {
    const outcome = outcomeOf({ 't.delay': chose('later'), 't.plan': chose('call') });
    if (outcome.kind !== 'result') throw new Error('no result');
    expect(outcome.because.map(({ answer: { question: key } }) => key)).toEqual(['t.plan', 't.delay']);
    expect(outcome.working).toEqual([
      'By which means: “Way call” is planned',
      'The answers speak for “Way queue”: nobody waits',
    ]);
  });

  test('is that of the worst of several choosers', () => {
    const agreeing: Chooser = {
      ...chooser,
      key: 'patterns.other',
      stated: [{ when: { question: 't.delay', is: 'later' }, way: 'queue' }],
    };
    expect(band({ 't.delay': chose('later'), 't.plan': chose('call') }, [agreeing, chooser])).toBe('high');
    expect(band({ 't.delay': chose('later') }, [agreeing, chooser])).toBe('fine');
  });

  test('throws for a name that nobody has', () => {
    const facts = survey(of, [], vantage([answer('t.plan', chose('call'))])).from(orders);
    expect(() => facts.calculate('no-such-fit')).toThrow('no calculation is called no-such-fit');
  });
});
