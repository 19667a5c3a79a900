/** What people decided about the findings of a whole project. */
import type { Finding } from '../../core/judgement/finding.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { decisionsIn, deedsOf } from '../../core/register/decisions.ts';
import { historyOf } from '../../core/register/history.ts';
import { entryOf } from '../../core/register/register.ts';
import type { Entries } from '../../core/register/summary.ts';
import type { House } from '../house.ts';
import { todayOf } from '../today.ts';
import type { JudgedProject } from './judge-project.ts';

/** Only those somebody decided about: of thousands of risks these are few. */
export function decidedAmong(
  house: House,
  project: Project,
  { integrations }: JudgedProject,
  findings: readonly Finding[],
): Entries {
  const decisions = decisionsIn(deedsOf(project, integrations));
  const history = historyOf(project, integrations);
  const today = todayOf(house);
  return new Map(
    findings
      .filter(({ id }) => decisions.has(id))
      .map((finding) => [finding.id, entryOf(finding, decisions, history, today)]),
  );
}
