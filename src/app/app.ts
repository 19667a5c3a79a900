/** One turn: a command in, replies out. Everything is written before anything is said. */
import type { Seen } from '../core/landscape/person.ts';
import { carryOut } from './actions.ts';
import type { Caller, Command } from './command.ts';
import type { House } from './house.ts';
import { meant } from './meant.ts';
import { turnedAway } from './people/admission.ts';
import { keepReachable } from './people/reachable.ts';
import type { Outcome } from './reply.ts';

export interface Request {
  readonly caller: Caller;
  /** The id of this delivery. The same id again changes nothing. */
  readonly turn: string;
  readonly command: Command;
  /** How to reach this conversation later; opaque to the house. */
  readonly address?: unknown;
  /** What the caller's client says of where they are. */
  readonly seen?: Seen;
}

export interface App {
  take(request: Request): Promise<Outcome>;
}

export function openApp(house: House): App {
  return {
    async take({ caller, turn: id, command, address, seen }) {
      const turn = { caller, id, at: house.now().toISOString() };
      const outcome =
        (await turnedAway(house, caller, command)) ??
        (await carryOut(house, turn, await meant(house, turn, command)));
      // Whoever goes is not written down again, and of whom Teams tells is not who writes.
      const goes = command.do === 'leave' || command.do === 'forget' || command.do === 'roster-changed';
      if (address !== undefined && !goes) await keepReachable(house, caller, address, seen);
      return outcome;
    },
  };
}
