/** Whom open risks reach and nobody has asked: all of them, and no others. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/interview/answer.ts';
import { assessProject } from '../../../src/core/judgement/assess-project.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { forgottenOwners } from '../../../src/core/judgement/forgotten.ts';
import type { Application, Integration, Project } from '../../../src/core/landscape/landscape.ts';
import { landscapeGraph } from '../../../src/core/landscape/landscape-graph.ts';
import {
  answer,
  application,
  chose,
  integration,
  member,
  named,
  passed,
  project,
  wrote,
} from '../builders.ts';
import { content } from './calculations/given.ts';
import { forgottenLandscape } from './forgotten-landscapes.ts';

const landscapes = Array.from({ length: 60 }, (_, at) => forgottenLandscape(at + 1));
const looked = landscapes.map(({ project: of, integrations, findings, expected }) => ({
  of,
  integrations,
  expected,
  found: forgottenOwners(content, calculations, of, integrations, findings),
}));
const owed = looked.flatMap(({ expected }) => expected);
const sizes = looked.map(({ of }) => of.applications.length);
const circles = landscapes.reduce((sum, each) => sum + each.circles, 0);

test(`60 landscapes of ${Math.min(...sizes)} to ${Math.max(...sizes)} applications, ${circles} ways of data in circles: of ${owed.length} who should be named all are, and nobody else`, () => {
  for (const [at, { found, expected }] of looked.entries()) {
    const names = found.flatMap(({ application: id, name, owners }) =>
      owners.length > 0 ? owners.map((who) => `${id}: ${who.id}`) : [`${id ?? name}:`],
    );
    expect(names.sort(), `landscape ${at + 1}`).toEqual(expected);
  }
  expect(circles).toBeGreaterThan(1000);
  expect(owed.filter((each) => !each.endsWith(':')).length).toBeGreaterThan(500);
  expect(owed.filter((each) => each.endsWith(':')).length).toBeGreaterThan(500);
  expect(owed.filter((each) => each.startsWith('Dashboard')).length).toBeGreaterThan(20);
});

test('each is named with a way that leads there, from the place of an open risk, of as many hops as it says', () => {
  for (const { found, integrations } of looked) {
    const byId = new Map(integrations.map((each) => [each.id, each]));
    for (const { node, hops, path, from } of found) {
      expect(path).toHaveLength(hops);
      const [first] = path;
      const last = path.at(-1);
      if (!first || !last) continue;
      expect([last.to, ...(last.both ? [last.from] : [])]).toContain(node);
      const { subject } = from;
      const starts = [first.from, ...(first.both ? [first.to] : [])];
      const risky = subject.scope === 'integration' ? byId.get(subject.id) : undefined;
      const places = risky
        ? [risky.source.application, risky.target.application]
        : ['id' in subject ? subject.id : ''];
      expect(places.some((place) => place !== undefined && starts.includes(place))).toBe(true);
    }
  }
});

const here = (of: Partial<Project>, ...integrations: readonly Integration[]) => {
  const known = project(of);
  const findings = assessProject(content, calculations, known, integrations);
  return {
    risk: (rule: string) => findings.find((finding) => finding.rule === `portfolio.${rule}`),
    forgotten: forgottenOwners(content, calculations, known, integrations, findings),
    graph: landscapeGraph(content, calculations, known, integrations, findings),
  };
};
const link = (source: string, target: string, ...answers: Answer[]) =>
  integration(answers, {
    id: `${source}-${target}`,
    name: `${source} to ${target}`,
    source: { written: source, application: source },
    target: { written: target, application: target },
  });
const apps = (...ids: string[]): Application[] => ids.map((id) => application(id));
const stops = answer('business-continuity.outage-plan', chose('work-stops'));
const owner = (id: string, on: string) => member(id, { role: 'application-owner', on });

describe('an owner whom an open risk reaches', () => {
  const way = [link('shop', 'erp', stops), link('erp', 'tax')] as const;
  const people = [owner('tom', 'tax'), owner('eve', 'erp'), owner('sam', 'shop')];

  test('is named with the way, until they have said something', () => {
    const { risk, forgotten } = here({ applications: apps('shop', 'erp', 'tax'), people }, ...way);
    expect(risk('owners-not-asked')).toMatchObject({
      kind: 'risk',
      title: 'Open risks reach ERP, SHOP and TAX, and the owners there have not been asked about them',
    });
    expect(risk('owners-not-asked')?.working.at(-1)).toMatch(
      /^Name of tom \(TAX\): open is “.+”; from there by erp to tax$/,
    );
    expect(forgotten.map(({ name, hops }) => `${name} ${hops}`)).toEqual(['ERP 0', 'SHOP 0', 'TAX 1']);
    const answers = [
      answer('governance-model.who-decides', passed, 'tom'),
      answer('governance-model.who-decides', chose('nobody'), 'eve'),
    ];
    const later = here({ applications: apps('shop', 'erp', 'tax'), people, answers }, ...way);
    expect(later.forgotten.map(({ name }) => name)).toEqual(['SHOP', 'TAX']);
  });

  test('is no finding where nothing is open, or where the data does not go', () => {
    const quiet = here({ applications: apps('shop', 'erp', 'tax'), people }, link('shop', 'erp'), way[1]);
    expect(quiet.forgotten).toEqual([]);
    expect(quiet.risk('owners-not-asked')).toBeUndefined();
    const upstream = here({ applications: apps('shop', 'erp', 'tax'), people }, way[0], link('tax', 'erp'));
    expect(upstream.forgotten.map(({ name }) => name)).toEqual(['ERP', 'SHOP']);
  });

  test('is the next to be asked and no risk, once they have agreed to scope and dates in writing', () => {
    const agreed = (id: string, ...said: readonly string[]) =>
      application(id, [
        answer('owners-and-stakeholders.accountable-owner', chose('one-person'), 'pam'),
        ...said.map((each, at) =>
          answer('owners-and-stakeholders.owner-commitment', chose(each), `pam ${at}`),
        ),
      ]);
    const written = 'agreed-in-writing';
    const both = [agreed('shop', written), agreed('erp', written, written)];
    const all = here({ applications: [...both, agreed('tax', written)], people }, ...way);
    expect(all.forgotten.map(({ name }) => name)).toEqual(['ERP', 'SHOP', 'TAX']);
    expect(all.risk('owners-not-asked')).toBeUndefined();
    const some = here({ applications: [...both, agreed('tax', written, 'told')], people }, ...way);
    expect(some.risk('owners-not-asked')?.working).toHaveLength(1);
  });

  test('is told with each answer once, also where the open risk is about who owns it', () => {
    const says = (who: string, name: string) => [
      answer('owners-and-stakeholders.accountable-owner', chose('one-person'), who),
      answer('owners-and-stakeholders.owner-name', named(name), who),
    ];
    const erp = application('erp', [...says('pam', 'Kim Ode'), ...says('lee', 'Jo Miller')]);
    const { risk } = here({ applications: [...apps('shop'), erp] }, link('shop', 'erp'));
    expect(risk('owners-not-asked')?.because.map(({ words }) => words)).toEqual(['Kim Ode', 'Jo Miller']);
  });

  test('may be somebody only known by name', () => {
    const tax = application('tax', [
      answer('owners-and-stakeholders.accountable-owner', chose('one-person')),
      answer('owners-and-stakeholders.owner-name', named('Kim Ode', 'name of DANA')),
    ]);
    const { forgotten } = here({ applications: [...apps('shop', 'erp'), tax] }, ...way);
    expect(forgotten.find(({ name }) => name === 'TAX')?.owners).toEqual([{ name: 'Kim Ode' }]);
  });
});

describe('what uses the data further down', () => {
  const users = (list: string, by?: string) => [
    answer('owners-and-stakeholders.downstream', chose('listed-and-checked'), by),
    answer('owners-and-stakeholders.downstream-list', wrote(list), by),
  ];

  test('is added where one person alone knows of it, as seen by them', () => {
    const { graph, risk } = here(
      { applications: apps('shop', 'erp', 'tax') },
      link(
        'shop',
        'erp',
        stops,
        ...users('Sales board, the tax; Warehouse app and Tax', 'dana'),
        ...users('sales  BOARD', 'lee'),
      ),
    );
    expect(graph.nodes.filter(({ seenBy }) => seenBy).map(({ name, seenBy }) => [name, seenBy])).toEqual([
      ['Sales board', ['Name of dana', 'Name of lee']],
      ['Warehouse app', ['Name of dana']],
    ]);
    // TAX is on the list: it is no second one, and the way to it is known now.
    expect(graph.links.filter(({ seen }) => seen).map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'erp → written sales board',
      'erp → tax',
      'erp → written warehouse app',
    ]);
    expect(risk('on-no-list')?.title).toBe(
      'Open risks reach users of the data that somebody has seen and nobody has on a list',
    );
    expect(risk('on-no-list')?.working[0]).toMatch(
      /^Sales board \(seen by Name of dana, Name of lee\): open is “/,
    );
  });

  test('is not made of sentences, of words that say nothing, or of what several are called', () => {
    const said = users(
      'none, n/a, ask the people in finance who built something with this data years ago, etc., others',
    );
    const { graph } = here({ applications: apps('shop', 'erp') }, link('shop', 'erp', ...said));
    expect(graph.nodes.map(({ name }) => name)).toEqual(['SHOP', 'ERP']);
  });
});
