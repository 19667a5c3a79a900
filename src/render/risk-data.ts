/** One risk or issue: what, because who said what, why it matters, the next step; the rest opens on a tap. */
import type { Finding } from '../core/judgement/finding.ts';
import { type ToggleAction, toggle } from './action.ts';
import { sentenceCase } from './counting.ts';
import { quote, restOf, stepInWords } from './risk-words.ts';
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
}

const mostEvidence = 2;

export function riskData(finding: Finding, detailsId: string, wording: Wording): RiskData {
  const { severity, kind, steps, because } = finding;
  const quotes = because.map((evidence) => quote(evidence, finding.about, wording));
  const face = [
    { lead: 'Because ', text: quotes.slice(0, mostEvidence).join('; ') },
    { lead: 'Why it matters: ', text: wording.run(finding.effect) },
    { lead: 'Next step: ', text: steps[0] ? stepInWords(steps[0], wording) : '' },
  ];
  return {
    mark: `${sentenceCase(`${severity} ${kind}`)}\n`,
    color: severity === 'critical' || severity === 'high' ? 'Attention' : 'Default',
    title: wording.run(finding.title),
    face: face.filter(({ text }) => text !== ''),
    detailsId,
    details: wording.page([...restOf(finding, wording), ...also(quotes.slice(mostEvidence))]),
    reveal: toggle(`Why and how sure: ${wording.plain(finding.title, 60)}`, detailsId),
  };
}

function also(quotes: readonly string[]): string[] {
  return quotes.length > 0 ? [`Also: ${quotes.join('; ')}`] : [];
}
