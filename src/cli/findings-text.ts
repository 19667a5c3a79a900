/** Findings in lines of text. What cannot be judged yet is told by question: one answer often settles several. */
import { type OpenQuestion, openQuestionsOf } from '../app/register/judge-bundle.ts';
import type { Content } from '../core/interview/topic.ts';
import type { Evidence, Finding } from '../core/judgement/finding.ts';

/** More names than that are counted. */
const named = 5;

export function findingsText(findings: readonly Finding[], content: Content): string {
  if (findings.length === 0) return 'Nothing can be said yet: no question has been answered.\n';
  const judged = findings.filter(({ kind }) => kind !== 'unknown');
  const unknown = findings.filter(({ kind }) => kind === 'unknown');
  const open = openText(openQuestionsOf(findings), unknown, content);
  return `${[...judged.map((finding) => paragraph(finding, content)), ...open].join('\n\n')}\n`;
}

function paragraph(finding: Finding, content: Content): string {
  const { kind, severity, about, because, cites, steps, clears, working } = finding;
  const isRight = kind === 'assertion';
  return [
    `${isRight ? 'DONE RIGHT' : `${severity} ${kind}`.toUpperCase()}: ${finding.title}`,
    `  about    ${about}`,
    ...because.map((each) => `  because  ${saidIn(each)}`),
    ...(isRight ? [] : [`  effect   ${finding.cause} → ${finding.event} → ${finding.effect}`]),
    ...working.map((line) => `  working  ${line}`),
    ...steps.map(
      ({ action, owner, stage, done }) =>
        `  next     ${action.replace(/\.$/, '')} — ${title(content.roles, owner)}, due by the end of ${title(content.stages, stage)}; done when: ${done}`,
    ),
    ...(isRight ? [] : [`  clears   ${clears}`]),
    `  cites    ${cites.title} (${cites.revision}), “${cites.heading}”`,
    `  id       ${finding.id}`,
  ].join('\n');
}

function saidIn({ label, about, words, by, at, stale }: Evidence): string {
  const old = stale ? ', to be confirmed' : '';
  return `${label} (${about}): ${words} — ${by.name}, ${at.slice(0, 10)}${old}`;
}

function openText(open: readonly OpenQuestion[], unknown: readonly Finding[], content: Content): string[] {
  if (unknown.length === 0) return [];
  const risks = unknown.length === 1 ? 'one risk cannot' : `${unknown.length} risks cannot`;
  const old = unknown.flatMap(({ because }) => because.filter(({ stale }) => stale !== undefined));
  const asked = open.map(({ question, label, on, roles: [role], named: whom, holdsUp }) => {
    const who = whom.length > 0 ? listed(whom) : role ? title(content.roles, role) : 'whoever knows';
    return [
      `  find out ${label}, for ${holdsUp === 1 ? 'one risk' : `${holdsUp} risks`}`,
      `    about  ${listed(on)}`,
      `    ask    ${who}`,
      ...new Set(
        old.filter((each) => each.question === question).map((each) => `    said   ${saidIn(each)}`),
      ),
    ].join('\n');
  });
  return [[`NOT KNOWN: ${risks} be judged yet`, ...asked].join('\n')];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, named).join(', ');
  return names.length > named ? `${shown} and ${names.length - named} more` : shown;
}

function title(list: readonly { readonly id: string; readonly title: string }[], id: string): string {
  return list.find((entry) => entry.id === id)?.title ?? id;
}
