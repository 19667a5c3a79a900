import type { ChangeRequestReply } from '../app/what-if/change-request-reply.ts';
import { type ExecuteAction, tap } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ChangeRequestData {
  readonly speak: string;
  readonly project: string;
  readonly heading: string;
  /** What has changed, as a sentence. */
  readonly lead: string;
  readonly problem: string;
  /** One, with the inputs, until it is known what it re-opens. */
  readonly form: readonly {
    readonly about: string;
    readonly change: string;
    readonly changes: readonly { readonly title: string; readonly value: string }[];
    readonly note: string;
    readonly known: string;
  }[];
  readonly state: string;
  readonly note: string;
  readonly people: readonly { readonly name: string; readonly labels: string }[];
  readonly actions: readonly ExecuteAction[];
}

const mostKnown = 12;
const mostPeople = 12;
const mostLabels = 6;

export function changeRequestData(reply: ChangeRequestReply, wording: Wording): ChangeRequestData {
  const { project, filled, preview, problem = '' } = reply;
  const heading = preview ? 'What this change touches' : 'What has changed?';
  const lead = preview ? `${wording.run(preview.name, 80)} ${wording.run(preview.phrase)}. ` : '';
  const state = preview ? stateOf(preview) : '';
  const cancel = tap('Not now', { do: 'integrations', page: 1 }, { withoutInputs: true });
  return {
    speak: wording.spoken(`${heading}. ${preview ? lead + state : problem}`),
    project: `Project · ${wording.run(project.name, 80)}`,
    heading,
    lead,
    problem: wording.run(problem),
    form: preview
      ? []
      : [
          {
            about: filled.about,
            change: filled.change,
            changes: reply.changes.map(({ id, title }) => ({ title: wording.plain(title), value: id })),
            note: filled.note,
            known: known(reply.places, wording),
          },
        ],
    state,
    note: preview && filled.note ? `\n“${wording.run(filled.note)}”` : '',
    people: (preview?.people ?? []).slice(0, mostPeople).map(({ name, labels }) => ({
      name: `${wording.run(name, 60)}: `,
      labels: few(labels.map((label) => wording.run(label, 60))),
    })),
    actions: preview
      ? [
          ...(preview.answers > 0
            ? [
                tap(
                  preview.answers === 1 ? 'Re-open it' : 'Re-open them',
                  {
                    do: 'reopen',
                    project: project.id,
                    subject: preview.subject,
                    change: filled.change,
                    note: filled.note,
                  },
                  { primary: true },
                ),
              ]
            : []),
          cancel,
        ]
      : [
          tap(
            'Show what it re-opens',
            { do: 'preview-change', project: project.id },
            { primary: true, form: true },
          ),
          cancel,
        ],
  };
}

function stateOf({ answers, people }: NonNullable<ChangeRequestReply['preview']>): string {
  if (answers === 0) return 'Nobody has said anything that this could make untrue. Nothing is re-opened.';
  const whose = counted(people.length, 'person', 'people');
  return `Re-opens ${counted(answers, 'answer')} of ${whose}. They are asked to confirm or change them; all others stay as they are.`;
}

function few(labels: readonly string[]): string {
  const rest = labels.length - mostLabels;
  const shown = labels.slice(0, rest === 1 ? labels.length : mostLabels);
  return [...shown, ...(rest > 1 ? [`and ${rest} more`] : [])].join(' · ');
}

function known(places: readonly string[], wording: Wording): string {
  if (places.length === 0) return '';
  const shown = places.slice(0, mostKnown).map((name) => wording.run(name, 40));
  const rest = places.length - shown.length;
  return `Known here: ${shown.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
}
