/** All findings of a large project in the order of `compareFindings`, without comparing each with each. */
import { subjectKey } from '../interview/answer.ts';
import type { Content } from '../interview/topic.ts';
import type { Finding } from './finding.ts';
import { oneList } from './one-list.ts';
import { rankOf } from './severity.ts';

/** Findings of one subject, each with its cell: findings of one rank and rule stand together. Kept with a judgement. */
export interface Placed {
  readonly subject: string;
  readonly findings: readonly Finding[];
  readonly cells: readonly number[];
}

export function placed(findings: readonly Finding[], content: Content): Placed {
  const rules = rulesInOrder(content);
  return {
    subject: findings[0] ? subjectKey(findings[0].subject) : '',
    findings,
    cells: findings.map((finding) => rankOf(finding) * rules.size + (rules.get(finding.rule) ?? 0)),
  };
}

/** An id is rule and subject, so subjects and cells are sorted, not findings. */
export function inOrder(groups: readonly Placed[]): Finding[] {
  const sorted = groups.toSorted((one, other) => (one.subject < other.subject ? -1 : 1));
  const byCell = new Map<number, Finding[]>();
  for (const { findings, cells } of sorted) {
    for (const [at, finding] of findings.entries()) {
      const cell = cells[at] ?? 0;
      const known = byCell.get(cell);
      if (known) known.push(finding);
      else byCell.set(cell, [finding]);
    }
  }
  const cells = [...byCell].sort(([one], [other]) => one - other);
  return oneList(cells.map(([, findings]) => findings));
}

const kept = new WeakMap<Content, ReadonlyMap<string, number>>();

/** The place of each rule in the order of their findings' ids. */
function rulesInOrder(content: Content): ReadonlyMap<string, number> {
  let places = kept.get(content);
  if (!places) {
    const keys = [...content.risk.keys(), ...content.portfolio.map(({ key }) => key)];
    // The @ belongs to it: "a-b@…" comes before "a@…".
    keys.sort((one, other) => (`${one}@` < `${other}@` ? -1 : 1));
    places = new Map(keys.map((key, place) => [key, place]));
    kept.set(content, places);
  }
  return places;
}
