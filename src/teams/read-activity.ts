/** What an activity asks for. Everything the house ever hears of Teams passes through here. */
import type { Command } from '../app/command.ts';
import type { IncomingActivity } from './activity.ts';
import { addressOf } from './caller.ts';
import { type Consent, readConsent } from './consent.ts';
import type { Problem } from './notices.ts';
import { readCard } from './read-card.ts';
import { readTyped, typedText } from './read-text.ts';

export type Reading =
  /** `tapped`: it stood on a card, which can be replaced. */
  | { readonly kind: 'command'; readonly command: Command; readonly tapped?: true }
  | { readonly kind: 'file'; readonly file: SentFile }
  | { readonly kind: 'consent'; readonly consent: Consent }
  /** The door answers this one itself. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** New events appear over time: what is not known is none of our business. */
  | { readonly kind: 'nothing' };

export interface SentFile {
  readonly name: string;
  readonly url: string;
}

const nothing: Reading = { kind: 'nothing' };

export function readActivity(activity: IncomingActivity): Reading {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'installationUpdate':
      if (activity.action?.startsWith('add')) return meet(activity);
      return activity.action?.startsWith('remove') ? leave : nothing;
    case 'conversationUpdate':
      if (holdsBot(activity.membersAdded, activity)) return meet(activity);
      if (holdsBot(activity.membersRemoved, activity)) return leave;
      return rosterChange(activity);
    default:
      return nothing;
  }
}

function readInvoke({ name, value }: IncomingActivity): Reading {
  if (name === 'adaptiveCard/action') return readData(actionData(value));
  if (name !== 'fileConsent/invoke') return nothing;
  const consent = readConsent(value);
  return consent ? { kind: 'consent', consent } : { kind: 'problem', problem: 'offer-gone' };
}

function readMessage(activity: IncomingActivity): Reading {
  const typed = typedText(activity);
  if (!typed && typeof activity.value === 'object' && activity.value !== null)
    return readData(activity.value);
  const sent = (activity.attachments ?? []).filter(({ contentType }) => !isPartOfText(contentType ?? ''));
  const [file, ...others] = sent.filter(({ contentType }) => contentType === download);
  if (others.length > 0) return { kind: 'problem', problem: 'file-several' };
  if (file) return readFile(file);
  if (sent.length > 0 && !typed) return { kind: 'problem', problem: 'attachment-unknown' };
  return { kind: 'command', command: readTyped(typed) };
}

const download = 'application/vnd.microsoft.teams.file.download.info';

/** Teams attaches the formatted text, and the message that is answered, to plain messages. */
function isPartOfText(contentType: string): boolean {
  return contentType.startsWith('text/') || contentType === 'messageReference';
}

function readFile({ name, content }: Readonly<Record<string, unknown>>): Reading {
  const url =
    typeof content === 'object' && content !== null && 'downloadUrl' in content && content.downloadUrl;
  if (typeof url !== 'string') return { kind: 'problem', problem: 'file-gone' };
  return { kind: 'file', file: { name: typeof name === 'string' ? name.slice(0, 200) : 'file', url } };
}

function readData(data: unknown): Reading {
  const card = readCard(data);
  if (card.ok) return { kind: 'command', command: card.command, tapped: true };
  return { kind: 'problem', problem: card.why === 'too-long' ? 'input-too-long' : 'card-unreadable' };
}

function actionData(value: unknown): unknown {
  const action = typeof value === 'object' && value !== null && 'action' in value && value.action;
  return typeof action === 'object' && action !== null && 'data' in action ? action.data : undefined;
}

function holdsBot(members: IncomingActivity['membersAdded'], { recipient }: IncomingActivity): boolean {
  return (members ?? []).some(({ id }) => id === recipient.id);
}

function meet(activity: IncomingActivity): Reading {
  return { kind: 'command', command: { do: 'meet', address: addressOf(activity) } };
}

/** Others came or went. `from` of such an activity is whoever did it, or Teams. */
function rosterChange({ conversation, membersAdded, membersRemoved }: IncomingActivity): Reading {
  if (conversation.conversationType === 'personal') return nothing;
  const gone = (membersRemoved ?? []).map(({ id, aadObjectId }) => aadObjectId || id);
  if (gone.length === 0 && (membersAdded ?? []).length === 0) return nothing;
  return { kind: 'command', command: { do: 'roster-changed', gone } };
}

const leave: Reading = { kind: 'command', command: { do: 'leave' } };
