import { describe, expect, test } from 'vitest';
import type { Said } from '../../../../src/core/interview/answer.ts';
import {
  assessPortfolio,
  assessProject,
  type Memory,
} from '../../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../../src/core/judgement/calculations/index.ts';
import type { Finding } from '../../../../src/core/judgement/finding.ts';
import { portfolioRules } from '../../../../src/core/judgement/portfolio/index.ts';
import type { Application, Integration, Project } from '../../../../src/core/landscape/landscape.ts';
import { content } from '../../../shipped-content.ts';
import {
  answer,
  application,
  between,
  chance,
  chose,
  counted,
  integration,
  log,
  member,
  named,
  project,
  throughJson,
  ticked,
  unsure,
} from '../../builders.ts';
import { answersOf, scheduleOf } from './schedules.ts';

function found(
  rule: string,
  applications: readonly Application[],
  integrations: readonly Integration[],
  more: Partial<Project> = {},
): Finding[] {
  const of = throughJson(project({ applications, ...more }));
  return assessPortfolio(content, calculations, of, throughJson(integrations)).filter(
    (each) => each.rule === `portfolio.${rule}`,
  );
}

const apps = (...ids: string[]) => ids.map((id) => application(id));

test('every rule has its words, and all words have a rule', () => {
  expect(content.portfolio.map(({ key }) => key).sort()).toEqual(
    portfolioRules.map(({ id }) => `portfolio.${id}`).sort(),
  );
});

describe('a hot spot', () => {
  const stopping = { 'business-continuity.outage-plan': chose('work-stops') };
  const star = (said: Record<string, Said>) => [
    between('hub', 'a', said),
    between('hub', 'b'),
    between('c', 'hub'),
    between('a', 'd'),
    between('d', 'e'),
  ];
  const names = apps('hub', 'a', 'b', 'c', 'd', 'e');

  test('is none any more in the same project once one of its integrations leads elsewhere', () => {
    const of = project({ applications: names });
    const hot = (integrations: readonly Integration[]) =>
      assessPortfolio(content, calculations, of, integrations).filter(
        ({ rule }) => rule === 'portfolio.blast-radius',
      ).length;
    const all = star(stopping);
    expect(hot(all)).toBe(1);
    expect(hot(all.with(1, between('b', 'c', {}, 'hub-b')))).toBe(0);
    expect(hot(all)).toBe(1);
  });

  test('is the application with which most stands still, near and far, while something about it is open', () => {
    const [hot, ...others] = found('blast-radius', names, star(stopping));
    expect(others).toEqual([]);
    expect(hot).toMatchObject({ kind: 'risk', about: 'HUB', subject: { scope: 'application', id: 'hub' } });
    expect(hot?.working.join('\n')).toContain('Its data goes on to A, B, D, E');
    expect(hot?.because.map(({ question }) => question)).toContain('business-continuity.outage-plan');
  });

  test('tells what stands still with it from what carries old data, also further along', () => {
    const waiting = {
      'one-size-fits-all.waits': chose('user-waits'),
      'expectations.delay-need': chose('user-waits'),
    };
    const queued = { 'one-size-fits-all.delivery-means': chose('queue') };
    const [hot] = found('blast-radius', names, [
      between('hub', 'a', { ...stopping, ...waiting }),
      between('hub', 'b', queued),
      between('c', 'hub'),
      // Who waits for A waits for the hub; behind the queue nobody does.
      between('a', 'd', waiting),
      between('b', 'e', waiting),
    ]);
    expect(hot?.working).toContain(
      '5 integrations hang on it: 2 stand still, 2 carry old data or fill a queue, 1 not known which',
    );
  });

  test('is none while nothing about it is open, or little hangs on it', () => {
    expect(found('blast-radius', names, star({}))).toEqual([]);
    expect(found('blast-radius', names, star(stopping).slice(0, 4))).toEqual([]);
  });

  test('is found where data goes round in circles', () => {
    const round = [...star(stopping), between('e', 'hub'), between('b', 'c')];
    expect(found('blast-radius', names, round).map(({ about }) => about)).toContain('HUB');
  });

  test('follows the direction that people named, not that of the list', () => {
    const back = { 'one-size-fits-all.direction': chose('target-to-source') };
    const [hot] = found('blast-radius', names, [
      between('a', 'hub', { ...stopping, ...back }),
      ...star({}).slice(1),
    ]);
    expect(hot?.working.join('\n')).toContain('Its data goes on to A, B, D, E');
  });
});

