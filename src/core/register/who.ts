/** People in decisions: a member of the project, or somebody only known by name. */
import type { Member } from '../landscape/landscape.ts';
import { skeletonOf } from '../landscape/skeleton.ts';
import type { Who } from './deed.ts';

const longestName = 80;

/** Those a typed name can mean: members, and people outside. */
export type Known = Who & Pick<Member, 'left'>;

export type WhoReading =
  | { readonly ok: true; readonly who: Who }
  /** `which`: those who may be meant, where there are some. */
  | { readonly ok: false; readonly why: string; readonly which: readonly Who[] };

/**
 * A whole name or a part that fits one person only. A name that looks like somebody's and is not quite theirs means
 * nobody until it is asked; any other name is taken as it is written.
 */
export function readWho(typed: string, people: readonly Known[]): WhoReading {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(name)) return { ok: false, why: 'Who? A name is enough.', which: [] };
  if (name.length > longestName)
    return { ok: false, why: `A name has at most ${longestName} characters.`, which: [] };
  const here = people.filter(({ left }) => !left);
  const whole = closest(typed, here, (known) => [known]);
  const { same, alike } =
    whole.alike.length > 0 ? whole : closest(typed, here, (known) => known.split(/\s+/));
  const [first, other] = same;
  if (first && !other && alike.length === 1)
    return { ok: true, who: { ...(first.id === undefined ? {} : { id: first.id }), name: first.name } };
  if (alike.length === 0) return { ok: true, who: { name } };
  const which = alike.slice(0, 4).map(({ id, name }) => ({ ...(id === undefined ? {} : { id }), name }));
  return { ok: false, why: question(name, which, same.length), which };
}

/** Those with the name, and those with one that looks like it. */
function closest(typed: string, people: readonly Known[], partsOf: (name: string) => readonly string[]) {
  const [plain, look] = [fold(typed), skeletonOf(typed)];
  return {
    same: people.filter(({ name }) => partsOf(name).some((part) => fold(part) === plain)),
    alike: people.filter(({ name }) => partsOf(name).some((part) => skeletonOf(part) === look)),
  };
}

function question(typed: string, which: readonly Who[], same: number): string {
  const names = [...new Set(which.map(({ name }) => name))];
  const [only] = names;
  if (which.length === 1) return `Is ${only} meant? “${typed}” only looks like that name.`;
  if (names.length === 1)
    return `${which.length} people in the project are called ${only}. Add what tells them apart.`;
  const alike = same === which.length ? '' : ' Some of these names only look alike.';
  return `Who is meant: ${names.join(' or ')}?${alike}`;
}

export function isSameWho(one: Who, other: Who): boolean {
  return one.id === undefined && other.id === undefined
    ? fold(one.name) === fold(other.name)
    : one.id === other.id;
}

const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
