import type { StepReply } from '../app/register/register-reply.ts';
import type { StepState } from '../core/register/deed.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { dash, day } from './counting.ts';
import { servedBy, standing, whose } from './step-words.ts';
import { asTyped, inTheProject } from './treat-data.ts';
import type { Wording } from './wording.ts';

export interface StepData {
  readonly speak: string;
  readonly about: string;
  readonly mark: string;
  readonly color: 'Attention' | 'Default';
  readonly action: string;
  readonly problems: readonly { readonly text: string }[];
  readonly lines: readonly { readonly lead: string; readonly text: string }[];
  readonly owner: string;
  readonly due: string;
  readonly reason: string;
  readonly people: string;
  readonly actions: readonly ExecuteAction[];
}

export function stepData(reply: StepReply, wording: Wording): StepData {
  const { about, entry, filled, people, problems } = reply;
  const { step } = entry;
  const mark = standing(entry, wording);
  return {
    speak: wording.spoken(`${[...problems, step.action].join(' ')} ${mark}`),
    about: aboutLine(about, wording),
    mark: `${mark}\n`,
    color: entry.late ? 'Attention' : 'Default',
    action: wording.sentence(step.action),
    problems: problems.map((text) => ({ text: wording.run(text) })),
    lines: [
      servedBy({ title: entry.findings[0]?.title ?? '', entries: [entry] }, wording),
      { lead: 'Owner: ', text: whose(entry, wording) },
      { lead: 'Done when: ', text: wording.run(step.done) },
      { lead: 'Not shown yet: ', text: entry.unproven ? stillSaid(reply, wording) : '' },
      { lead: 'Dropped: ', text: wording.run(entry.reason ?? '') },
      { lead: 'Last changed by: ', text: changedBy(reply, wording) },
    ].filter(({ text }) => text !== ''),
    owner: asTyped(filled.owner),
    due: filled.due,
    reason: asTyped(filled.reason),
    people: inTheProject(people, wording),
    actions: actionsFor(reply),
  };
}

/** Whose answer still says otherwise. */
function stillSaid({ entry, asks }: StepReply, wording: Wording): string {
  const answers = entry.findings
    .flatMap(({ because }) => because)
    .filter(({ question }) => question === entry.proof?.question);
  const [first] = answers;
  const how = asks
    ? 'Answer the question, and the risk goes if it is so.'
    : 'The risk goes with the answer that shows it.';
  if (!first || first.withheld) return how;
  const who = wording.run(first.by.name, 60);
  return `${who} (${day(first.at)}): ${wording.run(first.label, 60)}${dash}${wording.run(first.words, 120)}. ${how}`;
}

function changedBy({ entry: { moved } }: StepReply, wording: Wording): string {
  return moved ? `${wording.run(moved.by.name, 60)}, ${day(moved.at)}` : '';
}

function actionsFor({ ref, entry, seen, asks, risk }: StepReply): ExecuteAction[] {
  const { state, unproven } = entry;
  const move = (title: string, to: StepState | undefined, primary = false) =>
    tap(title, { do: 'move-step', ...ref, seen, ...(to ? { to } : {}) }, { primary, form: true });
  const isOver = state === 'dropped' || (state === 'done' && !unproven);
  // To find something out is done by answering.
  const asksFirst = asks && !isOver && (unproven || entry.findings.every(({ kind }) => kind === 'unknown'));
  return [
    ...(asksFirst
      ? [tap('Answer the question', { do: 'prove-step', ...ref }, { primary: true, withoutInputs: true })]
      : []),
    ...(isOver ? [move('Open again', 'open', true)] : []),
    ...(state === 'open' ? [move('Start', 'doing')] : []),
    ...(state === 'doing' || unproven ? [move('Not started', 'open')] : []),
    ...(isOver || unproven ? [] : [move('Done', 'done', !asksFirst)]),
    ...(isOver ? [] : [move('Drop', 'dropped')]),
    move('Save', undefined),
    ...(risk && entry.findings[0]?.kind !== 'unknown'
      ? [tap('The risk', { do: 'decide', risk }, { withoutInputs: true })]
      : []),
  ];
}
