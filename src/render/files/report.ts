/** The report as Markdown: one page. Severity is always a word. */
import type { Report, ReportedRisk } from '../../app/export/report.ts';
import { counted, day } from '../counting.ts';
import { asMarkdown } from './markdown.ts';

export const pictureName = 'landscape.png';
const severities = ['critical', 'high', 'medium', 'low'] as const;

export function reportText(report: Report, hasPicture: boolean): string {
  const { project, stage, risks, decisions } = report;
  const parts = [
    `# ${asMarkdown(project)}: integration risks`,
    `${day(report.day)} · Stage: ${asMarkdown(stage)} · ${counted(report.integrations, 'integration')}, ${counted(report.applications, 'application')} · interviews on ${report.interviewed} of ${report.integrations}`,
    `**${severities.map((severity) => `${report.counts[severity]} ${severity}`).join(' · ')}** · ${counted(report.unknown, 'risk')} cannot be judged yet`,
    ...(hasPicture ? [`![The landscape of ${asMarkdown(project)}](./${pictureName})`] : []),
    section('Decisions needed', bullets(decisions.map(asMarkdown)), 'None.'),
    section('The risks that matter most', risks.map(riskText).join('\n'), 'None found so far.'),
    `## How likely, how bad\n\n${heatTable(report.heat)}`,
    section(
      'What is not known',
      bullets(
        report.open.map(
          ({ label, about, who }) =>
            `${asMarkdown(label)} (${asMarkdown(about)}): ask ${asMarkdown(who) || 'around'}`,
        ),
      ),
      'Nothing that a finding waits for.',
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, text: string, otherwise: string) => `## ${title}\n\n${text || otherwise}`;
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

function riskText(
  { title, severity, why, because, owner, due, state, step }: ReportedRisk,
  at: number,
): string {
  const whose = owner ? `Owner: ${asMarkdown(owner)}${due ? `, by ${day(due)}` : ''}` : 'Nobody owns it yet';
  const lines = [
    `${at + 1}. **${severity}: ${asMarkdown(title)}.** ${asMarkdown(why)}`,
    ...(because.length > 0 ? [`Because: ${because.slice(0, 3).map(asMarkdown).join('; ')}.`] : []),
    `${whose}${state === 'lapsed' ? '; its acceptance has ended' : ''}.${step ? ` Next: ${asMarkdown(step)}` : ''}`,
  ];
  return lines.join('  \n   ');
}

/** The numbers with the word for how bad it is: readable without a colour. */
function heatTable(heat: Report['heat']): string {
  const rows = heat.map((row, at) => {
    const probability = 5 - at;
    const cells = row.map((count, place) => {
      const word = wordFor(probability * (place + 1));
      return count > 0 ? `**${count}** ${word}` : `· ${word}`;
    });
    return `| **${probability}** | ${cells.join(' | ')} |`;
  });
  return [
    '| Likelihood ↓ Impact → | 1 | 2 | 3 | 4 | 5 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const wordFor = (product: number) =>
  product >= 16 ? 'critical' : product >= 10 ? 'high' : product >= 5 ? 'medium' : 'low';
