/** The text of a document's file: a header on the first line, then the value, laid out for people who look into it. */
import { hash } from 'node:crypto';
import type { Kept } from './store.ts';

/** Grows when the header changes. It is not the schema of the value. */
const format = 1;

export type Decoded =
  | { readonly kind: 'good'; readonly kept: Kept }
  /** Not what was written: cut short, emptied, flipped. The previous generation may take its place. */
  | { readonly kind: 'damaged'; readonly why: string }
  /** Sound, but laid out by another version of Bridgekeeper. Nothing may take its place. */
  | { readonly kind: 'foreign'; readonly why: string };

export function encode({ version, value }: Kept): string {
  const text = JSON.stringify(value, null, 2);
  return `{ "format": ${format}, "version": ${version}, "checksum": "${checksum(version, text)}", "value":\n${text}\n}\n`;
}

export function decode(text: string): Decoded {
  const file = parse(text);
  if (typeof file?.format !== 'number')
    return { kind: 'damaged', why: text ? 'not a whole document' : 'empty' };
  if (file.format !== format)
    return { kind: 'foreign', why: `format ${file.format}, this version knows ${format}` };

  const { version, value } = file;
  // Over the value as it would be written now, so that another program's line ends or indents do no harm.
  const sound =
    typeof version === 'number' && checksum(version, JSON.stringify(value, null, 2)) === file.checksum;
  return sound
    ? { kind: 'good', kept: { value, version } }
    : { kind: 'damaged', why: 'checksum does not match' };
}

function checksum(version: number, text: string): string {
  return hash('sha256', `${version}\n${text}`);
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
