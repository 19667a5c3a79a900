/** Who hears of a letter that did not arrive, or may not have, and in which words. */

import { managersOf } from '../../core/landscape/trust.ts';
import type { Letter, LetterContent } from '../../core/reminder/letter.ts';
import { markOf, readIntegration, readProject } from '../documents.ts';
import type { House } from '../house.ts';
import { reasons } from './addressing.ts';
import type { Words } from './letter-words.ts';

export interface Undelivered {
  readonly state: 'failed' | 'unknown';
  readonly why: string;
  /** Names why nothing gets there, so that it is told once and not with every letter. */
  readonly occasion?: string | undefined;
}

/** Whoever asks somebody for something waits for it, and is told at once; else the managers of the project, once. */
export async function complaintsAbout(
  house: House,
  letter: Letter,
  { state, why, occasion }: Undelivered,
): Promise<Letter[]> {
  const { to, about, content } = letter;
  const project = await readProject(house.store, letter.project);
  // About a complaint nobody complains.
  if (!project || content.kind === 'unreachable') return [];
  const whom = to.kind === 'person' ? { whom: to.name } : {};
  const complaint = { kind: 'unreachable', why, about, ...whom } as const;
  const toBeTold = (people: readonly { readonly id?: string; readonly name: string }[]) =>
    people.flatMap(({ id, name }) =>
      id === undefined || (to.kind === 'person' && to.id === id) ? [] : [{ id, name }],
    );
  if (content.kind === 'asked') {
    const { by, integration } = content;
    return toBeTold([by]).map(({ id, name }) => ({
      id: `unreachable/${markOf(id)}/${letter.id}`,
      project: project.id,
      to: { kind: 'person', tenant: to.tenant, id, name },
      about: `${to.kind === 'person' ? to.name : 'Somebody'} cannot be reached`,
      content: { ...complaint, integration, ...(state === 'unknown' ? { maybe: true } : {}) },
      urgency: 'at-once',
    }));
  }
  if (!occasion || state === 'unknown') return [];
  return toBeTold(managersOf(project)).map(({ id, name }) => ({
    id: `unreachable/${markOf(id)}/${occasion}`,
    project: project.id,
    to: { kind: 'person', tenant: to.tenant, id, name },
    about: to.kind === 'person' ? `${to.name} cannot be reached` : 'A conversation cannot be reached',
    content: complaint,
    urgency: 'daily',
  }));
}

type Unreachable = Extract<LetterContent, { readonly kind: 'unreachable' }>;

export async function unreachableWords(
  { store }: House,
  project: string,
  content: Unreachable,
): Promise<Words | undefined> {
  const { whom, why, about, integration: id } = content;
  if (whom === undefined)
    return {
      title: 'A conversation of your project does not get what I post',
      lines: [
        `Not delivered: ${about}. Teams says: ${why}.`,
        'I post there again as soon as I am added to it, or somebody writes to me there.',
      ],
      buttons: [],
    };
  if (id === undefined)
    return {
      title: `${whom} does not get what I send`,
      lines: [
        `Not delivered: ${about}. ${reasonFor(whom, why)}`,
        'I write there again as soon as they write to me.',
      ],
      buttons: [],
    };
  const integration = await readIntegration(store, project, id);
  return integration && aboutAsked(whom, content, integration.name);
}

/** With what the reader can do about it. */
function aboutAsked(whom: string, { why, maybe }: Unreachable, integration: string): Words {
  const message = `“Please answer a few questions about ${integration}: open a chat with Bridgekeeper in Teams, add it if Teams asks you to, and send it: interview ${integration}”`;
  if (maybe)
    return {
      title: `I cannot say whether ${whom} got your request about ${integration}`,
      lines: [
        'The connection broke while I sent it, and I do not send a thing twice.',
        `I come back to it in ${whom}’s reminders. A word from you does no harm.`,
      ],
      buttons: [],
    };
  return {
    title: `I could not ask ${whom} about ${integration}`,
    lines: [
      reasonFor(whom, why),
      ...(why in noUse ? [] : [`Send ${whom} this: ${message}`]),
      `As soon as ${whom} can hear from me, I ask. If somebody else could know, tell me who.`,
    ],
    buttons: [],
  };
}

/** Where the text above would not help: they can do nothing about it, or want none of it. */
const noUse: Readonly<Record<string, true>> = { BotDisabledByAdmin: true };

function reasonFor(whom: string, why: string): string {
  switch (why) {
    case 'ForbiddenOperationException':
    case reasons.neverMet:
      return `${whom} has not installed me.`;
    case 'BotNotInConversationRoster':
    case 'ConversationNotFound':
      return `${whom} has removed me.`;
    case reasons.removed:
      return `${whom} has removed or blocked me.`;
    case 'ConversationBlockedByUser':
    case 'MessageWritesBlocked':
      return `${whom} has blocked or muted me.`;
    case 'BotDisabledByAdmin':
      return `An administrator of Teams has switched me off for ${whom}, and can switch me on again.`;
    case reasons.switchedOff:
      return `${whom} has switched my reminders off.`;
    default:
      return `Teams did not take it: ${why}.`;
  }
}
