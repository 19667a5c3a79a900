/** One risk or issue: what, because who said what, why it matters, the next step; the rest opens on a tap. */
import type { CardCommand } from '../app/command.ts';
import type { Evidence, Finding } from '../core/judgement/finding.ts';
import type { Entry } from '../core/register/register.ts';
import { type LinkAction, link, type ToggleAction, toggle } from './action.ts';
import { sentenceCase } from './counting.ts';
import { decisionLine } from './decision-words.ts';
import { quotes, restOf, stepInWords } from './risk-words.ts';
import type { Wording } from './wording.ts';

export interface RiskData {
  /** "Critical risk", on a line of its own */
  readonly mark: string;
  readonly color: 'Attention' | 'Default';
  readonly title: string;
  readonly face: readonly { readonly lead: string; readonly text: string }[];
  readonly detailsId: string;
  /** One text of several paragraphs: a block for each would take half of the card's room. */
  readonly details: string;
  readonly reveal: ToggleAction;
  readonly decideLabel: string;
  readonly decide?: LinkAction;
}

const mostEvidence = 2;

/** `entry`: what was decided; `decide`: the way to the card on which that is done. */
export function riskData(
  finding: Finding,
  detailsId: string,
  wording: Wording,
  entry?: Entry,
  decide?: CardCommand,
): RiskData {
  const { severity, kind, steps, because, working } = finding;
  const isOpen = entry?.state === 'undecided' || entry?.state === 'lapsed';
  const evidence = oneOfEachFirst(because);
  const face = [
    {
      lead: 'Because ',
      // What rests on who holds what, and not on what anybody said, tells it there.
      text: quotes(evidence.slice(0, mostEvidence), finding.about, wording) || wording.run(working[0] ?? ''),
    },
    { lead: 'Why it matters: ', text: wording.run(finding.effect) },
    { lead: 'Next step: ', text: steps[0] ? stepInWords(steps[0], wording) : '' },
    ...(entry ? decisionLine(entry, wording) : []),
  ];
  return {
    mark: `${sentenceCase(`${severity} ${kind}`)}\n`,
    color: severity === 'critical' || severity === 'high' ? 'Attention' : 'Default',
    title: wording.sentence(finding.title),
    face: face.filter(({ text }) => text !== ''),
    detailsId,
    details: wording.page([
      ...restOf(finding, wording),
      ...also(quotes(evidence.slice(mostEvidence), finding.about, wording)),
    ]),
    reveal: toggle(`Why and how sure: ${wording.plain(finding.title, 100)}`, detailsId),
    decideLabel: decide ? (isOpen ? 'Decide' : 'Change decision') : '',
    ...(decide ? { decide: link(`Decide: ${wording.plain(finding.title, 100)}`, decide) } : {}),
  };
}

function also(quoted: string): string[] {
  return quoted ? [`Also: ${quoted}`] : [];
}

/** What rests on two answers shows both, before it shows that two people gave one of them. */
function oneOfEachFirst(because: readonly Evidence[]): readonly Evidence[] {
  const first = because.filter(
    ({ question, about }, at) =>
      because.findIndex((other) => other.question === question && other.about === about) === at,
  );
  return [...first, ...because.filter((evidence) => !first.includes(evidence))];
}
