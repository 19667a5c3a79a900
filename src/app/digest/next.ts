/** Beside what has become a risk or a worse one: what is done about it first, and who does it. */
import type { Change } from '../../core/register/drift.ts';
import { isOpenStep, type StepEntry } from '../../core/register/steps.ts';
import { dayWords, listed, midSentence, taskInBrief } from './day-words.ts';
import type { Advice } from './decision.ts';
import { called, type Ground } from './ground.ts';

/** One rule over several places has one next step, whose owners may be several. */
export function nextFor(ground: Ground, group: readonly Change[], advice: Advice | undefined): string[] {
  const entries = group
    .filter(({ shift }) => shift === 'new' || shift === 'worse')
    .flatMap((change) => firstStep(ground, change) ?? [])
    .filter(isOpenStep);
  const [first] = entries;
  if (!first || entries.some(({ id }) => id === advice?.step)) return [];
  return [`Next: ${midSentence(taskInBrief(first.step.action))} (${inWhoseHands(ground, entries)}).`];
}

function firstStep({ judged, steps }: Ground, { id }: Change): StepEntry | undefined {
  const key = judged.findings.find((finding) => finding.id === id)?.steps[0]?.key;
  return steps.find(({ step, findings }) => step.key === key && findings.some((each) => each.id === id));
}

function inWhoseHands(ground: Ground, entries: readonly StepEntry[]): string {
  const names = [...new Set(entries.flatMap(({ owners }) => owners.map((who) => called(ground, who))))];
  if (names.length === 0) return 'nobody’s yet';
  const dues = [...new Set(entries.map(({ moved, due }) => (moved ? due : undefined)))];
  const [due] = dues.length === 1 ? dues : [];
  // Whose role it falls to need not know of it.
  if (!entries.every(({ moved }) => moved)) return `for ${listed(names, 2)} to take on`;
  return `${listed(names, 2)}${due ? `, by ${dayWords(due, ground.today)}` : ''}`;
}
