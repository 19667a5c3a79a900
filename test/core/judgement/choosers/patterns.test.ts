import { describe, expect, test } from 'vitest';
import type { Said } from '../../../../src/core/interview/answer.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import { advise, type ChoiceReport } from '../../../../src/core/judgement/choosers/advise.ts';
import { choose } from '../../../../src/core/judgement/choosers/choose.ts';
import { topologyKey } from '../../../../src/core/judgement/choosers/topology.ts';
import { surveyor } from '../../../../src/core/judgement/survey.ts';
import { type Integration, type Project, vantageOf } from '../../../../src/core/landscape/landscape.ts';
import { content } from '../../../shipped-content.ts';
import { application, chance, chose, counted, integration, log, ticked, unsure } from '../../builders.ts';
import { around, of, webOrders } from './example.ts';

function adviceOn(one: Integration, project: Project = around()): Readonly<Record<string, ChoiceReport>> {
  const about = advise(content, calculations, project, [one]).find((each) => each.integration === one.id);
  return Object.fromEntries(
    (about?.choices ?? []).map((each) => [each.chooser.replace('patterns.', ''), each]),
  );
}

describe('of the web orders, which are planned badly', () => {
  const advice = adviceOn(of());

  test('waiting is struck out, and a queue with a push of changes in groups is chosen', () => {
    expect(advice.timing?.chosen.way).toBe('go-on');
    expect(advice.timing?.chosen.checks.join()).toContain('queue that survives a restart');
    expect(advice.timing?.rejected).toMatchObject([{ way: 'wait', struck: true }]);
    expect(advice.start?.chosen.way).toBe('change');
    expect(advice.start?.rejected.find(({ way }) => way === 'clock')?.struck).toBe(true);
    expect(advice.bundle?.chosen.way).toBe('groups');
    expect(advice['azure-services']?.chosen.way).toBe('service-bus');
  });

  test('what the team has planned is shown beside it, and does not fit', () => {
    expect([advice.timing?.stated?.way, advice.start?.stated?.way, advice.bundle?.stated?.way]).toEqual([
      'wait',
      'clock',
      'one-by-one',
    ]);
    const project = around();
    const facts = surveyor(
      content,
      calculations,
      project,
    )(vantageOf(project, of())).from({
      scope: 'integration',
      id: 'orders',
    });
    expect(facts.calculate('pattern-fit')).toMatchObject({ kind: 'result', band: 'certain' });
  });

  test('what is missing is named, for the role that knows', () => {
    expect(advice.timing?.missing.map(({ question }) => question)).toContain('one-size-fits-all.call-time');
    expect(advice.timing?.missing.every(({ roles }) => roles.length > 0)).toBe(true);
  });
});

describe('other needs lead to other ways', () => {
  const cases: readonly [string, Record<string, Said>, Record<string, string>][] = [
    [
      'an answer that the law asks for at once is waited for, record by record',
      {
        'expectations.harm-if-late': chose('law-or-safety'),
        'expectations.need-origin': chose('law-or-contract'),
        'one-size-fits-all.frequency': chose('each-change'),
      },
      { timing: 'wait', start: 'change', bundle: 'one-by-one' },
    ],
    [
      'what is needed the next day comes in groups by the clock',
      { 'expectations.delay-need': chose('next-day'), 'one-size-fits-all.frequency': chose('daily') },
      { timing: 'go-on', start: 'clock', bundle: 'groups', flow: 'one-way' },
    ],
    [
      'very much that is needed the next day goes in files',
      {
        'expectations.delay-need': chose('next-day'),
        'one-size-fits-all.records-per-day': counted(500_000),
        'one-size-fits-all.call-shape': chose('file'),
      },
      { bundle: 'groups', 'build-with': 'cloud-services' },
    ],
    [
      'what people only look at stays where it is, and a person asks for it',
      {
        'owner-alignment.purpose': chose('show'),
        'expectations.data-use': ticked('look-at-it'),
        'expectations.delay-need': chose('same-day'),
      },
      { flow: 'in-place', style: 'show', start: 'person', dataverse: 'virtual-table' },
    ],
    [
      'what is for reports goes into a store of its own',
      { 'expectations.data-use': ticked('report'), 'expectations.delay-need': chose('next-day') },
      { flow: 'reporting-store', dataverse: 'link' },
    ],
    [
      'fields that belong to both sides go in two one-way flows',
      {
        'one-size-fits-all.direction': chose('both'),
        'one-size-fits-all.system-of-record': chose('by-field'),
        'one-size-fits-all.field-list': chose('agreed'),
      },
      { flow: 'two-one-way' },
    ],
    [
      'totals are enough where people say so',
      {
        'expectations.data-use': ticked('check-or-calculate', 'report'),
        'one-size-fits-all.system-of-record': unsure,
        'one-size-fits-all.detail': chose('totals'),
      },
      { flow: 'totals' },
    ],
    [
      'work that begins here and goes on there is passed on',
      { 'owner-alignment.purpose': chose('continue-work') },
      { style: 'pass-on' },
    ],
    ['several purposes are split', { 'owner-alignment.purpose': chose('several') }, { style: 'split' }],
    [
      'few records that start a step are a flow',
      {
        'owner-alignment.purpose': chose('continue-work'),
        'business-continuity.criticality': chose('low'),
        'one-size-fits-all.records-per-day': counted(200),
        'one-size-fits-all.busiest-hour': counted(50),
      },
      { 'build-with': 'low-code', bundle: 'one-by-one' },
    ],
  ];

  test.each(cases)('%s', (_, said, wanted) => {
    const advice = adviceOn(of({ ...webOrders, ...said }));
    const made = Object.fromEntries(Object.keys(wanted).map((id) => [id, advice[id]?.chosen.way]));
    expect(made).toEqual(wanted);
  });

  test('nobody having decided which side is right, a two-way flow is struck out', () => {
    const advice = adviceOn(
      of({
        ...webOrders,
        'one-size-fits-all.direction': chose('both'),
        'one-size-fits-all.conflict-rule': chose('last-change'),
        'one-size-fits-all.system-of-record': chose('nobody-decided'),
      }),
    );
    expect(advice.flow?.rejected.find(({ way }) => way === 'two-way')).toMatchObject({
      struck: true,
      reason: 'nobody has decided which side is right',
    });
  });
});

