/** One turn: a command in, replies out. Everything is written before anything is said. */
import type { Caller, Command } from './command.ts';
import type { Outcome } from './reply.ts';

export interface Request {
  readonly caller: Caller;
  /** The id of this delivery. The same id again changes nothing. */
  readonly turn: string;
  readonly command: Command;
}

export interface App {
  take(request: Request): Promise<Outcome>;
}
