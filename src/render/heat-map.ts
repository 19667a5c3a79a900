/** Impact × likelihood, as a table and as lines. What a field means is written in it, not only its colour. */
import type { Matrix } from '../core/register/summary.ts';
import { listed } from './counting.ts';

export interface HeatMapData {
  /** The first is the row of headings. */
  readonly rows: readonly Row[];
  /** The same where a client draws no table, a line for each impact. */
  readonly lines: string;
}

interface Row {
  readonly type: 'TableRow';
  readonly cells: readonly Cell[];
}

/** Six rows of six: every property that can be left out is. */
interface Cell {
  readonly type: 'TableCell';
  readonly style?: 'emphasis' | 'attention' | 'warning' | 'good';
  readonly items: readonly {
    readonly type: 'TextBlock';
    readonly text: string;
    readonly size?: 'Small';
    readonly wrap?: true;
  }[];
}

/** What the numbers from 1 to 5 stand for. */
const impacts = ['nuisance', 'days', 'weeks', 'over a month', 'go-live'];
const marks = { critical: 'C', high: 'H', medium: 'M', low: 'L' } as const;
const styles = { critical: 'attention', high: 'warning', medium: undefined, low: 'good' } as const;

export function heatMap(matrix: Matrix): HeatMapData {
  const impactsOf = matrix.map((fields, at) => ({ fields, impact: `${at + 1} ${impacts[at]}` })).toReversed();
  const levels = matrix.map((_, at) => String(at + 1));
  return {
    rows: [
      rowOf(
        heading('Impact ↓ Likely →'),
        ...levels.map((level): Cell => ({ type: 'TableCell', style: 'emphasis', items: [block(level)] })),
      ),
      ...impactsOf.map(({ fields, impact }) => rowOf(heading(impact), ...fields.map(fieldOf))),
    ],
    lines: impactsOf
      .flatMap(({ fields, impact }) => {
        const told = fields.flatMap(({ count, severity }, at) =>
          count > 0 ? [`${count} ${severity} at likelihood ${at + 1}`] : [],
        );
        return told.length > 0 ? [`Impact ${impact}: ${listed(told.toReversed())}`] : [];
      })
      .join('\n'),
  };
}

const rowOf = (...cells: readonly Cell[]): Row => ({ type: 'TableRow', cells });

function heading(text: string): Cell {
  return { type: 'TableCell', style: 'emphasis', items: [{ ...block(text), size: 'Small', wrap: true }] };
}

const block = (text: string) => ({ type: 'TextBlock', text }) as const;

/** Some clients leave an empty cell out, and what follows would move to its place: it holds a mark of its own. */
function fieldOf({ count, severity }: Matrix[number][number]): Cell {
  const style = styles[severity];
  return {
    type: 'TableCell',
    ...(style ? { style } : {}),
    items: [block(count === 0 ? '·' : `${count} ${marks[severity]}`)],
  };
}
