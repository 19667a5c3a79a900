import type { ForgetReply } from '../app/people/forget-reply.ts';
import { buttonRow, type ExecuteAction } from './action.ts';
import { counted, sentenceCase } from './counting.ts';
import type { Wording } from './wording.ts';

export interface ForgetData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly stale: string;
  readonly parts: readonly {
    readonly heading: string;
    readonly lines: readonly { readonly text: string }[];
  }[];
  readonly end: string;
  readonly actions: readonly ExecuteAction[];
}

const mostProjects = 5;

/** The lines are the same before and after: only their headings change from what will be to what was. */
export function forgetData(reply: ForgetReply, wording: Wording): ForgetData {
  const { projects, done, effects } = reply;
  const heading = done ? 'You are forgotten' : 'If I forget you';
  const more = projects.length > mostProjects ? [`and ${projects.length - mostProjects} more`] : [];
  const [gone, unnamed] = [goneLines(reply), namelessLines(reply)];
  const parts = [
    { heading: done ? 'Gone' : 'Goes', lines: gone },
    { heading: done ? 'Stayed, without your name' : 'Stays, without your name', lines: unnamed },
    {
      heading: 'If you remove your answers too',
      lines:
        done || effects.length === 0
          ? []
          : [
              'They go as well',
              ...effects.map((line) => sentenceCase(wording.run(line, 500)).replace(/\.$/, '')),
            ],
    },
    {
      heading: done ? 'Stayed as it was' : 'Stays as it is',
      lines: [
        'What people wrote in words of their own, even where it names you: I cannot tell a name from a word',
      ],
    },
  ].filter(({ lines }) => lines.length > 0);
  return {
    speak: wording.spoken(`${heading}. ${[...gone, ...unnamed].join('. ')}.`),
    about: [...projects.slice(0, mostProjects).map((name) => wording.run(name, 60)), ...more].join(' · '),
    heading,
    stale: reply.stale
      ? 'You have said or done more since you were shown this, so nothing was changed yet.'
      : '',
    parts: parts.map((part) => ({ ...part, lines: part.lines.map((text) => ({ text: `• ${text}` })) })),
    end: done
      ? 'If you write to me again, we meet anew.'
      : 'It cannot be undone. “My data” gives you a copy first.',
    actions: buttonRow(reply.buttons, wording),
  };
}

const decisions = (count: number) => counted(count, 'decision or change', 'decisions and changes');

function goneLines({ toll, letters, done }: ForgetReply): string[] {
  const { answers, deeds, roles, owned } = toll;
  const on = [
    ...(answers > 0 && done !== 'answers' ? [counted(answers, 'answer')] : []),
    ...(deeds > 0 ? [decisions(deeds)] : []),
  ];
  return [
    ...(answers > 0 && done === 'answers' ? [withEarlier(toll)] : []),
    `Your name${on.length > 0 ? `, on ${on.join(' and ')}` : ''}`,
    ...(roles > 0 ? [roles === 1 ? 'Your role' : `Your ${counted(roles, 'role')}`] : []),
    ...(owned > 0
      ? [`You as the owner of ${counted(owned, 'risk or next step', 'risks and next steps')}`]
      : []),
    ...(letters > 0 ? [`${sentenceCase(counted(letters, 'message'))} of mine to you`] : []),
    'Your reminders, your settings and the way to your chat',
  ];
}

function namelessLines({ toll, done }: ForgetReply): string[] {
  const { answers, deeds } = toll;
  return [
    ...(answers > 0 && done !== 'answers'
      ? [`${withEarlier(toll)}: risks are judged by each until somebody answers the question anew`]
      : []),
    ...(deeds > 0 ? [`${decisions(deeds)}: the project goes by them`] : []),
  ];
}

function withEarlier({ answers, changed }: ForgetReply['toll']): string {
  const all = counted(answers, 'answer');
  return changed > 0 ? `${all}, and ${changed} you have changed since` : all;
}
