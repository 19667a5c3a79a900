import type { CompareReply } from '../app/register/compare-reply.ts';
import type { Difference, Shift } from '../core/register/drift.ts';
import type { Noted } from '../core/register/milestone.ts';
import { buttonRow, type ExecuteAction, pageTurns } from './action.ts';
import { causeText } from './cause-text.ts';
import { counted, day, inWords, listed, sentenceCase } from './counting.ts';
import type { Wording } from './wording.ts';

export interface CompareData {
  readonly speak: string;
  readonly about: string;
  readonly headline: string;
  readonly state: string;
  readonly around: readonly { readonly lead: string; readonly text: string }[];
  readonly changes: readonly {
    readonly mark: string;
    readonly color: 'Attention' | 'Good' | 'Default';
    readonly title: string;
    /** Each on lines of its own; empty where there is nothing to say. */
    readonly on: string;
    readonly because: string;
  }[];
  readonly guarded: string;
  readonly actions: readonly ExecuteAction[];
}

const mostNames = 3;
const mostCauses = 3;
const nouns: Readonly<Record<Shift, string>> = {
  new: 'new',
  worse: 'worse',
  unknown: 'not known any more',
  better: 'better',
  closed: 'closed',
};
const colors: Readonly<Record<Shift, 'Attention' | 'Good' | 'Default'>> = {
  new: 'Attention',
  worse: 'Attention',
  unknown: 'Default',
  better: 'Good',
  closed: 'Good',
};

export function compareData(reply: CompareReply, wording: Wording): CompareData {
  const { milestone, page, pages, project } = reply;
  const since = `Since ${wording.run(milestone.name, 80)}, ${day(milestone.at)}`;
  return {
    speak: wording.spoken(`${since}: ${headline(reply)}.`),
    about: `${wording.run(project.name, 80)}${pages > 1 ? ` · page ${page} of ${pages}` : ''}`,
    headline: headline(reply),
    state: since,
    around: page === 1 ? around(reply, wording) : [],
    changes: reply.changes.map((change) => ({
      mark: `${mark(change)}\n`,
      color: colors[change.shift],
      title: wording.run(change.title),
      on: change.on.length > 1 ? `\n${names(change.on, wording)}` : '',
      because: because(change.causes, wording),
    })),
    guarded:
      reply.guarded > 0
        ? `${sentenceCase(counted(reply.guarded, 'change'))} on sensitive data ${reply.guarded === 1 ? 'is' : 'are'} counted here and shown in personal chat only.`
        : '',
    actions: buttonRow(
      reply.buttons,
      wording,
      pageTurns(reply, (to) => ({
        do: 'show-compare',
        project: project.id,
        milestone: milestone.id,
        page: to,
      })),
    ),
  };
}

const inOrder: readonly Shift[] = ['new', 'worse', 'unknown', 'better', 'closed'];

/** "Three new, one worse and two closed" */
function headline({ counts }: CompareReply): string {
  return sentenceCase(shiftsInWords(counts, inWords)) || 'No risk has changed';
}

/** Empty where nothing has changed. */
export function shiftsInWords(counts: CompareReply['counts'], number: (count: number) => string): string {
  const parts = inOrder.filter((shift) => counts[shift] > 0);
  return listed(parts.map((shift) => `${number(counts[shift])} ${nouns[shift]}`));
}

/** "Worse: medium → high", "New: critical risk, 7 times" */
function mark({ shift, before, after, on }: CompareReply['changes'][number]): string {
  const times = on.length > 1 ? `, ${on.length} times` : '';
  return `${sentenceCase(nouns[shift])}: ${levels(shift, before, after)}${times}`;
}

function levels(shift: Shift, before: Noted | undefined, after: Noted | undefined): string {
  const level = (noted: Noted) => `${noted.severity} ${noted.kind}`;
  if (shift === 'worse' || shift === 'better') {
    if (!before || !after) return '';
    if (before.severity !== after.severity || before.kind !== after.kind)
      return `${level(before)} → ${level(after)}`;
    const score = ({ probability, impact }: Noted) => probability * impact;
    return `${level(after)}, ${score(before)} → ${score(after)} of 25`;
  }
  if (shift === 'unknown') return before ? `it was a ${level(before)}` : 'something to find out';
  const noted = shift === 'closed' ? before : after;
  return noted ? level(noted) : '';
}

function because(causes: CompareReply['changes'][number]['causes'], wording: Wording): string {
  const lines = causes.slice(0, mostCauses).map((cause) => causeText(cause, wording));
  const rest = causes.length - lines.length;
  const all = rest > 0 ? [...lines, `and ${rest} more`] : lines;
  return all.length > 0 ? `\nBecause ${all.join('; ')}` : '';
}

function around({ around: found, settled }: CompareReply, wording: Wording): CompareData['around'] {
  const { stage, dates, integrations, applications, people, content } = found;
  const moved = dates.map(
    ({ title, from, to }) =>
      `${wording.run(title, 60)} ${from ? day(from) : 'open'} → ${to ? day(to) : 'open'}`,
  );
  const lines = [
    ['Stage', stage ? `${wording.stage(stage.from)} → ${wording.stage(stage.to)}` : ''],
    ['Plan', moved.join(' · ')],
    ['Integrations', difference(integrations, wording)],
    ['Applications', difference(applications, wording)],
    ['People', difference(people, wording)],
    ['Judged otherwise', names(content, wording)],
    ['Turned out well', settled > 0 ? `${settled} that could not be judged then` : ''],
  ] as const;
  return lines.flatMap(([lead, text]) => (text ? [{ lead: `${lead}: `, text }] : []));
}

function difference({ added, removed }: Difference, wording: Wording): string {
  return [
    ...(added.length > 0 ? [`${names(added, wording)} added`] : []),
    ...(removed.length > 0 ? [`${names(removed, wording)} gone`] : []),
  ].join('; ');
}

function names(all: readonly string[], wording: Wording): string {
  const shown = all.slice(0, mostNames).map((name) => wording.run(name, 60));
  const rest = all.length - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}
