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
  const byRule = new Map<string, Finding[]>();
  for (const { findings } of keyed) {
    for (const finding of findings) {
      const known = byRule.get(finding.rule);
      if (known) known.push(finding);
      else byRule.set(finding.rule, [finding]);
    }
  }
  // The @ belongs to it: "a-b@…" comes before "a@…".
  const rules = [...byRule].sort(([one], [other]) => (`${one}@` < `${other}@` ? -1 : 1));
  const byRank: Finding[][] = [];
  for (const [, findings] of rules) {
    for (const finding of findings) {
      const rank = rankOf(finding);
      const known = byRank[rank];
      if (known) known.push(finding);
      else byRank[rank] = [finding];
    }
  }
  return byRank.flat();
}
