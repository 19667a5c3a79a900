export interface CommandWord {
  readonly word: string;
  readonly also: readonly string[];
  /** What it takes after the word, as shown: `<integration>`. */
  readonly takes?: string;
  /** Shows something and changes nothing, so it may stand in a whole sentence: "what are the risks of …?" */
  readonly asked?: true;
  readonly does: string;
  /** Among the few that are shown first. */
  readonly often?: true;
  /** In the command menu of Teams, which holds at most twelve. */
  readonly menu: boolean;
}

export interface CommandTheme {
  readonly title: string;
  readonly words: readonly CommandWord[];
}

/** The words the reader knows; the manifest's menu and the help card are drawn from the same table. */
export const commandThemes: readonly CommandTheme[] = [
  {
    title: 'Interviews',
    words: [
      {
        word: 'interview',
        also: ['ask me about'],
        takes: '<integration>',
        does: 'Asks you about one integration, ten questions at most',
        often: true,
        menu: true,
      },
      {
        word: 'continue',
        also: ['resume', 'go on', 'next', 'my questions'],
        does: 'Goes on where you stopped',
        menu: true,
      },
      {
        word: 'pause',
        also: ['later', 'stop', 'cancel', 'quit'],
        does: 'Stops for now; nothing is lost',
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
    ],
  },
  {
    title: 'Risks and steps',
    words: [
      {
        word: 'risks',
        also: ['findings', 'risk', 'what can go wrong', 'what may go wrong'],
        asked: true,
        takes: '<integration>',
        does: 'Shows the risks, why, and the next steps',
        often: true,
        menu: true,
      },
      {
        word: 'summary',
        also: ['status', 'how do we stand', 'where do we stand', 'how are we doing', 'overview'],
        asked: true,
        takes: '<name>',
        does: 'Shows how the project stands, or an application, a person, a topic',
        often: true,
        menu: true,
      },
      {
        word: 'next steps',
        also: [
          'my next steps',
          'my steps',
          'steps',
          'to do',
          'todo',
          'what do i have to do',
          'what should i do',
        ],
        asked: true,
        takes: '<name>',
        does: 'Shows what you have to do next; with “overdue”, “Dana” or “CRM” behind it only those of the project',
        often: true,
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
    ],
  },
  {
    title: 'People',
    words: [
      {
        word: 'people',
        also: ['roles', 'who is who', 'team', 'owners'],
        asked: true,
        does: 'Shows who owns what and who does what; say “I own CRM” or “Dana is the developer”',
        menu: true,
      },
      {
        word: 'plan',
        also: ['who would be asked what', 'who is asked what', 'whom do we ask', 'who can answer'],
        asked: true,
        does: 'Shows who would be asked what this week, before anybody is',
        menu: false,
      },
      {
        word: 'ask',
        also: [],
        takes: '<person>',
        does: 'Asks somebody in their chat: ask Dana about CRM; you hear when it is answered',
        menu: false,
      },
      {
        word: 'participation',
        also: ['who has answered', 'who answered', 'who was asked'],
        asked: true,
        does: 'Shows who was asked, who has answered, and what came of it',
        menu: false,
      },
      {
        word: 'my data',
        also: ['my personal data', 'what do you know about me'],
        asked: true,
        does: 'Hands you a copy of all I keep about you',
        menu: false,
      },
      {
        word: 'forget me',
        also: ['delete my data', 'remove me', 'forget my answers'],
        does: 'Takes your name off your answers or removes them, after showing what changes',
        menu: false,
      },
    ],
  },
  {
    title: 'Reminders',
    words: [
      {
        word: 'reminders',
        also: ['my reminders'],
        asked: true,
        does: 'Shows when I remind you, or this channel, and changes it',
        menu: true,
      },
      {
        word: 'digest',
        also: ['weekly digest', 'my digest', 'how was the week'],
        asked: true,
        does: 'For the project manager: what changed and why, what is late, what to decide',
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
    ],
  },
  {
    title: 'Project',
    words: [
      {
        word: 'project',
        also: ['projects', 'switch project', 'settings'],
        takes: '<name>',
        does: 'Shows or switches the project, its stage and dates',
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
        menu: false,
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
        word: 'export',
        also: ['download', 'export as'],
        takes: '<format>',
        does: 'Hands out the project: excel, csv, report or json',
        menu: false,
      },
    ],
  },
];

const help: CommandWord = {
  word: 'help',
  also: [
    ...['hi', 'hello', 'hey', 'hi there', 'hello there', 'good morning', 'good afternoon'],
    ...['?', 'start', 'menu', 'what can you do', 'who are you'],
  ],
  does: 'Shows what I can do',
  menu: true,
};

export const commandWords: readonly CommandWord[] = [help, ...commandThemes.flatMap(({ words }) => words)];
