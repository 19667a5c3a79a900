import type { DifferenceReply, Rated } from '../app/what-if/what-if-reply.ts';
import { aboutIntegration } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted } from './counting.ts';
import { assumedLines } from './what-if-data.ts';
import type { Wording } from './wording.ts';

export interface DifferenceData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly problem: string;
  readonly options: readonly {
    readonly name: string;
    readonly lines: readonly { readonly label: string; readonly text: string }[];
  }[];
  readonly state: string;
  readonly rows: readonly { readonly title: string; readonly cells: string }[];
  readonly more: string;
  /** One, where it can be kept. */
  readonly keep: readonly { readonly actions: readonly ExecuteAction[] }[];
  readonly actions: readonly ExecuteAction[];
}

export function differenceData(reply: DifferenceReply, wording: Wording): DifferenceData {
  const { integration, options, rows, more, assumed, problem = '' } = reply;
  const place = { project: integration.project, integration: integration.id };
  const [only] = options;
  const isKept = options.length === 1 && only !== undefined && only.id !== '';
  const isNew = options.length === 1 && only !== undefined && only.id === '';
  const state = stateOf(reply);
  const letters = ['A', 'B'];
  return {
    speak: wording.spoken(`What if, about ${integration.name}. ${state} ${problem}`),
    about: aboutIntegration(integration, wording),
    heading: options.length > 1 ? 'Two proposals beside the present' : 'What would change',
    problem: wording.run(problem),
    options: options.map(({ name, lines }, at) => ({
      name: [options.length > 1 ? letters[at] : 'If', wording.run(name, 60)].filter(Boolean).join(': '),
      lines: assumedLines(lines, wording),
    })),
    state,
    rows: rows.map(({ title, now, would }) => ({
      title: wording.run(title),
      cells: `\n${[
        `Now ${words[now]}`,
        ...would.map(
          ({ rated, shift }, at) =>
            `${options.length > 1 ? letters[at] : 'then'} ${words[rated]}${shift ? ` (${shiftWords[shift]})` : ''}`,
        ),
      ].join(' · ')}`,
    })),
    more: more > 0 ? `and ${counted(more, 'more finding')}` : '',
    keep: isNew
      ? [{ actions: [tap('Keep as a proposal', { do: 'keep-proposal', ...place, assumed }, { form: true })] }]
      : [],
    actions: [
      ...(isKept
        ? [
            tap(
              'Adopt it',
              { do: 'adopt', project: integration.project, proposal: only.id },
              { primary: true },
            ),
          ]
        : []),
      tap(
        options.length > 1 ? 'Back to what if' : 'Assume more',
        { do: 'what-if-of', ...place, assumed },
        { withoutInputs: true },
      ),
    ],
  };
}

const words: Readonly<Record<Rated, string>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  unknown: 'not known',
  none: 'no risk',
};

const shiftWords = {
  new: 'new',
  worse: 'worse',
  unknown: 'unclear',
  better: 'better',
  closed: 'gone',
} as const;

function stateOf({ rows, more }: DifferenceReply): string {
  if (rows.length === 0) return 'No finding would change. Nothing has been put on file.';
  return `${counted(rows.length + more, 'finding')} would change. Nothing has been put on file.`;
}
