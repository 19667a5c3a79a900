/** What cannot be judged yet, and what is done right: one line each. */
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

function whomToAsk(
  { question, label, about, roles, named, was }: Waiting,
  { subject, yours }: Reader,
  wording: Wording,
): string {
  const role = roles[0] ? wording.role(roles[0]) : 'whoever knows';
  const whom = named.length > 0 ? listed(named.map((name) => wording.run(name, 60))) : role;
  const what =
    about === subject ? wording.run(label, 60) : `${wording.run(label, 60)} (${wording.run(about, 60)})`;
  if (was) return `${what}: was “${wording.run(was.words, 120)}” on ${day(was.at)}, ask ${whom} to confirm`;
  return yours.includes(`${question}@${about}`) ? `${what}: you may know` : `${what}: ask ${whom}`;
}

/** "One owner may say yes to a change (Dana Fox, 3 March 2026)" */
export function assertionText({ title, because }: Finding, wording: Wording): string {
  const first = because[0];
  return `${wording.run(title).replace(/\.$/, '')}${first && !first.withheld ? ` (${wording.run(first.by.name, 60)}, ${day(first.at)})` : ''}`;
}
