/** What one person has said and done, also where they have left since or are a guest. */
import type { Answer } from '../../core/interview/answer.ts';
import type { Bundle } from '../../core/landscape/bundle.ts';
import type { Project } from '../../core/landscape/landscape.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import type { Deed } from '../../core/register/deed.ts';
import type { Caller } from '../command.ts';
import { listProjects } from '../documents.ts';
import { readBundleOf } from '../export/bundle.ts';
import type { House } from '../house.ts';
import { projectsOf } from '../project/membership.ts';

export interface Share {
  readonly bundle: Bundle;
  readonly answers: readonly Answer[];
  readonly deeds: readonly Deed[];
  /** They have left, or are a guest: what they said is theirs still, and how the project stands is not for them any more. */
  readonly isOver?: true;
}

/** Of every project that knows them, in which they may have said nothing yet. */
export async function sharesOf(house: House, caller: Caller): Promise<Share[]> {
  const [open, all] = await Promise.all([projectsOf(house, caller), listProjects(house.store)]);
  const over = all.filter((project) => isOut(project, caller));
  const bundles = await Promise.all([...open, ...over].map((project) => readBundleOf(house.store, project)));
  return bundles
    .map((bundle) => shareIn(bundle, caller))
    .map((share): Share => (isOut(share.bundle.project, caller) ? { ...share, isOver: true } : share))
    .filter(({ bundle: { project }, answers, deeds }) => {
      const isMember = project.people.some(({ id }) => id === caller.id);
      return isMember || answers.length > 0 || deeds.length > 0;
    });
}

function isOut({ home, people }: Project, { id, tenant }: Caller): boolean {
  return (
    home.kind !== 'anyone' &&
    home.tenant === tenant &&
    people.some((each) => each.id === id && !takesPart(each))
  );
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
