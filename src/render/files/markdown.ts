/** What people wrote, as it stands, in Markdown of any kind: on one line, with every sign that could mean something escaped. */
export function asMarkdown(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\](){}<>|~&@#$^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(/^(?=[-+=>]|\d+[.)])/, '\u2060');
}
