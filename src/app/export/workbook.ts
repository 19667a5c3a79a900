/** A project as a workbook: a sheet for each area. What may be changed in it and handed in again is marked. */
import { severities } from '../../core/judgement/finding.ts';
import { type AuditEntry, auditOf } from '../../core/register/audit.ts';
import { isOpenStep } from '../../core/register/steps.ts';
import { answersSheet, openQuestionsSheet } from './answer-sheets.ts';
import { applicationsSheet, integrationsSheet } from './landscape-sheets.ts';
import type { ProjectRecord } from './record.ts';
import { risksSheet, stepsSheet } from './register-sheets.ts';
import { type Cell, column, type Sheet, type Workbook } from './table.ts';

export function workbookOf(record: ProjectRecord): Workbook {
  const { project, at } = record;
  return {
    title: project.name,
    project: project.id,
    at,
    sheets: [
      summarySheet(record),
      risksSheet(record),
      stepsSheet(record),
      integrationsSheet(record),
      applicationsSheet(record),
      answersSheet(record),
      openQuestionsSheet(record),
      auditSheet(record),
    ],
  };
}

function summarySheet(record: ProjectRecord): Sheet {
  const { content, project, integrations, findings, entries, steps, at } = record;
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length;
  const title = content.stages.find(({ id }) => id === project.stage)?.title ?? project.stage;
  const answered = integrations.filter(({ answers }) =>
    answers.some(({ by }) => by.kind === 'person'),
  ).length;
  const rows: Cell[][] = [
    ['Project', project.name],
    ['Stage', title],
    ...content.dates.map((date) => [date.title, project.dates[date.id]]),
    ['As of', at.slice(0, 16).replace('T', ' ')],
    ['Applications', project.applications.length],
    ['Integrations', integrations.length],
    ['Integrations somebody was interviewed about', answered],
    ...severities.map((severity): Cell[] => [
      `Risks, ${severity}`,
      entries.filter(({ inherent }) => inherent.severity === severity).length,
    ]),
    ['Risks nobody has decided on', entries.filter(({ state }) => state === 'undecided').length],
    ['Acceptances that have ended', entries.filter(({ state }) => state === 'lapsed').length],
    ['Cannot be judged yet', count('unknown')],
    ['Done right', count('assertion')],
    ['Next steps open', steps.filter(isOpenStep).length],
    ['Next steps late', steps.filter(({ late }) => late).length],
    [
      'To change something',
      'Edit the cells with a blue heading, add rows to Integrations or Applications, and send me the file again.',
    ],
  ];
  return { name: 'Summary', columns: [column('What', 44), column('Value', 60)], rows };
}

const doors: Readonly<Record<AuditEntry['door'], string>> = {
  teams: 'Teams',
  'command-line': 'command line',
};

function auditSheet({ content, project, integrations, made }: ProjectRecord): Sheet {
  return {
    name: 'Audit',
    columns: [
      column('When', 17, 'time'),
      column('Who', 24),
      column('Door', 14),
      column('About', 28),
      column('What', 44),
      column('Before', 36),
      column('After', 36),
    ],
    rows: auditOf(content, project, integrations, made).map(({ at, by, door, about, what, from, to }) => [
      at,
      by.name,
      doors[door],
      about,
      what,
      from || undefined,
      to || undefined,
    ]),
  };
}
