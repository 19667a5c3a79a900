import { expect, it } from 'vitest';
import { decode, encode } from '../../src/store/document-text.ts';

const kept = {
  version: 12,
  value: { schema: 1, name: 'Grüße \u2028 👋 \ud800', list: [1.5, null, true, ''], deep: { '10': 1, a: {} } },
};

it('reads back what it wrote', () => {
  expect(decode(encode(kept))).toEqual({ kind: 'good', kept });
});

it('reads back names that mean something to the language', () => {
  const value = JSON.parse('{"schema":1,"__proto__":{"a":1},"constructor":2,"toString":3}');
  const decoded = decode(encode({ version: 1, value }));
  expect(decoded.kind).toBe('good');
  expect(encode({ version: 1, value: decoded.kind === 'good' && decoded.kept.value })).toBe(
    encode({ version: 1, value }),
  );
});

it('notices any single bit that has changed, unless the document says the same without it', () => {
  const bytes = Buffer.from(encode(kept));
  for (let at = 0; at < bytes.length * 8; at++) {
    const changed = Buffer.from(bytes);
    changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
    const decoded = decode(changed.toString());
    if (decoded.kind === 'good') expect(decoded.kept).toEqual(kept);
  }
});

it('notices an end that is missing, wherever it broke off', () => {
  const text = encode(kept);
  for (let length = 0; length < text.trimEnd().length; length++) {
    expect(decode(text.slice(0, length)).kind).toBe('damaged');
  }
});

it.each([
  'null',
  '[]',
  '7',
  '"text"',
  '{}',
  '{"format":"1"}',
  '{"format":1}',
  '{"format":1,"version":"1","checksum":"","value":1}',
])('calls %s damaged', (text) => expect(decode(text).kind).toBe('damaged'));
