/** Somebody noted as outside Teams may have come there since: whoever bears just that name may be meant, and need not be. */
import type { Who } from '../register/deed.ts';
import { isSameWho } from '../register/who.ts';
import type { Project } from './landscape.ts';
import { takesPart } from './roles.ts';
import { type Listed, listedIn } from './roster.ts';

export interface SameName {
  /** As it was noted. */
  readonly outside: string;
  readonly who: Required<Who>;
}

/** Where two people bear the name, neither is offered. */
export function sameNames(
  { people, outsiders = [] }: Pick<Project, 'people' | 'outsiders'>,
  listed: readonly Listed[],
): SameName[] {
  const silent = listed.filter((each) => !each.guest && !people.some(({ id }) => listedIn([each], id)));
  const here = [...people.filter(takesPart), ...silent].map(({ id, name }) => ({ id, name }));
  return outsiders.flatMap(({ name: outside }) => {
    const [who, other] = here.filter(({ name }) => isSameWho({ name }, { name: outside }));
    return who && !other ? [{ outside, who }] : [];
  });
}
