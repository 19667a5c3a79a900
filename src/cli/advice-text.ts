/** What the choosers say, in lines of text. An argument for the design talk, never an order. */
import type { Advice, ChoiceReport } from '../core/judgement/choosers/advise.ts';

export function adviceText(advice: readonly Advice[]): string {
  if (advice.length === 0) return 'ADVICE\n  Too little is known to advise on anything.\n';
  const paragraphs = advice.map(({ about, choices }) => [about, ...choices.flatMap(lines)].join('\n'));
  return `ADVICE, to talk about\n${paragraphs.join('\n\n')}\n`;
}

function lines({ title, chosen, second, rejected, missing, stated }: ChoiceReport): string[] {
  return [
    `  ${title}`,
    `    best     ${chosen.text}: ${chosen.arguments.join('; ')}`,
    ...chosen.checks.map((check) => `    see to   ${check}`),
    ...(second ? [`    second   ${second.text}: ${second.arguments.join('; ')}`] : []),
    ...rejected.filter(({ struck }) => struck).map(({ text, reason }) => `    against  ${text}: ${reason}`),
    ...(stated && stated.way !== chosen.way ? [`    planned  ${stated.text}`] : []),
    ...(missing.length > 0
      ? [`    missing  ${[...new Set(missing.map(({ label }) => label))].join(', ')}`]
      : []),
  ];
}
