/** Every finding of a whole project, each once: an application is judged once, however many integrations touch it. */
import type { Subject } from '../interview/answer.ts';
import type { Content } from '../interview/topic.ts';
import { type Integration, type Project, vantageOf } from '../landscape/landscape.ts';
import { assess } from './assess.ts';
import type { Calculation } from './calculation.ts';
import type { Finding } from './finding.ts';
import { compareFindings } from './severity.ts';

export function assessProject(
  content: Content,
  calculations: readonly Calculation[],
  project: Project,
  integrations: readonly Integration[],
): Finding[] {
  const { applications } = project;
  const shared: Subject[] = [
    ...applications.map(({ id }) => ({ scope: 'application', id }) as const),
    { scope: 'project' },
  ];
  return [
    ...assess(content, calculations, { project, applications }, shared),
    ...integrations.flatMap((integration) =>
      assess(content, calculations, vantageOf(project, integration), [
        { scope: 'integration', id: integration.id },
      ]),
    ),
  ].sort(compareFindings);
}
