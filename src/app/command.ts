/** What a person can ask for. Doors read activities and arguments into these; nothing else enters the house. */
import type { InterviewCommand } from './interview/interview-command.ts';
import type { AskingCommand } from './people/asking-command.ts';
import type { PeopleCommand } from './people/people-command.ts';
import type { PrivacyCommand } from './people/privacy-command.ts';
import type { ProjectCommand } from './project/project-command.ts';
import type { RegisterCommand } from './register/register-command.ts';
import type { ReminderCommand } from './reminder/reminder-command.ts';
import type { WhatIfCommand } from './what-if/what-if-command.ts';

/** Who speaks, as the channel vouches for it. Nothing here comes from a card or from a message's text. */
export interface Caller {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly conversation: Place;
}

export interface Place {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  /** The team a channel belongs to. */
  readonly team?: string;
}

/**
 * Inputs as a client sends them, by input id: numbers may be text, several choices are one comma-separated text.
 * A page: the question's key, and `unsure:<key>` ("true") where "I don't know" is a tick of its own.
 * Set aside: `aside-question`, `aside-how` (`someone-else` or a reason's id), `aside-note`.
 * Others: `role` · `who`, `role`, `of` · `name`, `source`, `target` · `name`, `stage`, `date:<id>`
 * · `owner`, `due`, `note`, `probability`, `impact`, `reason`, `approver`, `until` · `value`, `decided`, `on`.
 */
export type Inputs = Readonly<Record<string, string>>;

/** By theme, each in a file of its own; here what belongs to none. */
export type Command =
  | InterviewCommand
  | WhatIfCommand
  | RegisterCommand
  | ProjectCommand
  | PrivacyCommand
  | PeopleCommand
  | ReminderCommand
  | AskingCommand
  | { readonly do: 'help' }
  /** The bot was added to this conversation; `address` is how to reach it. */
  | { readonly do: 'meet'; readonly address: unknown }
  /** The bot was removed from it. */
  | { readonly do: 'leave' }
  /** Others came, or these are gone. */
  | { readonly do: 'roster-changed'; readonly gone: readonly string[] };

type WithoutTyped<Each> = Each extends { readonly typed?: string } ? Omit<Each, 'typed'> : Each;
type WithoutInputs<Each> = Each extends { readonly inputs?: Inputs } ? Omit<Each, 'inputs'> : Each;

/** What stands on a card's button. Everything in it is checked again when it comes back; a door adds the inputs. */
export type CardCommand = WithoutInputs<WithoutTyped<Command>>;
