/** What a letter says on the day it is sent. Nothing, where it has become pointless. */
import { day } from '../../core/interview/answer-words.ts';
import { takesPart } from '../../core/landscape/roles.ts';
import type { Letter, LetterContent } from '../../core/reminder/letter.ts';
import { readIntegration, readProject } from '../documents.ts';
import type { House } from '../house.ts';
import { button } from '../notices.ts';
import { askedFor } from '../people/asked-words.ts';
import { claimedRoleWords } from '../people/claimed-role.ts';
import { givenRoleWords } from '../people/given-role.ts';
import { answeredWords } from '../people/tell-answered.ts';
import { readText, tappable } from '../read-command.ts';
import { differenceWords } from '../register/difference-words.ts';
import type { Button, NoticeReply, Reply } from '../reply.ts';
import { governancePost } from './governance-post.ts';
import { unreachableWords } from './undelivered.ts';

/** One thing to say: a notice of its own, or one item among others. */
export interface Words {
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
}

/** The message that a letter makes on its own. */
export async function messageOf(house: House, letter: Letter): Promise<Reply | undefined> {
  const { content, project } = letter;
  if (content.kind === 'governance') {
    const reply = await governancePost(house, { project, post: letter.id }, content.skipped);
    return reply && (reply.open > 0 || content.always) ? reply : undefined;
  }
  const words = await wordsOf(house, letter);
  return words && noticeFor(words);
}

export async function wordsOf(house: House, letter: Letter): Promise<Words | undefined> {
  const { content } = letter;
  if (await isForNobody(house, letter)) return undefined;
  switch (content.kind) {
    case 'notice':
      return {
        title: content.title,
        lines: content.lines,
        buttons: content.buttons.map(({ title, say }) => ({ title, command: tappable(readText(say)) })),
      };
    case 'acceptance-lapsed':
      return lapsed(house, letter.project, content);
    case 'asked':
      return asked(house, letter, content);
    case 'answered':
      return answeredWords(house, letter.project, content);
    case 'unreachable':
      return unreachableWords(house, letter.project, content);
    case 'governance':
    case 'digest':
      // A card of its own, and never one item among others.
      return undefined;
    case 'passed-on':
      return passedOn(house, letter.project, content);
    case 'given-role':
      return givenRoleWords(house, letter, content);
    case 'claimed-role':
      return claimedRoleWords(house, letter, content);
    case 'difference':
      return differenceWords(house, letter.project, content);
  }
}

/** Whoever has left is told nothing of the project any more. */
async function isForNobody({ store }: House, { project: id, to }: Letter): Promise<boolean> {
  if (to.kind !== 'person') return false;
  const project = await readProject(store, id);
  return project?.people.some((member) => member.id === to.id && !takesPart(member)) ?? false;
}

export function noticeFor({ title, lines, buttons }: Words): NoticeReply {
  return { kind: 'notice', tone: 'plain', title, lines, buttons: [...buttons, button('help')].slice(0, 6) };
}

type Of<Kind extends LetterContent['kind']> = Extract<LetterContent, { readonly kind: Kind }>;

async function lapsed(house: House, project: string, content: Of<'acceptance-lapsed'>) {
  const { title, until, why, integration: id } = content;
  const integration = id === undefined ? undefined : await readIntegration(house.store, project, id);
  if (id !== undefined && !integration) return undefined;
  const reason =
    why === 'date'
      ? `It was accepted until ${day(until)}, and that day is over.`
      : `It was accepted until ${day(until)}, but an answer it rested on has changed.`;
  const where = integration ? [`It is about ${integration.name}.`] : [];
  return {
    title: `No longer accepted: ${title}`,
    lines: [reason, ...where, 'Please look at it again: accept it anew, or decide what to do about it.'],
    buttons: [
      {
        title: 'Look at it again',
        command: { do: 'decide', risk: { project, finding: content.finding } },
        primary: true,
      } as const,
    ],
  };
}

const showRisks = (project: string, integration: string): Button => ({
  title: 'Show the risks',
  command: { do: 'show-risks', project, integration, page: 1 },
});

async function asked(house: House, letter: Letter, content: Of<'asked'>): Promise<Words | undefined> {
  const { project } = letter;
  const { by, integration: id, note, wanted } = content;
  if (wanted && letter.to.kind === 'person')
    return askedFor(house, project, letter.to.id, { ...content, wanted });
  const integration = await readIntegration(house.store, project, id);
  if (!integration) return undefined;
  return {
    title: `${by.name} asks for your answers about ${integration.name}`,
    lines: [
      ...(note ? [`“${note}”`] : []),
      'Ten questions at most. “I don’t know” and “somebody else knows” are good answers too.',
    ],
    buttons: [
      {
        title: 'Answer now',
        command: { do: 'open-interview', project, integration: integration.id },
        primary: true,
      } as const,
    ],
  };
}

async function passedOn(
  house: House,
  project: string,
  { whom, what, why, integration: id }: Of<'passed-on'>,
) {
  const integration = id === undefined ? undefined : await readIntegration(house.store, project, id);
  if (id !== undefined && !integration) return undefined;
  return {
    title: why === 'ignored' ? `Nothing from ${whom.name} so far` : `${whom.name} says: not mine`,
    lines: [
      `It is about: ${what.replace(/\.$/, '')}.`,
      why === 'ignored'
        ? 'I have reminded them twice and will not do so again. A word from you may help more.'
        : 'I will not ask them again. Who could it be instead?',
    ],
    buttons: integration ? [showRisks(project, integration.id)] : [],
  };
}
