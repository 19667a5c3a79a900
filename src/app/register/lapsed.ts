/** Letters to those who accepted a risk, once that has ended by itself. */
import { lapsesDue } from '../../core/register/lapse.ts';
import { lapseLetters } from '../../core/register/lapse-letter.ts';
import type { Letter } from '../../core/reminder/letter.ts';
import type { OpenProject } from '../project/projects-of-people.ts';

/** The same letters every time: whoever was told before is not told again. */
export async function lapsedIn({ project, judged }: OpenProject, now: number): Promise<Letter[]> {
  const { home } = project;
  // Nobody in particular can be written to.
  if (home.kind === 'anyone') return [];
  const { integrations, findings } = await judged();
  const today = new Date(now).toISOString().slice(0, 10);
  return lapsesDue(project, integrations, findings, today).flatMap((lapsed) =>
    // With its finding the risk is gone, and with it the need to accept it.
    lapsed.finding ? lapseLetters(project.id, home.tenant, lapsed, lapsed.finding.title) : [],
  );
}
