import type { PeopleReply } from '../app/people/people-reply.ts';
import { buttonRow, type ExecuteAction, pageTurns, tap } from './action.ts';
import { counted } from './counting.ts';
import type { Wording } from './wording.ts';

export interface PeopleData {
  readonly speak: string;
  readonly about: string;
  readonly heading: string;
  readonly state: string;
  readonly posts: readonly { readonly role: string; readonly about: string; readonly who: string }[];
  readonly notes: readonly { readonly lead: string; readonly text: string }[];
  readonly form: boolean;
  readonly problem: string;
  readonly who: string;
  readonly role: string;
  readonly of: string;
  readonly roles: readonly { readonly title: string; readonly value: string }[];
  readonly actions: readonly ExecuteAction[];
}

const mostHolders = 5;

export function peopleData(reply: PeopleReply, wording: Wording): PeopleData {
  const { project, posts, ownerlessTotal, page, pages, filled, problem } = reply;
  const isFirst = page === 1;
  const asks = isFirst && reply.roles.length > 0;
  const unowned =
    ownerlessTotal > 0
      ? `${counted(ownerlessTotal, 'application')} without an owner.`
      : 'Every application has an owner.';
  return {
    speak: wording.spoken(`Who is who in ${project.name}. ${problem ?? unowned}`),
    about: `Project · ${wording.run(project.name, 80)}`,
    heading: 'Who is who',
    state: pages > 1 ? `page ${page} of ${pages}` : '',
    posts: posts.map(({ role, about, holders }) => ({
      role: `${wording.run(role, 60)}${about === undefined ? '' : ' · '}`,
      about: about === undefined ? '\n' : `${wording.run(about, 80)}\n`,
      who: [
        ...holders.slice(0, mostHolders).map((holder) => holderWords(holder, wording)),
        ...(holders.length > mostHolders ? [`and ${holders.length - mostHolders} more`] : []),
      ].join(' · '),
    })),
    notes: isFirst ? notes(reply, wording) : [],
    form: asks,
    problem: wording.run(problem ?? '', 300),
    who: wording.plain(filled.who, 80),
    role: filled.role,
    of: wording.plain(filled.of, 80),
    roles: reply.roles.map(({ id, title }) => ({ title: wording.plain(title, 60), value: id })),
    actions: [
      ...(asks ? [tap('Note it', { do: 'note-role', project: project.id }, { primary: true })] : []),
      ...buttonRow(
        reply.buttons,
        wording,
        pageTurns(reply, (to) => ({ do: 'show-people', project: project.id, page: to })),
      ),
    ],
  };
}

function holderWords(
  { name, kind, givenBy, unconfirmed }: PeopleReply['posts'][number]['holders'][number],
  wording: Wording,
): string {
  const who = wording.run(name, 60);
  if (kind === 'outside') return `${who} (not in Teams)`;
  if (givenBy !== undefined) return `${who} (says ${wording.run(givenBy, 40)}, not confirmed)`;
  if (unconfirmed) return `${who} (by their own word, not confirmed)`;
  return kind === 'guest' ? `${who} (guest)` : who;
}

function notes(reply: PeopleReply, wording: Wording): PeopleData['notes'] {
  const {
    posts,
    ownerless,
    ownerlessTotal,
    roleless,
    rolelessTotal,
    standIn,
    sameNames = [],
    silent = 0,
  } = reply;
  return [
    ...(posts.length === 0 ? [{ lead: 'Nobody has a role yet. ', text: 'Say what you do, below.' }] : []),
    ...(standIn === undefined
      ? []
      : [
          {
            lead: 'Manages for now: ',
            text: `${wording.run(standIn, 60)}, who came first. Nobody is confirmed as project manager.`,
          },
        ]),
    ...(ownerlessTotal > 0 ? [{ lead: 'No owner: ', text: names(ownerless, ownerlessTotal, wording) }] : []),
    ...(rolelessTotal > 0 ? [{ lead: 'No role yet: ', text: names(roleless, rolelessTotal, wording) }] : []),
    ...(sameNames.length > 0
      ? [
          {
            lead: 'One person? ',
            text: `${names(sameNames, sameNames.length, wording)} ${sameNames.length === 1 ? 'is' : 'are'} noted as not in Teams, and somebody of that name is there now.`,
          },
        ]
      : []),
    ...(silent > 0
      ? [
          {
            lead: 'Also in the team: ',
            text: `${counted(silent, 'person', 'people')} who never wrote to me.`,
          },
        ]
      : []),
  ];
}

function names(shown: readonly string[], total: number, wording: Wording): string {
  const more = total > shown.length ? [`and ${total - shown.length} more`] : [];
  return [...shown.map((name) => wording.run(name, 60)), ...more].join(', ');
}
