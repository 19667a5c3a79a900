/** Opens one integration for somebody in their personal chat, and nowhere else. */
import type { House, Turn } from '../house.ts';
import { openScene, placeOf, type Scene } from './scene.ts';

/** What people say is quoted: in a shared conversation there is nothing of it. */
export async function privateScene(
  house: House,
  turn: Turn,
  named: { readonly project: string; readonly integration: string },
): Promise<Scene | undefined> {
  const isPrivate = turn.caller.conversation.kind === 'personal';
  const place = isPrivate ? await placeOf(house, turn, named) : undefined;
  return place && openScene(house, turn, place);
}
