/** What was decided about a risk, in words. */
import type { Treatment } from '../core/register/deed.ts';
import type { Lapse } from '../core/register/lapse.ts';
import type { Entry, Rating } from '../core/register/register.ts';
import { dash, day, listed, sentenceCase } from './counting.ts';
import type { Wording } from './wording.ts';

/** As it stands on a button, and at the head of the form behind it. */
export const treatmentTitles: Readonly<Record<Treatment, string>> = {
  avoid: 'Avoid',
  reduce: 'Reduce',
  share: 'Share',
  accept: 'Accept',
};

interface Line {
  readonly lead: string;
  readonly text: string;
}

/** One line beside a risk: the decision, whose it is, until when; nothing where nobody has decided. */
export function decisionLine(entry: Entry, wording: Wording): Line[] {
  const { state, treatment, owner, due, acceptance, residual, late } = entry;
  if (state === 'undecided' || !treatment || !owner) return [];
  const whose = wording.run(owner.name, 60);
  if (acceptance) {
    if (!acceptance.holds)
      return [{ lead: 'No longer accepted: ', text: whyLapsed(acceptance.lapses, wording) }];
    // In a shared conversation nobody is named as the one who accepted it.
    const approver = acceptance.approver.name && `approved by ${wording.run(acceptance.approver.name, 60)}, `;
    return [{ lead: 'Accepted ', text: `until ${day(acceptance.until)}${dash}${approver}owned by ${whose}` }];
  }
  const by = due ? `, ${late ? 'was due' : 'by'} ${day(due)}` : '';
  const then = residual ? `; ${entry.inherent.severity} now, ${residual.severity} after it` : '';
  return [
    {
      lead: late ? 'Decided, and late: ' : 'Decided: ',
      text: `${treatmentTitles[treatment].toLowerCase()} it${dash}${whose}${by}${then}`,
    },
  ];
}

/** The whole decision, a line each. */
export function decisionLines(entry: Entry, wording: Wording): Line[] {
  const { treatment, owner, due, note, residual, inherent, acceptance, decided, late } = entry;
  if (!treatment || !owner) return [];
  const lines: (Line | false | '' | undefined)[] = [
    acceptance
      ? acceptance.holds
        ? { lead: 'Accepted until ', text: day(acceptance.until) }
        : { lead: 'No longer accepted: ', text: whyLapsed(acceptance.lapses, wording) }
      : { lead: 'Decided: ', text: `${treatmentTitles[treatment].toLowerCase()} it` },
    { lead: 'Owner: ', text: wording.run(owner.name, 80) },
    acceptance?.approver.name && { lead: 'Approved by: ', text: wording.run(acceptance.approver.name, 80) },
    acceptance && !acceptance.holds && { lead: 'Was accepted until: ', text: day(acceptance.until) },
    acceptance?.reason ? { lead: 'Reason: ', text: wording.run(acceptance.reason) } : undefined,
    due !== undefined && { lead: late ? 'Was due: ' : 'Due: ', text: day(due) },
    residual && {
      lead: 'What remains: ',
      text: `${rated(residual)}; now ${rated(inherent)}`,
    },
    note ? { lead: 'Note: ', text: wording.run(note) } : undefined,
    decided && { lead: 'Recorded by: ', text: `${wording.run(decided.by.name, 80)}, ${day(decided.at)}` },
  ];
  return lines.flatMap((line) => line || []);
}

/** "high (3 × 4)" */
export function rated({ severity, probability, impact }: Rating): string {
  return `${severity} (likelihood ${probability} × impact ${impact})`;
}

/** "An answer has changed: Dana Fox (3 March 2026); it is critical now, was high" */
export function whyLapsed(lapses: readonly Lapse[], wording: Wording): string {
  const people = new Map(
    lapses.flatMap((lapse) =>
      lapse.kind === 'changed'
        ? [
            [
              lapse.by.name,
              lapse.by.name ? `${wording.run(lapse.by.name, 60)} (${day(lapse.at)})` : day(lapse.at),
            ],
          ]
        : [],
    ),
  );
  const parts = lapses.flatMap((lapse) => {
    if (lapse.kind === 'passed') return [`it was accepted until ${day(lapse.until)}`];
    if (lapse.kind === 'changed') return [];
    return [lapse.from === lapse.to ? 'it is worse now' : `it is ${lapse.to} now, was ${lapse.from}`];
  });
  const answered = people.size > 0 ? [`an answer has changed: ${listed([...people.values()])}`] : [];
  return sentenceCase([...answered, ...parts].join('; '));
}
