/** The words of a next step. */
import type { StepEntry } from '../core/register/steps.ts';
import { day, listed, midSentence, sentenceCase } from './counting.ts';
import type { Wording } from './wording.ts';

const states = { open: 'Open', doing: 'Being done', done: 'Done', dropped: 'Dropped' } as const;

/** "Late · was due 3 March 2026 · being done" */
export function standing(entry: StepEntry, wording: Wording): string {
  const { due, late, stage, state, unproven } = entry;
  const when = due ? `${late ? 'was due' : 'due'} ${day(due)}` : `due by the end of ${wording.stage(stage)}`;
  const stands = unproven ? 'said to be done, not shown yet' : midSentence(states[state]);
  return sentenceCase([late ? 'late' : '', when, stands].filter(Boolean).join(' · '));
}

/** "Dana Fox", or "the project manager (nobody named yet)" */
export function whose({ owners, role }: StepEntry, wording: Wording): string {
  const known = owners.slice(0, 3).map(({ name }) => wording.run(name, 60));
  if (owners.length > 3) known.push(`${owners.length - 3} more`);
  return known.length > 0 ? listed(known) : `${wording.role(role)} (nobody by name yet)`;
}

/** "Web orders: the nightly load does not fit its window, and 2 more" */
export function servedBy({ findings, about }: StepEntry, wording: Wording): string {
  const [first, ...others] = findings;
  if (!first) return '';
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  const title = wording.run(first.title, 120).replace(/\.$/, '');
  return first.kind === 'unknown'
    ? `${wording.run(about, 60)}, to be able to judge: ${title}?${more}`
    : `${first.severity} ${first.kind}: ${title}${more}`;
}
