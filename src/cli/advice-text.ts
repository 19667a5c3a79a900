/** What the choosers say, in lines of text. An argument for the design talk, never an order. */
import type { Advice } from '../core/judgement/choosers/advise.ts';
import type { Choice } from '../core/judgement/choosers/choose.ts';

export function adviceText(advice: readonly Advice[]): string {
  if (advice.length === 0) return 'ADVICE\n  Too little is known to advise on anything.\n';
  const paragraphs = advice.map(({ about, choices }) => [about, ...choices.flatMap(lines)].join('\n'));
  return `ADVICE, to talk about\n${paragraphs.join('\n\n')}\n`;
}

function lines({ chooser, chosen, second, rejected, missing, stated }: Choice): string[] {
  if (!chosen) return [];
  const differs = stated && stated.way.id !== chosen.way.id;
  return [
    `  ${chooser.title}`,
    `    best     ${chosen.way.text}: ${chosen.arguments.join('; ')}`,
    ...chosen.way.checks.map((check) => `    see to   ${check}`),
    ...(second ? [`    second   ${second.way.text}: ${second.arguments.join('; ')}`] : []),
    ...rejected
      .filter(({ struck }) => struck)
      .map(({ way, reason }) => `    against  ${way.text}: ${reason}`),
    ...(differs ? [`    planned  ${stated.way.text}`] : []),
    ...(missing.length > 0
      ? [`    missing  ${[...new Set(missing.map(({ question }) => question.label))].join(', ')}`]
      : []),
  ];
}
