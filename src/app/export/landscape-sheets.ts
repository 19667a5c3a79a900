/** The integrations and applications, each with how it stands. */
import { type Subject, subjectKey } from '../../core/interview/answer.ts';
import type { Severity } from '../../core/judgement/finding.ts';
import { endName } from '../../core/landscape/landscape.ts';
import type { ProjectRecord } from './record.ts';
import { column, editable, type Sheet } from './table.ts';

export function integrationsSheet(record: ProjectRecord): Sheet {
  const { project, integrations } = record;
  const stand = standing(record);
  return {
    name: 'Integrations',
    columns: [
      column('Id', 6),
      column('Name', 34, 'text', editable),
      column('Source', 26, 'text', editable),
      column('Target', 26, 'text', editable),
      column('Worst', 10, 'severity'),
      column('Risks', 8, 'number'),
      column('Answers', 9, 'number'),
      column('Notes', 50, 'text', editable),
    ],
    rows: integrations.map(({ id, name, source, target, notes, answers }) => {
      const { worst, risks } = stand({ scope: 'integration', id });
      const ends = [endName(source, project), endName(target, project)];
      return [id, name, ...ends, worst, risks, answers.length, notes];
    }),
  };
}

export function applicationsSheet(record: ProjectRecord): Sheet {
  const { project, integrations } = record;
  const stand = standing(record);
  const touching = new Map<string, number>();
  for (const { source, target } of integrations)
    for (const id of new Set([source.application, target.application]))
      if (id !== undefined) touching.set(id, (touching.get(id) ?? 0) + 1);
  return {
    name: 'Applications',
    columns: [
      column('Id', 6),
      column('Name', 34, 'text', editable),
      column('Integrations', 12, 'number'),
      column('Worst', 10, 'severity'),
      column('Risks', 8, 'number'),
      column('Answers', 9, 'number'),
      column('Notes', 50, 'text', editable),
    ],
    rows: project.applications.map(({ id, name, notes, answers }) => {
      const { worst, risks } = stand({ scope: 'application', id });
      return [id, name, touching.get(id) ?? 0, worst, risks, answers.length, notes];
    }),
  };
}

/** Of the entries about one thing; they come worst first. */
function standing({ entries }: ProjectRecord) {
  const known = new Map<string, { worst: Severity; risks: number }>();
  for (const { finding } of entries) {
    const one = known.get(subjectKey(finding.subject));
    if (one) one.risks += 1;
    else known.set(subjectKey(finding.subject), { worst: finding.severity, risks: 1 });
  }
  return (subject: Subject): { readonly worst?: Severity; readonly risks: number } =>
    known.get(subjectKey(subject)) ?? { risks: 0 };
}
