/** How a card words what it was given: literally, no longer than there is room, and with titles in place of ids. */
import type { Content, RoleId, StageId } from '../core/interview/topic.ts';
import { asPlain, asRun, asSpoken } from './literal.ts';
import { shorten } from './shorten.ts';

export interface Wording {
  /** The longest any one text may be; the less, the more there is to say on this card. */
  readonly room: number;
  /** For a text run. */
  run(text: string, most?: number): string;
  /** For a text run: a sentence that people act on stays whole where others are cut. */
  sentence(text: string): string;
  /** For a plain string: heading, choice, label, button. */
  plain(text: string, most?: number): string;
  /** Several paragraphs, made literal already, as one text. */
  page(paragraphs: readonly string[]): string;
  spoken(text: string): string;
  /** "the project manager" */
  role(id: RoleId): string;
  stage(id: StageId): string;
}

/** The longest step of the shipped content has fewer letters. */
const longestSentence = 240;

/** `room` is the longest any one text may be on this card. */
export function wordingFor(content: Pick<Content, 'roles' | 'stages'>, room: number): Wording {
  const phrases = new Map(content.roles.map(({ id, phrase }) => [id, phrase]));
  const titles = new Map(content.stages.map(({ id, title }) => [id, title]));
  return {
    room,
    run: (text, most = room) => asRun(shorten(text, Math.min(most, room))),
    sentence: (text) => asRun(shorten(text, Math.max(longestSentence, room))),
    plain: (text, most = 160) => asPlain(shorten(text, Math.min(most, room))),
    page: (paragraphs) => shorten(paragraphs.join('\n\n'), room * 6),
    spoken: (text) => asSpoken(shorten(text, 280)),
    role: (id) => phrases.get(id) ?? id,
    stage: (id) => titles.get(id) ?? id,
  };
}
