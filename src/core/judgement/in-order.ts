/** All findings of a large project in the order of `compareFindings`, without comparing each with each. */
import { subjectKey } from '../interview/answer.ts';
import type { Finding } from './finding.ts';
import { rankOf } from './severity.ts';

/** `groups`: findings of one subject each. An id is rule and subject, so rules and subjects are sorted, not findings. */
export function inOrder(groups: readonly (readonly Finding[])[]): Finding[] {
  const keyed = groups.flatMap((findings) =>
    findings[0] ? [{ key: subjectKey(findings[0].subject), findings }] : [],
  );
  keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
  // Findings of one rule and rank stand together; each is looked at once.
  const cells = new Map<string, Map<number, Finding[]>>();
  for (const { findings } of keyed) {
    for (const finding of findings) {
      const rank = rankOf(finding);
      const ofRule = cells.get(finding.rule);
      const cell = ofRule?.get(rank);
      if (cell) cell.push(finding);
      else if (ofRule) ofRule.set(rank, [finding]);
      else cells.set(finding.rule, new Map([[rank, [finding]]]));
    }
  }
  // The @ belongs to it: "a-b@…" comes before "a@…".
  const rules = [...cells].sort(([one], [other]) => (`${one}@` < `${other}@` ? -1 : 1));
  const ordered = rules.flatMap(([, ofRule]) => [...ofRule]);
  return ordered.sort(([one], [other]) => one - other).flatMap(([, cell]) => cell);
}