describe('too many ways to build', () => {
  const built = (...ways: string[]) =>
    ways.map((way, at) => between('a', 'b', { 'platform-direction.built-with': chose(way) }, `i-${at}`));

  test('are more than three, and the rarest is named', () => {
    const [many] = found(
      'sprawl',
      apps('a', 'b'),
      built(
        'low-code',
        'low-code',
        'custom-code',
        'custom-code',
        'cloud-services',
        'cloud-services',
        'middleware',
      ),
    );
    expect(many?.steps[0]?.action).toContain('that of i-6,');
    // One answer for each way shows enough.
    expect(many?.because).toHaveLength(4);
  });

  test('are not three', () => {
    expect(found('sprawl', apps('a', 'b'), built('low-code', 'custom-code', 'middleware'))).toEqual([]);
  });
});

describe('people who carry too much', () => {
  const owned = (id: string, ...names: string[]) =>
    application(
      id,
      log({
        'owners-and-stakeholders.accountable-owner': chose('one-person'),
        'owners-and-stakeholders.owner-name': named(...names),
      }),
    );

  test('answer for more than three applications', () => {
    const [load] = found(
      'people-load',
      ['a', 'b', 'c', 'd'].map((id) => owned(id, id === 'd' ? 'dana fox ' : 'Dana Fox')),
      [],
    );
    expect(load?.working).toEqual(['Dana Fox answers for 4 applications: A, B, C, D']);
    expect(load?.cause).toContain('Dana Fox');
  });

  test('do not answer for three', () => {
    expect(
      found(
        'people-load',
        ['a', 'b', 'c', 'd'].map((id) => owned(id, id === 'd' ? 'Li Wei' : 'Dana Fox')),
        [],
      ),
    ).toEqual([]);
  });

  test('hold more than a third of the open steps, where there are enough people and steps', () => {
    const people = ['integration-architect', 'operations', 'source-owner', 'functional-lead'].map(
      (role, at) => member(`person-${at}`, role),
    );
    // The first has a step for the architect and one for operations, the second for the owner and the lead.
    const failing = { 'one-size-fits-all.on-failure': chose('unnoticed') };
    const undecided = { 'one-size-fits-all.system-of-record': chose('nobody-decided') };
    const of = (fails: number, disputes: number) => [
      ...Array.from({ length: fails }, (_, at) => between('a', 'b', failing, `f-${at}`)),
      ...Array.from({ length: disputes }, (_, at) => between('a', 'b', undecided, `d-${at}`)),
    ];
    const loads = (fails: number, disputes: number, among = people) =>
      found('people-load', apps('a', 'b'), of(fails, disputes), { people: among }).flatMap(
        ({ working }) => working,
      );
    expect(loads(8, 2)).toEqual([
      'Name of person-0 has 8 of 20 open steps',
      'Name of person-1 has 8 of 20 open steps',
    ]);
    expect(loads(5, 5)).toEqual([]);
    expect(loads(2, 1)).toEqual([]);
    expect(loads(8, 2, people.slice(0, 3))).toEqual([]);
  });
});

describe('applications without an owner', () => {
  const nobody = (id: string) =>
    application(id, log({ 'owners-and-stakeholders.accountable-owner': chose('nobody') }));

  test('are one finding of the project from two on', () => {
    const [open] = found('unowned', [nobody('a'), nobody('b'), ...apps('c')], []);
    expect(open).toMatchObject({ kind: 'risk', subject: { scope: 'project' } });
    expect(open?.steps[0]?.action).toContain('A and B');
    expect(open?.working).toEqual(['2 of 3 applications have no single owner']);
  });

  test('are a finding of their own while it is one', () => {
    expect(found('unowned', [nobody('a'), ...apps('b', 'c')], [])).toEqual([]);
  });
});

describe('direct calls that wait', () => {
  const direct = {
    'platform-direction.built-with': chose('custom-code'),
    'one-size-fits-all.delivery-means': chose('web-call'),
    'one-size-fits-all.frequency': chose('each-change'),
    'one-size-fits-all.waits': chose('user-waits'),
  };
  const queued = { ...direct, 'one-size-fits-all.delivery-means': chose('queue') };
  const mix = (...said: Record<string, Said>[]) => said.map((each, at) => between('a', 'b', each, `i-${at}`));

  test('are too many above three in five', () => {
    const [most] = found('point-to-point', apps('a', 'b'), mix(direct, direct, direct, queued));
    expect(most?.working[0]).toContain('3 of 4');
  });

  test('are not at three in five, nor where few integrations are known', () => {
    expect(found('point-to-point', apps('a', 'b'), mix(direct, direct, direct, queued, queued))).toEqual([]);
    expect(found('point-to-point', apps('a', 'b'), mix(direct, direct, {}, {}))).toEqual([]);
  });
});

