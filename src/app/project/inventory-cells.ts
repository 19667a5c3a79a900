/** A cell of an inventory as it was meant, and as it is quoted in a message. */

export const tidy = (cell: string) =>
  cell
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

export const shorten = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
export const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
