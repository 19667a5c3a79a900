/** What cannot be judged yet, and what is done right: one line each. */
import type { Finding, Waiting } from '../core/judgement/finding.ts';
import { day, listed } from './counting.ts';
import type { Wording } from './wording.ts';

export interface UnknownData {
  /** "Records a day: ask the application owner" */
  readonly ask: string;
  /** What may follow from it, on a line of its own; a risk that is only possible must not read as a fact. */
  readonly risks: string;
}

/** By what has to be found out, because one answer often settles several. `subject`: what the card is about. */
export function unknownData(
  findings: readonly Finding[],
  subject: string,
  wording: Wording,
): readonly UnknownData[] {
  const asked = new Map<string, { readonly waiting: Waiting; readonly titles: string[] }>();
  for (const { title, waitingFor } of findings) {
    const [first] = waitingFor;
    if (!first) continue;
    const key = `${first.question}@${first.about}`;
    const group = asked.get(key) ?? { waiting: first, titles: [] };
    group.titles.push(`${wording.run(title)}?`);
    asked.set(key, group);
  }
  return [...asked.values()].map(({ waiting, titles }) => ({
    ask: whomToAsk(waiting, subject, wording),
    risks: `\n${titles.join(' · ')}`,
  }));
}

function whomToAsk({ label, about, roles, named }: Waiting, subject: string, wording: Wording): string {
  const role = roles[0] ? wording.role(roles[0]) : 'whoever knows';
  const whom = named.length > 0 ? listed(named.map((name) => wording.run(name, 60))) : role;
  const what =
    about === subject ? wording.run(label, 60) : `${wording.run(label, 60)} (${wording.run(about, 60)})`;
  return `${what}: ask ${whom}`;
}

/** "One owner may say yes to a change (Dana Fox, 3 March 2026)" */
export function assertionText({ title, because }: Finding, wording: Wording): string {
  const first = because[0];
  return `${wording.run(title).replace(/\.$/, '')}${first ? ` (${wording.run(first.by.name, 60)}, ${day(first.at)})` : ''}`;
}
