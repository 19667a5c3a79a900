/** Letters to those who accepted a risk, once that has ended by itself. */
import { lapsesDue } from '../core/register/lapse.ts';
import type { Letter } from '../core/reminder/letter.ts';
import type { OpenProject } from './projects-of-people.ts';

/** The same letters every time: whoever was told before is not told again. */
export async function lapsedIn({ project, judged }: OpenProject, now: number): Promise<Letter[]> {
  const { home } = project;
  // Nobody in particular can be written to.
  if (home.kind === 'anyone') return [];
  const { integrations, findings } = await judged();
  const today = new Date(now).toISOString().slice(0, 10);
  return lapsesDue(project, integrations, findings, today).flatMap(({ accepted, finding, lapses }) => {
    // With its finding the risk is gone, and with it the need to accept it.
    if (!finding) return [];
    const { approver, owner, until, finding: id } = accepted.did;
    const people = new Map([approver, owner].flatMap((who) => (who.id ? [[who.id, who.name] as const] : [])));
    const { subject } = finding;
    return [...people].map(
      ([person, name]): Letter => ({
        id: `acceptance-lapsed/${id}/${accepted.at}/${person}`,
        project: project.id,
        to: { kind: 'person', tenant: home.tenant, id: person, name },
        about: 'An acceptance has ended',
        content: {
          kind: 'acceptance-lapsed',
          finding: id,
          title: finding.title,
          ...(subject.scope === 'integration' ? { integration: subject.id } : {}),
          why: lapses.every(({ kind }) => kind === 'passed') ? 'date' : 'answers',
          until,
        },
        urgency: 'daily',
      }),
    );
  });
}