describe('what nobody knows', () => {
  const core = content.topics.flatMap(({ questions }) =>
    questions
      .filter(({ scope, core, when }) => scope === 'integration' && core && !when)
      .map(({ key }) => key),
  );
  const half = (everySecond: Said) =>
    Object.fromEntries(core.map((key, at) => [key, at % 2 === 0 ? everySecond : notKnown(key)]));
  const notKnown = (key: string): Said => {
    const shape = content.question.get(key)?.answer;
    if (shape?.kind === 'choice') return chose(shape.options[0]?.id ?? '');
    if (shape?.kind === 'multi') return ticked(shape.options[0]?.id ?? '');
    return shape?.kind === 'number' ? counted(10) : { kind: 'value', value: { type: 'text', text: 'x' } };
  };

  test('is a risk of the project above one in four of the core questions that were put', () => {
    const integrations = [between('a', 'b', half(unsure)), between('a', 'b', half(unsure), 'second')];
    const [unknown] = found('unknown-rate', apps('a', 'b'), integrations);
    expect(unknown?.kind).toBe('risk');
    expect(unknown?.because.every(({ said }) => said.kind === 'unsure')).toBe(true);
  });

  test('is none while few questions were put, or they have answers', () => {
    const known = Object.fromEntries(core.map((key) => [key, notKnown(key)]));
    expect(found('unknown-rate', apps('a', 'b'), [between('a', 'b', half(unsure))])).toEqual([]);
    expect(
      found('unknown-rate', apps('a', 'b'), [between('a', 'b', known), between('a', 'b', known, 'second')]),
    ).toEqual([]);
  });
});

describe('master data in a circle', () => {
  const owning = {
    'business-continuity.criticality': chose('important'),
    'owners-and-stakeholders.downstream': chose('none-known'),
    'one-size-fits-all.direction': chose('source-to-target'),
    'one-size-fits-all.kind-of-data': ticked('master-data'),
    'one-size-fits-all.system-of-record': chose('source'),
  };

  test('is found over three applications, and what only leads into the circle is left out', () => {
    const [circle] = found('circular-ownership', apps('a', 'b', 'c', 'd'), [
      between('a', 'b', owning),
      between('b', 'c', owning),
      between('c', 'a', owning),
      between('d', 'a', owning),
    ]);
    expect(circle?.working).toEqual([
      'a-b: A is right, and passes on to B',
      'b-c: B is right, and passes on to C',
      'c-a: C is right, and passes on to A',
    ]);
  });

  test('is none where one of them only reads, or the data is of another kind', () => {
    const reading = { ...owning, 'one-size-fits-all.system-of-record': chose('target') };
    const others = { ...owning, 'one-size-fits-all.kind-of-data': ticked('money') };
    for (const last of [reading, others]) {
      expect(
        found('circular-ownership', apps('a', 'b', 'c'), [
          between('a', 'b', owning),
          between('b', 'c', owning),
          between('c', 'a', last),
        ]),
      ).toEqual([]);
    }
  });
});

describe('integrations that look fine', () => {
  const little = between('a', 'b', { 'one-size-fits-all.direction': chose('source-to-target') });

  test('because little is known are named once the first stage has passed', () => {
    const [green] = found('looks-green', apps('a', 'b'), [little], { stage: 'implement' });
    expect(green?.title).toContain('look fine because little is known');
    expect(green?.cause).toContain('a-b');
    expect(found('looks-green', apps('a', 'b'), [little], { stage: 'initiate' })).toEqual([]);
  });

  test('are none where something is raised about them already', () => {
    const red = between('a', 'b', { 'one-size-fits-all.on-failure': chose('unnoticed') });
    expect(found('looks-green', apps('a', 'b'), [red], { stage: 'implement' })).toEqual([]);
  });
});

describe('judging a project again', () => {
  test('with the same memory gives what judging it anew gives, whatever has changed', () => {
    const memory: Memory = new WeakMap();
    const luck = chance(11);
    let { project: of, integrations } = answersOf(scheduleOf(luck, 'pool'));
    for (let turn = 0; turn < 40; turn += 1) {
      const changed = luck.below(integrations.length);
      const more = answer(
        'one-size-fits-all.on-failure',
        chose(luck.oneOf(['unnoticed', 'endless-retries'])),
      );
      switch (luck.below(4)) {
        case 0:
          of = { ...of, stage: luck.oneOf(['initiate', 'implement', 'prepare']) };
          break;
        case 1:
          of = {
            ...of,
            applications: of.applications.map((each, at) =>
              at === 1 ? { ...each, name: `ERP ${turn}`, answers: [...each.answers] } : each,
            ),
          };
          break;
        default:
          integrations = integrations.map((each, at) =>
            at === changed ? { ...each, answers: [...each.answers, more] } : each,
          );
      }
      expect(assessProject(content, calculations, of, integrations, memory)).toEqual(
        assessProject(content, calculations, of, integrations),
      );
    }
  });
});

