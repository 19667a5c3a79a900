import type { AnswersReply } from '../app/interview/interview-reply.ts';
import { aboutIntegration, aboutLine } from './about-line.ts';
import { buttonRow, type ExecuteAction, pageTurns, tap } from './action.ts';
import { counted } from './counting.ts';
import { type LineData, lineData } from './noted-data.ts';
import type { Wording } from './wording.ts';

export interface AnswersData {
  readonly speak: string;
  readonly about: string;
  readonly state: string;
  readonly groups: readonly {
    readonly about: string;
    readonly heading: string;
    readonly lines: readonly (LineData & { readonly way: string })[];
  }[];
  readonly actions: readonly ExecuteAction[];
}

export function answersData(reply: AnswersReply, wording: Wording): AnswersData {
  const { page, pages, integration } = reply;
  const all = reply.groups.flatMap(({ lines }) => lines);
  const skipped = all.filter(({ kind }) => kind === 'passed').length;
  const answers = all.length - skipped;
  const ways = [
    ...(answers > 0 ? ['Change beside an answer to give another one'] : []),
    ...(skipped > 0 ? ['Answer beside what you skipped'] : []),
  ];
  const state =
    all.length === 0
      ? 'You have not answered anything here yet.'
      : `Tap ${ways.join(', ')}.${pages > 1 ? ` Page ${page} of ${pages}.` : ''}`;
  return {
    speak: wording.spoken(
      `Your answers about ${integration.name}: ${counted(answers, 'answer')}${skipped > 0 ? `, ${skipped} skipped` : ''}.`,
    ),
    about: aboutIntegration(integration, wording),
    state,
    groups: reply.groups.map(({ about, heading, lines }) => ({
      // Said above already where it is the integration itself.
      about: about.scope === 'integration' ? '' : aboutLine(about, wording),
      heading: wording.plain(heading),
      lines: lines.map((line) => {
        const isSkipped = line.kind === 'passed';
        const way = isSkipped ? 'Answer' : 'Change';
        return {
          ...lineData(line, tap(`${way}: ${wording.plain(line.label, 60)}`, line.change), wording),
          ...(isSkipped ? { words: 'skipped' } : {}),
          way,
        };
      }),
    })),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (page) =>
        reply.typed === undefined
          ? { do: 'show-answers', project: integration.project, integration: integration.id, page }
          : { do: 'change', name: reply.typed, page },
      ),
    ),
  };
}
