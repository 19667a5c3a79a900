/** Noting what somebody did, beside what they answered. */
import type { Deed, Did, Who } from '../../core/register/deed.ts';
import type { House, Turn } from '../house.ts';

/** A turn of somebody in a chat, or of whoever sits at the command line. */
export type DoneIn = Pick<Turn, 'id' | 'at'> & Partial<Pick<Turn, 'caller'>>;

export function deedFor({ door }: House, { id, at, caller }: DoneIn, did: Did): Deed {
  const by: Who = caller ? { id: caller.id, name: caller.name } : { name: 'the command line' };
  return { by, at, turn: id, door, did };
}

/** The log of a document with these at its end; a document without deeds stays without. */
export function withDeeds<T extends { readonly deeds?: readonly Deed[] }>(
  document: T,
  ...deeds: readonly Deed[]
): T {
  return deeds.length === 0 ? document : { ...document, deeds: [...(document.deeds ?? []), ...deeds] };
}