describe('products', () => {
  const both = { 'platform-direction.products': ticked('dataverse', 'finance-operations') };
  const inFinance = { ...webOrders, 'storage-and-limits.service': chose('finance-operations') };

  test('finance has its own ways, by amount and haste', () => {
    const project = around({ answers: log(both) });
    const few = {
      ...inFinance,
      'one-size-fits-all.records-per-day': counted(100),
      'one-size-fits-all.busiest-hour': counted(20),
    };
    expect(adviceOn(of(few), project)['finance-operations']?.chosen.way).toBe('odata');
    const many = {
      ...inFinance,
      'expectations.delay-need': chose('next-day'),
      'one-size-fits-all.records-per-day': counted(400_000),
      'one-size-fits-all.busiest-hour': counted(60_000),
    };
    expect(adviceOn(of(many), project)['finance-operations']?.chosen.way).toBe('package');
    // The other end stands on servers of one's own, which says nothing of where finance runs.
    const files = {
      ...inFinance,
      'expectations.delay-need': chose('next-day'),
      'one-size-fits-all.records-per-day': counted(2000),
      'one-size-fits-all.busiest-hour': counted(100),
      'one-size-fits-all.delivery-means': chose('file'),
      'one-size-fits-all.call-shape': chose('file'),
    };
    const struck = adviceOn(of(files), project)['finance-operations']?.rejected.filter((each) => each.struck);
    expect(struck?.map(({ way }) => way)).not.toContain('recurring');
  });

  test('finance beside Dataverse: both ways is dual-write, reading is virtual tables', () => {
    const cloud = [application('shop', []), application('erp', [])];
    const project = around({ answers: log(both), applications: cloud });
    const twoWay = { ...inFinance, 'one-size-fits-all.direction': chose('both') };
    expect(adviceOn(of(twoWay), project)['finance-with-dataverse']?.chosen.way).toBe('dual-write');
    const reading = { ...inFinance, 'owner-alignment.purpose': chose('show') };
    expect(adviceOn(of(reading), project)['finance-with-dataverse']?.chosen.way).toBe('virtual-table');
  });

  test('none of them is spoken of where it is not in use', () => {
    const advice = adviceOn(
      of(),
      around({ answers: log({ 'platform-direction.products': ticked('none-of-these') }) }),
    );
    expect(Object.keys(advice).filter((id) => /azure|dataverse|finance/.test(id))).toEqual([]);
    expect(JSON.stringify(advice)).not.toMatch(/Dataverse|Dynamics|Power |Azure|Synapse/);
  });
});

test('every way of every chooser is chosen for some answers, and struck out or left for others', () => {
  const seen = new Map<string, Set<string>>();
  const note = (key: string, how: string) => seen.set(key, (seen.get(key) ?? new Set()).add(how));
  for (let seed = 0; seed < 1500; seed += 1) {
    const project = around({ answers: log(somebodySays(seed, 'project')) });
    const one = integration(log(somebodySays(seed, 'integration')));
    const applications = project.applications.map((each, at) => ({
      ...each,
      answers: log(somebodySays(seed * 2 + at, 'application')),
    }));
    const known = { ...project, applications };
    const facts = surveyor(
      content,
      calculations,
      known,
    )(vantageOf(known, one)).from({ scope: 'integration', id: one.id });
    for (const chooser of content.choosers.filter(({ key }) => key !== topologyKey)) {
      const made = choose(chooser, facts);
      if (!made) continue;
      if (made.chosen) note(`${chooser.key} ${made.chosen.way.id}`, 'chosen');
      for (const { way } of made.rejected) note(`${chooser.key} ${way.id}`, 'rejected');
      expect(new Set([made.chosen, made.second].flatMap((each) => each?.way.id ?? [])).size).toBe(
        Number(made.chosen !== undefined) + Number(made.second !== undefined),
      );
    }
  }
  const expected = content.choosers
    .filter(({ key }) => key !== topologyKey)
    .flatMap(({ key, ways }) => ways.map(({ id }) => `${key} ${id}`));
  expect(expected.filter((each) => !seen.get(each)?.has('chosen'))).toEqual([]);
  expect(expected.filter((each) => !seen.get(each)?.has('rejected'))).toEqual([]);
});

function somebodySays(seed: number, scope: string): Record<string, Said> {
  const luck = chance(seed);
  const said: Record<string, Said> = {};
  for (const { key, answer: shape, scope: its } of content.question.values()) {
    if (its !== scope) continue;
    if (key === 'platform-direction.products') said[key] = ticked('dataverse', 'finance-operations', 'azure');
    else if (luck.below(5) === 0) continue;
    else if (shape.kind === 'choice') said[key] = chose(luck.oneOf(shape.options).id);
    else if (shape.kind === 'multi') said[key] = ticked(luck.oneOf(shape.options).id);
    else if (shape.kind === 'number') said[key] = counted(10 ** luck.below(7));
  }
  return said;
}
