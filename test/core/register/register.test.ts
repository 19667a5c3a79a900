import { describe, expect, test } from 'vitest';
import { speakerKey } from '../../../src/core/interview/answer.ts';
import type { Deed, Did } from '../../../src/core/register/deed.ts';
import { lapsesDue } from '../../../src/core/register/lapse.ts';
import { lapseLetters } from '../../../src/core/register/lapse-letter.ts';
import { groundOf } from '../../../src/core/register/register.ts';
import { chose, passed, unsure } from '../builders.ts';
import { answer, dana, day, deed, entry, lee, lost, today, type World, world } from './build.ts';

const none = answer('faults.retry', chose('none'), 'dana', day(2));

function accepted(of: World, more: Partial<Extract<Did, { kind: 'accepted' }>> = {}): Deed {
  const { finding } = entry(of);
  const { probability, impact } = finding;
  return deed(
    {
      kind: 'accepted',
      finding: lost,
      owner: dana,
      reason: 'Two weeks only',
      approver: lee,
      until: '2026-12-31',
      rated: { probability, impact },
      ground: groundOf(finding),
      ...more,
    },
    day(5),
  );
}
const acceptance = accepted(world([none]));
const lapses = (of: World, on = today) => entry(of, lost, on).acceptance?.lapses;

test('a finding that nobody decided about is undecided, and as bad as it was judged', () => {
  expect(entry(world([none]))).toMatchObject({
    state: 'undecided',
    inherent: { probability: 3, impact: 3, severity: 'medium' },
    late: false,
  });
});

describe('a treatment', () => {
  const treated = (more: object = {}) =>
    deed(
      {
        kind: 'treated',
        finding: lost,
        treatment: 'reduce',
        owner: lee,
        due: '2026-11-19',
        residual: { probability: 1, impact: 3 },
        ...more,
      },
      day(5),
    );

  test('stands beside what was judged, with what its owner expects to remain', () => {
    expect(entry(world([none], [treated({ note: 'A queue in between' })]))).toMatchObject({
      state: 'treated',
      treatment: 'reduce',
      owner: lee,
      due: '2026-11-19',
      note: 'A queue in between',
      inherent: { severity: 'medium' },
      residual: { probability: 1, impact: 3, severity: 'low' },
      decided: { by: dana, at: day(5) },
    });
  });

  test('is late the day after it was due, and not before', () => {
    const of = world([none], [treated()]);
    expect(entry(of, lost, '2026-11-19').late).toBe(false);
    expect(entry(of, lost, '2026-11-20').late).toBe(true);
  });

  test('gives way to the next decision, and is gone once it is taken back', () => {
    const share = treated({ treatment: 'share' });
    const back = deed({ kind: 'withdrawn', finding: lost }, day(7));
    expect(entry(world([none], [treated(), share])).treatment).toBe('share');
    expect(entry(world([none], [treated(), back])).state).toBe('undecided');
    expect(entry(world([none], [treated(), back, share])).treatment).toBe('share');
  });
});

describe('an acceptance', () => {
  test('holds while the facts are those it was given for', () => {
    expect(entry(world([none], [acceptance]))).toMatchObject({
      state: 'accepted',
      treatment: 'accept',
      owner: dana,
      acceptance: { reason: 'Two weeks only', approver: lee, until: '2026-12-31', holds: true },
    });
  });

  test('holds through its last day, and has lapsed on the next', () => {
    const of = world([none], [acceptance]);
    expect(lapses(of, '2026-12-31')).toEqual([]);
    expect(lapses(of, '2027-01-01')).toEqual([{ kind: 'passed', until: '2026-12-31' }]);
    expect(entry(of, lost, '2027-01-01').state).toBe('lapsed');
  });

  test('lapses when the answer changes, although the risk is still there, and says whose answer', () => {
    const of = world([none, answer('faults.retry', chose('some'), 'dana', day(9))], [acceptance]);
    expect(lapses(of)).toMatchObject([
      { kind: 'changed', question: 'faults.retry', about: 'integration:orders', by: { id: 'dana' } },
    ]);
  });

  test('does not come back to life when the answer is changed back', () => {
    const there = answer('faults.retry', chose('full'), 'dana', day(9));
    const back = answer('faults.retry', chose('none'), 'dana', day(10));
    expect(lapses(world([none, there, back], [acceptance]))).toMatchObject([{ kind: 'changed', at: day(9) }]);
  });

  test('goes on when the answer is confirmed, or opened and left as it was', () => {
    const again = answer('faults.retry', chose('none'), 'dana', day(9));
    const left = answer('faults.retry', passed, 'lee', day(10));
    expect(lapses(world([none, again, left], [acceptance]))).toEqual([]);
  });

  test('goes on when somebody else says the same, or does not know', () => {
    const same = answer('faults.retry', chose('none'), 'lee', day(9));
    const unknown = answer('faults.retry', unsure, 'omar', day(9));
    expect(lapses(world([none, same, unknown], [acceptance]))).toEqual([]);
  });

  test('lapses when somebody else says otherwise, which is worse, too: now they differ', () => {
    const other = answer('faults.retry', chose('full'), 'lee', day(9));
    expect(lapses(world([none, other], [acceptance]))).toMatchObject([
      { kind: 'changed', by: { id: 'lee' }, said: chose('full') },
      { kind: 'worse', from: 'medium', to: 'high' },
    ]);
  });

  test('goes on when an answer it does not rest on changes', () => {
    const other = answer('faults.queue', chose('no'), 'dana', day(9));
    expect(lapses(world([none, other], [acceptance]))).toEqual([]);
  });

  test('lapses when the same risk gets worse for another reason', () => {
    const critical = answer('value.weight', chose('high'), 'lee', day(9));
    expect(lapses(world([none, critical], [acceptance]))).toEqual([
      { kind: 'worse', from: 'medium', to: 'high' },
    ]);
  });

  test('can be given again, for the new facts', () => {
    const answers = [none, answer('faults.retry', chose('some'), 'dana', day(9))];
    const again = { ...accepted(world(answers)), at: day(10) };
    expect(lapses(world(answers, [acceptance, again]))).toEqual([]);
  });
});

