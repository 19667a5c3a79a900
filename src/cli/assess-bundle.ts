/** `bridgekeeper assess`: judges an exported project, for people and for pipelines. */
import {
  adviseBundle,
  checkBundle,
  isDay,
  judgeBundle,
  readSeverity,
  registerOf,
  worseOrEqual,
} from '../app/register/judge-bundle.ts';
import { OperatorError } from '../error.ts';
import { adviceText } from './advice-text.ts';
import { checklistText } from './checklist-text.ts';
import { readText } from './files.ts';
import { findingsText } from './findings-text.ts';
import { registerText } from './register-text.ts';
import type { Terminal } from './terminal.ts';

export interface AssessOptions {
  readonly json: boolean;
  readonly checklist: boolean;
  readonly advice: boolean;
  /** Also what people decided, as it stands on that day. */
  readonly register: boolean;
  /** Also what only shows where all integrations are looked at together. */
  readonly together: boolean;
  readonly failOn: string | undefined;
  /** How old answers count as on this day, `YYYY-MM-DD`; absent: as on the day of the export. */
  readonly today: string | undefined;
}

export function assessBundle(
  terminal: Terminal,
  files: readonly string[],
  { json, failOn, today, ...more }: AssessOptions,
): number {
  const [file] = files;
  if (!file || files.length > 1) throw new OperatorError('usage', 'name one exported file to assess');
  const threshold = failOn === undefined ? undefined : readSeverity(failOn);
  if (failOn !== undefined && !threshold) {
    throw new OperatorError('usage', `--fail-on takes low, medium, high or critical, not “${failOn}”`);
  }
  if (today !== undefined && !isDay(today))
    throw new OperatorError('usage', `--today takes a day such as 2026-03-31, not “${today}”`);
  const exported = terminal.readBundle(file, readText(file));
  const bundle = today === undefined ? exported : { ...exported, asOf: today };
  const content = terminal.loadContent();
  const findings = judgeBundle(content, terminal.calculations, bundle, more.together);
  const items = more.checklist ? checkBundle(content, terminal.calculations, bundle) : undefined;
  const advice = more.advice ? adviseBundle(content, terminal.calculations, bundle) : undefined;
  // As on the day of the export, so that the same file gives the same register at any time.
  const day = bundle.asOf ?? terminal.now().toISOString().slice(0, 10);
  const register = more.register ? registerOf(content, bundle, findings, day) : undefined;
  terminal.print(
    json
      ? `${JSON.stringify({ project: bundle.project.id, findings, checklist: items, advice, ...register }, null, 2)}\n`
      : [
          findingsText(findings, content),
          ...(items ? [checklistText(items)] : []),
          ...(advice ? [adviceText(advice)] : []),
          ...(register ? [registerText(register)] : []),
        ].join('\n'),
  );
  if (threshold === undefined) return 0;
  const bad = findings.some((finding) => worseOrEqual(finding, threshold));
  return bad ? 1 : 0;
}
