/** The one message of a day: all that waits for somebody, why they get it, and how to have it otherwise. */
import type { Letter } from '../../core/reminder/letter.ts';
import type { Item } from '../../core/reminder/nudging.ts';
import type { Day } from '../../core/reminder/zone.ts';
import type { Words } from './letter-words.ts';
import type { ReminderReply } from './reminder-reply.ts';

export function reminderReply(
  items: readonly (Item & { readonly words: Words })[],
  letters: readonly { readonly letter: Letter; readonly words: Words }[],
  day: Day,
): ReminderReply {
  const said = [
    ...letters.map(({ letter, words }) => ({ words, ...keyOf(letter) })),
    ...items.map(({ key, words }) => ({ words, key })),
  ];
  return {
    kind: 'reminder',
    day,
    items: said.map(({ words: { title, lines, buttons }, key }) => {
      const [button] = buttons;
      return { title, lines, ...(button ? { button } : {}), ...(key === undefined ? {} : { key }) };
    }),
  };
}

/** What is asked of somebody waits until it is done; other letters have been said once they were read. */
function keyOf({ project, id, content }: Letter): { key?: string } {
  return content.kind === 'asked' ? { key: `asked/${project}/${id}` } : {};
}
