/** What cannot be judged yet, and what is done right: one line each. */
import type { RoleId } from '../core/interview/topic.ts';
import type { Finding, Waiting } from '../core/judgement/finding.ts';
import { counted, day, listed } from './counting.ts';
import type { Wording } from './wording.ts';

export interface UnknownData {
  /** "Records a day: ask the application owner" */
  readonly ask: string;
  /** What may follow from it, on a line of its own; a risk that is only possible must not read as a fact. */
  readonly risks: string;
}

/** As many of the risks behind one question as a reader takes in. */
const mostRisks = 2;

interface Reader {
  readonly held?: readonly RoleId[] | undefined;
  /** What the card is about. */
  readonly subject: string;
  /** What the reader can answer, as `question@what it is about`. */
  readonly yours: readonly string[];
}

/** By what has to be found out, because one answer often settles several. */
export function unknownData(
  findings: readonly Finding[],
  reader: Reader,
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
    ask: whomToAsk(waiting, reader, wording),
    risks: `\n${fewOf(titles)}`,
  }));
}

function fewOf(titles: readonly string[]): string {
  const rest = titles.length - mostRisks;
  const few = titles.slice(0, rest === 1 ? mostRisks + 1 : mostRisks);
  return [...few, ...(rest > 1 ? [`and ${counted(rest, 'more risk')}`] : [])].join(' · ');
}

/** "ask the process owner"; whoever is the only one to ask is told what they can do. */
export function wayToKnow(
  { roles, named }: Pick<Waiting, 'roles' | 'named'>,
  held: readonly RoleId[] = [],
  wording: Wording,
): string {
  if (named.length > 0) return `ask ${listed(named.map((name) => wording.run(name, 60)))}`;
  const [role] = roles.filter((each) => !held.includes(each));
  if (role === undefined && roles.length > 0) return 'answer it, or say who knows';
  return `ask ${role === undefined ? 'whoever knows' : wording.role(role)}`;
}

function whomToAsk(
  { question, label, about, roles, named, was }: Waiting,
  { subject, yours, held }: Reader,
  wording: Wording,
): string {
  const what =
    about === subject ? wording.run(label, 60) : `${wording.run(label, 60)} (${wording.run(about, 60)})`;
  if (was)
    return `${what}: was “${wording.run(was.words, 120)}” on ${day(was.at)}, ${wayToKnow({ roles, named }, undefined, wording)} to confirm`;
  return yours.includes(`${question}@${about}`)
    ? `${what}: you may know`
    : `${what}: ${wayToKnow({ roles, named }, held, wording)}`;
}

/** "One owner may say yes to a change (Dana Fox, 3 March 2026)" */
export function assertionText({ title, because }: Finding, wording: Wording): string {
  const first = because[0];
  return `${wording.run(title).replace(/\.$/, '')}${first && !first.withheld ? ` (${wording.run(first.by.name, 60)}, ${day(first.at)})` : ''}`;
}
