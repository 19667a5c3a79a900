import type { CardCommand, Command } from './command.ts';
import { type CommandWord, commandWords } from './command-words.ts';
import { readRole } from './people/read-role.ts';

/** Nobody types a longer one; to look for names in a text of any length could keep everybody else waiting. */
export const longestCommand = 1000;

/** Reads typed text; what is no command is passed on as said. */
export function readText(text: string): Command {
  const said = text.trim();
  if (said.length > longestCommand) return { do: 'say', text: said };
  const plain = said
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=.)[.!?]+$/, '');
  if (/^(?:what(?: is|’s|'s) )?(?:overdue|late)$/.test(plain)) return commandFor('next steps', 'overdue');
  return commandIn(said, plain, said) ?? requestIn(said) ?? readRole(said) ?? { do: 'say', text: said };
}

/** On a button nothing was typed. */
export function tappable(command: Command): CardCommand {
  if (!('typed' in command)) return command;
  const { typed: _typed, ...rest } = command;
  return rest;
}

/** `said` begins with the word of a command; `typed` is all that was typed. */
function commandIn(
  said: string,
  plain: string,
  typed: string,
  words: readonly CommandWord[] = commandWords,
): Command | undefined {
  const exact = words.find(({ word, also }) => word === plain || also.includes(plain));
  if (exact) return commandFor(exact.word, '');
  // "Change request CRM" is more than "change" with something behind it.
  const [longest] = words
    .flatMap(({ word, also, takes }) => (takes ? [word, ...also] : []).map((phrase) => ({ word, phrase })))
    .filter(({ phrase }) => plain.startsWith(`${phrase} `))
    .sort((one, other) => other.phrase.length - one.phrase.length);
  if (!longest) return undefined;
  const rest = said.slice(longest.phrase.length).replace(/\?+$/, '').trim();
  return { ...commandFor(longest.word, rest), typed } as Command;
}

/** "What are the risks of voucher load?", "Please show me the next steps" */
function requestIn(typed: string): Command | undefined {
  const wanted = typed
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:please|can|could|would|will|you|i|want to|would like to) )*/i, '');
  const asked = wanted.replace(/^(?:(?:show|tell|give|list|see)(?: me| us)?|what(?:’s|'s| is| are)) /i, '');
  const said = asked
    .replace(/^(?:all )?(?:of )?(?:the|our) /i, '')
    .replace(/[\s,]*(?:please)?[\s.!?]*$/i, '');
  const found = commandIn(said, said.toLowerCase(), typed, requests);
  // "The risks are known" is no request.
  return asked === wanted && found && 'typed' in found ? undefined : found;
}

const requests = commandWords.filter(({ asked }) => asked);

function commandFor(word: string, rest: string): Command {
  switch (word) {
    case 'help':
      return { do: 'help' };
    case 'continue':
      return { do: 'continue' };
    case 'integrations':
      return { do: 'integrations', page: 1 };
    case 'add integration':
      return { do: 'add-integration' };
    case 'interview':
      return { do: 'interview', name: withoutPreposition(rest) };
    case 'risks':
      return { do: 'risks', name: withoutPreposition(rest), page: 1 };
    case 'summary':
      return { do: 'summary', name: withoutPreposition(rest) };
    case 'milestone':
      return { do: 'milestone', name: rest };
    case 'compare':
      return { do: 'compare', name: rest.replace(/^(?:with|to|since)\s+(?=\S)/i, '') };
    case 'gate':
      return { do: 'gate', name: withoutPreposition(rest) };
    case 'change':
      return { do: 'change', ...(rest && { name: withoutPreposition(rest) }), page: 1 };
    case 'pause':
      return { do: 'pause' };
    case 'confirm':
      return { do: 'confirm' };
    case 'what if':
      return { do: 'what-if', name: withoutPreposition(rest) };
    case 'change request':
      return { do: 'change-request', name: rest };
    case 'project':
      return { do: 'project', name: rest };
    case 'landscape':
      return { do: 'landscape', name: withoutPreposition(rest), page: 1 };
    case 'export':
      return { do: 'export', name: rest };
    case 'import':
      return { do: 'import', file: '', text: '' };
    case 'next steps':
      return { do: 'next-steps', all: false, page: 1, ...(rest && { only: withoutPreposition(rest) }) };
    case 'next steps all':
      return { do: 'next-steps', all: true, page: 1 };
    case 'reminders':
      return { do: 'reminders' };
    case 'people':
      return { do: 'people', page: 1 };
    case 'differences':
      return { do: 'differences', page: 1 };
    case 'my data':
      return { do: 'my-data' };
    case 'forget me':
      return { do: 'forget-me' };
    case 'ask':
      return { do: 'ask', name: rest };
    case 'participation':
      return { do: 'participation', page: 1 };
    case 'plan':
      return { do: 'plan', page: 1 };
    case 'digest':
      return { do: 'digest' };
    case 'remind team':
      return { do: 'remind-team', when: rest };
    case 'remind me':
      return { do: 'remind-me', when: rest };
    default:
      return { do: 'say', text: rest };
  }
}

/** "risks for voucher load" */
function withoutPreposition(name: string): string {
  return name.replace(/^(?:about|for|of|on|in|with)\s+(?=\S)/i, '');
}
