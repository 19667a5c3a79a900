/** Numbers, dates and lists as they stand in a sentence. */

/** A dash that never begins a line. */
export const dash = '\u00a0– ';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const grouped = new Intl.NumberFormat('en-GB');
const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
/** Read once: a card shows dozens of dates. */
const months = Array.from({ length: 12 }, (_, month) => longMonth.format(Date.UTC(2000, month)));

/** 3 → "three"; 2000 → "2,000". */
export function inWords(count: number): string {
  return small[count] ?? digits(count);
}

export function digits(count: number): string {
  return grouped.format(count);
}

/** 1, "answer" → "1 answer"; 2000, "answer" → "2,000 answers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${digits(count)} ${count === 1 ? one : many}`;
}

/** `2026-03-03` or a full ISO time → "3 March 2026"; what is no date stays as it is. */
export function day(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** As it stands after a colon or a dash; an abbreviation and "I" stay as they are. */
export function midSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
