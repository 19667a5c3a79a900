import type { NextStepsReply, StepChoice, StepLine } from '../app/register/register-reply.ts';
import type { StepFilter } from '../core/register/step-list.ts';
import {
  buttonRow,
  type ExecuteAction,
  type LinkAction,
  link,
  pageTurns,
  type ToggleAction,
  tap,
  toggle,
} from './action.ts';
import { counted, digits } from './counting.ts';
import { type Led, ownersOf, placesOf, servedBy, standingOf } from './step-words.ts';
import { asTyped } from './treat-data.ts';
import type { Wording } from './wording.ts';

export interface NextStepsData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly state: string;
  readonly problem: string;
  readonly filter: readonly ToggleAction[];
  /** The form is unfolded. */
  readonly open: boolean;
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly choices: readonly StepChoice[];
  }[];
  readonly place: string;
  readonly show: readonly ExecuteAction[];
  readonly steps: readonly {
    readonly mark: string;
    readonly color: 'Attention' | 'Default';
    readonly action: string;
    /** What it is for, what about and whose, a line each. */
    readonly runs: readonly { readonly text: string; readonly weight: 'Bolder' | 'Default' }[];
    readonly way: string;
    readonly change: LinkAction;
  }[];
  readonly nothing: string;
  readonly actions: readonly ExecuteAction[];
}

const formId = 'steps-filter';

export function nextStepsData(reply: NextStepsReply, wording: Wording): NextStepsData {
  const { project, only, lines, total, late, inLines, page, pages, problem = '', form } = reply;
  const heading = headline(reply);
  const [first] = lines;
  const narrowed = reply.narrowed.map((each) => wording.run(each, 80)).join(' · ');
  return {
    speak: wording.spoken(`${problem} ${heading}. ${first ? `First: ${first.action}` : ''}`.trim()),
    about: `Project · ${wording.run(project.name, 80)}`,
    heading,
    state: [
      narrowed ? `Only: ${narrowed}` : '',
      late > 0 ? `${digits(late)} late` : '',
      inLines < total ? `${digits(inLines)} different` : '',
      pages > 1 ? `page ${digits(page)} of ${digits(pages)}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    problem: wording.run(problem),
    filter: only.step === undefined && total + reply.others > 0 ? [toggle('Filter', formId)] : [],
    open: problem !== '',
    fields: [
      field('whose', 'Whose', 'Everybody’s', form.whose),
      field('time', 'When', 'At any time', form.time),
      field('weight', 'How bad', 'However bad', form.weight),
    ],
    place: asTyped(form.filled.about),
    show: [tap('Show these', { do: 'filter-steps', project: project.id }, { primary: true, form: true })],
    steps: lines.map((line) => ({
      mark: `${standingOf(line, wording)}\n`,
      color: line.entries.some((entry) => entry.late) ? 'Attention' : 'Default',
      action: wording.sentence(line.action),
      runs: runsOf([
        servedBy(line, wording),
        { lead: 'On: ', text: isNamed(line, only) ? '' : placesOf(line, wording) },
        { lead: 'Owner: ', text: ownersOf(line.entries, wording) },
      ]),
      ...wayInto(reply, line, wording),
    })),
    nothing: total > 0 ? '' : nothingTo(reply),
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (to) => ({ do: 'list-steps', project: project.id, only, page: to })),
    ),
  };

  function field(
    id: 'whose' | 'time' | 'weight',
    label: string,
    any: string,
    choices: readonly StepChoice[],
  ) {
    return {
      id,
      label,
      // A list that was opened once cannot be emptied again.
      value: form.filled[id] || 'any',
      choices: [
        { value: 'any', title: any },
        ...choices.map(({ value, title }) => ({ value, title: wording.plain(title, 80) })),
      ],
    };
  }
}

/** One text of several lines takes half the room of several texts. */
function runsOf(lines: readonly Led[]): NextStepsData['steps'][number]['runs'] {
  return lines
    .filter(({ text }) => text !== '')
    .flatMap(({ lead, text }, at) => [
      { text: `${at > 0 ? '\n' : ''}${lead}`, weight: 'Bolder' },
      { text, weight: 'Default' },
    ]);
}

/** What it is about is said already. */
function isNamed({ action, title, entries: [one, ...others] }: StepLine, { about }: StepFilter): boolean {
  if (about?.scope === 'integration') return true;
  return one !== undefined && others.length === 0 && `${action} ${title}`.includes(one.about);
}

/** One step is opened; one about many things is shown about each of them. */
function wayInto(
  { project, only }: NextStepsReply,
  { key, action, finds, entries: [first, ...others] }: StepLine,
  wording: Wording,
) {
  const place = { project: project.id };
  return others.length > 0
    ? {
        way: `All ${digits(others.length + 1)}`,
        change: link(`All ${others.length + 1}: ${wording.plain(action, 60)}`, {
          do: 'list-steps',
          ...place,
          only: { ...only, ...(finds ? { weight: 'unknown' } : { step: key }) },
          page: 1,
        }),
      }
    : {
        way: 'Open',
        change: link(`Open: ${wording.plain(action, 60)}`, {
          do: 'show-step',
          ...place,
          step: first?.id ?? '',
        }),
      };
}

function headline({ only, total, others, narrowed, undated }: NextStepsReply): string {
  if (only.whose?.kind === 'me' && narrowed.length === 0)
    return total === 0 ? 'Nothing waits for you' : `${counted(total, 'next step')} for you`;
  if (undated) return 'Nothing has a date';
  if (total === 0) return others > 0 ? 'No such next step' : 'No next steps';
  return others > 0
    ? `${digits(total)} of ${counted(total + others, 'next step')}`
    : counted(total, 'next step');
}

function nothingTo({ only, others, narrowed, undated }: NextStepsReply): string {
  if (undated)
    return `No step has a date, so none can be late: set when the stages end with “project”, or open a step and set its own. ${counted(others, 'step')} ${others === 1 ? 'is' : 'are'} open.`;
  if (others === 0) return 'Next steps come with the risks that the answers show.';
  if (only.whose?.kind === 'me' && narrowed.length === 0)
    return `${counted(others, 'step')} of the project ${others === 1 ? 'belongs' : 'belong'} to others, or to nobody yet.`;
  return `${counted(others, 'step')} of the project ${others === 1 ? 'is' : 'are'} open, none of them like that.`;
}
