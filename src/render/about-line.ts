import type { About } from '../app/interview/interview-reply.ts';
import type { IntegrationName } from '../app/project/project-reply.ts';
import type { Wording } from './wording.ts';

/** The small line that says what a card is about: "Voucher load · Agency system → Florida PALM". */
export function aboutLine(about: About, wording: Wording): string {
  const name = wording.run(about.name, 80);
  switch (about.scope) {
    case 'integration':
      return [name, ends(about, wording)].filter(Boolean).join(' · ');
    case 'application':
      return `Application · ${name}`;
    case 'project':
      return `Project · ${name}`;
  }
}

export function aboutIntegration({ name, source, target }: IntegrationName, wording: Wording): string {
  return aboutLine({ scope: 'integration', name, source, target }, wording);
}

/** "Agency system → Florida PALM" */
export function ends(
  { source = '', target = '' }: { readonly source?: string; readonly target?: string },
  wording: Wording,
): string {
  if (!source && !target) return '';
  return [source, target].map((end) => (end ? wording.run(end, 60) : 'not known yet')).join(' → ');
}
