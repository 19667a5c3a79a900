/** Who is in the team or chat, as Teams says; and what that means for the people of a project. */
import type { Member, Project } from './landscape.ts';

export interface Roster {
  readonly schema: 1;
  /** When Teams last said so, ISO 8601; absent before the first time. */
  readonly at?: string;
  /** When it was last asked, whether or not it answered. */
  readonly asked: string;
  readonly members: readonly Listed[];
}

export interface Listed {
  readonly id: string;
  readonly name: string;
  /** The id that Teams gives the same person in its own terms, where that is another one. */
  readonly also?: string;
  /** From another organisation. */
  readonly guest?: true;
}

export interface Coming {
  readonly who: { readonly id: string; readonly name: string };
  readonly how: 'left' | 'back' | 'guest' | 'no-guest';
}

/** Who is on the roster under either of their ids. */
export function listedIn(members: readonly Listed[], id: string): Listed | undefined {
  return members.find((each) => each.id === id || each.also === id);
}

/**
 * What a roster, read to its end, says that was not known of the project's people. An empty one says nothing. Gone is
 * who was on the one before; of a shared channel there are people whom the roster of its team never names.
 */
export function comings(
  { people }: Pick<Project, 'people'>,
  members: readonly Listed[],
  before: readonly Listed[] | undefined,
): Coming[] {
  if (members.length === 0) return [];
  const wasListed = (id: string) => before === undefined || listedIn(before, id) !== undefined;
  return people.flatMap((member): Coming[] => {
    const listed = listedIn(members, member.id);
    const who = { id: member.id, name: member.name };
    if (!listed) return member.left || !wasListed(member.id) ? [] : [{ who, how: 'left' }];
    return [
      ...(member.left ? [{ who, how: 'back' } as const] : []),
      ...(listed.guest && !member.guest ? [{ who, how: 'guest' } as const] : []),
      ...(!listed.guest && member.guest ? [{ who, how: 'no-guest' } as const] : []),
    ];
  });
}

export function afterComings<Of extends Pick<Project, 'people'>>(project: Of, all: readonly Coming[]): Of {
  const people = project.people.map((member) =>
    all
      .filter(({ who }) => who.id === member.id)
      .reduce<Member>((known, { how }) => afterComing(known, how), member),
  );
  return people.every((member, at) => member === project.people[at]) ? project : { ...project, people };
}

function afterComing(member: Member, how: Coming['how']): Member {
  const { left: _left, ...back } = member;
  const { guest: _guest, ...own } = member;
  switch (how) {
    case 'left':
      return member.left ? member : { ...member, left: true };
    case 'back':
      return member.left ? back : member;
    case 'guest':
      return member.guest ? member : { ...member, guest: true };
    case 'no-guest':
      return member.guest ? own : member;
  }
}
