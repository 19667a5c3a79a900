/** Short answers that always leave a way on. */
import type { Button, NoticeReply, Outcome, Reply } from './reply.ts';

const buttons = {
  help: { title: 'Help', command: { do: 'help' } },
  list: { title: 'Integrations', command: { do: 'integrations', page: 1 } },
  add: { title: 'Add integration', command: { do: 'add-integration' } },
  import: { title: 'Import a list', command: { do: 'import', file: '', text: '' } },
  continue: { title: 'Continue', command: { do: 'continue' }, primary: true },
  change: { title: 'My answers', command: { do: 'change', page: 1 } },
  milestone: { title: 'Make a milestone', command: { do: 'milestone', name: '' } },
  compare: { title: 'Compare', command: { do: 'compare', name: '' } },
  summary: { title: 'Summary', command: { do: 'summary', name: '' } },
  plan: { title: 'Who would be asked what', command: { do: 'plan', page: 1 } },
  people: { title: 'Who is who', command: { do: 'people', page: 1 } },
  project: { title: 'Project', command: { do: 'project', name: '' } },
} as const satisfies Record<string, Button>;

export type WayOn = keyof typeof buttons;

export const button = (way: WayOn): Button => buttons[way];

export function notice(title: string, lines: readonly string[], ...ways: readonly WayOn[]): NoticeReply {
  return { kind: 'notice', tone: 'plain', title, lines, buttons: [...ways, 'help' as const].map(button) };
}

export function problem(title: string, lines: readonly string[], ...ways: readonly WayOn[]): NoticeReply {
  return { ...notice(title, lines, ...ways), tone: 'problem' };
}

export function noProjectNotice(): NoticeReply {
  return notice(
    'There is no project here yet',
    ['Add the first integration, or send me your inventory: attach a CSV file or paste its text.'],
    'import',
    'add',
  );
}

/** Also the answer to a card of somebody else's project: to a stranger it does not exist. */
export function goneNotice(): NoticeReply {
  return problem(
    'I cannot find that any more',
    ['It was removed, or it belongs to a project you are not part of.'],
    'list',
  );
}

export function toPersonalChat(word: string): NoticeReply {
  return notice('Let us do this in private', [
    'Interviews run in personal chat, so that nobody answers in front of everybody.',
    `Open a chat with me and send: ${word}`,
  ]);
}

export const say = (...messages: readonly Reply[]): Outcome => ({ messages });
