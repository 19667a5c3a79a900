/** Everybody who holds a role, by what it is held on, and what nobody owns. */
import type { Role, RoleId } from '../interview/topic.ts';
import type { Who } from '../register/deed.ts';
import type { HeldRole, Integration, Member, Project } from './landscape.ts';
import { isOnlyGiven, roleKey } from './roles.ts';

export interface Post {
  readonly role: RoleId;
  /** What it is held on: an application or integration; absent for the project. */
  readonly about?: string;
  readonly holders: readonly PostHolder[];
}

export interface PostHolder {
  readonly who: Who;
  readonly held: HeldRole;
  readonly kind: 'member' | 'guest' | 'outside';
  readonly onlyGiven: boolean;
}

export interface WhoIsWho {
  /** The project's first, then those of applications and of integrations, by name. */
  readonly posts: readonly Post[];
  /** Applications without an owner, by name. */
  readonly ownerless: readonly { readonly id: string; readonly name: string }[];
  /** Members without a role. */
  readonly roleless: readonly Member[];
}

type Named = Pick<Integration, 'id' | 'name'>;

export function whoIsWho(project: Project, integrations: readonly Named[], roles: readonly Role[]): WhoIsWho {
  const here = project.people.filter(({ left }) => !left);
  const all = [
    ...here.flatMap(({ id, name, guest, roles: theirs }) =>
      theirs.map((held) => holderOf({ id, name }, held, guest ? 'guest' : 'member')),
    ),
    ...(project.outsiders ?? []).flatMap(({ name, roles: theirs }) =>
      theirs.map((held) => holderOf({ name }, held, 'outside')),
    ),
  ];
  const rank = new Map(roles.map(({ id }, at) => [id, at]));
  const posts = new Map<string, { sort: string; post: Post & { holders: PostHolder[] } }>();
  for (const holder of all) {
    const { held } = holder;
    const about = aboutOf(held, project, integrations);
    const block = held.on === undefined ? (held.in === undefined ? 0 : 2) : 1;
    const sort = `${block} ${about?.toLowerCase() ?? ''} ${String(rank.get(held.role) ?? 999).padStart(3, '0')}`;
    const found = posts.get(roleKey(held));
    if (found) found.post.holders.push(holder);
    else {
      const post = { role: held.role, ...(about === undefined ? {} : { about }), holders: [holder] };
      posts.set(roleKey(held), { sort, post });
    }
  }
  const ends = new Set(roles.filter(({ ofApplication }) => ofApplication).map(({ id }) => id));
  const owned = new Set(
    all.flatMap(({ held }) => (held.on !== undefined && ends.has(held.role) ? held.on : [])),
  );
  return {
    posts: [...posts.values()]
      .sort((one, other) => (one.sort < other.sort ? -1 : Number(one.sort > other.sort)))
      .map(({ post }) => post),
    ownerless: project.applications
      .filter(({ id }) => !owned.has(id))
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name))),
    roleless: here.filter((member) => member.roles.length === 0 && !member.guest),
  };
}

function holderOf(who: Who, held: HeldRole, kind: PostHolder['kind']): PostHolder {
  return { who, held, kind, onlyGiven: isOnlyGiven(held) };
}

function aboutOf(held: HeldRole, project: Project, integrations: readonly Named[]): string | undefined {
  const [things, id] =
    held.on === undefined ? [integrations, held.in] : [project.applications as readonly Named[], held.on];
  return id === undefined ? undefined : (things.find((thing) => thing.id === id)?.name ?? id);
}
