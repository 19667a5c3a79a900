/** What one person has said and done in the projects they may see. */
import type { Answer } from '../../core/interview/answer.ts';
import type { Bundle } from '../../core/landscape/bundle.ts';
import type { Deed } from '../../core/register/deed.ts';
import type { Caller } from '../command.ts';
import { readBundleOf } from '../export/bundle.ts';
import type { House } from '../house.ts';
import { projectsOf } from '../project/membership.ts';

export interface Share {
  readonly bundle: Bundle;
  readonly answers: readonly Answer[];
  readonly deeds: readonly Deed[];
}

/** Of every project that knows them, in which they may have said nothing yet. */
export async function sharesOf(house: House, caller: Caller): Promise<Share[]> {
  const projects = await projectsOf(house, caller);
  const bundles = await Promise.all(projects.map((project) => readBundleOf(house.store, project)));
  return bundles
    .map((bundle) => shareIn(bundle, caller))
    .filter(({ bundle: { project }, answers, deeds }) => {
      const isMember = project.people.some(({ id }) => id === caller.id);
      return isMember || answers.length > 0 || deeds.length > 0;
    });
}

/** `id`: of the person, in Teams. */
export function shareIn(bundle: Bundle, { id }: { readonly id: string }): Share {
  const { project, integrations } = bundle;
  const answers = [
    ...project.answers,
    ...[...project.applications, ...integrations].flatMap((each) => each.answers),
  ];
  const deeds = [project, ...integrations].flatMap((each) => each.deeds ?? []);
  return {
    bundle,
    answers: answers.filter(({ by }) => by.kind === 'person' && by.id === id),
    deeds: deeds.filter(({ by }) => by.id === id),
  };
}
