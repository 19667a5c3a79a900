/** What a person can ask for. Doors read activities and arguments into these; nothing else enters the house. */
import type { Subject } from '../core/interview/answer.ts';
import type { QuestionKey } from '../core/interview/topic.ts';
import type { FindingId, StepId, StepState, Treatment } from '../core/register/deed.ts';
import type { Format } from './export/files.ts';
import type { HandedIn } from './export/handed-in.ts';

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

/** A page as a card carries it: enough to know, a month later, what was asked about what. */
export interface PageRef {
  readonly project: string;
  /** The integration whose interview this page is part of. */
  readonly integration: string;
  readonly subject: Subject;
  readonly questions: readonly QuestionKey[];
  /** One card, one turn: a second tap on the same card is recognised by it. */
  readonly turn: string;
  /** A page out of an interview leads on to the next one; a correction does not. */
  readonly correction: boolean;
}

/** What a summary is of. */
export type SummaryOf =
  | { readonly scope: 'project' }
  | { readonly scope: 'application'; readonly id: string }
  | { readonly scope: 'integration'; readonly id: string }
  | { readonly scope: 'person'; readonly id: string }
  | { readonly scope: 'topic'; readonly id: string }
  /** The end of a stage. */
  | { readonly scope: 'gate'; readonly id: string };

/** A risk as a card names it. */
export interface RiskRef {
  readonly project: string;
  readonly finding: FindingId;
}

/** A difference as a card names it: question and subject. */
export interface DifferenceRef {
  readonly project: string;
  readonly difference: string;
}

/** What a card showed of a risk, so that an old one can say what has changed since. */
export interface SeenRisk {
  /** The decision that stood then, by its turn; empty without one. */
  readonly decision: string;
  /** A digest of the answers behind it. */
  readonly facts: string;
}

/**
 * Inputs as a client sends them, by input id: numbers may be text, several choices are one comma-separated text.
 * A page: the question's key, and `unsure:<key>` ("true") where "I don't know" is a tick of its own.
 * Set aside: `aside-question`, `aside-how` (`someone-else` or a reason's id), `aside-note`.
 * Others: `role` · `name`, `source`, `target` · `name`, `stage`, `date:<id>`
 * · `owner`, `due`, `note`, `probability`, `impact`, `reason`, `approver`, `until` · `value`, `decided`, `on`.
 */
export type Inputs = Readonly<Record<string, string>>;

/** Old answers as a card carries them; `at` is that of the answer, so that a newer one is never confirmed unseen. */
export interface OldRef {
  readonly project: string;
  /** Of whose interview the card is part. */
  readonly integration?: string;
  readonly old: readonly { readonly subject: Subject; readonly question: QuestionKey; readonly at: string }[];
}

/** An answer that somebody assumes, as it was typed. */
export interface Guess {
  readonly question: QuestionKey;
  readonly typed: string;
}

