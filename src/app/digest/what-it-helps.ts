/** Why a step is worth deciding on: the risks that it helps against, in one sentence. */
import type { Finding } from '../../core/judgement/finding.ts';
import { isRaised } from '../../core/judgement/portfolio/raised.ts';
import type { StepEntry } from '../../core/register/steps.ts';
import { generalTitle } from '../register/general-title.ts';
import { counted, countWords, listed, midSentence } from './day-words.ts';
import type { Ground } from './ground.ts';

export const raisedIn = ({ findings }: StepEntry) => findings.filter(isRaised);

/** `served`: the same step in all its places. */
export function whatItHelps(
  ground: Ground,
  risks: readonly Finding[],
  step: StepEntry,
  served: readonly StepEntry[],
): string {
  const severity = raisedIn(step)[0]?.severity ?? '';
  const worst = risks.filter((risk) => risk.severity === severity).length;
  const [first, second] = risks;
  if (first && !second) return `Helps against a ${severity} risk: ${titleWithin(ground, first)}.`;
  const of = worst === risks.length ? '' : `, ${countWords(worst)} of them ${severity}`;
  if (first && second && risks.length === 2)
    return `Helps against two ${of ? `risks${of}` : `${severity} risks`}: ${pairOf(ground, first, second)}.`;
  const all = of ? `${counted(risks.length, 'risk')}${of}` : `${countWords(risks.length)} ${severity} risks`;
  return `Helps against ${all}${elsewhere(step, served)}.`;
}

/** One risk in two places is named once. */
function pairOf(ground: Ground, one: Finding, other: Finding): string {
  if (one.rule === other.rule && one.about !== other.about)
    return `${midSentence(generalTitle(ground.house.content, ground.project, one))}, in ${one.about} and ${other.about}`;
  return `${titleWithin(ground, one)}; ${titleWithin(ground, other)}`;
}

/** The button opens the step in one place; the others come up once that is in hand. */
function elsewhere({ about }: StepEntry, served: readonly StepEntry[]): string {
  const others = [...new Set(served.map((each) => each.about))].filter((each) => each !== about);
  return others.length > 0 ? `, here and in ${listed(others, 1)}` : '';
}

/** A name that a title begins with keeps its capital. */
function titleWithin({ project, judged }: Ground, { title }: Finding): string {
  const named = [project, ...project.applications, ...judged.integrations];
  return named.some(({ name }) => title.startsWith(name)) ? title : midSentence(title);
}
