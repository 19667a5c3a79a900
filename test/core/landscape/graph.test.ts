import { describe, expect, test } from 'vitest';
import type { Said } from '../../../src/core/interview/answer.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import type { Finding, Severity } from '../../../src/core/judgement/finding.ts';
import { type Graph, graphOf } from '../../../src/core/landscape/graph.ts';
import { landscapeGraph } from '../../../src/core/landscape/landscape-graph.ts';
import type { Hardness, Link } from '../../../src/core/landscape/link.ts';
import { reachOf } from '../../../src/core/landscape/reach.ts';
import { content } from '../../shipped-content.ts';
import { answer, application, chance, chose, integration, project } from '../builders.ts';

function graph(said: Record<string, Said>, findings: readonly Finding[] = []): Graph {
  const of = integration(
    Object.entries(said).map(([question, each]) => answer(question, each)),
    { id: 'orders', name: 'Web orders' },
  );
  const apps = [application('shop'), application('erp')];
  return landscapeGraph(content, calculations, project({ applications: apps }), [of], findings);
}

const link = (said: Record<string, Said>) => graph(said).links[0];

describe('a link', () => {
  test('goes from source to target until somebody says otherwise', () => {
    expect(link({})).toMatchObject({ from: 'shop', to: 'erp', both: false });
    expect(link({ 'one-size-fits-all.direction': chose('target-to-source') })).toMatchObject({
      from: 'erp',
      to: 'shop',
      both: false,
    });
    expect(link({ 'one-size-fits-all.direction': chose('both') })?.both).toBe(true);
  });

  const overTheWeb = {
    'one-size-fits-all.delivery-means': chose('web-call'),
    'one-size-fits-all.frequency': chose('each-change'),
  };
  test.each<[string, Hardness, Record<string, Said>]>([
    ['nobody has said anything', 'unknown', {}],
    ['somebody waits', 'hard', { ...overTheWeb, 'one-size-fits-all.waits': chose('user-waits') }],
    ['a posting waits', 'hard', { ...overTheWeb, 'one-size-fits-all.waits': chose('transaction-waits') }],
    [
      'nobody and nothing waits',
      'soft',
      { ...overTheWeb, 'one-size-fits-all.waits': chose('nothing-waits') },
    ],
    ['it is a call and nobody has said who waits', 'unknown', overTheWeb],
    ['it is a queue', 'soft', { 'one-size-fits-all.delivery-means': chose('queue') }],
    ['it runs by the clock', 'soft', { 'one-size-fits-all.frequency': chose('daily') }],
    [
      'the business wants to wait for it and how it is built is open',
      'unknown',
      { 'expectations.delay-need': chose('user-waits'), 'one-size-fits-all.frequency': chose('daily') },
    ],
  ])('where %s is %s', (_, hardness, said) => {
    expect(link(said)?.hardness).toBe(hardness);
  });
});

describe('a node', () => {
  const finding = (id: string, scope: 'application' | 'integration', severity: Severity, kind = 'risk') =>
    ({ kind, subject: { scope, id }, severity }) as Finding;

  test('carries the worst that is open about it, and so does a link', () => {
    const { nodes, links } = graph({}, [
      finding('erp', 'application', 'medium'),
      finding('erp', 'application', 'high'),
      finding('shop', 'application', 'critical', 'unknown'),
      finding('orders', 'integration', 'low', 'issue'),
    ]);
    expect(nodes.map(({ id, worst }) => [id, worst])).toEqual([
      ['shop', undefined],
      ['erp', 'high'],
    ]);
    expect(links[0]?.worst).toBe('low');
  });

  test('stands for every end of an integration, also one that names no known application', () => {
    const ends = (source: string, target: string) =>
      integration([], { id: source, source: { written: source }, target: { written: target } });
    const { nodes } = graphOf([application('erp')], [ends('SAP', 'Excel file'), ends(' sap', '')], []);
    expect(nodes.map(({ name, kind }) => [name, kind])).toEqual([
      ['ERP', 'application'],
      ['SAP', 'name'],
      ['Excel file', 'loose'],
      ['', 'loose'],
    ]);
  });
});

