/** Who is told that an acceptance has ended: its approver and its owner, as far as they are members. */
import type { Letter } from '../reminder/letter.ts';
import type { Who } from './deed.ts';
import type { Lapsed } from './lapse.ts';

/**
 * The same letter whoever finds out, and how often: its id names the acceptance and the person. `title`: of the risk.
 * `except`: the person who changed the answer has seen it already.
 */
export function lapseLetters(
  project: string,
  tenant: string,
  { accepted, lapses }: Lapsed,
  title: string,
  except?: string,
): Letter[] {
  const { did, turn } = accepted;
  const subject = did.finding.slice(did.finding.lastIndexOf('@') + 1);
  const integration = subject.startsWith('integration:') ? subject.slice('integration:'.length) : undefined;
  const byDate = lapses.every(({ kind }) => kind === 'passed');
  return toBeTold(did.approver, did.owner)
    .filter(({ id }) => id !== except)
    .map(({ id, name }) => ({
      id: `acceptance-lapsed/${did.finding}/${turn}/${id}`,
      project,
      to: { kind: 'person', tenant, id, name },
      about: byDate ? 'An acceptance has run out' : 'An acceptance has ended with the answer it rested on',
      content: {
        kind: 'acceptance-lapsed',
        finding: did.finding,
        title,
        ...(integration ? { integration } : {}),
        why: byDate ? 'date' : 'answers',
        until: did.until,
      },
      urgency: byDate ? 'daily' : 'at-once',
    }));
}

/** Somebody known by name alone cannot be reached. */
export function toBeTold(...people: readonly Who[]): { readonly id: string; readonly name: string }[] {
  const known = people.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]));
  return known.filter(({ id }, at) => known.findIndex((other) => other.id === id) === at);
}
