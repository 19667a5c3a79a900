/** `bridgekeeper assess`: judges an exported project, for people and for pipelines. */
import {
  adviseBundle,
  checkBundle,
  isDay,
  judgeBundle,
  readSeverity,
  registerOf,
  worseOrEqual,
} from '../app/judge-bundle.ts';
import type { Content } from '../core/interview/topic.ts';
import type { Finding } from '../core/judgement/finding.ts';
import { OperatorError } from '../error.ts';
import { adviceText } from './advice-text.ts';
import { checklistText } from './checklist-text.ts';
import { readText } from './files.ts';
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
          inText(findings, content),
          ...(items ? [checklistText(items)] : []),
          ...(advice ? [adviceText(advice)] : []),
          ...(register ? [registerText(register)] : []),
        ].join('\n'),
  );
  if (threshold === undefined) return 0;
  const bad = findings.some((finding) => worseOrEqual(finding, threshold));
  return bad ? 1 : 0;
}

function inText(findings: readonly Finding[], content: Content): string {
  if (findings.length === 0) return 'Nothing can be said yet: no question has been answered.\n';
  const title = (list: readonly { readonly id: string; readonly title: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.title ?? id;
  const paragraphs = findings.map((finding) => {
    const { kind, severity, about, because, waitingFor, cites, steps, clears, working } = finding;
    const mark =
      kind === 'assertion'
        ? 'DONE RIGHT'
        : kind === 'unknown'
          ? `UNKNOWN (${severity})`
          : `${severity} ${kind}`.toUpperCase();
    return [
      `${mark}: ${finding.title}`,
      `  about    ${about}`,
      ...because.map(({ label, about: whose, words, by, at, stale }) => {
        const old = stale ? ', to be confirmed' : '';
        return `  because  ${label} (${whose}): ${words} — ${by.name}, ${at.slice(0, 10)}${old}`;
      }),
      ...waitingFor.map(({ label, about: whose }) => `  waits    ${label} (${whose})`),
      ...(kind === 'assertion' ? [] : [`  effect   ${finding.cause} → ${finding.event} → ${finding.effect}`]),
      ...working.map((line) => `  working  ${line}`),
      ...steps.map(
        ({ action, owner, stage, done }) =>
          `  next     ${action.replace(/\.$/, '')} — ${title(content.roles, owner)}, by the end of ${title(content.stages, stage)}; done when: ${done}`,
      ),
      ...(kind === 'assertion' ? [] : [`  clears   ${clears}`]),
      `  cites    ${cites.title} (${cites.revision}), “${cites.heading}”`,
      `  id       ${finding.id}`,
    ].join('\n');
  });
  return `${paragraphs.join('\n\n')}\n`;
}
