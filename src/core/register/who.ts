/** People in decisions: a member of the project, or somebody only known by name. */
import type { Member } from '../landscape/landscape.ts';
import type { Who } from './deed.ts';

const longestName = 80;

export type WhoReading =
  | { readonly ok: true; readonly who: Who }
  | { readonly ok: false; readonly why: string };

/** A whole name or a part that fits one member only; any other name is taken as it is written. */
export function readWho(typed: string, people: readonly Member[]): WhoReading {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const plain = fold(name);
  if (!/[\p{L}\p{N}]/u.test(plain)) return { ok: false, why: 'Who? A name is enough.' };
  if (name.length > longestName) return { ok: false, why: `A name has at most ${longestName} characters.` };
  const exact = people.filter((member) => fold(member.name) === plain);
  const matches =
    exact.length > 0 ? exact : people.filter((member) => words(member.name).some((word) => word === plain));
  const [first] = matches;
  if (!first) return { ok: true, who: { name } };
  if (matches.length > 1) {
    const names = [...new Set(matches.map((member) => member.name))].slice(0, 4);
    return {
      ok: false,
      why:
        names.length > 1
          ? `Who is meant: ${names.join(' or ')}?`
          : `${matches.length} people in the project are called ${first.name}. Add what tells them apart.`,
    };
  }
  return { ok: true, who: { id: first.id, name: first.name } };
}

export function isSameWho(one: Who, other: Who): boolean {
  return one.id === undefined && other.id === undefined
    ? fold(one.name) === fold(other.name)
    : one.id === other.id;
}

const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const words = (name: string) => fold(name).split(' ');
