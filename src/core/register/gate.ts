/** What has to be known and decided by the end of a stage, and how far that is. */
import type { Content, StageId } from '../interview/topic.ts';
import type { Calculation } from '../judgement/calculation.ts';
import { checklist, type ItemReport } from '../judgement/checklist.ts';
import { type Item, items, restsOf } from '../judgement/checklist-items.ts';
import type { Finding } from '../judgement/finding.ts';
import { rulesOf } from '../judgement/rules.ts';
import type { Integration, Project } from '../landscape/landscape.ts';

/** The items of the checklist that are due by the end of the stage. */
export function gateItems(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
  stage: StageId,
  today: string,
): readonly ItemReport[] {
  const due = new Set(
    items.filter((item) => isBy(content, dueOf(item, content, calculations), stage)).map(({ id }) => id),
  );
  return checklist(content, calculations, project, integrations, today).filter(({ id }) => due.has(id));
}

/** Those that have to be resolved by the end of the stage. */
export function dueBy(content: Content, findings: readonly Finding[], stage: StageId): readonly Finding[] {
  const due = new Map<string, StageId>([
    ...[...content.risk.values()].map(({ key, due }) => [key, due] as const),
    ...content.portfolio.map(({ key, due }) => [key, due] as const),
  ]);
  return findings.filter(({ rule }) => isBy(content, due.get(rule), stage));
}

/** An item is due with the first risk that rests on what it rests on. */
function dueOf(item: Item, content: Content, calculations: readonly Calculation[]): StageId | undefined {
  const rests = restsOf(item);
  const dues = rulesOf(content, calculations)
    .all.filter(({ risk, reads, calculations: used }) =>
      [risk.key, ...reads.map(({ question }) => question.key), ...used].some((each) => rests.has(each)),
    )
    .map(({ due }) => content.stages.findIndex(({ id }) => id === due));
  return content.stages[Math.min(...dues)]?.id;
}

function isBy({ stages }: Content, due: StageId | undefined, stage: StageId): boolean {
  const place = (id: StageId) => stages.findIndex((each) => each.id === id);
  return due !== undefined && place(due) <= place(stage);
}