describe('answers that cannot all hold', () => {
  const apart = (one: Said, other: Said) => {
    const key = 'owner-alignment.walk-through';
    const link = integration([answer(key, one, 'ann'), answer(key, other, 'bob')], {
      id: 'orders',
      name: 'Orders',
    });
    return (stage: string) => found('not-agreed', [], [link], { stage });
  };
  const shape = content.question.get('owner-alignment.walk-through')?.answer;
  const ids = shape?.kind === 'choice' ? shape.options.map(({ id }) => id) : [];
  const [first = '', last = ''] = [ids[0], ids.at(-1)];

  test('are a risk once the stage to settle them is over, and not before', () => {
    const at = apart(chose(first), chose(last));
    expect(at('initiate')).toEqual([]);
    const [risk] = at('implement');
    expect(risk?.kind).toBe('risk');
    expect(risk?.because).toHaveLength(2);
    expect(risk?.cause).toContain('Orders');
  });

  test('are none where all say the same, or one does not know', () => {
    expect(apart(chose(first), chose(first))('operate')).toEqual([]);
    expect(apart(chose(first), unsure)('operate')).toEqual([]);
  });
});

describe('questions that nobody can answer', () => {
  const orders = between('a', 'b');
  const manager = member('pm', 'project-manager');
  const team = [manager, member('ann', 'integration-architect'), member('bob', 'developer')];
  const tester = member('tia', 'test-lead');
  const owner = member('kim', { role: 'business-process-owner', in: 'a-b' });
  const open = (people: Project['people'], more: Partial<Project> = {}, integrations = [orders]) =>
    found('nobody-to-ask', apps('a', 'b'), integrations, { people, ...more });

  test('are a finding of the project that names who is missing and how much waits for them', () => {
    const [finding, ...more] = open([...team, tester]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ kind: 'risk', subject: { scope: 'project' }, because: [] });
    expect(finding?.working).toEqual([
      'nobody is named as Business process owner: 5 questions wait (a-b)',
      'nobody is named as Owner of the sending application: one question waits (a-b)',
    ]);
    expect(finding?.cause).toContain('the process owner');
    expect(finding?.steps[0]?.action).toMatch(/^Name the process owner and whoever else is missing/);
    expect(finding?.steps[0]?.owner).toBe('project-manager');
    expect(finding?.cites.heading).toBe('Identification of application owners and stakeholders');
  });

  test('are those that nobody has answered yet, where somebody who does not know has not', () => {
    const questions = ['criticality', 'outage-plan'].map((id) => `business-continuity.${id}`);
    const waiting = (said: Record<string, Said>) =>
      open([...team, tester], {}, [between('a', 'b', said)])[0]?.working[0];
    expect(waiting(Object.fromEntries(questions.map((key) => [key, unsure])))).toContain('5 questions');
    expect(waiting({ [questions[0] ?? '']: chose('important') })).toContain('4 questions');
  });

  test.each([
    ['while fewer than four people have said what they are', team, {}],
    ['while most people have not', [...team, tester, ...'abcd'.split('').map((id) => member(id))], {}],
    ['while one of the four has left', [...team, { ...tester, left: true as const }], {}],
    ['where the role is held on the very thing', [...team, tester, owner], {}],
    [
      'where somebody outside Teams holds it',
      [...team, tester],
      { outsiders: [{ name: 'Kim Berg', roles: [{ role: 'business-process-owner' }] }] },
    ],
  ] satisfies [string, Project['people'], Partial<Project>][])('are none %s', (_, people, more) => {
    expect(open(people, more)).toEqual([]);
  });

  test('are some again where the role is held on another thing only', () => {
    const other = member('kim', { role: 'business-process-owner', in: 'b-a' });
    expect(open([...team, tester, other], {}, [orders, between('b', 'a')])[0]?.working).toEqual([
      'nobody is named as Business process owner: 5 questions wait (a-b)',
      'nobody is named as Owner of the sending application: one question waits (a-b)',
    ]);
  });
});
