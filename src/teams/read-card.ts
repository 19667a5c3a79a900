/** The data of a tapped button → a command: `{ command, ...inputs }`. */
import type { Command, Inputs } from '../app/command.ts';
import { cardCommandSchema, type Tappable } from './card-command.ts';

export type CardReading =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly why: 'unreadable' | 'too-long' };

const mostInputs = 40;
const longestKey = 250;
const longestInput = 4000;
/** Names that mean something else to an object. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

export function readCard(data: unknown): CardReading {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return unreadable;
  // `msteams` is for the client, which sends it back all the same.
  const { command: said, msteams: _, ...rest } = data as Record<string, unknown>;
  const checked = cardCommandSchema.safeParse(said);
  if (!checked.success) return unreadable;
  const inputs = readInputs(rest);
  return typeof inputs === 'string' ? { ok: false, why: inputs } : withInputs(checked.data, inputs);
}

const unreadable: CardReading = { ok: false, why: 'unreadable' };

function readInputs(rest: Record<string, unknown>): Inputs | 'unreadable' | 'too-long' {
  const entries = Object.entries(rest);
  if (entries.length > mostInputs) return 'unreadable';
  // Without a prototype: an input that is asked for by a name is there or is not.
  const inputs: Record<string, string> = Object.create(null);
  for (const [key, value] of entries) {
    if (key.length > longestKey || reserved.has(key)) return 'unreadable';
    // Some clients leave an empty input out, others send null.
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') return 'unreadable';
    const text = String(value);
    if (text.length > longestInput) return 'too-long';
    inputs[key] = text;
  }
  return inputs;
}

/** A client sends every input of the card along, asked for or not: commands without inputs drop them. */
function withInputs(command: Tappable, inputs: Inputs): CardReading {
  switch (command.do) {
    case 'begin':
    case 'answer':
    case 'set-aside':
    case 'back':
    case 'set-project':
    case 'move-step':
    case 'snooze':
    case 'set-reminders':
    case 'preview-change':
    case 'what-if-ask':
    case 'what-if-see':
    case 'keep-proposal':
    case 'compare-proposals':
    case 'answer-here':
    case 'preview-schedule':
    case 'note-role':
    case 'filter-steps':
      return { ok: true, command: { ...command, inputs } };
    case 'add-integration':
    case 'treat':
    case 'settle':
      return { ok: true, command: Object.keys(inputs).length > 0 ? { ...command, inputs } : command };
    default:
      return { ok: true, command };
  }
}
