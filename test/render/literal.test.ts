import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { asPlain, asRun, asSpoken } from '../../src/render/literal.ts';

const markdown = new MarkdownIt({ html: true });
/** What a reader sees: look-alikes and characters without width read as what they stand for. */
const seen = (text: string) =>
  text.replaceAll('\u2060', '').replaceAll('\u2217', '*').replaceAll('\u02cb', '`');

const tricks = [
  '**bold** and *slanted* and 2*3*4',
  '__bold__ and _slanted_ and snake_case_name',
  '~~struck~~',
  '`code` and ``more``',
  '[text](http://x) and ![image](http://y) and [a][b]',
  '<at>Dana</at> <b>x</b> <!-- c --> <http://x>',
  '# heading',
  '> quote',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '=====',
  '&copy; &#169;',
  '\\*not slanted\\*',
  '{{DATE(2026-01-01T00:00:00Z, LONG)}} {{{TIME(2026-01-01T00:00:00Z)}}}',
  '${1+1} ${rs:greeting} $${x}',
];

test.each(tricks)('%s looks the same and does nothing as a plain string', (text) => {
  expect(seen(asPlain(text))).toBe(text);
  expect(markdown.render(asPlain(text))).toMatch(/^<p>[^<]*<\/p>\n$/);
});

test.each(tricks)('%s keeps its characters in a text run', (text) => {
  expect(asRun(text).replaceAll('\u2060', '')).toBe(text);
  expect(asRun(text)).not.toMatch(/\{\{|\$\{|<\/?at/);
});

test('made-up mixtures of signs stay without effect', () => {
  const signs = [
    '*',
    '_',
    '`',
    '~',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    '\\',
    '#',
    '!',
    '{',
    '$',
    'a',
    ' ',
    '1',
    '.',
    '-',
    'lt;',
  ];
  let seed = 7;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return signs[seed % signs.length] ?? '';
  };
  for (let round = 0; round < 5000; round += 1) {
    const text = Array.from({ length: 12 }, next).join('');
    const html = markdown.render(asPlain(text));
    expect(html.replace(/^<p>|<\/p>\n$/g, ''), text).not.toMatch(/<[a-z]/i);
  }
});

describe('text that would disturb its surroundings', () => {
  test('comes out on one line', () => {
    expect(asRun(' one\r\n two\u2028three\u0007 four ')).toBe('one two three four');
  });

  test('cannot turn the direction of the line', () => {
    expect(asRun('abc\u202edef\u2066ghi')).toBe('abcdefghi');
  });

  test('holds no mark-up when it is spoken', () => {
    expect(asSpoken('<break time="9s"/> R&D')).toBe('break time="9s"/ R D');
  });
});
