/** What a person is told when something went wrong, and what the log is told. Never the same. */
import { randomBytes } from 'node:crypto';
import { OperatorError } from '../error.ts';

/** `taking`: nothing is on file yet. `saying`: it is, but nobody was told. */
export type Stage = 'taking' | 'saying';

export function newReference(): string {
  return randomBytes(3).toString('hex');
}

export function apologyFor(error: unknown, stage: Stage, reference: string): string {
  return `${sentence(error, stage)} Reference ${reference}`;
}

function sentence(error: unknown, stage: Stage): string {
  if (stage === 'saying')
    return 'Your answer is saved, but I could not show what comes next. Please type "continue".';
  if (error instanceof OperatorError && error.code === 'data-unwritable')
    return 'Your last answer was not saved: my storage is full or cannot be written to. Please tell whoever runs me, and send it again later.';
  return 'Your last answer was not saved. Please send it again.';
}

export function slowness(reference: string): string {
  return `This takes longer than usual. Please type "continue" in a moment to see where we are. Reference ${reference}`;
}

/** For the log: where it broke. An error's message may hold what somebody answered, so only ours are kept. */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { code: typeof error };
  const own = error instanceof OperatorError ? { code: error.code, reason: error.message } : {};
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { code, ...own, at: frames.slice(0, 6).map((line) => line.trim()) };
}