describe('what hangs on an application', () => {
  const hardnesses: readonly Hardness[] = ['hard', 'soft', 'unknown'];

  /** Applications n0, n1 …, with circles, islands, links to themselves and several between the same two. */
  function random(seed: number): Graph {
    const { below, oneOf } = chance(seed);
    const nodes = Array.from({ length: 1 + below(seed % 10 === 0 ? 300 : 12) }, (_, at) => `n${at}`);
    const links = Array.from({ length: below(nodes.length * 2) }, (_, at): Link => {
      const both = below(6) === 0;
      return {
        ...{ integration: `i${at}`, name: `i${at}`, both, hardness: oneOf(hardnesses) },
        ...{ from: oneOf(nodes), to: oneOf(nodes) },
      };
    });
    return { nodes: nodes.map((id) => ({ id, name: id, kind: 'application' })), links };
  }

  /** The slow way: every link is tried until no distance gets shorter. */
  function distances({ nodes, links }: Graph, start: string, counts = (_: Hardness) => true) {
    const far = new Map<string, number>([[start, 0]]);
    const steps = links
      .filter(({ hardness }) => counts(hardness))
      .flatMap(({ from, to, both }) =>
        both ? [[from, to] as const, [to, from] as const] : [[from, to] as const],
      );
    for (const _ of nodes)
      for (const [from, to] of steps) {
        const next = (far.get(from) ?? Number.POSITIVE_INFINITY) + 1;
        if (next < (far.get(to) ?? Number.POSITIVE_INFINITY)) far.set(to, next);
      }
    far.delete(start);
    return far;
  }

  const seeds = Array.from({ length: 60 }, (_, at) => at + 1);

  test('is exactly what can be reached, by the shortest way, both ways round', () => {
    for (const seed of seeds) {
      const of = random(seed);
      const turned = {
        ...of,
        links: of.links.map((each) => (each.both ? each : { ...each, from: each.to, to: each.from })),
      };
      const { downstream, upstream } = reachOf(of, 'n0');
      expect(new Map(downstream.map(({ node, hops }) => [node, hops]))).toEqual(distances(of, 'n0'));
      expect(new Map(upstream.map(({ node, hops }) => [node, hops]))).toEqual(distances(turned, 'n0'));
    }
  });

  test('stands still where a way of hard links leads there, and may where none on a way is soft', () => {
    for (const seed of seeds) {
      const of = random(seed);
      const hard = distances(of, 'n0', (hardness) => hardness === 'hard');
      const perhaps = distances(of, 'n0', (hardness) => hardness !== 'soft');
      for (const { node, hold } of reachOf(of, 'n0').downstream)
        expect(hold).toBe(hard.has(node) ? 'hard' : perhaps.has(node) ? 'unknown' : 'soft');
    }
  });

  test('comes nearest first, hard before soft, each with the links of its last hop', () => {
    for (const seed of seeds) {
      const { downstream } = reachOf(random(seed), 'n0');
      const order = downstream.map(({ hops, hold }) => hops * 10 + ['hard', 'unknown', 'soft'].indexOf(hold));
      expect(order).toEqual(order.toSorted((one, other) => one - other));
      const hopsOf = new Map([['n0', 0], ...downstream.map(({ node, hops }) => [node, hops] as const)]);
      for (const { node, hops, via } of downstream) {
        expect(via.length).toBeGreaterThan(0);
        for (const { from, to } of via) expect(hopsOf.get(from === node ? to : from)).toBe(hops - 1);
      }
    }
  });

  test('does not go on through what may be another place each time it is written', () => {
    const ends = (id: string, source: string, target: string) =>
      integration([], { id, source: { written: source }, target: { written: target } });
    const all = [ends('a', 'SAP', 'external systems'), ends('b', 'external systems', 'Ledger')];
    const links = all.map(({ id, source, target }): Link => {
      const at = ({ written }: { written: string }) => `written ${written.toLowerCase()}`;
      return { integration: id, name: id, from: at(source), to: at(target), both: false, hardness: 'hard' };
    });
    const of = graphOf([], all, links);
    expect(reachOf(of, 'written sap').downstream.map(({ node }) => node)).toEqual([
      'written external systems',
    ]);
    expect(reachOf(of, 'written external systems').downstream.map(({ node }) => node)).toEqual([
      'written ledger',
    ]);
  });
});