export type Command =
  | { readonly do: 'help' }
  | { readonly do: 'continue' }
  | { readonly do: 'pause' }
  | { readonly do: 'integrations'; readonly page: number }
  /** Without inputs it asks for them. */
  | { readonly do: 'add-integration'; readonly inputs?: Inputs }
  /** `typed`: the whole text. Where nothing has that name it may be the answer to an open question. */
  | { readonly do: 'interview'; readonly name: string; readonly typed?: string }
  | { readonly do: 'open-interview'; readonly project: string; readonly integration: string }
  | { readonly do: 'begin'; readonly project: string; readonly integration: string; readonly inputs: Inputs }
  | { readonly do: 'answer'; readonly page: PageRef; readonly inputs: Inputs }
  /** "Not for me": one question of a page goes to somebody else or does not apply; the other inputs are kept. */
  | { readonly do: 'set-aside'; readonly page: PageRef; readonly inputs: Inputs }
  | { readonly do: 'back'; readonly page: PageRef; readonly inputs: Inputs }
  /** Opens one question again. */
  | {
      readonly do: 'ask-again';
      readonly project: string;
      readonly integration: string;
      readonly subject: Subject;
      readonly question: QuestionKey;
    }
  /** One's own answers: of that name, or of the interview one was last in. */
  | { readonly do: 'change'; readonly name?: string; readonly page: number; readonly typed?: string }
  | {
      readonly do: 'show-answers';
      readonly project: string;
      readonly integration: string;
      readonly page: number;
    }
  | { readonly do: 'what-if'; readonly name: string; readonly typed?: string }
  | {
      readonly do: 'what-if-of';
      readonly project: string;
      readonly integration: string;
      readonly assumed: readonly Guess[];
    }
  /** Input `page`. */
  | {
      readonly do: 'what-if-ask';
      readonly project: string;
      readonly integration: string;
      readonly assumed: readonly Guess[];
      readonly inputs: Inputs;
    }
  | {
      readonly do: 'what-if-see';
      readonly page: PageRef;
      readonly assumed: readonly Guess[];
      readonly inputs: Inputs;
    }
  /** Input `name`. */
  | {
      readonly do: 'keep-proposal';
      readonly project: string;
      readonly integration: string;
      readonly assumed: readonly Guess[];
      readonly inputs: Inputs;
    }
  | { readonly do: 'show-proposal'; readonly project: string; readonly proposal: string }
  /** Inputs `first`, `second`. */
  | {
      readonly do: 'compare-proposals';
      readonly project: string;
      readonly integration: string;
      readonly inputs: Inputs;
    }
  | { readonly do: 'adopt'; readonly project: string; readonly proposal: string }
  /** `name`: what has changed and, after a colon, what about it. */
  | { readonly do: 'change-request'; readonly name: string; readonly typed?: string }
  /** Inputs `about`, `change`, `note`. */
  | { readonly do: 'preview-change'; readonly project: string; readonly inputs: Inputs }
  | {
      readonly do: 'reopen';
      readonly project: string;
      readonly subject: Subject;
      readonly change: string;
      readonly note: string;
    }
  /** Shows what the caller said and has grown old. */
  | { readonly do: 'confirm' }
  | { readonly do: 'still-true'; readonly ref: OldRef }
  | { readonly do: 'confirm-later'; readonly project: string; readonly integration: string }
  | { readonly do: 'risks'; readonly name: string; readonly page: number; readonly typed?: string }
  | {
      readonly do: 'show-risks';
      readonly project: string;
      readonly integration: string;
      readonly page: number;
    }
  /** Of what has that name, or of the project. */
  | { readonly do: 'summary'; readonly name: string; readonly typed?: string }
  | { readonly do: 'gate'; readonly name: string; readonly typed?: string }
  | { readonly do: 'milestone'; readonly name: string; readonly typed?: string }
  /** With the milestone of that name, or with the latest. */
  | { readonly do: 'compare'; readonly name: string; readonly typed?: string }
  | {
      readonly do: 'show-compare';
      readonly project: string;
      readonly milestone: string;
      readonly page: number;
    }
  | {
      readonly do: 'show-summary';
      readonly project: string;
      readonly of: SummaryOf;
      readonly page: number;
    }
  | { readonly do: 'project'; readonly name: string; readonly typed?: string }
  | { readonly do: 'set-project'; readonly project: string; readonly inputs: Inputs }
  | { readonly do: 'import'; readonly file: string; readonly text: string }
  | { readonly do: 'landscape'; readonly name: string; readonly page: number; readonly typed?: string }
  /** One place of the landscape, and what hangs on it. */
  | { readonly do: 'show-place'; readonly project: string; readonly place: string; readonly page: number }
  /** The files a project can be had as; with the name of one of them, that file. */
  | { readonly do: 'export'; readonly name: string; readonly typed?: string }
  | { readonly do: 'export-file'; readonly project: string; readonly format: Format }
  /** An edited workbook, as read by the door: shows what it would change. */
  | { readonly do: 'hand-in'; readonly file: string; readonly handedIn: HandedIn }
  | { readonly do: 'show-upload'; readonly project: string; readonly page: number }
  /** `digest`: of the upload and of the changes that were shown. What is written is worked out anew. */
  | { readonly do: 'apply-upload'; readonly project: string; readonly digest: string }
  | { readonly do: 'drop-upload'; readonly project: string }
  /** Loads the project that comes with Bridgekeeper, to try it out. */
  | { readonly do: 'try-sample' }
  /** Shows one risk, and what can be decided about it; `back`: in the place of the form that was opened from it. */
  | { readonly do: 'decide'; readonly risk: RiskRef; readonly back?: true }
  /** Without inputs it asks for them. */
  | {
      readonly do: 'treat';
      readonly risk: RiskRef;
      readonly treatment: Treatment;
      readonly seen: SeenRisk;
      readonly inputs?: Inputs;
    }
  | { readonly do: 'withdraw'; readonly risk: RiskRef; readonly seen: SeenRisk }
  | { readonly do: 'next-steps'; readonly all: boolean; readonly page: number }
  | { readonly do: 'show-steps'; readonly project: string; readonly all: boolean; readonly page: number }
  | { readonly do: 'show-step'; readonly project: string; readonly step: StepId }
  /** Without `to` it stays where it stands, and only its inputs count. `seen`: the turn of what was done last. */
  | {
      readonly do: 'move-step';
      readonly project: string;
      readonly step: StepId;
      readonly to?: StepState;
      readonly seen: string;
      readonly inputs: Inputs;
    }
  /** Asks the one question that shows whether a step is done. */
  | { readonly do: 'prove-step'; readonly project: string; readonly step: StepId }
  /** `Not now…` on a reminder; inputs `which` (a key), `when`, `date`. */
  | {
      readonly do: 'snooze';
      readonly items: readonly { readonly key: string; readonly title: string }[];
      readonly inputs: Inputs;
    }
  | { readonly do: 'remind-me'; readonly when: string; readonly typed?: string }
  | { readonly do: 'remind-team'; readonly when: string; readonly typed?: string }
  | {
      readonly do: 'set-schedule';
      readonly project: string;
      readonly cron: string;
      readonly zone: string;
      readonly always?: true;
    }
  /** Inputs `when`, `always`. */
  | { readonly do: 'preview-schedule'; readonly project: string; readonly inputs: Inputs }
  /** Questions answered on a post that everybody sees; `post`: its letter. */
  | {
      readonly do: 'answer-here';
      readonly project: string;
      readonly post: string;
      readonly questions: readonly QuestionKey[];
      readonly inputs: Inputs;
    }
  | { readonly do: 'answer-in-private'; readonly project: string }
  | { readonly do: 'reminders' }
  | { readonly do: 'differences'; readonly page: number }
  | { readonly do: 'show-difference'; readonly ref: DifferenceRef }
  /** Without inputs it asks for them. `seen`: the turn of the settlement that stood then; empty without one. */
  | { readonly do: 'settle'; readonly ref: DifferenceRef; readonly seen: string; readonly inputs?: Inputs }
  /** Inputs `zone`, `from`, `to`, `days`, `country`, `away`, `rhythm`. */
  | { readonly do: 'set-reminders'; readonly inputs: Inputs }
  /** The bot was added to this conversation; `address` is how to reach it. */
  | { readonly do: 'meet'; readonly address: unknown }
  /** The bot was removed from it. */
  | { readonly do: 'leave' }
  /** Free text that is no command: the answer to the open question, if there is one. */
  | { readonly do: 'say'; readonly text: string };

