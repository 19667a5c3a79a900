/** One turn: an activity in, whatever the house replies out. The one place that catches what went wrong. */
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import type { Command } from '../app/command.ts';
import type { Outcome, Reply } from '../app/reply.ts';
import type { IncomingActivity } from './activity.ts';
import { apologyFor, newReference, type Stage, slowness, traceOf } from './apology.ts';
import { addressOf, callerOf, seenIn, turnOf } from './caller.ts';
import { fetchFile } from './fetch-file.ts';
import { answerConsent, type HandOutParts, handOut } from './hand-out.ts';
import { answerInvoke, cardBody, messageBody } from './invoke.ts';
import { late, within } from './limits.ts';
import type { Metrics, TurnEnd } from './metrics.ts';
import { noticeOf, type Problem, sentenceOf } from './notices.ts';
import { type Reading, readActivity } from './read-activity.ts';
import { hashOf, type Line, openLine, type Picture, type Renderer } from './send.ts';

export interface BotParts extends HandOutParts {
  readonly app: App;
  readonly log: Logger;
  readonly metrics?: Pick<Metrics, 'turn'>;
}

type Ask = Exclude<Reading, { kind: 'nothing' }>;
const unreadable = {
  'no-workbook': 'file-no-text',
  'not-ours': 'workbook-foreign',
  'too-large': 'workbook-too-large',
} as const satisfies Record<string, Problem>;

export type Bot = (context: TurnContext, activity: IncomingActivity) => Promise<void>;

export function openBot(parts: BotParts): Bot {
  return async (context, activity) => {
    const reading = readActivity(activity);
    if (reading.kind === 'nothing') return answerInvoke(context);
    const line = openLine(context, parts.limits, parts.log);
    const began = performance.now();
    let stage: Stage = 'taking';
    let end: TurnEnd = 'answered';
    try {
      const found = await line.whileTyping(decide(parts, activity, line, reading));
      if (found === late) {
        end = 'late';
        return await giveUp(parts, context, line, reading);
      }
      const ms = Math.round(performance.now() - began);
      parts.log.info({ turn: turnOf(activity), ...about(context, reading), ms }, 'a turn was taken');
      stage = 'saying';
      const saying = say(parts, context, activity, line, reading, found);
      const said = await within(Math.max(line.left(), parts.limits.lastWordMs), saying);
      if (said === late) parts.log.warn({ ...about(context, reading) }, 'the answer did not get out in time');
    } catch (error) {
      end = 'failed';
      const reference = newReference();
      const turn = turnOf(activity);
      parts.log.error(
        { reference, turn, ...about(context, reading), stage, ...traceOf(error) },
        'a turn failed',
      );
      await apologise(parts, context, line, reading, apologyFor(error, stage, reference));
    } finally {
      parts.metrics?.turn(end, (performance.now() - began) / 1000);
    }
  };
}

async function decide(
  parts: BotParts,
  activity: IncomingActivity,
  line: Line,
  reading: Ask,
): Promise<Outcome | Problem> {
  const take = (command: Command) =>
    parts.app.take({
      caller: callerOf(activity),
      turn: turnOf(activity),
      command,
      address: addressOf(activity),
      seen: seenIn(activity),
    });
  switch (reading.kind) {
    case 'problem':
      return reading.problem;
    case 'file': {
      const fetched = await fetchFile(reading.file, parts.development, parts.limits);
      if (!fetched.ok) return fetched.problem;
      const { name } = reading.file;
      if ('text' in fetched) return take({ do: 'import', file: name, text: fetched.text });
      const read = await parts.renderer.read?.(fetched.workbook);
      if (!read?.ok) return read ? unreadable[read.why] : 'file-no-text';
      return take({ do: 'hand-in', file: name, handedIn: read.handedIn });
    }
    case 'consent':
      return answerConsent(parts, activity, line, reading.consent);
    case 'command':
      return take(reading.command);
  }
}

