/** Findings that have been raised: what may hurt, or hurts already. */
import type { Finding } from '../finding.ts';

export function isRaised({ kind }: Finding): boolean {
  return kind === 'risk' || kind === 'issue';
}

/** Of what is raised, that about an application or some integrations, in some topics. */
export function raisedAbout(
  raised: readonly Finding[],
  about: { readonly application: string; readonly integrations: ReadonlySet<string> },
  topics: readonly string[],
): readonly Finding[] {
  return raised.filter(
    (finding) =>
      topics.includes(finding.topic) &&
      (finding.subject.scope === 'application'
        ? finding.subject.id === about.application
        : finding.subject.scope === 'integration' && about.integrations.has(finding.subject.id)),
  );
}
