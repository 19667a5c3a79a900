/** The register: risks with what people decided, and the next steps. */
import { inWords } from '../../core/interview/answer-words.ts';
import type { Finding } from '../../core/judgement/finding.ts';
import type { Lapse } from '../../core/register/lapse.ts';
import type { Entry } from '../../core/register/register.ts';
import { isOpenStep } from '../../core/register/steps.ts';
import type { ProjectRecord } from './record.ts';
import { type Cell, column, editable, type Sheet } from './table.ts';

export function risksSheet({ content, entries }: ProjectRecord): Sheet {
  return {
    name: 'Risks',
    columns: [
      column('Id', 6),
      column('Severity', 10, 'severity'),
      column('Risk', 44),
      column('About', 24),
      column('Kind', 8),
      column('Likelihood', 10, 'number'),
      column('Impact', 8, 'number'),
      column('Treatment', 11, 'text', editable),
      column('Owner', 20, 'text', editable),
      column('Due', 12, 'date', editable),
      column('Note', 30, 'text', editable),
      column('Approved by', 18, 'text', editable),
      column('Remaining likelihood', 11, 'number', editable),
      column('Remaining impact', 11, 'number', editable),
      column('Remaining severity', 11, 'severity'),
      column('State', 16),
      column('Because', 50),
      column('Why it matters', 50),
      column('Next step', 40),
      column('Cleared when', 36),
      column('Guidance', 36),
      column('Topic', 24),
    ],
    rows: entries.map((entry) => riskRow(entry, content)),
  };
}

function riskRow(entry: Entry, content: ProjectRecord['content']): Cell[] {
  const { finding, inherent, residual, acceptance } = entry;
  const { because, cites, steps, topic } = finding;
  return [
    finding.id,
    inherent.severity,
    finding.title,
    finding.about,
    finding.kind,
    inherent.probability,
    inherent.impact,
    entry.treatment,
    entry.owner?.name,
    // An acceptance is due to be looked at again on its last day.
    acceptance ? acceptance.until : entry.due,
    acceptance ? acceptance.reason : entry.note,
    acceptance?.approver.name,
    residual?.probability,
    residual?.impact,
    residual?.severity,
    stateOf(entry, content),
    because
      .map((each) => `${each.label}: ${each.words} (${each.by.name}, ${each.at.slice(0, 10)})`)
      .join('\n'),
    finding.effect,
    steps[0]?.action,
    finding.clears,
    `${cites.title}, ${cites.heading} (${cites.revision})`,
    content.topics.find(({ id }) => id === topic)?.title ?? topic,
  ];
}

function stateOf({ state, late, acceptance }: Entry, content: ProjectRecord['content']): string {
  if (state === 'lapsed')
    return `acceptance has ended: ${(acceptance?.lapses ?? []).map((lapse) => lapseWords(lapse, content)).join('; ')}`;
  return late ? `${state}, late` : state;
}

function lapseWords(lapse: Lapse, { question, reasons }: ProjectRecord['content']): string {
  switch (lapse.kind) {
    case 'passed':
      return `its last day was ${lapse.until}`;
    case 'worse':
      return `the risk went from ${lapse.from} to ${lapse.to}`;
    case 'changed': {
      const asked = question.get(lapse.question);
      const said = asked ? inWords(asked, lapse.said, reasons) : lapse.said.kind;
      return `${asked?.label ?? lapse.question} is now ${said} (${lapse.by.name})`;
    }
  }
}

export function stepsSheet({ content, steps }: ProjectRecord): Sheet {
  const titleOf = (list: readonly { readonly id: string; readonly title: string }[], id: string) =>
    list.find((each) => each.id === id)?.title ?? id;
  return {
    name: 'Next steps',
    columns: [
      column('Id', 6),
      column('Next step', 44),
      column('About', 24),
      column('Owner', 24),
      column('Role', 20),
      column('Due', 12, 'date'),
      column('Stage', 14),
      column('State', 16),
      column('Late', 7),
      column('Done when', 40),
      column('Worst severity', 11, 'severity'),
      column('For', 44),
    ],
    rows: steps.map((entry) => [
      entry.id,
      entry.step.action,
      entry.about,
      entry.owners.map(({ name }) => name).join(', '),
      titleOf(content.roles, entry.role),
      entry.due,
      titleOf(content.stages, entry.stage),
      [entry.unproven ? 'said to be done, not shown yet' : entry.state, entry.reason]
        .filter(Boolean)
        .join(': '),
      isOpenStep(entry) ? (entry.late ? 'yes' : 'no') : undefined,
      entry.step.done,
      worstOf(entry.findings),
      entry.findings.map(({ title }) => title).join('\n'),
    ]),
  };
}

const worstOf = (findings: readonly Finding[]) =>
  findings.find(({ kind }) => kind === 'risk' || kind === 'issue')?.severity;
