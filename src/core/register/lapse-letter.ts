/** Who is told that an acceptance has ended: its approver and its owner, as far as they are members. */
import type { Letter } from '../reminder/letter.ts';
import type { Who } from './deed.ts';
import { endedBy, type Lapsed } from './lapse.ts';

/**
 * The same letter whoever finds out, and how often: its id names the acceptance and the person. `title`: of the risk. Whoever
 * ended it by an answer has seen it at once, and gets none.
 */
export function lapseLetters(
  project: string,
  tenant: string,
  { accepted, lapses }: Lapsed,
  title: string,
): Letter[] {
  const { did, turn } = accepted;
  const subject = did.finding.slice(did.finding.lastIndexOf('@') + 1);
  const integration = subject.startsWith('integration:') ? subject.slice('integration:'.length) : undefined;
  const knows = endedBy(lapses);
  return toBeTold(did.approver, did.owner)
    .filter(({ id }) => knows !== `person:${id}`)
    .map(({ id, name }) => ({
      id: `acceptance-lapsed/${did.finding}/${turn}/${id}`,
      project,
      to: { kind: 'person', tenant, id, name },
      about: 'An acceptance has ended',
      content: {
        kind: 'acceptance-lapsed',
        finding: did.finding,
        title,
        ...(integration ? { integration } : {}),
        why: lapses.every(({ kind }) => kind === 'passed') ? 'date' : 'answers',
        until: did.until,
      },
      urgency: 'daily',
    }));
}

/** Somebody known by name alone cannot be reached. */
export function toBeTold(...people: readonly Who[]): { readonly id: string; readonly name: string }[] {
  const known = people.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]));
  return known.filter(({ id }, at) => known.findIndex((other) => other.id === id) === at);
}
