/** The judgement of a whole project, as every reply about more than one integration uses it. */
import { assessProject } from '../../core/judgement/assess-project.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import type { Integration, Project } from '../../core/landscape/landscape.ts';
import { listIntegrations } from '../documents.ts';
import type { House } from '../house.ts';
import { todayOf } from '../today.ts';

export interface JudgedProject {
  readonly integrations: readonly Integration[];
  /** Of the project, its applications and integrations, and of several integrations together; in the order of `compareFindings`. */
  readonly findings: readonly Finding[];
}

/** Where nothing at all has changed, there is nothing to judge. */
const latest = new WeakMap<Project, JudgedProject & { readonly today: string }>();

/** What lies unchanged in the store is handed out as the same object, so only what has changed is judged again. */
export async function judgeProject(house: House, project: Project): Promise<JudgedProject> {
  const integrations = await listIntegrations(house.store, project.id);
  const today = todayOf(house);
  const before = latest.get(project);
  if (before?.today === today && isSame(before.integrations, integrations)) return before;
  const { content, calculations, judged: memory } = house;
  const findings = assessProject(content, calculations, project, integrations, memory, today);
  const judged = { integrations, findings, today };
  latest.set(project, judged);
  return judged;
}

function isSame(one: readonly Integration[], other: readonly Integration[]): boolean {
  return one.length === other.length && one.every((integration, at) => integration === other[at]);
}
