/** Saying things in a conversation: in order, again where that helps, and never beyond the time of the turn. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { ExportFile } from '../app/export/files.ts';
import type { Reply } from '../app/reply.ts';
import type { ReadWorkbook } from '../render/files/read-workbook.ts';
import { digest } from './caller.ts';
import type { SendFailure } from './connector.ts';
import { type Limits, type late, within } from './limits.ts';

/** What the renderer makes of a reply. */
export interface Renderer {
  render(reply: Reply): {
    readonly card: object;
    /** The whole card in plain text. */
    readonly text: string;
    /** One or two sentences, for notifications. */
    readonly summary?: string;
  };
  /** A PNG that goes before the card. */
  picture?(reply: Reply): Promise<Picture> | undefined;
  write?(file: ExportFile): Promise<readonly OfferedFile[]>;
  /** A workbook that somebody edited. */
  read?(bytes: Uint8Array): Promise<ReadWorkbook>;
}

export interface OfferedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Attachment {
  readonly contentType: string;
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: object;
}

export interface Picture {
  readonly png: Uint8Array;
  readonly title: string;
}

export type Drawn = ReturnType<Renderer['render']>;

export interface Line {
  /** Milliseconds left of this turn. */
  left(): number;
  /** Shows that something is being written, if `work` takes its time. */
  whileTyping<Result>(work: Promise<Result>): Promise<Result | typeof late>;
  /** False where it did not get through. */
  send(drawn: Drawn): Promise<boolean>;
  sendText(text: string): Promise<boolean>;
  /** In a message of its own: Teams would take it apart from a card anyway. */
  sendPicture(picture: Picture, as: 'image' | 'card'): Promise<boolean>;
  /** What Teams draws itself: a file. */
  sendAttachment(attachment: Attachment): Promise<boolean>;
  /** Puts a card in the place of the one that was tapped. */
  update(activityId: string, drawn: Drawn): Promise<boolean>;
}

export const retried: readonly number[] = [412, 429, 502, 503, 504];
/** Nothing was sent: there was nobody to send it to. */
export const unsent: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
const cardType = 'application/vnd.microsoft.card.adaptive';
const longestText = 20_000;

export function openLine(context: TurnContext, limits: Limits, log: Logger): Line {
  const end = performance.now() + limits.turnMs;
  const left = () => end - performance.now();

  const attempt = async (
    what: 'send' | 'update',
    act: () => Promise<unknown>,
  ): Promise<SendFailure | undefined> => {
    for (let tries = 0; ; tries += 1) {
      try {
        await act();
        return undefined;
      } catch (error) {
        const failure = error as SendFailure;
        const pause = failure.retryAfterMs ?? backOff(limits.backOffMs, tries);
        const again = isWorthRetrying(failure, what) && tries < limits.retries && pause < left();
        const { status, code = failure.name } = failure;
        const conversation = hashOf(context);
        log.warn({ what, status, code, tries, again, conversation }, 'the connector did not take a message');
        if (!again) return failure;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };

  const sendText = async (text: string) =>
    !(await attempt('send', () => context.sendActivity({ type: 'message', text, textFormat: 'plain' })));

  return {
    left,
    sendText,
    sendPicture: async (picture, as) =>
      !(await attempt('send', () => context.sendActivity(pictureMessage(picture, as)))),
    sendAttachment: async (attachment) => {
      const message = { type: 'message', summary: attachment.name, attachments: [{ ...attachment }] };
      return !(await attempt('send', () => context.sendActivity(message)));
    },
    async whileTyping(work) {
      let typing: Promise<unknown> | undefined;
      const timer = setTimeout(() => {
        // A signal, no message: not worth a second attempt.
        typing = context.sendActivity({ type: 'typing' }).catch(() => undefined);
      }, limits.typingAfterMs);
      try {
        return await within(left(), work);
      } finally {
        clearTimeout(timer);
        // Nothing is typed after the answer.
        if (typing !== undefined) await within(limits.lastWordMs, typing);
      }
    },
    async send(drawn) {
      const failure = await attempt('send', () => context.sendActivity(cardMessage(drawn)));
      // Larger than Teams takes: the same without its looks.
      if (failure?.status === 413) return sendText(drawn.text.slice(0, longestText));
      return !failure;
    },
    async update(activityId, drawn) {
      const act = () => context.updateActivity({ ...cardMessage(drawn), id: activityId });
      return !(await attempt('update', act));
    },
  };
}

export function cardMessage({ card, text, summary = text.split('\n', 1)[0] }: Drawn): Partial<Activity> {
  return {
    type: 'message',
    // No `text`: Teams would show it above the card.
    summary: (summary ?? '').slice(0, 500),
    attachments: [{ contentType: cardType, content: card }],
  };
}

/** Desktop clients of Teams show no picture of ours inside a card; the Playground shows none outside of one. */
export function pictureMessage({ png, title }: Picture, as: 'image' | 'card'): Partial<Activity> {
  const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Image', url, altText: title }] };
  return {
    type: 'message',
    summary: title.slice(0, 500),
    attachments: [
      as === 'card'
        ? { contentType: cardType, content: card }
        : { contentType: 'image/png', contentUrl: url, name: 'landscape.png' },
    ],
  };
}

/** What may have arrived is not sent twice, but an update may be made twice: it comes to the same. */
function isWorthRetrying({ status, code = '' }: SendFailure, what: 'send' | 'update'): boolean {
  if (status !== undefined) return retried.includes(status);
  return unsent.includes(code) || (what === 'update' && code === 'ECONNRESET');
}

function backOff(first: number, tries: number): number {
  return first * 2 ** tries * (0.8 + Math.random() * 0.4);
}

export function hashOf({ activity }: TurnContext): string {
  return digest(activity.conversation.id).slice(0, 10);
}
