/** The judgement of a whole project, as every reply about more than one integration uses it. */

import { assessProject } from '../core/judgement/assess-project.ts';
import type { Finding } from '../core/judgement/finding.ts';
import type { Integration, Project } from '../core/landscape/landscape.ts';
import { listIntegrations } from './documents.ts';
import type { House } from './house.ts';

export interface JudgedProject {
  readonly integrations: readonly Integration[];
  /** Of the project, its applications and integrations, and of several integrations together; in the order of `compareFindings`. */
  readonly findings: readonly Finding[];
}

/** What lies unchanged in the store is handed out as the same object, so only what has changed is judged again. */
export async function judgeProject(house: House, project: Project): Promise<JudgedProject> {
  const integrations = await listIntegrations(house.store, project.id);
  const findings = assessProject(house.content, house.calculations, project, integrations, house.judged);
  return { integrations, findings };
}