type WithoutTyped<Each> = Each extends { readonly typed?: string } ? Omit<Each, 'typed'> : Each;
type WithoutInputs<Each> = Each extends { readonly inputs?: Inputs } ? Omit<Each, 'inputs'> : Each;

/** What stands on a card's button. Everything in it is checked again when it comes back; a door adds the inputs. */
export type CardCommand = WithoutInputs<WithoutTyped<Command>>;

export interface CommandWord {
  readonly word: string;
  readonly also: readonly string[];
  /** What it takes after the word, as shown: `<integration>`. */
  readonly takes?: string;
  /** Shows something and changes nothing, so it may stand in a whole sentence: "what are the risks of …?" */
  readonly asked?: true;
  readonly does: string;
  /** In the command menu of Teams, which holds at most twelve. */
  readonly menu: boolean;
}

/** The words the reader knows; the manifest's menu and the help card are drawn from the same table. */
export const commandWords: readonly CommandWord[] = [
  {
    word: 'help',
    also: [
      ...['hi', 'hello', 'hey', 'hi there', 'hello there', 'good morning', 'good afternoon'],
      ...['?', 'start', 'menu', 'what can you do', 'who are you'],
    ],
    does: 'Shows what I can do',
    menu: true,
  },
  {
    word: 'interview',
    also: ['ask me about'],
    takes: '<integration>',
    does: 'Asks you about one integration, ten questions at most',
    menu: true,
  },
  {
    word: 'continue',
    also: ['resume', 'go on', 'next', 'my questions'],
    does: 'Goes on where you stopped',
    menu: true,
  },
  {
    word: 'integrations',
    also: ['list', 'list integrations'],
    asked: true,
    does: 'Lists the integrations of your project',
    menu: true,
  },
  {
    word: 'add integration',
    also: ['new integration', 'add'],
    does: 'Puts an integration on the list',
    menu: true,
  },
  {
    word: 'risks',
    also: ['findings', 'risk', 'what can go wrong', 'what may go wrong'],
    asked: true,
    takes: '<integration>',
    does: 'Shows the risks, why, and the next steps',
    menu: true,
  },
  {
    word: 'summary',
    also: ['status', 'how do we stand', 'where do we stand', 'how are we doing', 'overview'],
    asked: true,
    takes: '<name>',
    does: 'Shows how the project stands, or an application, a person, a topic',
    menu: true,
  },
  {
    word: 'gate',
    also: ['stage gate'],
    asked: true,
    takes: '<stage>',
    does: 'Shows what has to be known and decided by the end of a stage',
    menu: false,
  },
  {
    word: 'compare',
    also: ['what has changed', 'drift'],
    takes: '<milestone>',
    does: 'Shows what has changed since a milestone, and why',
    menu: false,
  },
  {
    word: 'milestone',
    also: ['new milestone'],
    takes: '<name>',
    does: 'Keeps how the project stands today, to compare with later',
    menu: false,
  },
  {
    word: 'change',
    also: ['my answers', 'edit', 'correct'],
    takes: '<integration>',
    asked: true,
    does: 'Shows your answers, each with a way to change it',
    menu: true,
  },
  {
    word: 'pause',
    also: ['later', 'stop', 'cancel', 'quit'],
    does: 'Stops for now; nothing is lost',
    menu: true,
  },
  {
    word: 'project',
    also: ['projects', 'switch project', 'settings'],
    takes: '<name>',
    does: 'Shows or switches the project, its stage and dates',
    menu: true,
  },
  {
    word: 'import',
    also: ['upload'],
    does: 'Reads an inventory: attach a CSV file or paste its text',
    menu: true,
  },
  {
    word: 'landscape',
    also: ['map', 'picture', 'applications'],
    asked: true,
    takes: '<application>',
    does: 'Draws applications and integrations, or what hangs on one',
    menu: false,
  },
  {
    word: 'next steps',
    also: ['my next steps', 'my steps', 'steps', 'to do', 'todo', 'what do i have to do', 'what should i do'],
    asked: true,
    does: 'Shows what you have to do next, late things first',
    menu: true,
  },
  {
    word: 'next steps all',
    also: ['all next steps', 'all steps'],
    asked: true,
    does: 'Shows the next steps of the whole project',
    menu: false,
  },
  {
    word: 'differences',
    also: ['disagreements', 'who disagrees'],
    does: 'Shows where people answered differently, and what to do about it',
    menu: false,
  },
  {
    word: 'reminders',
    also: ['my reminders'],
    asked: true,
    does: 'Shows when I remind you, or this channel, and changes it',
    menu: false,
  },
  {
    word: 'remind team',
    also: ['remind us', 'remind channel', 'remind here'],
    takes: '<when>',
    does: 'In a channel: lists open questions of governance there, when you say',
    menu: false,
  },
  {
    word: 'remind me',
    also: ['pause until', 'remind'],
    takes: '<when>',
    does: 'Puts reminders off: tomorrow, on a date, weekly, never, again',
    menu: false,
  },
  {
    word: 'export',
    also: ['download', 'export as'],
    takes: '<format>',
    does: 'Hands out the project: excel, csv, report or json',
    menu: false,
  },
  {
    word: 'confirm',
    also: ['old answers', 'still true', 'all still true'],
    does: 'Shows which of your answers have grown old, to confirm or change them',
    menu: false,
  },
  {
    word: 'what if',
    also: ['whatif', 'try out'],
    takes: '<integration>',
    does: 'Tries out other answers, and shows which risks would change',
    menu: false,
  },
  {
    word: 'change request',
    also: ['changed'],
    takes: '<application>: <what>',
    does: 'Says that something has changed, and re-opens only the answers it touches',
    menu: false,
  },
];

/** Reads typed text; what is no command is passed on as said. */
export function readText(text: string): Command {
  const said = text.trim();
  const plain = said
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=.)[.!?]+$/, '');
  return commandIn(said, plain, said) ?? requestIn(said) ?? { do: 'say', text: said };
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
      return { do: 'next-steps', all: false, page: 1 };
    case 'next steps all':
      return { do: 'next-steps', all: true, page: 1 };
    case 'reminders':
      return { do: 'reminders' };
    case 'differences':
      return { do: 'differences', page: 1 };
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
