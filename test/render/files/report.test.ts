import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { recordOf } from '../../../src/app/export/record.ts';
import { reportOf } from '../../../src/app/export/report.ts';
import { calculations } from '../../../src/core/judgement/calculations/index.ts';
import { asMarkdown } from '../../../src/render/files/markdown.ts';
import { reportText } from '../../../src/render/files/report.ts';
import { oddTexts, randomProject } from '../../app/export/random-project.ts';
import { content } from '../../journeys/stage.ts';

const at = '2026-03-02T08:00:00.000Z';
const rules = { content, calculations };

function report(seed: number) {
  const { project, integrations } = randomProject(content, seed);
  return reportOf(rules, recordOf(rules, project, integrations, at));
}

test('the report is one page: where it stands, what to decide, the worst risks, a heat map, what nobody knows', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const made = report(seed);
    const text = reportText(made, true);
    for (const heading of ['Decisions needed', 'The risks that matter most', 'How many', 'What is not known'])
      expect(text).toContain(`\n## ${heading}`);
    expect(text).toContain('](./landscape.png)');
    expect(text.split('\n').length).toBeLessThan(65);
    const total = Object.values(made.counts).reduce((sum, count) => sum + count, 0);
    expect(made.heat.flat().reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(made.risks.length).toBeGreaterThan(0);
    expect(made.risks.length).toBeLessThanOrEqual(5);
  }
});

test('what people wrote stays what they wrote, in any Markdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const hostile = [
    '# x',
    '1. x',
    '- x',
    '> x',
    '![i](http://y)',
    'http://x.example www.x.example',
    ...oddTexts,
  ];
  for (const text of hostile) {
    expect(markdown.render(asMarkdown(text))).not.toMatch(/<(?!\/?p>)/);
    expect(markdown.render(`1. **risk: ${asMarkdown(text)}.**`)).not.toMatch(/<(?!\/?(?:p|ol|li|strong)>)/);
  }
});

test('of risks to how data is protected it holds how many and how bad, and not a word of what they are', () => {
  const { project, integrations } = randomProject(content, 2);
  const record = recordOf(rules, project, integrations, at);
  const isGuarded = ({ topic }: { readonly topic: string }) => topic === 'sensitive-data';
  const entries = record.entries.filter(({ finding }) => isGuarded(finding));
  const findings = record.findings.filter((finding) => isGuarded(finding));
  const steps = record.steps.filter(({ step }) => step.key.startsWith('sensitive-data.'));
  expect(entries.length * steps.length).toBeGreaterThan(0);
  const text = reportText(reportOf(rules, { ...record, entries, findings, steps }), true);
  expect(text).toContain(`${entries.length} of them are about how data is protected`);
  const labels = findings
    .flatMap(({ because, waitingFor }) => [...because, ...waitingFor])
    .filter(({ question }) => question.startsWith('sensitive-data.'))
    .map(({ label }) => label);
  const words = [...findings.map(({ title }) => title), ...labels, ...steps.map(({ step }) => step.action)];
  expect(words.filter((each) => text.includes(each))).toEqual([]);
});

test('where nobody was asked, that is what is not known', () => {
  const { project, integrations } = randomProject(content, 3);
  const silent = integrations.map((each) => ({ ...each, answers: [] }));
  const record = recordOf(rules, { ...project, answers: [], applications: [] }, silent, at);
  expect(reportText(reportOf(rules, record), false)).toContain(
    `- Nobody has been interviewed about ${silent.length} integration`,
  );
});
