import type { Counts, ImportedReply } from '../app/project/project-reply.ts';
import { buttonRow, type ExecuteAction, type ToggleAction, toggle } from './action.ts';
import { counted, digits } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ImportedData {
  readonly speak: string;
  readonly file: string;
  readonly heading: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** What to do now; it comes before what is left to look at. */
  readonly way: string;
  readonly refusedHeading: string;
  readonly refused: readonly { readonly line: string; readonly text: string }[];
  /** Unfolds what is worth a look. */
  readonly loose: readonly ToggleAction[];
  readonly flaggedHeading: string;
  readonly flagged: readonly { readonly line: string; readonly text: string }[];
  /** Ends that belong to no application, and what that means. */
  readonly endsHeading: string;
  readonly endsMean: string;
  readonly ends: readonly { readonly line: string; readonly text: string }[];
  readonly actions: readonly ExecuteAction[];
}

const mostLines = 6;
const mostEnds = 3;

export function importedData(reply: ImportedReply, wording: Wording): ImportedData {
  const { report } = reply;
  const heading = `${counted(report.integrations.read, 'integration')} read`;
  const refused = report.refused.map(({ line, reason }) => ({ line, text: reason }));
  const flags = (ends: boolean) =>
    report.flagged.filter(({ end = false }) => end === ends).map(({ line, note }) => ({ line, text: note }));
  const flagged = flags(false);
  const ends = flags(true);
  return {
    speak: wording.spoken(`Imported ${reply.file}: ${heading}, ${counted(refused.length, 'row')} not read.`),
    file: `${wording.run(reply.file, 80)} → ${wording.run(reply.project, 80)}`,
    heading,
    facts: [
      { title: 'Integrations', value: counts(report.integrations) },
      { title: 'Applications', value: counts(report.applications) },
      {
        title: 'Empty or TBD',
        value: `${digits(report.unknownFields)} of ${counted(report.fields, 'field')}`,
      },
      {
        title: 'Answers',
        value: report.suggested > 0 ? `${digits(report.suggested)} found, for people to confirm` : 'none',
      },
    ],
    way:
      report.integrations.read > 0
        ? 'Choose an integration, and I ask you about it: ten questions at most.'
        : '',
    refusedHeading: linesHeading(refused.length, 'row was not read', 'rows were not read'),
    refused: lines(refused, wording),
    loose:
      report.flagged.length > 0
        ? [toggle(`See ${counted(report.flagged.length, 'loose end')}`, 'loose-ends')]
        : [],
    flaggedHeading: linesHeading(flagged.length, 'line is worth a look', 'lines are worth a look'),
    flagged: lines(flagged, wording),
    endsHeading: linesHeading(ends.length, 'end belongs to no application', 'ends belong to no application'),
    endsMean:
      ends.length === 0
        ? ''
        : 'I can ask no owner about such an end. Where one application is meant, write its name there and send the list again; nothing is lost.',
    ends: lines(ends, wording, mostEnds),
    actions: buttonRow(reply.buttons, wording),
  };
}

function counts({ read, added, changed }: Counts): string {
  const same = read - added - changed;
  return (
    [
      added > 0 ? `${digits(added)} new` : '',
      changed > 0 ? `${digits(changed)} changed` : '',
      same > 0 ? `${digits(same)} as before` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'none'
  );
}

function linesHeading(count: number, one: string, many: string): string {
  return count === 0 ? '' : counted(count, one, many);
}

function lines(
  all: readonly { readonly line: number; readonly text: string }[],
  wording: Wording,
  most = mostLines,
): ImportedData['refused'] {
  const shown = all
    .slice(0, most)
    .map(({ line, text }) => ({ line: `Line ${digits(line)}: `, text: wording.run(text, 240) }));
  const rest = all.length - shown.length;
  return rest > 0 ? [...shown, { line: '', text: `and ${digits(rest)} more` }] : shown;
}
