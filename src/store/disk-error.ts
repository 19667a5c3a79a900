/** What the system says when the disk refuses, and how the operator hears it. */
import { OperatorError } from '../error.ts';

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Lets "there is no such file" pass and nothing else. */
export function unlessMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

export function unwritable(path: string, cause: unknown): OperatorError {
  return Object.assign(new OperatorError('data-unwritable', `${path} cannot be written (${said(cause)})`), {
    cause,
  });
}

export function unreadable(path: string, why: unknown): OperatorError {
  return new OperatorError('data-unreadable', `${path}: ${said(why)}`);
}

function said(why: unknown): string {
  return why instanceof Error ? why.message : String(why);
}
