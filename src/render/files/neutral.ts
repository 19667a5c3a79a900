/**
 * A spreadsheet takes a cell that begins with one of these signs for a formula, and a formula can start programs. An
 * apostrophe before it makes it a text. What begins with apostrophes and such a sign gets one more, so that reading back
 * always gives what was written.
 */
const signs = '=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20';
const written = new RegExp(`^'*[${signs}]`, 'u');
const read = new RegExp(`^''*[${signs}]`, 'u');

export function neutral(text: string): string {
  return written.test(text) ? `'${text}` : text;
}

export function fromNeutral(text: string): string {
  return read.test(text) ? text.slice(1) : text;
}
