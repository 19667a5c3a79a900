/** Files that a command names: what cannot be read or written is an operator's mistake. */
import { readFileSync, writeFileSync } from 'node:fs';
import { OperatorError } from '../error.ts';

export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new OperatorError('input-unreadable', `${path}: ${codeOf(error) ?? 'cannot be read'}`);
  }
}

export const readText = (path: string): string => readBytes(path).toString('utf8');

export function writeFile(path: string, bytes: string | Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new OperatorError('data-unwritable', `${path}: ${codeOf(error)}`);
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
