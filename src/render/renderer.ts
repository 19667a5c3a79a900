/** Replies → cards. What a card says is decided by typed functions; a template only lays it out. */
import type { ExportFile } from '../app/export/files.ts';
import type { Reply } from '../app/reply.ts';
import type { Content } from '../core/interview/topic.ts';
import { cardData } from './card-data.ts';
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
  return {
    picture: pictureOf,
    write: filesOf,
    read: readWorkbook,
    render(reply) {
      const drawn = widestThatFits(wordings, (wording) => draw(reply, wording));
      if (drawn.bytes > mostBytes) {
        throw new Error(
          `a ${reply.kind} card of ${drawn.bytes} bytes cannot be sent; the reply has to be paged`,
        );
      }
      return { ...drawn, text: textOf(drawn.card) };
    },
  };
}

/** Most cards fit with the widest wording; for the others it is found by halving. Where none fits, the narrowest. */
function widestThatFits<Drawn extends { readonly bytes: number }>(
  wordings: readonly Wording[],
  draw: (wording: Wording) => Drawn,
): Drawn {
  const [widest, ...narrower] = wordings;
  if (!widest) throw new Error('there is no wording to draw with');
  let drawn = draw(widest);
  let fits = drawn.bytes <= aimBytes ? drawn : undefined;
  let rest = fits ? [] : narrower;
  while (rest.length > 0) {
    const middle = rest.length >> 1;
    drawn = draw(rest[middle] ?? widest);
    if (drawn.bytes <= aimBytes) fits = drawn;
    rest = drawn.bytes <= aimBytes ? rest.slice(0, middle) : rest.slice(middle + 1);
  }
  return fits ?? drawn;
}
