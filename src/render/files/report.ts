/** The report as Markdown: one page. Severity is always a word. */
import type { Report, ReportedRisk } from '../../app/export/report.ts';
import type { Severity } from '../../core/judgement/finding.ts';
import { counted, day, listed, sentenceCase } from '../counting.ts';
import { asMarkdown } from './markdown.ts';

export const pictureName = 'landscape.png';
const severities = ['critical', 'high', 'medium', 'low'] as const;
/** Names after which the rest is counted. */
const mostPlaces = 3;

export function reportText(report: Report, hasPicture: boolean): string {
  const { project, stage, risks, decisions } = report;
  const parts = [
    `# ${asMarkdown(project)}: integration risks`,
    `${day(report.day)} · Stage: ${asMarkdown(stage)} · ${counted(report.integrations, 'integration')}, ${counted(report.applications, 'application')} · interviews on ${report.interviewed} of ${report.integrations}`,
    [
      `**${countsIn(report.counts)}** · ${counted(report.unknown, 'risk')} cannot be judged yet`,
      guardedLine(report),
    ]
      .filter(Boolean)
      .join('  \n'),
    ...(hasPicture ? [`![The landscape of ${asMarkdown(project)}](./${pictureName})`] : []),
    section('Decisions needed', bullets(decisions.map(asMarkdown)), 'None.'),
    section('The risks that matter most', risks.map(riskText).join('\n'), 'None found so far.'),
    `## How many, by likelihood and impact\n\n${heatTable(report.heat)}`,
    section('What is not known', bullets(openLines(report)), 'Nothing that a finding waits for.'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, text: string, otherwise: string) => `## ${title}\n\n${text || otherwise}`;
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

function countsIn(counts: Report['counts'], shown: readonly Severity[] = severities): string {
  return shown.map((severity) => `${counts[severity]} ${severity}`).join(' · ');
}

function guardedLine({ guarded }: Report): string {
  const some = severities.filter((severity) => guarded[severity] > 0);
  const count = some.reduce((sum, severity) => sum + guarded[severity], 0);
  if (count === 0) return '';
  return `${counted(count, 'of them is', 'of them are')} about how data is protected (${countsIn(guarded, some)}): counted here, and shown to members of the project in their chat with the bot.`;
}

function openLines({ open, integrations, interviewed }: Report): string[] {
  const silent = integrations - interviewed;
  return [
    ...(silent > 0 ? [`Nobody has been interviewed about ${counted(silent, 'integration')} yet.`] : []),
    ...open.map(({ label, on, who }) => `${asMarkdown(label)} (${places(on)}): ask ${asMarkdown(who)}`),
  ];
}

function places(on: readonly string[]): string {
  const shown = on.slice(0, mostPlaces).map(asMarkdown);
  const more = on.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

function riskText(
  { title, severity, on, why, because, owners, due, state, step }: ReportedRisk,
  at: number,
): string {
  const several = on.length > 1;
  const whose =
    owners.length > 0
      ? `${owners.length > 1 ? 'Owners' : 'Owner'}: ${listed(owners.map(asMarkdown))}${due ? `, by ${day(due)}` : ''}`
      : 'Nobody owns it yet';
  const lines = [
    `${at + 1}. **${sentenceCase(severity)}${several ? `, ${on.length} times` : ''}: ${asMarkdown(title)}.** ${asMarkdown(why)}`,
    ...(several ? [`In ${places(on)}.`] : []),
    ...(because.length > 0 && !several
      ? [`Because: ${because.slice(0, 3).map(asMarkdown).join('; ')}.`]
      : []),
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
