/** Made-up landscapes: a few hubs that much hangs on, circles, islands, and what people call things. */
import type { Severity } from '../../src/core/judgement/finding.ts';
import type { Graph, Node } from '../../src/core/landscape/graph.ts';
import type { Hardness } from '../../src/core/landscape/link.ts';
import { chance } from '../core/builders.ts';

const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const hardnesses: readonly Hardness[] = ['hard', 'soft', 'unknown'];
const names = [
  ...[
    'CRM',
    'Ledger',
    'Web shop',
    'Warehouse',
    'Payroll',
    'Data lake',
    'Bank gateway',
    'Tax engine',
    'Planning',
  ],
  ...[
    'Product catalogue',
    'Human resources',
    'Supplier portal',
    'Ticketing',
    'Identity',
    'Reporting',
    'Archive',
  ],
  ...['Call centre', 'Loyalty', 'Fleet', 'Field service'],
];

export function landscape(seed: number, size: number, called = nameOf): Graph {
  const { below, oneOf } = chance(seed);
  const rated = () => (below(3) === 0 ? { worst: oneOf(severities) } : {});
  const nodes = Array.from({ length: size }, (_, at): Node => {
    const kind = below(8) === 0 ? 'name' : 'application';
    return { id: `n${at}`, name: called(at), kind, ...rated() };
  });
  const hubs = 1 + Math.floor(size / 12);
  const links = Array.from({ length: Math.floor(size * 1.4) }, (_, at) => {
    const [one, other] = [`n${below(5) === 0 ? below(size) : below(hubs)}`, `n${below(size)}`];
    const [from, to] = below(2) === 0 ? [one, other] : [other, one];
    const both = below(8) === 0;
    return { integration: `i${at}`, name: `i${at}`, from, to, both, hardness: oneOf(hardnesses), ...rated() };
  });
  return { nodes, links };
}

function nameOf(at: number): string {
  const round = Math.floor(at / names.length);
  return `${names[at % names.length]}${round > 0 ? ` ${round + 1}` : ''}`;
}
