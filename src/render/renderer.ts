/** Replies → cards. What a card says is decided by typed functions; a template only lays it out. */
import type { ExportFile } from '../app/export/files.ts';
import type { Reply } from '../app/reply.ts';
import type { Content } from '../core/interview/topic.ts';
import { cardData, type Kind } from './card-data.ts';
import { textOf } from './card-text.ts';
import { filesOf, type WrittenFile } from './files/file.ts';
import { type ReadWorkbook, readWorkbook } from './files/read-workbook.ts';
import { pictureOf, type ReplyPicture } from './reply-picture.ts';
import { loadTemplates } from './templates.ts';
import { type Wording, wordingFor } from './wording.ts';

export interface Rendered {
  /** An Adaptive Card. */
  readonly card: object;
  /** The whole card in plain text, for clients and logs without cards. Not Markdown. */
  readonly text: string;
  /** One or two sentences, for notifications; also the card's `speak`. */
  readonly summary: string;
  /** Of the card, in UTF-16, as Teams counts. */
  readonly bytes: number;
}

export interface Renderer {
  render(reply: Reply): Rendered;
  /** The picture that goes with some replies; the card says all of it in words. */
  picture(reply: Reply): Promise<ReplyPicture> | undefined;
  /** An export, and what belongs beside it. */
  write(file: ExportFile): Promise<readonly WrittenFile[]>;
  read(bytes: Uint8Array): Promise<ReadWorkbook>;
}

/** Teams refuses messages above about 100 KB and advises 80; a card that people read at once is far below. */
export const aimBytes = 25 * 1024;
export const mostBytes = 80 * 1024;

/** How long one text on a card may be: the longest with which the card is not too large. */
const rooms = [600, 300, 200, 140, 100, 75, 60, 45, 35];

export function openRenderer(cardsFolder: string, content: Pick<Content, 'roles' | 'stages'>): Renderer {
  const templates = loadTemplates(cardsFolder);
  const wordings = rooms.map((room) => wordingFor(content, room));
  const draw = (reply: Reply, wording: Wording) => {
    const data = cardData(reply, wording);
    // Expanded once only: a second time would evaluate what people wrote.
    const card: object = templates[reply.kind].expand({ $root: data });
    return { card, summary: data.speak, bytes: JSON.stringify(card).length * 2 };
  };
  /** Cards of one kind are much alike: each is begun with the wording that fitted the one before. */
  const begin = new Map<Kind, number>();
  return {
    picture: pictureOf,
    write: filesOf,
    read: readWorkbook,
    render(reply) {
      const { at, drawn } = widestThatFits(wordings, begin.get(reply.kind) ?? 0, (wording) =>
        draw(reply, wording),
      );
      begin.set(reply.kind, at);
      if (drawn.bytes > mostBytes) {
        throw new Error(
          `a ${reply.kind} card of ${drawn.bytes} bytes cannot be sent; the reply has to be paged`,
        );
      }
      return { ...drawn, text: textOf(drawn.card) };
    },
  };
}

/**
 * The widest wording with which the card fits, whichever is tried first; the narrowest where none does. Where the one to
 * begin with is right, it and its neighbour are drawn; otherwise the right one is found by halving.
 */
function widestThatFits<Drawn extends { readonly bytes: number }>(
  wordings: readonly Wording[],
  begin: number,
  draw: (wording: Wording) => Drawn,
): { readonly at: number; readonly drawn: Drawn } {
  const drawAt = (at: number) => {
    const wording = wordings[at];
    if (!wording) throw new Error(`there is no wording ${at} to draw with`);
    return { at, drawn: draw(wording) };
  };
  const isFitting = ({ drawn }: { readonly drawn: Drawn }) => drawn.bytes <= aimBytes;
  let tried = drawAt(begin);
  let best = isFitting(tried) ? tried : undefined;
  // All before `from` are too wide; the one at `to` fits, where there is one.
  let [from, to] = best ? [0, begin] : [begin + 1, wordings.length];
  let next = begin === 0 ? undefined : best ? begin - 1 : begin + 1;
  while (from < to) {
    tried = drawAt(next !== undefined && next < to ? next : (from + to) >> 1);
    next = undefined;
    if (isFitting(tried)) {
      best = tried;
      to = tried.at;
    } else from = tried.at + 1;
  }
  return best ?? tried;
}
