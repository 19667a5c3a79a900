import type { TreatReply } from '../app/register/register-reply.ts';
import type { Treatment } from '../core/register/deed.ts';
import { aboutLine } from './about-line.ts';
import { type ExecuteAction, tap } from './action.ts';
import { listed, sentenceCase } from './counting.ts';
import { rated } from './decision-words.ts';
import type { Wording } from './wording.ts';

export interface TreatData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly title: string;
  readonly state: string;
  readonly problems: readonly { readonly text: string }[];
  readonly accepts: boolean;
  readonly owner: string;
  readonly due: string;
  readonly note: string;
  readonly probability: string;
  readonly impact: string;
  readonly degrees: Degrees;
  readonly reason: string;
  readonly approver: string;
  readonly until: string;
  readonly people: string;
  readonly actions: readonly ExecuteAction[];
}

type Choice = { readonly title: string; readonly value: string };
interface Degrees {
  readonly probability: readonly Choice[];
  readonly impact: readonly Choice[];
}

/** More names than that are no help. */
const mostNames = 8;

export function treatData(reply: TreatReply, wording: Wording): TreatData {
  const { risk, about, treatment, entry, seen, filled, people, problems } = reply;
  const heading = headings[treatment];
  const { title } = entry.finding;
  return {
    speak: wording.spoken(`${[...problems, heading].join(' ')}: ${title}`),
    about: aboutLine(about, wording),
    heading,
    title: wording.run(title),
    state: `Now ${rated(entry.inherent)}`,
    problems: problems.map((text) => ({ text: wording.run(text) })),
    accepts: treatment === 'accept',
    owner: asTyped(filled.owner),
    due: filled.due ?? '',
    note: asTyped(filled.note),
    probability: filled.probability ?? '',
    impact: filled.impact ?? '',
    degrees,
    reason: asTyped(filled.reason),
    approver: asTyped(filled.approver),
    until: filled.until ?? '',
    people: inTheProject(people, wording),
    actions: [
      tap('Save', { do: 'treat', risk, treatment, seen }, { primary: true, form: true }),
      tap('Not now', { do: 'decide', risk, back: true }, { withoutInputs: true }),
    ],
  };
}

const headings: Readonly<Record<Treatment, string>> = {
  avoid: 'Avoid the risk: do it another way',
  reduce: 'Reduce the risk',
  share: 'Share the risk',
  accept: 'Accept the risk for a time',
};

const scale = (...words: readonly string[]): Choice[] =>
  words.map((word, at) => ({ title: `${at + 1} of 5: ${word}`, value: String(at + 1) }));

const degrees: Degrees = {
  probability: scale('hardly', 'unlikely', 'possible', 'likely', 'almost certain'),
  impact: scale(
    'a nuisance',
    'days',
    'one to four weeks',
    'over four weeks',
    'go-live blocked or the law broken',
  ),
};

/** Enough to see that it is too long; no client of ours lets anybody type more. */
export const asTyped = (text = ''): string => text.slice(0, 500);

/** Whom to name: a member is told when something changes. */
export function inTheProject(people: readonly string[], wording: Wording): string {
  if (people.length === 0) return '';
  const shown = people.slice(0, mostNames).map((name) => wording.run(name, 40));
  const more = people.length > mostNames ? [`${people.length - mostNames} more`] : [];
  return sentenceCase(`in the project: ${listed([...shown, ...more])}. Any other name can be typed, too.`);
}
