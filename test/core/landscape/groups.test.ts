import { expect, test } from 'vitest';
import type { Graph } from '../../../src/core/landscape/graph.ts';
import { grouped } from '../../../src/core/landscape/groups.ts';
import { sketchesOf } from '../../../src/core/landscape/sketch.ts';
import { strandsOf } from '../../../src/core/landscape/strands.ts';
import { landscape } from '../../render/landscapes.ts';

const sizes = [1, 12, 40, 41, 60, 300];

function star(leaves: number): Graph {
  const ids = Array.from({ length: leaves }, (_, at) => `leaf ${String(at).padStart(3, '0')}`);
  return {
    nodes: ['hub', ...ids].map((id) => ({ id, name: id, kind: 'application' })),
    links: ids.map((id) => ({
      ...{ integration: id, name: id, from: id, to: 'hub', both: false, hardness: 'soft', worst: 'low' },
    })),
  };
}

test('up to forty are drawn one by one', () => {
  const small = landscape(1, 40);
  expect(grouped(small)).toBe(small);
});

test('more than forty are gathered, each once, and no more than forty are drawn', () => {
  for (const size of sizes)
    for (const { nodes } of sketchesOf(landscape(size, size))) {
      expect(nodes.length).toBeLessThanOrEqual(40);
      const shown = nodes.flatMap(({ name, members }) => members ?? [name]);
      expect(shown.toSorted()).toEqual(
        landscape(size, size)
          .nodes.map(({ name }) => name)
          .toSorted(),
      );
    }
});

test('a group carries the worst of its members, and stands around the place they hang on', () => {
  const { nodes, links } = grouped(star(60));
  const group = nodes.find(({ kind }) => kind === 'group');
  expect(group?.name).toMatch(/^\d+ around hub$/);
  expect(links.filter(({ to }) => to === 'hub')).toHaveLength(60);
  const rated = { ...star(60), nodes: star(60).nodes.map((node) => ({ ...node, worst: 'high' as const })) };
  expect(grouped(rated).nodes.find(({ kind }) => kind === 'group')?.worst).toBe('high');
});

test('what hangs on nothing is gathered by itself', () => {
  const islands = { nodes: star(60).nodes, links: [] };
  expect(grouped(islands).nodes.map(({ name }) => name)).toEqual(['61 others']);
});

test('what a picture is about is never gathered', () => {
  const { nodes } = grouped(star(60), 12, ['leaf 059']);
  expect(nodes.map(({ id }) => id)).toContain('leaf 059');
});

test('a strand holds every link between two places once, and goes the way most of them go', () => {
  for (const size of sizes) {
    const of = landscape(size, size);
    const strands = strandsOf(of);
    const drawn = strands.flatMap(({ links }) => links);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length).toBe(of.links.filter(({ from, to }) => from !== to).length);
    for (const { forth, back, links } of strands) {
      expect(forth + back).toBe(links.length + links.filter(({ both }) => both).length);
      expect(forth).toBeGreaterThanOrEqual(back);
    }
  }
});