async function say(
  parts: BotParts,
  context: TurnContext,
  activity: IncomingActivity,
  line: Line,
  reading: Ask,
  found: Outcome | Problem,
): Promise<void> {
  const { renderer } = parts;
  // Only a tapped card shows what it is answered with.
  const isInvoke = activity.name === 'adaptiveCard/action';
  if (activity.type === 'invoke' && !isInvoke) await answerInvoke(context);
  if (typeof found === 'string') {
    if (isInvoke) return answerInvoke(context, messageBody(sentenceOf(found)));
    await line.send(renderer.render(noticeOf(found)));
    return;
  }
  if (commandOf(reading) === 'leave') return;
  // All are drawn before one is sent: what cannot be drawn leaves no half answer behind.
  const replace = found.replace && renderer.render(found.replace);
  const messages: Message[] = found.messages.map((message) => ({ drawn: renderer.render(message) }));
  const tapped = 'tapped' in reading ? activity.replyToId : undefined;
  if (replace && !tapped && !isInvoke) messages.unshift({ drawn: replace });
  // First of all: whatever becomes of the messages, the tapped card is answered.
  if (replace) await answerInvoke(context, cardBody(replace.card));
  await addPictures(parts, context, line, found.messages, messages);
  const [sent] = await Promise.all([
    sendInOrder(line, messages, parts.development),
    replace && tapped && line.update(tapped, replace),
  ]);
  const handed = found.file ? await handOut(parts, activity, line, found.file) : 0;
  if (!replace && isInvoke) await answerInvoke(context, messageBody(closing(sent, messages.length + handed)));
}

interface Message {
  readonly drawn: ReturnType<Renderer['render']>;
  /** Sent before the card, whose buttons then stand last. */
  picture?: Picture;
}

/** A picture only adds to its card: where it fails or takes too long, the card goes without. */
async function addPictures(
  { renderer, limits, log }: BotParts,
  context: TurnContext,
  line: Line,
  replies: readonly Reply[],
  messages: Message[],
): Promise<void> {
  const drawing = replies.flatMap((reply, at) => {
    const picture = renderer.picture?.(reply);
    const message = messages.at(at - replies.length);
    return picture && message ? [picture.then((drawn) => Object.assign(message, { picture: drawn }))] : [];
  });
  if (drawing.length === 0) return;
  try {
    await line.whileTyping(within(line.left() - limits.lastWordMs, Promise.all(drawing)));
  } catch (error) {
    log.error({ conversation: hashOf(context), ...traceOf(error) }, 'a picture could not be drawn');
  }
}

async function sendInOrder(line: Line, messages: readonly Message[], development: boolean): Promise<boolean> {
  for (const { drawn, picture } of messages) {
    if (picture) await line.sendPicture(picture, development ? 'card' : 'image');
    if (!(await line.send(drawn))) return false;
  }
  return true;
}

function closing(sent: boolean, messages: number): string {
  if (!sent) return 'I could not post the answer here. Please try again in a moment.';
  return messages > 0 ? 'Answered below.' : 'Done.';
}

async function giveUp(parts: BotParts, context: TurnContext, line: Line, reading: Ask): Promise<void> {
  const reference = newReference();
  parts.log.error({ reference, ...about(context, reading), code: 'late' }, 'a turn took too long');
  await apologise(parts, context, line, reading, slowness(reference));
}

async function apologise(
  { limits }: BotParts,
  context: TurnContext,
  line: Line,
  reading: Ask,
  text: string,
): Promise<void> {
  const command = commandOf(reading);
  // Nobody asked for anything, and where the bot was removed nobody could be told.
  if (command === 'meet' || command === 'leave' || command === 'roster-changed') return;
  if (context.activity.type === 'invoke') return answerInvoke(context, messageBody(text));
  await within(limits.lastWordMs, line.sendText(text));
}

function commandOf(reading: Ask): string {
  return reading.kind === 'command' ? reading.command.do : reading.kind;
}

function about(context: TurnContext, reading: Ask): Record<string, unknown> {
  return { conversation: hashOf(context), command: commandOf(reading) };
}
