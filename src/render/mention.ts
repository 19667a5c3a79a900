/** Members mentioned on a card: Teams tells them, and draws the name as a link. Only text blocks can hold one. */
import type { Who } from '../core/register/deed.ts';

export interface Mention {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

/** A name that means nothing to Markdown; nothing else may stand in a text block. */
const tame = /^\p{L}[\p{L}\p{M}’' .,-]{0,59}$/u;

export const isMentionable = (who: Who): who is Who & { readonly id: string } =>
  who.id !== undefined && tame.test(who.name);

export function mentionOf({ id, name }: Who & { readonly id: string }): Mention {
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } };
}
