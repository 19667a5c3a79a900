/** What cannot be judged yet, and what is done right: one line each. */
import type { Finding, Waiting } from '../core/judgement/finding.ts';
import { day, listed } from './counting.ts';
import type { Wording } from './wording.ts';

/**
 * "A nightly load misses its window? Ask the application owner (Records per day, Length of the window)": a risk that is
 * only possible must not read as a fact.
 */
export function unknownText({ title, waitingFor }: Finding, wording: Wording): string {
  const whom = waitingFor.length > 0 ? ` Ask ${listed(questionsByRole(waitingFor, wording))}.` : '';
  return `${wording.run(title)}?${whom}`;
}

function questionsByRole(waitingFor: readonly Waiting[], wording: Wording): string[] {
  const byRole = new Map<string, string[]>();
  for (const { roles, label } of waitingFor) {
    const who = roles[0] ? wording.role(roles[0]) : 'whoever knows';
    byRole.set(who, [...(byRole.get(who) ?? []), wording.run(label, 60)]);
  }
  return [...byRole].map(([who, labels]) => `${who} (${labels.join(', ')})`);
}

/** "One owner may say yes to a change (Dana Fox, 3 March 2026)" */
export function assertionText({ title, because }: Finding, wording: Wording): string {
  const first = because[0];
  return `${wording.run(title)}${first ? ` (${wording.run(first.by.name, 60)}, ${day(first.at)})` : ''}`;
}