describe('what a daily look finds', () => {
  const look = ({ project, integrations, findings }: World, on = today) =>
    lapsesDue(project, integrations, findings, on).map(({ finding, lapses: why }) => [
      finding?.id,
      why.map(({ kind }) => kind),
    ]);

  test('is nothing while every acceptance holds', () => {
    expect(look(world([none], [acceptance]))).toEqual([]);
  });

  test('is an acceptance whose last day is over', () => {
    expect(look(world([none], [acceptance]), '2027-01-01')).toEqual([[lost, ['passed']]]);
  });

  test('is one whose risk went with the answer it rested on', () => {
    const cleared = answer('faults.retry', chose('full'), 'dana', day(9));
    expect(look(world([none, cleared], [acceptance]))).toEqual([[undefined, ['changed']]]);
  });

  test('is none that was taken back since', () => {
    const back = deed({ kind: 'withdrawn', finding: lost }, day(7));
    expect(look(world([none], [acceptance, back]), '2027-01-01')).toEqual([]);
  });
});

describe('who is told', () => {
  const lapsed = (of: World, on = today) => {
    const [first] = lapsesDue(of.project, of.integrations, of.findings, on);
    if (!first) throw new Error('nothing has ended');
    return lapseLetters('p1', 'tenant', first, 'Orders are lost').map(({ to, content }) => [
      to.kind === 'person' && to.id,
      content.kind === 'acceptance-lapsed' && content.why,
    ]);
  };

  test('is its approver and its owner, once each', () => {
    expect(lapsed(world([none], [acceptance]), '2027-01-01')).toEqual([
      ['lee', 'date'],
      ['dana', 'date'],
    ]);
    const alone = accepted(world([none]), { approver: dana });
    expect(lapsed(world([none], [alone]), '2027-01-01')).toEqual([['dana', 'date']]);
  });

  test('is not whoever changed the answer, nor somebody known by name alone', () => {
    const changed = answer('faults.retry', chose('some'), 'dana', day(9));
    expect(lapsed(world([none, changed], [acceptance]))).toEqual([['lee', 'answers']]);
    const board = accepted(world([none]), { approver: { name: 'Steering group' } });
    expect(lapsed(world([none, changed], [board]))).toEqual([]);
  });

  test('is one letter to each of the two, though both changed an answer it rested on', () => {
    const weight = answer('value.weight', chose('low'), 'lee', day(2));
    const ground = [none, weight].map(({ question, at, said, by }) => ({
      ...{ question, at, said, about: 'integration:orders' },
      speaker: speakerKey(by),
    }));
    const both = accepted(world([none, weight]), { ground });
    const [first, then] = [day(9), day(10)];
    const danas = (at: string) => answer('faults.retry', chose('some'), 'dana', at);
    const lees = (at: string) => answer('value.weight', chose('high'), 'lee', at);
    expect(lapsed(world([none, weight, danas(first), lees(then)], [both]))).toEqual([['lee', 'answers']]);
    expect(lapsed(world([none, weight, lees(first), danas(then)], [both]))).toEqual([['dana', 'answers']]);
    // Whoever changes one after its last day was told of that day.
    const late = accepted(world([none]), { until: '2026-11-06' });
    expect(lapsed(world([none, danas(first)], [late]))).toEqual([
      ['lee', 'answers'],
      ['dana', 'answers'],
    ]);
  });
});
