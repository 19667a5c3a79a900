/** A typed message → a command: without the mention of the bot, as it was typed, or as the inventory it is. */
import type { Command } from '../app/command.ts';
import { readText } from '../app/read-command.ts';
import type { IncomingActivity } from './activity.ts';

/** The text of a message as the person typed it; line breaks are kept. */
export function typedText({ text, entities, recipient }: IncomingActivity): string {
  let typed = text ?? '';
  for (const entity of entities ?? []) {
    // Other people's mentions are part of what was said.
    if (entity.type !== 'mention' || mentionedId(entity) !== recipient.id) continue;
    // A mention without a text stands between any two letters: the text would grow with each of them.
    if (typeof entity.text === 'string' && entity.text !== '') typed = typed.replaceAll(entity.text, ' ');
  }
  return decodeEntities(typed.replace(/<\/?at\b[^>]*>/gi, ''))
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .trim();
}

function mentionedId(entity: Readonly<Record<string, unknown>>): unknown {
  const { mentioned } = entity;
  return typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned ? mentioned.id : undefined;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Teams encodes what people type. Once only: a second pass would decode what somebody typed on purpose. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

export function readTyped(typed: string): Command {
  const inventory = pastedInventory(typed);
  if (inventory) return { do: 'import', file: 'pasted text', text: inventory };
  const text = typed.replace(/[^\S\n]+/g, ' ');
  // A bare mention calls for help.
  return text ? readText(text) : { do: 'help' };
}

/**
 * A table whose first line names the columns of an inventory; "import" may stand above it. That line alone is one, too,
 * where it names all that has to be there: the rows were left behind when it was copied, and an answer it never is.
 */
function pastedInventory(typed: string): string | undefined {
  const lines = typed.split('\n').filter((line) => line.trim());
  const [first = '', ...rest] = /^\s*import\s*$/i.test(lines[0] ?? '') ? lines.slice(1) : lines;
  const columns = first.split(/[,;\t]/).map((column) => column.trim().replace(/^"|"$/g, '').toLowerCase());
  const isHeader = columns.includes('name') && columns.includes('source_application');
  const isTable = rest.length > 0 || columns.includes('target_application');
  return isHeader && isTable ? [first, ...rest].join('\n') : undefined;
}
