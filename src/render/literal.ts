/**
 * What people wrote, made to appear as they wrote it. Clients read more into text than is there: `{{DATE(…)}}` and
 * `${rs:…}` even in text runs, Markdown and `<at>` in every plain string. A character without width in between stops them.
 */
const joiner = '\u2060';

/** For a text run, which knows no Markdown. */
export function asRun(text: string): string {
  return onOneLine(text)
    .replace(/[{$](?=\{)/g, `$&${joiner}`)
    .replace(/<(?=\/?at\b)/gi, `<${joiner}`);
}

/**
 * For a plain string that a client may read as Markdown: a heading, a choice, a label, a button.
 * Nothing without width stops `*` and the backtick, so they become their look-alikes.
 */
export function asPlain(text: string): string {
  return asRun(text)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, `\\${joiner}`)
    .replaceAll('*', '\u2217')
    .replaceAll('`', '\u02cb')
    .replace(/_/g, `${joiner}_${joiner}`)
    .replace(/~(?=~)/g, `~${joiner}`)
    .replace(/\](?=[([:])/g, `]${joiner}`)
    .replace(/<(?=[a-z/!?])/gi, `<${joiner}`)
    .replace(/&(?=#?\w+;)/g, `&${joiner}`)
    .replace(/^(?=[-+#>=]|\d+[.)])/, joiner);
}

/** For `speak`, which may be read as a fragment of SSML. */
export function asSpoken(text: string): string {
  return asPlain(text.replace(/[<>&]/g, ' '));
}

/** All but a line of words with one blank between them. */
const unusual = /[\u202a-\u202e\u2066-\u2069\p{Cc}\p{Zl}\p{Zp}]|[^\S ]| {2}/u;

/** Line breaks and control characters to blanks; what turns the direction of the whole line is left out. */
function onOneLine(text: string): string {
  if (!unusual.test(text)) return text.trim();
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
